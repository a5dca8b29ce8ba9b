import type { Diagnostic, Facts, JsonObject } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import type { CompiledPart } from '../../rules/compiled-source.ts';
import { statement } from '../../rules/words.ts';
import { fieldsRead, partsOf } from '../../rules/typed.ts';
import type { Typed } from '../../rules/typed.ts';
import type { Reach } from './domain.ts';
import { evaluators, scopeOf } from './evaluator.ts';
import { Grain } from './grain.ts';
import { placeWithin } from './source-of.ts';
import { axesOf, combinations, inside } from './space.ts';
import type { Subject } from './subject.ts';
import { expressionsOf } from './written.ts';
import type { Written } from './written.ts';

const report = reporter(analysisMessages);
const most = 1500;
const thoroughly = 20_000;

/** The conditions inside an expression that somebody wrote as a condition: operands, filters, tests, `if`. */
function conditionsIn(typed: Typed): readonly Typed[] {
  const own = (): readonly Typed[] => {
    switch (typed.is) {
      case 'and':
      case 'or':
        return typed.parts.length > 1 ? typed.parts : [];
      case 'filter':
        return [typed.keep];
      case 'quantified':
        return [typed.test];
      case 'choose':
        return [typed.condition];
      default:
        return [];
    }
  };
  // What a table tests is looked at row by row elsewhere.
  if (typed.is === 'table') return [];
  return [...own(), ...partsOf(typed).flatMap(conditionsIn)];
}

/** The list whose row a condition is about; undefined for a condition about all answers, null for a mixture. */
function rowOf(condition: Typed): string | undefined | null {
  const read = fieldsRead(condition);
  const rows = new Set(
    read
      .filter(({ row }) => row !== undefined)
      .map(({ field }) => field.key.slice(0, field.key.lastIndexOf('[]') + 2)),
  );
  const free = freeRows(condition);
  if (free.size === 0) return undefined;
  const [row] = rows;
  return free.size === 1 && rows.size === 1 && row !== undefined && read.every((one) => one.row !== undefined)
    ? row
    : null;
}

/** Row variables a condition reads that are opened outside it. */
function freeRows(typed: Typed, opened: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  if (typed.is === 'field')
    return typed.row !== undefined && !opened.has(typed.row) ? new Set([typed.row]) : new Set();
  const own = 'row' in typed && typed.row !== undefined ? new Set([...opened, typed.row]) : opened;
  return new Set(partsOf(typed).flatMap((part) => [...freeRows(part, own)]));
}

interface Sample {
  readonly holds: boolean;
  readonly facts: Facts;
}

function tried(
  condition: Typed,
  row: string | undefined,
  { ground }: Subject,
  reach: Reach,
  grain?: Grain,
): readonly Sample[] {
  const axes = axesOf(
    [{ typed: condition }],
    grain ? { ...ground, grain } : ground,
    reach,
    row === undefined ? '' : `${row}/`,
  );
  const [ask] = evaluators([condition], ground.region);
  if (!ask) return [];
  const samples: Sample[] = [];
  for (const made of combinations(axes, grain ? thoroughly : most)) {
    const scope = scopeOf(made);
    for (const params of ground.settings) {
      const value = row === undefined ? ask(scope, params) : ask(scopeOf({}), params, scope, scope, scope);
      if (typeof value === 'boolean')
        samples.push({
          holds: value,
          facts: row === undefined ? (made as unknown as Facts) : inList(row, made),
        });
    }
  }
  return samples;
}

/** A row as part of an applicant, to speak of it. */
function inList(row: string, made: JsonObject): Facts {
  const [form = '', ...path] = row.slice(0, -2).split('/');
  const data = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), [made]);
  return { [form]: data as JsonObject };
}

interface Dead {
  readonly part: CompiledPart;
  readonly condition: Typed;
  readonly never: boolean;
  readonly expression: Written;
  readonly example: Facts;
}

const known = new WeakMap<Subject, readonly Dead[]>();

/** Conditions that are true, or false, whatever anybody answers; of those inside each other the innermost. */
export function deadConditions(subject: Subject): readonly Dead[] {
  const remembered = known.get(subject);
  if (remembered) return remembered;
  const found = expressionsOf(subject).flatMap((expression) => {
    const { typed, pointer, part } = expression;
    const whole = pointer.endsWith('/when') || pointer.endsWith('/where');
    const dead: Dead[] = [];
    // Innermost first: what is dead only by a dead part is not told again.
    for (const condition of [...(whole ? [typed] : []), ...conditionsIn(typed)].toReversed()) {
      const row = rowOf(condition);
      if (row === null || fieldsRead(condition).length === 0) continue;
      const inner = new Set(inside(condition));
      if (dead.some((other) => inner.has(other.condition))) continue;
      const possible = tried(condition, row, subject, 'form');
      const never = possible.length > 0 && !possible.some(({ holds }) => holds);
      const always =
        possible.length > 0 && !never && !tried(condition, row, subject, 'any').some(({ holds }) => !holds);
      if (never || always)
        dead.push({ part, condition, never, expression, example: possible.at(-1)?.facts ?? {} });
    }
    return dead.toReversed();
  });
  known.set(subject, found);
  return found;
}

/** No condition is true, or false, whatever anybody answers. */
export function eachConditionCanTurnOutBothWays(subject: Subject): readonly Diagnostic[] {
  return deadConditions(subject).map(({ condition, never, expression, example }) => {
    const params = {
      title: expression.title,
      condition: statement(condition, { parameters: new Map() }),
      applicant: subject.words(example),
    };
    const code = never ? 'analysis/condition-never-holds' : 'analysis/condition-always-holds';
    return report(code, placeWithin(subject.place, expression, condition), params, {
      clause: expression.clause,
    });
  });
}

/** Whether a finding about the whole of a rule would only repeat what a condition inside it does wrong. */
export const hasDeadCondition = (part: CompiledPart, subject: Subject): boolean =>
  deadConditions(subject).some((dead) => dead.part === part);
