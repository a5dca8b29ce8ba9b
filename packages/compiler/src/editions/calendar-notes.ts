import { coverage, regionalCoverage, regionalHolidays } from '@zhinan/engine';
import type { GuidelineFile } from '@zhinan/model';
import { moment } from './compare/instants.ts';
import { beyondCalendar } from './shift.ts';

/** What the calendar does not yet know about the time an edition runs in, in plain Chinese. */
export function calendarNotes({
  instants,
  calendarRegion,
}: Pick<GuidelineFile, 'instants' | 'calendarRegion'>): readonly string[] {
  const all = Object.values(instants);
  const beyond = all.filter(({ at }) => beyondCalendar(at));
  const notes: string[] = [];
  if (beyond.length > 0) {
    const years = [...new Set(beyond.map(({ at }) => at.slice(0, 4)))].toSorted().join('、');
    notes.push(
      `${years} 年的放假和调休安排还没有公布（日历只到 ${coverage.until}）。下列时点前后的工作日、公示期能否走完，现在不能判断，公布后请再检查一次：`,
      ...beyond.map(({ title, at }) => `  ${title}：${moment(at)}`),
    );
  }
  if (calendarRegion === undefined) return notes;
  const { title } = regionalHolidays[calendarRegion];
  for (const year of new Set(all.filter(({ at }) => !beyondCalendar(at)).map(({ at }) => at.slice(0, 4)))) {
    const known = regionalCoverage(Number(year), calendarRegion);
    if (known.state === 'announced') continue;
    const days =
      known.state === 'open'
        ? known.unknown.map(({ feast, from, until }) => `${feast}前后（${from} 至 ${until}）`)
        : [];
    notes.push(
      `${title}${year} 年的节假日通知没有收录${days.length > 0 ? `：${days.join('、')}是不是工作日不能判断，其余按全国安排` : '，自治区自己的节假日没有计入'}。`,
    );
  }
  return notes;
}
