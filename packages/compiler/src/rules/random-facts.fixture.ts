import * as fc from 'fast-check';
import { levels, places } from './craftsman.fixture.ts';

const date = fc
  .record({
    year: fc.integer({ min: 1960, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const apprentice = fc.record({
  targetLevel: fc.constantFrom(...levels),
  isStudent: fc.boolean(),
  fee: fc.integer({ min: 0, max: 20 }).map((thousands) => thousands * 1000),
  since: date,
});

/** Complete facts: every field answered. */
export const completeFacts = fc.record({
  application: fc.record({
    skillLevel: fc.constantFrom(...levels),
    workPlace: fc.constantFrom(...places),
    workingSince: fc.oneof(date, fc.constantFrom('2024-10-07', '2024-10-08', '2024-10-09')),
    birthDate: date,
    onPost: fc.boolean(),
    score: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    name: fc.constantFrom('甲', '乙'),
    southReason: fc.constant('测试'),
    strengths: fc.uniqueArray(fc.constantFrom('技术攻关', '带徒传技')),
    apprentices: fc.array(apprentice, { minLength: 0, maxLength: 9 }),
    contact: fc.record({ city: fc.constantFrom('喀什', '伊宁') }),
  }),
  recommendation: fc.record({ registered: fc.boolean(), matchingFund: fc.integer({ min: -1, max: 3 }) }),
});

const numberExpression = fc.constantFrom(
  'score',
  'recommendation.matchingFund',
  'count(apprentices)',
  'count(apprentices[targetLevel >= "技师"])',
  'count(apprentices[isStudent and fee > 3000])',
  'sum(apprentices.fee)',
  'sum(apprentices[not(isStudent)].fee)',
  'max(0, min(score, 50))',
  'max(count(strengths), recommendation.matchingFund)',
  'age(birthDate, 基准日)',
  'years(workingSince, 基准日)',
  'months(workingSince, 基准日)',
  'share(count(apprentices[isStudent]), count(apprentices), 0)',
  'share(sum(apprentices[isStudent].fee), sum(apprentices.fee), 1)',
  '(if onPost then score else 3)',
  '标准',
  '档次.数',
  '加分',
);
const numberConstant = fc.constantFrom('0', '1', '2', '3', '5', '0.3', '0.5', '30', '50', '20000', '-1');
const compare = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');

const arithmetic = fc.oneof(
  { weight: 3, arbitrary: numberExpression },
  fc
    .tuple(numberExpression, fc.constantFrom('+', '-', '*'), fc.oneof(numberExpression, numberConstant))
    .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  fc.tuple(numberExpression, fc.constantFrom('2', '4', '-8')).map(([a, b]) => `(${a}) / ${b}`),
);

const condition = fc.oneof(
  fc.tuple(arithmetic, compare, fc.oneof(numberConstant, arithmetic)).map(([a, op, b]) => `${a} ${op} ${b}`),
  fc
    .tuple(arithmetic, fc.constantFrom('[1..5]', '(0..30]', '[0..1)'))
    .map(([a, range]) => `${a} in ${range}`),
  fc.tuple(compare, fc.constantFrom(...levels)).map(([op, level]) => `skillLevel ${op} "${level}"`),
  fc
    .tuple(compare, fc.constantFrom('基准日', 'date("2020-01-01")', 'birthDate'))
    .map(([op, day]) => `workingSince ${op} ${day}`),
  fc.constantFrom(
    'onPost',
    'recommendation.registered = false',
    'skillLevel >= 最低等级',
    'skillLevel in ["技师", "高级技师"]',
    'workPlace in 南疆五地州',
    'workPlace in ("urumqi", "kashi")',
    'name = "甲"',
    '档次.档 = "一档"',
    '档次.档 in ["二档", "三档"]',
    'workingSince + years(2) <= 基准日',
    'workingSince - months(1) < birthDate + years(30)',
    'contact.city != "喀什"',
    '"带徒传技" in strengths',
    'some a in apprentices satisfies a.isStudent and a.targetLevel < "高级工"',
    'every a in apprentices satisfies a.fee <= 15000 or a.since >= date("2000-01-01")',
    'every a in apprentices[isStudent] satisfies a.targetLevel in ["高级工", "技师"]',
    'some s in strengths satisfies s = "技术攻关"',
  ),
);

/** Expressions of the language over the fixture's forms, as an author would write them. */
export const requirement: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc
      .tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('tree').map((a) => `not(${a})`),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
  ),
})).tree;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The same facts with some answers removed: fields, whole lists, or answers in rows; never a row of its own. */
export function withHoles(facts: Json, remove: () => boolean): Json {
  if (Array.isArray(facts))
    return facts.map((one: Json) => (typeof one === 'object' ? withHoles(one, remove) : one));
  if (facts === null || typeof facts !== 'object') return facts;
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]): [string, Json][] =>
      remove() ? [] : [[key, withHoles(value, remove)]],
    ),
  );
}
