import type { Bound, Doubt, Fact } from '../fact.ts';
import { boundAround, number, valueOf } from './numbers.ts';

const range = '(?:-|~|至|到)';

type Reader = (match: RegExpMatchArray, text: string, bound: Bound | undefined) => Fact | undefined;

/** In this order: what an earlier pattern has read, a later one does not read again. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`(${number})个工作日`, 'gu'), workdays],
  [
    new RegExp(
      `(${number})(?:周岁|岁)(?:\\(含[^)]{0,6}\\))?(?:及|\\(含\\))?(?:以下|以上|以内)?(?:\\(含[^)]{0,6}\\))?`,
      'gu',
    ),
    age,
  ],
  [
    new RegExp(
      `(${number})(亿|万|千)?元?(?:${range}(${number})(亿|万|千)?)?(?<=[\\d一二两三四五六七八九十百亿万千])元(?:/(?:年|月|天|日|人|名))*`,
      'gu',
    ),
    amount,
  ],
  [new RegExp(`(\\d+(?:\\.\\d+)?)%|百分之(${number})`, 'gu'), share],
  [
    new RegExp(
      `(?<![第\\d])(半|${number})(?:${range}(${number}))?(周年|年(?!度|龄|级|代|均|薪)|个月|周(?!期|岁|转|边|围)|天(?!山)|日(?=内|以内|以上|前|后)|小时)`,
      'gu',
    ),
    duration,
  ],
  [
    new RegExp(
      `(?<![第\\d])(\\d[\\d,]*)(?:${range}(\\d[\\d,]*))?(名|人(?!才)|家|个(?!月|工作日)|项|份|次(?!性)|件|篇|支|所|批(?!次)|类|门|场)`,
      'gu',
    ),
    count,
  ],
  [
    new RegExp(
      `(?<![第\\d一二三四五六七八九十])([一二两三四五六七八九十]{1,3})(名|份|次(?!性)|家|批拨付)`,
      'gu',
    ),
    count,
  ],
];

/** Working days, ages, amounts, percentages, durations and counts, each piece of text read once. */
export function measuresIn(text: string): readonly Fact[] {
  const facts: Fact[] = [];
  let open = text;
  for (const [pattern, read] of readers) {
    for (const match of open.matchAll(pattern)) {
      const fact = read(match, text, boundAround(text, match.index, match.index + match[0].length));
      if (!fact) continue;
      facts.push(fact);
      const end = match.index + match[0].length;
      open = open.slice(0, match.index) + '□'.repeat(match[0].length) + open.slice(end);
    }
  }
  return facts;
}

function at({ index = 0, 0: found }: RegExpMatchArray, doubts: readonly Doubt[] = []) {
  return { found, start: index, doubts };
}
const bounded = (bound: Bound | undefined) => (bound === undefined ? {} : { bound });

function workdays(match: RegExpMatchArray, text: string, bound: Bound | undefined): Fact {
  const sentence = text.slice(Math.max(0, (match.index ?? 0) - 30), (match.index ?? 0) + 20);
  const notice = /公示/u.test(sentence);
  return {
    kind: 'workdays',
    ...at(match, notice ? ['posting-day'] : []),
    days: valueOf(match[1] ?? ''),
    notice,
    ...bounded(bound),
  };
}

function age(match: RegExpMatchArray, text: string, bound: Bound | undefined): Fact {
  const [found, years = ''] = match;
  const own = /以上/u.test(found) ? 'min' : /以下|以内/u.test(found) ? 'max' : bound;
  const doubts: Doubt[] = ['no-reference'];
  if (!found.includes('周岁')) doubts.push('not-full-years');
  if (own === undefined) doubts.push('no-bound');
  return { kind: 'age', ...at(match, doubts), years: valueOf(years), ...bounded(own) };
}

const scale = { 亿: 100_000_000, 万: 10_000, 千: 1000 } as const;
const periods = { 年: 'year', 月: 'month', 天: 'day', 日: 'day', 人: 'person', 名: 'person' } as const;

function amount(match: RegExpMatchArray, text: string, bound: Bound | undefined): Fact | undefined {
  const [found, first = '', unit, second, secondUnit] = match;
  if (!/\d/u.test(first) && unit === undefined) return undefined;
  const of = (written: string, name: string | undefined) =>
    Math.round(valueOf(written) * (name === undefined ? 1 : scale[name as keyof typeof scale]));
  const least = of(first, unit ?? secondUnit);
  const most = second === undefined ? least : of(second, secondUnit ?? unit);
  const before =
    text
      .slice(Math.max(0, (match.index ?? 0) - 12), match.index)
      .split(/[,。;]/u)
      .at(-1) ?? '';
  const per = [
    ...[...found.matchAll(/\/([年月天日人名])/gu)].map(([, name]) => periods[name as keyof typeof periods]),
    ...[...before.matchAll(/每(?:1)?([年月天日人名])/gu)].map(
      ([, name]) => periods[name as keyof typeof periods],
    ),
  ];
  const around = text.slice(Math.max(0, (match.index ?? 0) - 12), (match.index ?? 0) + found.length + 10);
  const doubts: Doubt[] = second === undefined ? [] : ['range-without-rule'];
  return {
    kind: 'amount',
    ...at(match, doubts),
    least,
    most,
    per: [...new Set(per)],
    once: around.includes('一次性'),
    ...bounded(bound),
  };
}

function share(match: RegExpMatchArray, _text: string, bound: Bound | undefined): Fact {
  const percent = match[1] === undefined ? valueOf(match[2] ?? '') : Number(match[1]);
  return { kind: 'share', ...at(match, bound === undefined ? ['no-bound'] : []), percent, ...bounded(bound) };
}

function duration(match: RegExpMatchArray, _text: string, bound: Bound | undefined): Fact | undefined {
  const [, first = '', second, unit = ''] = match;
  const letter = /年/u.test(unit)
    ? 'Y'
    : unit === '个月'
      ? 'M'
      : unit === '周'
        ? 'W'
        : unit === '小时'
          ? 'H'
          : 'D';
  const iso = (written: string) => {
    if (written === '半') return letter === 'Y' ? 'P6M' : undefined;
    const value = valueOf(written);
    return value > 0 && value < 100 ? `P${letter === 'H' ? 'T' : ''}${value}${letter}` : undefined;
  };
  const [least, most] = [iso(first), iso(second ?? first)];
  if (least === undefined || most === undefined) return undefined;
  return { kind: 'duration', ...at(match), least, most, ...bounded(bound) };
}

function count(match: RegExpMatchArray, _text: string, bound: Bound | undefined): Fact {
  const [first = '', second, unit = ''] =
    match.length === 4 ? match.slice(1) : [match[1], undefined, match[2]];
  const least = valueOf(first ?? '');
  return {
    kind: 'count',
    ...at(match, bound === undefined && second === undefined ? ['no-bound'] : []),
    least,
    most: second === undefined ? least : valueOf(second),
    unit: (unit ?? '').slice(0, 1),
    ...bounded(bound),
  };
}
