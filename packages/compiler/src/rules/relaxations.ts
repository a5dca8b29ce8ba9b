import type { RelaxationDefinition, RulesDefinition } from '@zhinan/model';
import type { Reports } from './reports.ts';
import { partsOf } from './typed.ts';
import type { Comparison, Typed } from './typed.ts';

/** In which direction a parameter makes requirements easier to meet; `both` when it depends. */
type Easier = 'lower' | 'higher' | 'both';

const direction: Readonly<Partial<Record<Comparison, Easier>>> = {
  ge: 'lower',
  gt: 'lower',
  le: 'higher',
  lt: 'higher',
};
const opposite: Readonly<Record<Easier, Easier>> = { lower: 'higher', higher: 'lower', both: 'both' };

/** Finds how each parameter bears on a requirement: `x >= limit` is easier with a lower limit. */
function easing(typed: Typed, found = new Map<string, Easier>(), negated = false): Map<string, Easier> {
  const note = (name: string, easier: Easier) =>
    found.set(name, found.has(name) && found.get(name) !== easier ? 'both' : easier);
  if (typed.is === 'parameter') note(typed.name, 'both');
  else if (typed.is === 'compare') {
    const { op, left, right } = typed;
    const onRight = direction[op] ?? 'both';
    for (const [side, easier] of [
      [right, onRight],
      [left, opposite[onRight]],
    ] as const) {
      if (side.is === 'parameter') note(side.name, negated ? opposite[easier] : easier);
      else easing(side, found, negated);
    }
  } else {
    const flips = typed.is === 'not';
    // Inside a filter or a total, more may be better or worse: left undecided.
    const plain = ['and', 'or', 'not', 'quantified'].includes(typed.is);
    for (const part of partsOf(typed)) {
      if (plain) easing(part, found, negated !== flips);
      else for (const name of easing(part).keys()) note(name, 'both');
    }
  }
  return found;
}

/** Two relaxations of one parameter to different values need different priorities, or 就高 (`best`). */
export function reportConflicts(
  relax: readonly RelaxationDefinition[],
  parameters: RulesDefinition['parameters'],
  reports: Reports,
): void {
  for (const [index, second] of relax.entries()) {
    for (const first of relax.slice(0, index)) {
      const ranked =
        first.priority !== undefined && second.priority !== undefined && first.priority !== second.priority;
      if (ranked) continue;
      for (const [parameter, value] of Object.entries(second.set)) {
        const other = Object.hasOwn(first.set, parameter) ? first.set[parameter] : value;
        // 就高: the best of them is taken, whatever the order.
        if (other === value || parameters?.[parameter]?.best !== undefined) continue;
        reports.at(`/relax/${index}/set/${parameter}`)('rules/relax-conflict', undefined, {
          parameter,
          first: first.title,
          second: second.title,
        });
      }
    }
  }
}

/** A relaxation that moves a parameter against the direction in which its rules become easier. */
export function reportStricter(
  definition: RulesDefinition,
  requirements: readonly Typed[],
  valueOf: (parameter: string, value: string | number | boolean) => string | number | boolean | undefined,
  reports: Reports,
): void {
  const easier = new Map<string, Easier>();
  for (const requirement of requirements) easing(requirement, easier);
  for (const [index, relaxation] of (definition.relax ?? []).entries()) {
    for (const [parameter, written] of Object.entries(relaxation.set)) {
      const standard = definition.parameters?.[parameter]?.default;
      const way = easier.get(parameter);
      if (standard === undefined || way === undefined || way === 'both') continue;
      const [from, to] = [valueOf(parameter, standard), valueOf(parameter, written)];
      if (from === undefined || to === undefined || typeof from !== typeof to) continue;
      if (way === 'lower' ? to > from : to < from) {
        reports.at(`/relax/${index}/set/${parameter}`)('rules/relax-stricter', undefined, {
          parameter,
          standard: String(standard),
          value: String(written),
        });
      }
    }
  }
}
