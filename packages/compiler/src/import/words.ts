import type { Text } from '../diagnostics/message.ts';
import type { Bound, Doubt, Fact, FactKind } from './fact.ts';

type Plain = Readonly<Record<'zh' | 'en', string>>;

export const kindNames: Readonly<Record<FactKind, Plain>> = {
  date: { zh: '日期', en: 'date' },
  'birth-date': { zh: '出生日期', en: 'birth date' },
  age: { zh: '年龄', en: 'age' },
  amount: { zh: '金额', en: 'amount' },
  share: { zh: '比例', en: 'percentage' },
  count: { zh: '数量', en: 'count' },
  duration: { zh: '期间', en: 'duration' },
  workdays: { zh: '工作日', en: 'working days' },
  role: { zh: '角色', en: 'role' },
  document: { zh: '文书、附件', en: 'document' },
  modality: { zh: '语气', en: 'modal word' },
};

/** What an officer must settle before accepting. */
export const doubtWords: Readonly<Record<Doubt, Plain>> = {
  'no-hour': {
    zh: '没有写几点：在 at 里写明（当日24时写成次日 T00:00:00+08:00）',
    en: 'no hour given: state it in "at" (24:00 is T00:00:00+08:00 of the next day)',
  },
  'no-day': { zh: '没有写哪一日，暂按最后一日', en: 'no day given; the last day is assumed' },
  'no-year': { zh: '没有写年份，按上文推定', en: 'no year given; taken from the text before' },
  'no-such-date': { zh: '日历上没有这一天', en: 'no such day in the calendar' },
  relative: { zh: '从另一天算起，要写明是哪一天', en: 'counted from another day: state which' },
  'no-reference': {
    zh: '没有写算到哪一天：在 reference 里写时点的名称',
    en: 'no reference date: name an instant in "reference"',
  },
  'not-full-years': {
    zh: '写的是“岁”，不是“周岁”，请确认按周岁算',
    en: '岁, not 周岁: confirm that full years are meant',
  },
  'no-bound': { zh: '没有写以上还是以下', en: 'no bound given' },
  'range-without-rule': {
    zh: '只给出幅度，没有写怎样确定数额',
    en: 'a range without a rule that picks the amount',
  },
  'posting-day': { zh: '没有写张贴当日算不算', en: 'whether the posting day counts is not said' },
  'written-out': { zh: '原文用汉字书写', en: 'written out in characters' },
  'part-of-the-sentence': {
    zh: '可能只管这一句的一部分，其余是硬性要求的请拆成两条',
    en: 'may govern only part of the sentence: split the clause where the rest is strict',
  },
  'not-in-the-list': { zh: '附件目录里没有', en: 'not in the list of attachments' },
  'who-fills-in': {
    zh: '没有写由谁出具：在 by 里写角色的英文名',
    en: 'who issues it is not said: name a role in "by"',
  },
  'body-not-known': {
    zh: '不在常见机关之列，请起一个英文名',
    en: 'not among the usual bodies: give it an English id',
  },
};

const bounds: Readonly<Record<Bound, Text<{ value: string }>>> = {
  min: { zh: ({ value }) => `${value}以上（含）`, en: ({ value }) => `at least ${value}` },
  max: { zh: ({ value }) => `${value}以内（含）`, en: ({ value }) => `at most ${value}` },
  over: { zh: ({ value }) => `超过${value}（不含）`, en: ({ value }) => `more than ${value}` },
  under: { zh: ({ value }) => `不满${value}（不含）`, en: ({ value }) => `less than ${value}` },
};
const periods = {
  year: { zh: '每年', en: 'a year' },
  month: { zh: '每月', en: 'a month' },
  day: { zh: '每天', en: 'a day' },
  person: { zh: '每人', en: 'a person' },
} as const;
const edges = {
  until: { zh: '截止', en: 'until' },
  from: { zh: '开始', en: 'from' },
  on: { zh: '当日', en: 'on' },
} as const;

/** How a fact was understood, in one line. */
export function readingOf(fact: Fact, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const bounded = (bound: Bound | undefined, value: string) =>
    bound === undefined ? value : bounds[bound][language]({ value });
  const span = (least: string, most: string) => (least === most ? least : `${least}–${most}`);
  switch (fact.kind) {
    case 'date':
      return `${edges[fact.edge][language]} ${fact.date ?? (zh ? '某日' : 'a day')} ${fact.time ?? (zh ? '几点未写' : 'no hour')}`;
    case 'birth-date':
      return zh
        ? `出生日期${fact.side === 'from' ? '不早于' : '不晚于'} ${fact.date}`
        : `born ${fact.side === 'from' ? 'on or after' : 'on or before'} ${fact.date}`;
    case 'age':
      return bounded(fact.bound, zh ? `${fact.years}周岁` : `${fact.years} years`);
    case 'amount': {
      const value = `${span(fact.least.toLocaleString('en-US'), fact.most.toLocaleString('en-US'))} ${zh ? '元' : 'yuan'}`;
      const per = fact.per.map((one) => periods[one][language]).join(zh ? '' : ' ');
      const once = fact.once ? (zh ? '一次性' : 'once') : '';
      return [bounded(fact.bound, value), per, once].filter((part) => part !== '').join(zh ? '，' : ', ');
    }
    case 'share':
      return bounded(fact.bound, `${fact.percent}%`);
    case 'count':
      return bounded(fact.bound, `${span(String(fact.least), String(fact.most))}${fact.unit}`);
    case 'duration':
      return bounded(fact.bound, span(fact.least, fact.most));
    case 'workdays':
      return bounded(fact.bound, zh ? `${fact.days}个工作日` : `${fact.days} working days`);
    case 'role':
      return fact.title;
    case 'document':
      return fact.title;
    case 'modality':
      return `${fact.modality} (${fact.word})`;
  }
}
