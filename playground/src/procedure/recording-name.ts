import { t } from '../language.ts';
import { dateTime, dayOf } from '../time.ts';
import type { Simulated } from './standing.ts';

/** What a recording of a play is called unless its author says otherwise: where the case stands, and when. */
export function recordingName(simulated: Simulated | undefined): string {
  const standing = simulated?.standings.find(({ machine }) => machine === 'case');
  const states = standing?.states.map(({ title }) => title).join('、') ?? '';
  const at = simulated?.at ?? '';
  return t('recordedUntil', { states, day: dayOf(at), time: dateTime(at) });
}
