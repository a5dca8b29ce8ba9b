import { addDays } from '../../calendar/date.ts';
import { dateOf } from '../../calendar/instant.ts';
import { workdaysBetween } from '../../calendar/workdays.ts';
import { readingCountsPostingDay } from '../environment.ts';
import type { ChangeKind } from './action.ts';
import { optional, required } from './parameter.ts';

export const stamp: ChangeKind<'stamp'> = {
  title: '记下此刻',
  params: { key: required('text', 'key') },
  change: ({ key = '' }, { context, at }) => ({ ...context, values: { ...context.values, [key]: at } }),
};

/**
 * The present day is not over, so it does not count; the day of the stamp counts where the reading says so. Days that the
 * calendar does not know count as not used: a notice then runs longer, never shorter.
 */
export const useUp: ChangeKind<'useUp'> = {
  title: '累计已过的完整工作日',
  params: {
    key: required('text', 'key'),
    since: required('text', 'key'),
    postingDayCounts: optional('text', 'interpretation'),
  },
  change({ key = '', since = '', postingDayCounts }, { context, at, environment }) {
    const from = context.values[since];
    const before = context.values[key];
    if (typeof from !== 'string') return context;
    const first = readingCountsPostingDay(postingDayCounts, environment)
      ? dateOf(from)
      : addDays(dateOf(from), 1);
    const passed = workdaysBetween(first, addDays(dateOf(at), -1), environment.contract.calendarRegion) ?? 0;
    const used = (typeof before === 'number' ? before : 0) + passed;
    return { ...context, values: { ...context.values, [key]: used } };
  },
};
