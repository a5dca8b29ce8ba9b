import { addDays, daysBetween, isDate, isWorkday, noticeEnd, regionalHolidays } from '@zhinan/engine';
import { UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';

const counting = {
  'zh-CN': {
    excluded: '张贴次日起算',
    included: '张贴当日算第一天',
    unknown: '日历还没有公布到那时，不能判断',
    work: '工作日',
    off: '休息日',
  },
  en: {
    excluded: 'counted from the next day',
    included: 'posting day counted',
    unknown: 'beyond the announced calendar: unknown',
    work: 'working day',
    off: 'day off',
  },
};

/** `zhinan notice 2025-10-09 --workdays 3`: when a public notice ends, under both ways of counting. */
export function noticeCommand({ positionals, options, language }: CommandContext): Promise<ExitCode> {
  const [postedAt = ''] = positionals;
  const workdays = Number(options['workdays'] ?? 3);
  if (!isDate(postedAt))
    throw new UsageError('写法：zhinan notice 2025-10-09 --workdays 3 [--region xinjiang]');
  if (!Number.isInteger(workdays) || workdays < 1) throw new UsageError('--workdays 要写一个正整数');
  const region = options['region'];
  if (region !== undefined && !(typeof region === 'string' && Object.hasOwn(regionalHolidays, region))) {
    throw new UsageError(`--region 可以是：${Object.keys(regionalHolidays).join('、')}`);
  }
  const words = counting[language];
  const place = region === undefined ? {} : { region: 'xinjiang' as const };
  for (const postingDayCounts of [false, true]) {
    const end = noticeEnd({ postedAt, workdays, postingDayCounts, ...place });
    console.log(
      `${postingDayCounts ? words.included : words.excluded}：${end ? `${end.lastDay}  →  ${end.endsAt}` : words.unknown}`,
    );
  }
  const last = noticeEnd({ postedAt, workdays, postingDayCounts: false, ...place })?.lastDay;
  const days =
    last === undefined
      ? []
      : Array.from({ length: daysBetween(postedAt, last) + 1 }, (_, index) => addDays(postedAt, index));
  for (const day of days) console.log(`  ${day}  ${isWorkday(day, place.region) ? words.work : words.off}`);
  return Promise.resolve(0);
}
