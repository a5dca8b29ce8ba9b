import type { Eligibility, Facts, JsonObject, RulesDefinition } from '@zhinan/model';
import { expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { craftsman, input, ruleOf } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';

function compile(definition: RulesDefinition) {
  const { value, diagnostics } = compileRules(input(definition));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return evaluateSource(value);
}

const rules = compile(craftsman);
const apprentices = (...levels: readonly string[]) =>
  levels.map((targetLevel) => ({ targetLevel, isStudent: false }));
const nine = apprentices(...Array.from({ length: 6 }, () => '高级技师'), '技师', '技师', '技师');
const eligible = {
  skillLevel: '高级技师',
  workPlace: 'urumqi',
  workingSince: '2020-05-01',
  onPost: true,
  apprentices: nine,
};
const applicant = (change: JsonObject): Facts => ({
  application: { ...eligible, ...change },
  recommendation: { registered: true, matchingFund: 100_000 },
});
const rule = (found: Eligibility, id: string) => {
  const outcome = found.rules.find((one) => one.id === id);
  if (!outcome) throw new Error(`no rule ${id}`);
  return outcome;
};

const counted = (list: readonly JsonObject[], open?: readonly string[]) =>
  rule(rules.eligibility(applicant({ apprentices: list as never }), open), 'apprentice-count');

const share = (list: readonly JsonObject[]) =>
  rule(rules.eligibility(applicant({ apprentices: list as never })), 'technician-share').verdict;

const registered = (facts: Facts) => rule(rules.eligibility(facts), 'registered');

const member = (workPlace?: string): Facts => ({
  application: workPlace === undefined ? {} : { workPlace },
});

const quota = (members: readonly Facts[]) => rules.quotas(members).map(({ count, holds }) => [count, holds]);

test('a 高级技师 who meets all is eligible and is asked nothing more', () => {
  const found = rules.eligibility(applicant({}));
  expect(found.verdict).toBe('eligible');
  expect(found.missing).toEqual([]);
  expect(found.rules.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 5 }, () => 'pass'));
});

test('a 技师 in 南疆 is eligible by relaxation, which is named with its clause', () => {
  const found = rules.eligibility(applicant({ skillLevel: '技师', workPlace: 'division-3' }));
  expect(found.verdict).toBe('eligible');
  const level = rule(found, 'skill-level');
  expect(level.verdict).toBe('relaxed');
  expect(level.relaxedBy).toEqual({
    id: 'south',
    title: '在南疆五地州或兵团南疆师市工作的，可放宽至技师',
    clauses: ['二.1d'],
  });
  expect(rules.explain(level)).toBe(
    '符合：职业技能等级须在高级技师及以上（指南二.1c）。您填写：技师。适用放宽：在南疆五地州或兵团南疆师市工作的，可放宽至技师（指南二.1d）。',
  );
});

test('a 技师 elsewhere is asked for a reason, not refused', () => {
  const found = rules.eligibility(applicant({ skillLevel: '技师' }));
  expect(found.verdict).toBe('needs-reason');
  expect(rules.explain(rule(found, 'skill-level'))).toBe(
    '需说明（条款用语“原则上”，可报审）：职业技能等级须在高级技师及以上（指南二.1c）。您填写：技师。可放宽情形：在南疆五地州或兵团南疆师市工作的，可放宽至技师（指南二.1d）。',
  );
});

test('a 技师 who has not said where is undecided, and told what is missing', () => {
  const { workPlace: _, ...rest } = eligible;
  const found = rules.eligibility({ ...applicant({}), application: { ...rest, skillLevel: '技师' } });
  expect(found.verdict).toBe('undecided');
  expect(found.missing).toEqual([{ form: 'application', pointer: '/workPlace', title: '工作所在地' }]);
  expect(rule(found, 'skill-level').couldRelax.map(({ id }) => id)).toEqual(['south']);
  expect(rules.explain(rule(found, 'skill-level'))).toContain('还需要填写：工作所在地。要求：职业技能等级');
});

test('a relaxation that would not help, or is not needed, is neither offered nor asked about', () => {
  const { workPlace: _, ...rest } = eligible;
  const worker = rules.eligibility({ ...applicant({}), application: { ...rest, skillLevel: '高级工' } });
  expect(rule(worker, 'skill-level')).toMatchObject({ verdict: 'needs-reason', couldRelax: [], missing: [] });
  const senior = rules.eligibility({ ...applicant({}), application: rest });
  expect(senior).toMatchObject({ verdict: 'eligible', missing: [] });
});

test('a must that fails refuses whatever else is unknown, and asks nothing more', () => {
  const found = rules.eligibility({ application: { workingSince: '2024-10-09' } });
  expect(found.verdict).toBe('ineligible');
  expect(found.missing).toEqual([]);
  expect(rules.explain(rule(found, 'years-in-region'))).toBe(
    '不符合：自在疆工作起始日期至2025-10-08须满 1 年（指南二.1e）。您填写：2024-10-09。',
  );
  expect(rule(rules.eligibility(applicant({ workingSince: '2024-10-08' })), 'years-in-region').verdict).toBe(
    'pass',
  );
});

test('nothing answered is undecided, never refused', () => {
  const found = rules.eligibility({});
  expect(found.verdict).toBe('undecided');
  expect(found.missing.map(({ pointer }) => pointer)).toEqual([
    '/skillLevel',
    '/workPlace',
    '/workingSince',
    '/apprentices',
    '/onPost',
    '/registered',
    '/matchingFund',
  ]);
});

test('counts over partly filled rows decide as soon as they can', () => {
  const five = apprentices('高级工', '高级工', '高级工', '高级工', '高级工');
  expect(counted(five).verdict).toBe('pass');
  expect(counted([...five, {}]).verdict).toBe('pass');
  expect(counted(five.slice(1)).verdict).toBe('fail');
  expect(counted(five.slice(1), ['application/apprentices']).verdict).toBe('unknown');
  const waiting = counted([...five.slice(1), {}]);
  expect(waiting.verdict).toBe('unknown');
  expect(waiting.missing).toEqual([
    { form: 'application', pointer: '/apprentices/4/targetLevel', title: '培养对象第5项·目标等级' },
  ]);
});

test('a share is exact at its threshold, leaves students out, and knows what an empty whole means', () => {
  const ten = [
    ...apprentices('技师', '技师', '技师'),
    ...apprentices(...Array.from({ length: 7 }, () => '高级工')),
  ];
  expect(share(ten)).toBe('pass');
  expect(share([...ten, ...apprentices('高级工')])).toBe('fail');
  expect(share([...ten, { targetLevel: '高级工', isStudent: true }])).toBe('pass');
  expect(share([{ targetLevel: '高级工', isStudent: true }])).toBe('pass');
  expect(share([])).toBe('pass');
});

test('a figure made from a list is told instead of the length of the list', () => {
  const found = rules.eligibility(applicant({ apprentices: apprentices('高级工', '技师', '中级工') }));
  expect(rules.explain(rule(found, 'apprentice-count'))).toBe(
    '不符合：目标等级在高级工及以上的培养对象数须不少于 5（指南四(一)1.b）。您填写：目标等级在高级工及以上的培养对象数 2。',
  );
  expect(rule(found, 'technician-share').own).toEqual([
    {
      form: 'application',
      pointer: '/apprentices',
      title: '是否院校学生为“否”的培养对象中，目标等级在技师及以上的比例',
      text: '33.33%',
    },
  ]);
  const unfinished = rules.eligibility(applicant({ apprentices: [{}] }));
  expect(rule(unfinished, 'apprentice-count').own).toMatchObject([{ title: '培养对象', text: '1 项' }]);
});

test('a condition that does not hold makes a rule inapplicable; an unknown one is asked about only if it matters', () => {
  expect(registered(applicant({ onPost: false })).verdict).toBe('not-applicable');
  const { onPost: _, ...rest } = eligible;
  const ok = { registered: true, matchingFund: 1 };
  expect(registered({ application: rest, recommendation: ok })).toMatchObject({
    verdict: 'pass',
    missing: [],
  });
  const bad = registered({ application: rest, recommendation: { registered: false } });
  expect(bad.verdict).toBe('unknown');
  expect(bad.missing.map(({ title }) => title)).toEqual(['在职在岗']);
});

test('6 高级技师 and 3 技师 make 22.5万, capped to 20万, and the cap is named', () => {
  const [basic] = rules.amounts(applicant({}));
  expect(basic).toMatchObject({
    min: 200_000,
    max: 200_000,
    uncapped: 225_000,
    cap: { limit: 200_000, applied: true },
  });
  if (!basic) return;
  expect(rules.explain(basic)).toBe(
    '基础培养经费：200,000 元（20 万元）。已按上限 200,000 元（20 万元）计（指南四(一)1.a），未封顶为 225,000 元（22.5 万元）。',
  );
  expect(rules.explain(basic, 'en')).toBe(
    '“基础培养经费”: CNY 200,000. Capped at CNY 200,000 (guideline 四(一)1.a), CNY 225,000 before the cap.',
  );
});

test('an amount is a range while rows are unfinished', () => {
  const of = (list: readonly JsonObject[], open?: readonly string[]) =>
    rules.amounts(applicant({ apprentices: list as never }), open)[0];
  expect(of([...apprentices('高级工'), {}])).toMatchObject({
    min: 5000,
    max: 55_000,
    cap: { applied: false },
  });
  expect(of(apprentices('高级工'), ['application/apprentices'])).toMatchObject({
    min: 5000,
    max: 200_000,
    cap: { applied: null },
  });
  expect(of([...nine, {}])).toMatchObject({
    min: 200_000,
    max: 200_000,
    cap: { applied: true },
    missing: [],
  });
  const half = of([...apprentices('高级工'), {}]);
  expect(half && rules.explain(half)).toContain('在 5,000 元至 55,000 元（5.5 万元）之间');
});

test('quotas count members three-valuedly; a number not published is unknown', () => {
  expect(quota([member('kashi'), member('urumqi')])).toEqual([
    [1, true],
    [2, null],
  ]);
  expect(quota([member('kashi'), member('kashi'), member()])[0]).toEqual([2, null]);
  expect(quota([member('kashi'), member('hotan'), member('kashi')])[0]).toEqual([3, false]);
});

test('the relaxation with the higher priority wins', () => {
  const relax = [
    { id: 'far', title: '边远', clause: '二', when: 'onPost', set: { 最低等级: '初级工' }, priority: 2 },
    {
      id: 'south',
      title: '南疆',
      clause: '二',
      when: 'workPlace in 南疆五地州',
      set: { 最低等级: '技师' },
      priority: 1,
    },
  ];
  const ranked = compile(ruleOf('skillLevel >= 最低等级', { relax }));
  const verdict = (application: JsonObject) => ranked.eligibility({ application }).rules[0];
  expect(verdict({ skillLevel: '中级工', workPlace: 'kashi', onPost: true })).toMatchObject({
    verdict: 'relaxed',
    relaxedBy: { id: 'far' },
  });
  expect(verdict({ skillLevel: '中级工', workPlace: 'kashi', onPost: false })).toMatchObject({
    verdict: 'fail',
    couldRelax: [{ id: 'far' }],
  });
  expect(verdict({ skillLevel: '技师', workPlace: 'kashi' })).toMatchObject({ verdict: 'relaxed' });
});

const names: readonly (readonly [string, JsonObject, string])[] = [
  [
    '`in` binds tighter than and, or',
    { workPlace: 'urumqi', onPost: true },
    'workPlace in 南疆五地州 or onPost and workPlace in ["urumqi"]',
  ],
  ['Chinese list membership', { strengths: ['带徒传技'] }, '"带徒传技" in strengths'],
  ['some over codes', { strengths: ['带徒传技'] }, 'some s in strengths satisfies s = "带徒传技"'],
  ['decimals as read', { score: 100 }, '0.07 * score = 7'],
  [
    '29 February',
    { birthDate: '2004-02-29' },
    'age(birthDate, date("2005-02-28")) = 0 and age(birthDate, date("2005-03-01")) = 1',
  ],
  ['days', { birthDate: '2024-02-28' }, 'days(birthDate, date("2024-03-01")) = 2'],
  [
    'max of a list',
    { apprentices: [{ fee: 1 }, { fee: 5 }] },
    'max(apprentices.fee) = 5 and min(apprentices.fee) = 1',
  ],
  ['wrongly typed answers are unknown', { score: '5', onPost: true }, 'onPost or score > 1'],
  ['own properties only', JSON.parse('{"__proto__":{"onPost":false},"onPost":true}') as JsonObject, 'onPost'],
  ['the first form by its own name', { onPost: true }, 'application.onPost'],
  ['names kept apart from generated ones', { name: '甲' }, 'name = "甲"'],
  ['strings that could end a comment', { name: '*/ x' }, 'name = "*/ x" or name = "\u2028"'],
];

for (const [title, application, expression] of names) {
  test(`${title}`, () => {
    expect(compile(ruleOf(expression)).eligibility({ application }).rules[0]?.verdict).toBe('pass');
  });
}

test('a field found only behind a condition of the form is a field', () => {
  expect(compile(ruleOf('southReason = "x"')).eligibility({}).missing[0]?.title).toBe('放宽理由');
});

test('the same definition gives the same text', () => {
  const [a, b] = [compileRules(input(craftsman)).value, compileRules(input(craftsman)).value];
  expect([a?.body, a?.program]).toEqual([b?.body, b?.program]);
  expect(a?.body).toContain('// 指南二.1c：skillLevel >= 最低等级');
  expect(a?.parts.find(({ id }) => id === 'apprentice-count')?.fields).toEqual([
    'application/apprentices',
    'application/apprentices[]/targetLevel',
  ]);
});

test('a rule about each entry names those in the way, with their answers', () => {
  const each = compile(
    ruleOf('every a in apprentices satisfies a.fee <= 5000 and a.targetLevel >= "高级工"'),
  );
  const list = [
    { fee: 5000, targetLevel: '技师' },
    { fee: 5001, targetLevel: '技师' },
    { targetLevel: '初级工' },
    { fee: 1 },
  ];
  const [found] = each.eligibility({ application: { apprentices: list } }).rules;
  if (!found) throw new Error('no rule');
  expect(found.entries?.map(({ title, pointer }) => [title, pointer])).toEqual([
    ['培养对象第2项', '/apprentices/1'],
    ['培养对象第3项', '/apprentices/2'],
  ]);
  expect(each.explain(found)).toContain(
    '不符合的是：培养对象第2项（培训费 5001 元、目标等级 技师）；培养对象第3项（',
  );
  expect(
    each.eligibility({ application: { apprentices: list.slice(0, 1) } }).rules[0]?.entries,
  ).toBeUndefined();
  const none = compile(ruleOf('count(apprentices[isStudent]) = 0'));
  const [student] = none.eligibility({
    application: { apprentices: [{ isStudent: false }, { isStudent: true }] },
  }).rules;
  expect(student?.entries?.map(({ title }) => title)).toEqual(['培养对象第2项']);
});

test('the reading used and a title that is no requirement are said', () => {
  const definition = ruleOf('count(strengths) >= 1');
  const rules = definition.rules.map((one) => ({
    ...one,
    title: '专长方向',
    message: '应有一项专长。',
    interpretation: 'which',
  }));
  const interpretations = {
    which: {
      clause: '二',
      question: '？',
      readings: { a: { title: '至少一项' }, b: { title: '两项' } },
      chosen: 'a',
      decidedBy: '测试',
    },
  };
  const { value } = compileRules({ ...input({ ...definition, rules }), interpretations });
  if (!value) throw new Error('fixture');
  const module = evaluateSource(value);
  const say = (strengths: readonly string[], language: 'zh-CN' | 'en' = 'zh-CN') => {
    const [found] = module.eligibility({ application: { strengths } }).rules;
    return found ? module.explain(found, language) : '';
  };
  expect(say(['带徒传技'])).toBe(
    '符合：专长方向（要求：应有一项专长）（指南二）。您填写：带徒传技。口径：至少一项。',
  );
  expect(say([])).toBe('不符合：应有一项专长（指南二）。您填写：专长方向 0 项。口径：至少一项。');
  expect(say([], 'en')).toBe(
    'Does not meet: “专长方向” (guideline 二). Your answer: 专长方向 0 项. Reading used: “至少一项”.',
  );
});
