import type { ScenarioStep } from '@zhinan/model';
import type { Move } from './moves.ts';

export interface Progress {
  /** Steps of the scenario that the moves have taken, in its order. */
  readonly done: number;
  /** The moves went another way: the scenario cannot be taken up from here. */
  readonly astray: boolean;
}

function isTakenBy(step: ScenarioStep | undefined, move: Move): boolean {
  if (step === undefined) return false;
  if ('advanceTo' in step)
    return move.kind === 'advance' && Date.parse(step.advanceTo) === Date.parse(move.at);
  return (
    move.kind === 'act' &&
    step.event === move.event &&
    step.as === move.role &&
    step.person === move.person &&
    (step.instance ?? step.machine ?? 'case') === move.instance
  );
}

/** How far the moves have followed a scenario; moving only the clock leads nobody astray. */
export function progressOf(steps: readonly ScenarioStep[], moves: readonly Move[]): Progress {
  let done = 0;
  for (const move of moves) {
    if (isTakenBy(steps[done], move)) done += 1;
    else if (move.kind === 'act') return { done, astray: true };
  }
  return { done, astray: false };
}
