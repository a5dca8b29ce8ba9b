import type { Contract } from '@zhinan/model';
import { dateTime, dayOf } from '../../time.ts';
import type { LogEntry, Wait } from '../standing.ts';

/** Something that stands on a day of the calendar. */
export interface Mark {
  readonly kind: 'date' | 'due' | 'span' | 'event';
  /** Hour and minute, `20:00`; absent for what lasts the whole day. */
  readonly time?: string;
  readonly text: string;
  readonly clause?: string;
  /** Of a span: how it lies on this day. */
  readonly part?: 'first' | 'middle' | 'last' | 'only';
}

export type Marks = ReadonlyMap<string, readonly Mark[]>;

/** By day: dates of the guideline, running and finished waits, what happened. */
export function marksOf(contract: Contract, waits: readonly Wait[], log: readonly LogEntry[]): Marks {
  const marks = new Map<string, Mark[]>();
  const put = (day: string, mark: Mark): void => {
    const list = marks.get(day);
    if (list === undefined) marks.set(day, [mark]);
    else list.push(mark);
  };
  const timeOf = (at: string): string => dateTime(at).slice(11);
  for (const { title, at, clause } of Object.values(contract.instants))
    put(dayOf(at), { kind: 'date', time: timeOf(at), text: title, clause });
  for (const wait of waits) {
    if (!wait.period) continue;
    const { title, clause } = wait;
    for (const [index, day] of wait.days.entries()) {
      const only = wait.days.length === 1;
      const part = only ? 'only' : index === 0 ? 'first' : index === wait.days.length - 1 ? 'last' : 'middle';
      put(day, { kind: 'span', text: title, clause, part });
    }
  }
  for (const entry of log) {
    const clause = entry.clauses[0];
    put(dayOf(entry.at), {
      kind: 'event',
      time: timeOf(entry.at),
      text: `${entry.title}（${entry.actor}）`,
      ...(clause === undefined ? {} : { clause }),
    });
  }
  return marks;
}
