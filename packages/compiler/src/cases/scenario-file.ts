import type { Facts, FactView, Json, JsonObject, ScenarioFile } from '@zhinan/model';
import { inWords } from '../3-check/rules/evidence.ts';
import type { RuleSubject, Subject } from '../3-check/rules/subject.ts';
import { fieldsRead } from '../rules/typed.ts';
import type { Aim, BoundaryCase, Oracle } from './boundary.ts';

interface Request {
  readonly one: RuleSubject;
  readonly boundary: BoundaryCase;
  readonly subject: Subject;
  readonly oracle: Oracle;
  readonly program: string;
  readonly edition: string;
  readonly beside: boolean;
}

const intents: Readonly<Record<Aim, (rule: string) => string>> = {
  inside: (rule) => `刚好符合“${rule}”`,
  outside: (rule) => `差一点，只不符合“${rule}”`,
  only: (rule) => `只不符合“${rule}”`,
  relaxed: (rule) => `因放宽而符合“${rule}”`,
  undecided: (rule) => `暂不能判断“${rule}”`,
};

const fieldOf = ({ form, pointer }: FactView) => `${form}${pointer}`;

/** A boundary applicant as a scenario file, the intent in its title and the engine's answer as what is expected. */
export function scenarioFile({ one, boundary, subject, oracle, program, edition, beside }: Request): {
  readonly id: string;
  readonly scenario: ScenarioFile & { readonly $schema: string };
} {
  const { aim, base, facts, changed } = boundary;
  const eligibility = oracle.rules.eligibility(facts);
  const verdict = eligibility.rules.find(({ id }) => id === one.rule.id)?.verdict ?? 'unknown';
  const builds = beside && base.scenario !== undefined;
  const patch = builds
    ? mergePatch(base.facts as unknown as JsonObject, facts as unknown as JsonObject)
    : (facts as unknown as JsonObject);
  const words =
    aim === 'undecided'
      ? blankWords(changed, subject)
      : inWords(only(facts, fieldsOf(one)), subject.fields.values());
  const aimed = aim === 'outside' || aim === 'only' ? 'only-this' : aim;
  return {
    id: `${eligibility.verdict}-${one.rule.id}-${aimed}`,
    scenario: {
      $schema: `${'../'.repeat(edition.split('/').length + 2)}packages/model/schemas/scenario.schema.json`,
      title: `${intents[aim](one.rule.title)}：${words}`,
      program,
      clauses: one.part.clauses,
      ...(builds && base.scenario !== undefined ? { extends: base.scenario } : {}),
      facts: patch as unknown as Facts,
      expect: {
        verdict: eligibility.verdict,
        rules: { [one.rule.id]: verdict },
        ...(eligibility.missing.length > 0 ? { missing: eligibility.missing.map(fieldOf) } : {}),
      },
    },
  };
}

const blankWords = (changed: readonly string[], { fields }: Subject): string =>
  `没有填写${changed.map((key) => fields.get(key)?.title || (key.split('/').at(-1) ?? key)).join('、')}`;

/** Also what the conditions of its relaxations read. */
const fieldsOf = ({ asked }: RuleSubject): readonly string[] =>
  asked.flatMap(({ typed }) => fieldsRead(typed).map(({ field }) => field.key));

/** The answers a rule reads, of all an applicant gave. */
function only(facts: Facts, keys: readonly string[]): Facts {
  const wanted = (key: string) =>
    keys.some((one) => one === key || one.startsWith(`${key}/`) || one.startsWith(`${key}[]`));
  const cut = (key: string, value: Json): Json => {
    if (Array.isArray(value)) return value.map((row) => cut(`${key}[]`, row as Json));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value as JsonObject)
        .filter(([name]) => wanted(`${key}/${name}`))
        .map(([name, part]) => [name, cut(`${key}/${name}`, part as Json)]),
    ) as JsonObject;
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([form, data]) => (data && wanted(form) ? [[form, cut(form, data)]] : [])),
  ) as Facts;
}

/** The RFC 7396 patch that makes one value of another. */
function mergePatch(from: JsonObject, to: JsonObject): JsonObject {
  const patch: Record<string, Json> = {};
  for (const name of Object.keys(from)) if (!Object.hasOwn(to, name)) patch[name] = null;
  for (const [name, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, name) ? from[name] : undefined;
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    const both = [before, value].every(
      (one) => one !== null && typeof one === 'object' && !Array.isArray(one),
    );
    patch[name] = both ? mergePatch(before as JsonObject, value as JsonObject) : (value as Json);
  }
  return patch;
}
