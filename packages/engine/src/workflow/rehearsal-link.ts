import type { ScenarioFile } from '@zhinan/model';
import { pack } from './packed.ts';

/** A scenario, or only the steps of a way that somebody found. */
export type Rehearsed = Pick<ScenarioFile, 'steps'> & Partial<ScenarioFile>;

/**
 * Address in the playground (`#/…`) that opens these steps on a programme, already played up to step number `at` (all
 * of them unless given). What a step asks to be filled and does not carry comes from the programme's samples.
 */
export async function rehearsalLink(
  edition: string,
  program: string,
  rehearsed: Rehearsed,
  at = rehearsed.steps?.length ?? 0,
): Promise<string> {
  return `#/${edition}/${program}/procedure?given=${await pack(rehearsed)}&at=${at}`;
}
