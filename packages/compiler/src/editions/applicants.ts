import type {
  CompiledRules,
  Eligibility,
  FactView,
  Facts,
  ProgramContract,
  RuleVerdict,
} from '@zhinan/model';
import { rehearsalValidators } from '../5-rehearse/rehearsal-validators.ts';
import { evaluateSource } from '../rules/evaluate-source.ts';
import type { Applicant, EditionDiff } from './change.ts';
import type { Edition } from './edition.ts';
import { redatingOf } from './redating.ts';
import { boundsOf, variationsOf } from './variations.ts';

type Standing = RuleVerdict | 'absent';

const words: Readonly<Record<Standing, string>> = {
  pass: '符合',
  relaxed: '放宽后符合',
  'needs-reason': '需说明理由',
  fail: '不符合',
  unknown: '尚不能判断',
  'not-applicable': '不适用',
  absent: '没有这个条件',
};

/** Applicants that are varied, each in every answer the rules look at. */
const maxBases = 16;
const maxFacts = 8;

interface Candidate {
  readonly scenario: string;
  readonly facts: Facts;
  readonly differs: readonly string[];
}

interface Judged {
  readonly verdicts: readonly Eligibility['verdict'][];
  /** Verdicts of all conditions in both editions. */
  readonly ways: string;
  /** Present when the verdicts differ. */
  readonly applicant?: Applicant;
}

/**
 * Who is judged differently: the applicants of both editions' scenarios, and those who differ from them in one answer at
 * a bound, before the rules of both. One example is kept for each set of conditions that made the difference.
 */
export function judgedDifferently(
  before: Edition,
  after: Edition,
): Pick<EditionDiff, 'applicants' | 'tried' | 'redated'> {
  const redating = redatingOf(before.contract, after.contract);
  const applicants: Applicant[] = [];
  let tried = 0;
  for (const [id, program] of Object.entries(after.contract.programs)) {
    const [old, now, was] = [before.rules[id], after.rules[id], before.contract.programs[id]];
    if (!old || !now || !was) continue;
    if (old.body === now.body && old.program === now.program) continue;
    const rules = { before: evaluateSource(old), after: evaluateSource(now) };
    const differing = new Map<string, Applicant>();
    const possible = possibleIn([was, program]);
    const judge = (candidate: Candidate): Judged => {
      tried += 1;
      const found = compared(candidate, rules, redating.toAfter, program.title);
      const applicant = found.applicant;
      if (applicant) {
        const key = keyOf(applicant);
        const known = differing.get(key);
        if ((!known || applicant.differs.length < known.differs.length) && possible(candidate))
          differing.set(key, applicant);
      }
      return found;
    };
    const own = [
      ...before.scenarios.filter(({ program: name }) => name === id),
      ...after.scenarios
        .filter(({ program: name }) => name === id)
        .map((scenario) => ({ ...scenario, facts: redating.toBefore(scenario.facts) })),
    ];
    const bases = new Map<string, Candidate>();
    for (const { title, facts } of own)
      bases.set(
        JSON.stringify(facts),
        bases.get(JSON.stringify(facts)) ?? { scenario: title, facts, differs: [] },
      );
    // Somebody who meets everything shows best what a single answer changes; one for each way of meeting it.
    const sound = new Map<string, Candidate>();
    for (const base of bases.values()) {
      const { verdicts, ways } = judge(base);
      const meets = verdicts.some((verdict) => verdict === 'eligible' || verdict === 'needs-reason');
      if (meets && !sound.has(ways)) sound.set(ways, base);
    }
    const bounds = [
      ...boundsOf(old),
      ...boundsOf(now).map((bound) => ({
        ...bound,
        values: bound.values.map((value) => redating.toBefore(value)),
      })),
    ];
    for (const base of [...sound.values()].slice(0, maxBases))
      for (const { facts, differs } of variationsOf(base.facts, bounds))
        judge({ scenario: base.scenario, facts, differs: [differs] });
    applicants.push(...simplest([...differing.values()]));
  }
  return { applicants, tried, ...(redating.words === undefined ? {} : { redated: redating.words }) };
}

function compared(
  { scenario, facts, differs }: Candidate,
  rules: { readonly before: CompiledRules; readonly after: CompiledRules },
  redate: (facts: Facts) => Facts,
  program: string,
): Judged {
  const [old, now] = [rules.before.eligibility(facts), rules.after.eligibility(redate(facts))];
  const verdicts = [old.verdict, now.verdict];
  const ways = [...old.rules, ...now.rules].map(({ verdict }) => verdict).join();
  // What a made-up answer leaves open says nothing about the editions.
  const open = differs.length > 0 && verdicts.includes('undecided');
  if (old.verdict === now.verdict || open) return { verdicts, ways };
  const ids = [...new Set([...old.rules, ...now.rules].map(({ id }) => id))];
  const outcomes = ids.flatMap((id) => {
    const [one, other] = [old.rules.find((rule) => rule.id === id), now.rules.find((rule) => rule.id === id)];
    const was: Standing = one?.verdict ?? 'absent';
    const is: Standing = other?.verdict ?? 'absent';
    return decisive(was, is)
      ? [{ id, title: (other ?? one)?.title ?? id, before: words[was], after: words[is], one, other }]
      : [];
  });
  const facing = new Map<string, FactView>();
  for (const { one, other } of outcomes)
    for (const view of (other ?? one)?.own ?? []) facing.set(`${view.form}${view.pointer}`, view);
  for (const { one, other } of outcomes)
    for (const entry of [...(one?.entries ?? []), ...(other?.entries ?? [])])
      for (const view of entry.own)
        facing.set(`${view.form}${view.pointer}`, { ...view, title: `${entry.title}的${view.title}` });
  const told = outcomes.map(({ id, title, before, after }) => ({ id, title, before, after }));
  return {
    verdicts,
    ways,
    applicant: {
      program,
      scenario,
      differs,
      before: old.verdict,
      after: now.verdict,
      rules: told,
      facts: [...facing.values()].slice(0, maxFacts),
    },
  };
}

/** Whether a condition came out so differently that the verdict may follow. */
function decisive(before: Standing, after: Standing): boolean {
  const standing = (verdict: Standing) =>
    ['pass', 'relaxed', 'not-applicable', 'absent'].includes(verdict) ? 'holds' : verdict;
  return standing(before) !== standing(after);
}

const keyOf = ({ before, after, rules }: Applicant): string =>
  `${before} ${after} ${rules
    .map(({ id }) => id)
    .toSorted()
    .join()}`;

/** Without those whose difference others show with fewer conditions. */
function simplest(applicants: readonly Applicant[]): readonly Applicant[] {
  const ids = ({ rules }: Applicant) => new Set(rules.map(({ id }) => id));
  return applicants.filter((one) => {
    const own = ids(one);
    return !applicants.some((other) => {
      const less = ids(other);
      const direction = other.before === one.before && other.after === one.after;
      return (
        other !== one &&
        direction &&
        less.size > 0 &&
        less.size < own.size &&
        [...less].every((id) => own.has(id))
      );
    });
  });
}

const leftOut = new Set(['required', 'minItems', 'dependentRequired', 'contains']);

/** Whether the answers could be given on the forms of either edition; answers may be left out. */
function possibleIn(programs: readonly ProgramContract[]): (candidate: Candidate) => boolean {
  const validators = programs.map((program) => () => rehearsalValidators(program));
  const made: ReturnType<typeof rehearsalValidators>[] = [];
  return ({ facts, differs }) => {
    if (differs.length === 0) return true;
    if (made.length === 0) made.push(...validators.map((make) => make()));
    return made.some((forms) =>
      Object.entries(facts).every(
        ([form, data]) =>
          !data || (forms[form]?.issues(data) ?? []).every(({ keyword }) => leftOut.has(keyword)),
      ),
    );
  };
}
