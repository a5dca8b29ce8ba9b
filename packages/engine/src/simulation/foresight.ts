import type { MachineContract } from '@zhinan/model';
import { addDays } from '../calendar/date.ts';
import { closeOf, dateOf, millisOf, type IsoInstant } from '../calendar/instant.ts';
import { lastPostingDay } from '../calendar/notice.ts';
import { readingCountsPostingDay, type Environment } from '../workflow/environment.ts';
import { lineage, type MachineIndex } from '../workflow/machine-index.ts';

/**
 * Until when a step has to be done so that the longest period which still has to pass before the deadline, a public
 * notice, ends in time: people who know the procedure do not wait for the deadline itself. The deadline where nothing
 * has to pass, or where nobody can tell.
 */
export function practicalDeadline(
  environment: Environment,
  index: MachineIndex,
  { delays }: MachineContract,
  step: string,
  deadline: { readonly delay: string; readonly dueAt: IsoInstant },
): IsoInstant {
  const paths = [...index.keys()];
  const ahead = paths
    .slice(paths.indexOf(step) + 1)
    .filter((path) => lineage(path).some((state) => index.get(state)?.after[deadline.delay]))
    .flatMap((path) => Object.keys(index.get(path)?.after ?? {}));
  const region = environment.contract.calendarRegion;
  const days = [...new Set(ahead)].flatMap((name) => {
    const delay = delays[name];
    if (!delay) return [];
    if ('days' in delay && delay.days !== undefined)
      return [addDays(dateOf(deadline.dueAt), -delay.days - 1)];
    if (!('workdays' in delay) || delay.workdays === undefined) return [];
    const postingDayCounts = readingCountsPostingDay(delay.postingDayCounts, environment);
    const notice = { workdays: delay.workdays, postingDayCounts, ...(region ? { region } : {}) };
    return lastPostingDay(notice, deadline.dueAt) ?? [];
  });
  const [first] = days.sort();
  if (first === undefined) return deadline.dueAt;
  const close = closeOf(first);
  return millisOf(close) < millisOf(deadline.dueAt) ? close : deadline.dueAt;
}
