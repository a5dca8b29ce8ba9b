import { parseInstant } from '@zhinan/engine';
import type { Json } from '@zhinan/model';
import { isJsonObject, listed, objectOr } from '../statechart/json.ts';
import type { Edge, Stop } from '../statechart/explore.ts';
import type { Transition } from '../statechart/node.ts';
import type { MachineView } from '../view.ts';

/** A moment in ms since 1970 with the instant it comes from; `at` may be infinite. */
export interface Bound {
  readonly at: number;
  /** Name of the guideline's instant (or its text), '' when there is none. */
  readonly instant: string;
}

export const never: Bound = { at: Number.NEGATIVE_INFINITY, instant: '' };
export const anyTime: Bound = { at: Number.POSITIVE_INFINITY, instant: '' };

export function earlier(a: Bound, b: Bound): Bound {
  return b.at < a.at ? b : a;
}

/** When something may happen: at or after `from`, strictly before `until`. */
export interface Span {
  readonly from: Bound;
  readonly until: Bound;
}

const always: Span = { from: never, until: anyTime };

function both(a: Span, b: Span): Span {
  return { from: a.from.at >= b.from.at ? a.from : b.from, until: earlier(a.until, b.until) };
}

export function momentOf(name: string, { guideline }: Pick<MachineView, 'guideline'>): number | null {
  const named = Object.hasOwn(guideline.instants, name) ? guideline.instants[name] : undefined;
  return parseInstant(named?.at ?? name);
}

/** What the guards of an edge say about its moment. */
export function spanOf({ answer, follow }: Edge, view: MachineView): Span {
  return [...answer, ...follow].reduce(
    (span, transition) => both(span, spanOfTransition(transition, view)),
    always,
  );
}

/** Its own guard holds, and those of the candidates before it did not: time is never unknown. */
function spanOfTransition(transition: Transition, view: MachineView): Span {
  const passedOver = transition.source.transitions.filter(
    ({ groupPointer, index }) => groupPointer === transition.groupPointer && index < transition.index,
  );
  return passedOver.reduce(
    (span, { guard }) => both(span, spanOfGuard(guard, view, false)),
    spanOfGuard(transition.guard, view, true),
  );
}

function spanOfGuard(guard: Json | undefined, view: MachineView, holds: boolean): Span {
  if (!isJsonObject(guard)) return always;
  const params = objectOr(guard['params']);
  switch (guard['type']) {
    case 'not':
      return spanOfGuard(params['guard'], view, !holds);
    // All hold, or none of any does; in the other cases one cannot tell which part decides.
    case 'all':
    case 'any':
      return holds === (guard['type'] === 'all')
        ? listed(params['guards']).reduce<Span>(
            (span, each) => both(span, spanOfGuard(each, view, holds)),
            always,
          )
        : always;
    case 'before':
    case 'notBefore': {
      const instant = params['instant'];
      const at = typeof instant === 'string' ? momentOf(instant, view) : null;
      if (typeof instant !== 'string' || at === null) return always;
      const bound = { at, instant };
      return holds === (guard['type'] === 'before')
        ? { from: never, until: bound }
        : { from: bound, until: anyTime };
    }
    default:
      return always;
  }
}

/** Instants at which a wait of an active state moves the procedure on whatever anybody does; `own` is left out. */
export function forcedBy({ config }: Stop, view: MachineView, own?: Transition): Bound {
  let bound = anyTime;
  for (const node of config.active) {
    for (const { trigger, guard, groupPointer } of node.transitions) {
      if (trigger.type !== 'after' || guard !== undefined || groupPointer === own?.groupPointer) continue;
      const delay = view.machine.delays[trigger.name];
      if (!delay || !('instant' in delay)) continue;
      const at = momentOf(delay.instant, view);
      if (at !== null) bound = earlier(bound, { at, instant: delay.instant });
    }
  }
  return bound;
}
