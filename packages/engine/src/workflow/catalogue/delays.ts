import type { DelayDefinition, Json } from '@zhinan/model';
import { addDays, addMonths, addYears, isDate, type IsoDate } from '../../calendar/date.ts';
import {
  closeOf,
  dateOf,
  formatInstant,
  inBeijing,
  parseInstant,
  type IsoInstant,
} from '../../calendar/instant.ts';
import { addWorkdays } from '../../calendar/workdays.ts';
import { momentOf, readingCountsPostingDay, type Environment } from '../environment.ts';
import { valueAt } from '../json.ts';
import type { CaseContext, UndatedWait } from '../snapshot.ts';
import { optional, required, type CatalogueEntry } from './parameter.ts';

/** Kinds of wait by the key that names them in a machine's `delays`. */
export const delayCatalogue: Readonly<
  Record<'instant' | 'workdays' | 'days' | 'months' | 'years' | 'dateOf', CatalogueEntry>
> = {
  instant: { title: '到某时点', params: { instant: required('text', 'instant') } },
  workdays: {
    title: '若干个工作日（末日 24 时止）',
    params: {
      workdays: required('count'),
      postingDayCounts: optional('text', 'interpretation'),
      less: optional('text', 'key'),
      from: optional('text', 'field'),
    },
  },
  days: {
    title: '若干日（自次日起算，末日 24 时止）',
    params: { days: required('count'), from: optional('text', 'field'), times: optional('text', 'list') },
  },
  months: {
    title: '若干月（对应日 24 时止）',
    params: { months: required('count'), from: optional('text', 'field'), times: optional('text', 'list') },
  },
  years: {
    title: '若干年（对应日 24 时止）',
    params: { years: required('count'), from: optional('text', 'field'), times: optional('text', 'list') },
  },
  dateOf: { title: '到所填日期（当日 24 时止）', params: { dateOf: required('text', 'field') } },
};

/** When a wait ends, or why nobody can tell. */
export type Due = { readonly at: IsoInstant } | { readonly why: UndatedWait['why'] };

/**
 * End of a wait that begins at `since`. Periods begin the day after (Civil Code art. 201), end at 24:00 of their last
 * day (art. 203), months and years on the corresponding day (art. 202). With `from` they are counted from that date
 * instead, which an answer may put before `since`: the wait is then over at once. With `times` the period is taken as often
 * as a list has entries, so that what is due every month stays on its day of the month however late one was paid.
 */
export function dueOf(
  delay: DelayDefinition,
  since: IsoInstant,
  context: CaseContext,
  environment: Environment,
): Due {
  if ('instant' in delay) {
    const moment = momentOf(environment, delay.instant);
    return moment === undefined ? { why: 'date-missing' } : { at: inBeijing(moment) };
  }
  if ('dateOf' in delay) return dueOfAnswer(answerAt(delay.dateOf, context));
  const trigger = delay.from === undefined ? { from: dateOf(since) } : dayOf(answerAt(delay.from, context));
  if ('why' in trigger) return trigger;
  const { from } = trigger;
  if ('workdays' in delay) {
    const left = Math.max(1, delay.workdays - usedUp(delay.less, context));
    const period = addWorkdays(from, left, environment.contract.calendarRegion, {
      postingDayCounts: readingCountsPostingDay(delay.postingDayCounts, environment),
    });
    return period ? { at: period.endsAt } : { why: 'beyond-calendar' };
  }
  const times = delay.times === undefined ? 1 : entriesOf(delay.times, context);
  if ('days' in delay) return close(() => addDays(from, delay.days * times));
  if ('months' in delay) return close(() => addMonths(from, delay.months * times));
  return close(() => addYears(from, delay.years * times));
}

function entriesOf(list: string, { lists }: CaseContext): number {
  return Object.hasOwn(lists, list) ? (lists[list]?.length ?? 0) : 0;
}

/** Days of the period that `useUp` has counted already. */
function usedUp(key: string | undefined, { values }: CaseContext): number {
  const used = key !== undefined && Object.hasOwn(values, key) ? values[key] : 0;
  return typeof used === 'number' ? used : 0;
}

function close(lastDay: () => IsoDate): Due {
  try {
    return { at: closeOf(lastDay()) };
  } catch {
    return { why: 'date-unusable' };
  }
}

/** `form.field…` of a stored form, or a key kept in the context. */
function answerAt(path: string, { forms, values }: CaseContext): Json | undefined {
  const dot = path.indexOf('.');
  const form = dot < 0 ? undefined : path.slice(0, dot);
  if (form !== undefined && Object.hasOwn(forms, form)) return valueAt(forms[form], path.slice(dot + 1));
  return Object.hasOwn(values, path) ? values[path] : undefined;
}

/** The day an answer names: a date, or the Beijing day of a moment. */
function dayOf(answer: Json | undefined): { readonly from: IsoDate } | { readonly why: UndatedWait['why'] } {
  if (answer === undefined || answer === null) return { why: 'date-missing' };
  if (isDate(answer)) return { from: answer };
  const moment = parseInstant(answer);
  return moment === null ? { why: 'date-unusable' } : { from: dateOf(formatInstant(moment)) };
}

/** A plain date is waited for to its end, a moment to that moment. */
function dueOfAnswer(answer: Json | undefined): Due {
  if (answer === undefined || answer === null) return { why: 'date-missing' };
  if (isDate(answer)) return close(() => answer);
  const moment = parseInstant(answer);
  return moment === null ? { why: 'date-unusable' } : { at: formatInstant(moment) };
}
