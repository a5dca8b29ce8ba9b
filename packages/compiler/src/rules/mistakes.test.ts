/* oxlint-disable unicorn/no-thenable -- `then` is what a table's row gives */
import type { Requirement, RulesDefinition, TableDefinition } from '@zhinan/model';
import { expect, test } from 'vitest';
import { ruleMessages } from '../diagnostics/messages/rules.ts';
import { say } from '../diagnostics/message.ts';
import { compileRules } from './compile-rules.ts';
import { craftsman, input, ruleOf } from './craftsman.fixture.ts';
import type { RuleCode } from './scope.ts';

const file = 'test.json';
const start = { line: 3, column: 16, offset: 40 };

const place = (pointer: string) => ({ file, pointer, range: { start, end: start } });

/** Findings as `code "text at the range"`, and the Chinese hint. */
function findings(definition: RulesDefinition, expression?: string) {
  const { value, diagnostics } = compileRules({ ...input(definition), place });
  expect(value === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, place: { pointer, range }, params }) => {
    const written = JSON.stringify(expression ?? '');
    const from = (range?.start.offset ?? 0) - start.offset;
    const to = (range?.end.offset ?? 0) - start.offset;
    expect((range?.start.column ?? 0) - start.column).toBe(from);
    const message = ruleMessages[code as RuleCode];
    const hint = 'hint' in message ? say(message.hint as never, params, 'zh-CN') : '';
    for (const language of ['zh-CN', 'en'] as const) {
      expect(say(message.message as never, params, language)).not.toMatch(/undefined|\[object/);
    }
    return { code, pointer, at: written.slice(from, to), hint };
  });
}

const inExpression: readonly (readonly [expression: string, code: RuleCode, at: string, hint: string])[] = [
  ['skilLevel >= "技师"', 'rules/unknown-field', 'skilLevel', 'skillLevel'],
  ['职业技能等级 >= "技师"', 'rules/unknown-field', '职业技能等级', 'skillLevel'],
  ['registered', 'rules/unknown-field', 'registered', 'recommendation.registered'],
  ['recommendation.registred', 'rules/unknown-field', 'registred', 'registered'],
  ['count(apprentices[targetLevl = "技师"]) >= 1', 'rules/unknown-field', 'targetLevl', 'targetLevel'],
  ['count(apprentices[目标等级 = "技师"]) >= 1', 'rules/unknown-field', '目标等级', 'targetLevel'],
  ['some a in apprentices satisfies a.isStuden', 'rules/unknown-field', 'isStuden', 'isStudent'],
  ['sum(apprentices.fees) > 1', 'rules/unknown-field', 'fees', 'fee'],
  ['contact.citi = "喀什"', 'rules/unknown-field', 'citi', 'city'],
  ['constructor = "x"', 'rules/unknown-field', 'constructor', ''],
  ['__proto__ = "x"', 'rules/unknown-field', '__proto__', ''],
  ['recommendation.constructor', 'rules/unknown-field', 'constructor', ''],
  ['skillLevel >= "高级技帅"', 'rules/unknown-option', '\\"高级技帅\\"', '高级技师'],
  ['skillLevel in ["技师", "高级枝师"]', 'rules/unknown-option', '\\"高级枝师\\"', '高级技师'],
  ['workPlace = "喀什地区"', 'rules/unknown-option', '\\"喀什地区\\"', 'kashi'],
  ['"带徒传艺" in strengths', 'rules/unknown-option', '\\"带徒传艺\\"', '带徒传技'],
  ['workingSince >= 1', 'rules/type-mismatch', '1', 'age(workingSince, 基准日)'],
  ['workingSince >= "2024-01-01"', 'rules/type-mismatch', '\\"2024-01-01\\"', 'date("2025-10-08")'],
  ['skillLevel >= 5', 'rules/type-mismatch', '5', 'skillLevel >= "初级工"'],
  ['score >= "5"', 'rules/type-mismatch', '\\"5\\"', 'score >= 5'],
  ['onPost = "是"', 'rules/type-mismatch', '\\"是\\"', 'onPost = true'],
  ['apprentices >= 5', 'rules/type-mismatch', 'apprentices', 'count(apprentices)'],
  ['name and onPost', 'rules/type-mismatch', 'name', 'name = "…"'],
  ['count(score) > 1', 'rules/type-mismatch', 'score', 'count(apprentices)'],
  ['score + 1', 'rules/type-mismatch', 'score + 1', '… >= 1'],
  ['(if onPost then 1 else "a") > 1', 'rules/type-mismatch', '\\"a\\"', '5'],
  ['years(score, 基准日) > 1', 'rules/type-mismatch', 'score', 'date("2025-10-08")'],
  ['workPlace >= "kashi"', 'rules/not-ordered', 'workPlace >= \\"kashi\\"', 'workPlace in ["…", "…"]'],
  ['onPost > false', 'rules/not-ordered', 'onPost > false', 'onPost = "…"'],
  ['conut(apprentices) > 5', 'rules/unknown-function', 'conut', 'count'],
  ['today() > workingSince', 'rules/unknown-function', 'today', 'count、sum'],
  ['age(birthDate) > 5', 'rules/wrong-arguments', 'age(birthDate)', 'age(birthDate, 基准日)'],
  ['share(1, 2) > 5', 'rules/wrong-arguments', 'share(1, 2)', 'share(count'],
  ['sum(apprentices) > 5', 'rules/wrong-arguments', 'apprentices', 'sum(budget.amount)'],
  ['workPlace in 南疆四地州', 'rules/unknown-set', '南疆四地州', '南疆五地州'],
  ['skillLevel >= 最底等级', 'rules/unknown-parameter', '最底等级', '最低等级'],
  ['score in 南疆五地州', 'rules/type-mismatch', 'score', '"…"'],
  ['name = null', 'rules/outside-profile', 'null', 'when'],
  ['for a in apprentices return a', 'rules/outside-profile', 'for a in apprentices return a', 'count'],
  ['score ** 2 > 4', 'rules/outside-profile', 'score ** 2', 'x * x'],
  ['{ a: 1 }.a > 0', 'rules/outside-profile', '{ a: 1 }', 'x.y'],
  ['[1, 2]', 'rules/outside-profile', '[1, 2]', 'x in'],
  ['workingSince > date(name)', 'rules/outside-profile', 'date(name)', 'date("2025-01-01")'],
  ['workingSince > date("2025-02-30")', 'rules/bad-date', 'date(\\"2025-02-30\\")', 'date("2025-10-08")'],
  [
    'score / count(apprentices) > 1',
    'rules/division-by-zero-possible',
    'count(apprentices)',
    'share(score, count(apprentices), 0)',
  ],
  ['score / 0 > 1', 'rules/division-by-zero-possible', '0', 'share'],
  ['score >= ', 'rules/syntax', ' ', 'skillLevel >='],
  ['score ≥ 5', 'rules/syntax', '≥', '半角'],
  ['onPost && true', 'rules/syntax', '&&', 'and'],
  ['', 'rules/syntax', '\\"', ''],
];

for (const [expression, code, at, hint] of inExpression) {
  test(`${code}: ${expression || '(empty)'}`, () => {
    const [found, another] = findings(ruleOf(expression), expression);
    expect(another).toBeUndefined();
    expect(found?.code).toBe(code);
    expect(found?.pointer).toBe('/rules/0/require');
    expect(expression ? found?.at : at).toBe(at);
    expect(found?.hint).toContain(hint);
  });
}

test('all mistakes of an expression and of a definition are reported at once', () => {
  const expression = 'skilLevel >= "技师" and name > 3 or conut(apprentices) > 1';
  const definition = ruleOf(expression, { relax: [{ ...relax, when: 'nowhere' }] });
  expect(findings(definition, expression).map(({ code }) => code)).toEqual([
    'rules/unknown-field',
    'rules/unknown-field',
    'rules/type-mismatch',
    'rules/unknown-function',
  ]);
});

const relax = { id: 'south', title: '南疆', clause: '二', when: 'onPost', set: { 最低等级: '技师' } };
const amount = { id: 'a', title: '甲', clause: '四', unit: '元', value: 'score' } as const;

const table: TableDefinition = {
  id: '标准',
  title: '培养标准',
  clause: '四',
  inputs: [{ expression: 'skillLevel' }],
  outputs: [{ name: '标准', unit: '元' }],
  hitPolicy: 'U',
  rows: [{ when: ['>= 技师'], then: [15000] }],
};

const inDefinition: readonly (readonly [string, Partial<RulesDefinition>, RuleCode, string])[] = [
  ['unknown form', { facts: ['application', 'recomendation'] }, 'rules/unknown-form', '/facts/1'],
  [
    'unknown code list',
    { sets: { 南疆: { codeList: 'place', group: 'south' } } },
    'rules/unknown-set',
    '/sets/南疆/codeList',
  ],
  [
    'unknown group',
    { sets: { 南疆: { codeList: 'places', group: 'suoth' } } },
    'rules/unknown-set',
    '/sets/南疆/group',
  ],
  [
    'field of a parameter',
    { parameters: { 最低等级: { of: 'skilLevel', default: '技师' } } },
    'rules/unknown-field',
    '/parameters/最低等级/of',
  ],
  [
    'default of a parameter',
    { parameters: { 最低等级: { of: 'skillLevel', default: '技工' } } },
    'rules/unknown-option',
    '/parameters/最低等级/default',
  ],
  [
    'parameter of another type',
    { parameters: { ...craftsman.parameters, 分数: { of: 'score', default: '技师' } } },
    'rules/type-mismatch',
    '/parameters/分数/default',
  ],
  [
    'bad name',
    { parameters: { ...craftsman.parameters, '最 低': { default: 1 } } },
    'rules/bad-name',
    '/parameters/最 低',
  ],
  [
    'name of a field',
    { parameters: { ...craftsman.parameters, score: { default: 1 } } },
    'rules/bad-name',
    '/parameters/score',
  ],
  [
    'prototype',
    { parameters: JSON.parse('{"最低等级":{"of":"skillLevel","default":"技师"},"__proto__":{"default":1}}') },
    'rules/bad-name',
    '/parameters/__proto__',
  ],
  [
    'undeclared parameter relaxed',
    { relax: [{ ...relax, set: { 最底等级: '技师' } }] },
    'rules/relax-unknown-parameter',
    '/relax/0/set/最底等级',
  ],
  [
    'relaxation to nothing',
    { relax: [{ ...relax, set: { 最低等级: '大师' } }] },
    'rules/unknown-option',
    '/relax/0/set/最低等级',
  ],
  [
    'stricter relaxation',
    { relax: [{ ...relax, set: { 最低等级: '首席技师' } }] },
    'rules/relax-stricter',
    '/relax/0/set/最低等级',
  ],
  [
    'two relaxations',
    { relax: [relax, { ...relax, id: 'b', set: { 最低等级: '高级工' } }] },
    'rules/relax-conflict',
    '/relax/1/set/最低等级',
  ],
  [
    'reference in a relaxation',
    { relax: [{ ...relax, when: 'workingSince > 基准日' }] },
    'rules/missing-reference',
    '/relax/0/when',
  ],
  [
    'age without a day',
    { relax: [{ ...relax, when: 'age(birthDate) > 1' }] },
    'rules/missing-reference',
    '/relax/0/when',
  ],
  ['id twice', { relax: [relax, relax] }, 'rules/duplicate-id', '/relax/1/id'],
  [
    'too many relaxations',
    { relax: Array.from({ length: 7 }, (_, index) => ({ ...relax, id: `r${index}` })) },
    'rules/too-complex',
    '/rules/0',
  ],
  [
    'amount that is no number',
    { amounts: [{ id: 'a', title: '甲', clause: '四', unit: '元', value: 'onPost' }] },
    'rules/type-mismatch',
    '/amounts/0/value',
  ],
  [
    'quota of no condition',
    { quotas: [{ id: 'a', title: '甲', clause: '四', where: 'score' }] },
    'rules/type-mismatch',
    '/quotas/0/where',
  ],
  [
    'row of a table',
    { tables: [{ ...table, rows: [{ when: ['技师', '-'], then: [1] }] }] },
    'rules/table-row',
    '/tables/0/rows/0/when',
  ],
  [
    'cell of a table',
    { tables: [{ ...table, rows: [{ when: ['高级枝师'], then: [1] }] }] },
    'rules/unknown-option',
    '/tables/0/rows/0/when/0',
  ],
  [
    'test of a table',
    { tables: [{ ...table, rows: [{ when: ['>= '], then: [1] }] }] },
    'rules/syntax',
    '/tables/0/rows/0/when/0',
  ],
  [
    'test of another kind',
    { tables: [{ ...table, rows: [{ when: ['>= 3'], then: [1] }] }] },
    'rules/type-mismatch',
    '/tables/0/rows/0/when/0',
  ],
  [
    'value of a table',
    { tables: [{ ...table, rows: [{ when: ['-'], then: [true] }] }] },
    'rules/type-mismatch',
    '/tables/0/rows/0/then/0',
  ],
  ['name of a table', { tables: [{ ...table, id: 'score' }] }, 'rules/bad-name', '/tables/0/id'],
  ['table twice', { tables: [table, table] }, 'rules/duplicate-id', '/tables/1/id'],
  [
    'input of a table',
    { tables: [{ ...table, inputs: [{ expression: 'skilLevel' }] }] },
    'rules/unknown-field',
    '/tables/0/inputs/0/expression',
  ],
  [
    'sum of text',
    { tables: [{ ...table, hitPolicy: 'C+', outputs: [{ name: '标准', type: 'text' }], rows: [] }] },
    'rules/type-mismatch',
    '/tables/0/outputs/0',
  ],
  [
    'softened rule',
    { relax: [{ ...relax, set: {}, soften: ['rul'] }] },
    'rules/unknown-part',
    '/relax/0/soften/0',
  ],
  [
    'excluded amount',
    { amounts: [{ ...amount, exclusiveWith: ['a'] }] },
    'rules/unknown-part',
    '/amounts/0/exclusiveWith/0',
  ],
  [
    'shares above the whole',
    {
      amounts: [
        {
          ...amount,
          instalments: [{ title: '一', share: 0.6 }, { title: '二', share: 0.6 }, { title: '三' }],
        },
      ],
    },
    'rules/instalments',
    '/amounts/0/instalments',
  ],
  [
    'no remainder',
    {
      amounts: [
        {
          ...amount,
          instalments: [
            { title: '一', share: 0.4 },
            { title: '二', share: 0.6 },
          ],
        },
      ],
    },
    'rules/instalments',
    '/amounts/0/instalments',
  ],
  [
    'shares and sums',
    {
      amounts: [
        {
          ...amount,
          instalments: [{ title: '一', share: 0.4 }, { title: '二', amount: 6 }, { title: '三' }],
        },
      ],
    },
    'rules/instalments',
    '/amounts/0/instalments',
  ],
  [
    'text topped up',
    { amounts: [{ ...amount, topUp: { against: 'name' } }] },
    'rules/type-mismatch',
    '/amounts/0/topUp/against',
  ],
  [
    'quota of none',
    { quotas: [{ id: 'a', title: '甲', clause: '四', of: 'b' }] },
    'rules/unknown-part',
    '/quotas/0/of',
  ],
  [
    'quotas in a circle',
    {
      quotas: [
        { id: 'a', title: '甲', clause: '四', of: 'b' },
        { id: 'b', title: '乙', clause: '四' },
        { id: 'c', title: '丙', clause: '四', except: ['c'] },
      ],
    },
    'rules/unknown-part',
    '/quotas/2/except/0',
  ],
  [
    'quota by a list',
    { quotas: [{ id: 'a', title: '甲', clause: '四', per: 'apprentices' }] },
    'rules/type-mismatch',
    '/quotas/0/per',
  ],
  [
    'support without fields',
    { relax: [{ ...relax, when: 'inSupport(apprentices, date("2025-01-01"))' }] },
    'rules/outside-profile',
    '/relax/0/when',
  ],
  [
    'support by no field',
    {
      support: { until: 'until' },
      relax: [{ ...relax, when: 'inSupport(apprentices, date("2025-01-01"))' }],
    },
    'rules/unknown-field',
    '/relax/0/when',
  ],
  [
    'hours',
    { relax: [{ ...relax, when: 'workingSince > date("2025-01-01") + duration("PT1H")' }] },
    'rules/outside-profile',
    '/relax/0/when',
  ],
  [
    'a number moved',
    { relax: [{ ...relax, when: 'score + years(1) > 1' }] },
    'rules/type-mismatch',
    '/relax/0/when',
  ],
];

for (const [title, change, code, pointer] of inDefinition) {
  test(`${code}: ${title}`, () => {
    const found = findings(ruleOf('skillLevel >= 最低等级', { sets: {}, relax: [], tables: [], ...change }));
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]?.pointer).toBe(pointer);
  });
}

test('rules/unknown-reference: nearest instant', () => {
  const definition = ruleOf('age(birthDate, 基准日) <= 55');
  const rules = definition.rules.map((rule) => ({ ...rule, reference: 'personalDeadlin' }));
  const [found, another] = findings({ ...definition, rules });
  expect([found?.code, found?.pointer, another]).toEqual([
    'rules/unknown-reference',
    '/rules/0/reference',
    undefined,
  ]);
  expect(found?.hint).toContain('personalDeadline');
});

test('every code of rules has a rejected sample here', () => {
  const seen = new Set<string>([
    ...inExpression.map(([, code]) => code),
    ...inDefinition.map(([, , code]) => code),
    'rules/unknown-reference',
  ]);
  expect(Object.keys(ruleMessages).filter((code) => !seen.has(code))).toEqual([]);
});

test('the programme of the fixture has no finding', () => {
  expect(findings(craftsman)).toEqual([]);
});

const hostile: readonly (readonly [string, string, RuleCode | undefined])[] = [
  ['10,000 brackets', `${'('.repeat(10_000)}onPost${')'.repeat(10_000)}`, 'rules/too-complex'],
  ['1,000 open brackets', '('.repeat(1000), 'rules/too-complex'],
  ['1,000 negations', `${'not('.repeat(900)}onPost${')'.repeat(900)}`, 'rules/too-complex'],
  ['1 MB', `name = "${'长'.repeat(1_000_000)}"`, 'rules/too-complex'],
  ['1,900 minus signs', `${'-'.repeat(1900)}1 > 0`, 'rules/too-complex'],
  ['600 nested ifs', `${'if onPost then '.repeat(200)}true`, undefined],
  ['400 paths', `contact${'.city'.repeat(400)}`, 'rules/too-complex'],
  ['a chain of 150', Array.from({ length: 150 }, () => 'onPost').join(' and '), undefined],
  ['emoji', '🙂 = 1', undefined],
  ['end of comment', 'name = "*/ alert(1) /*"', undefined],
  ['line separators', 'name = "\u2028\u2029"', undefined],
];

for (const [title, expression, code] of hostile) {
  test(`hostile input ends soon, with a clear error or a result: ${title}`, () => {
    const begun = performance.now();
    const { diagnostics } = compileRules(input(ruleOf(expression)));
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(code ? diagnostics.map((one) => one.code) : []).toEqual([code ?? []].flat());
  });
}

test('hostile lists end soon with a clear error: 10,000 within one another', () => {
  let require: Requirement = 'onPost';
  for (let depth = 0; depth < 10_000; depth += 1) require = { all: [require] };
  const [rule] = ruleOf('onPost').rules;
  if (!rule) throw new Error('fixture');
  const begun = performance.now();
  const { diagnostics } = compileRules(input({ ...ruleOf('onPost'), rules: [{ ...rule, require }] }));
  expect(diagnostics.map(({ code }) => code)).toEqual(['rules/too-complex']);
  expect(performance.now() - begun).toBeLessThan(1000);
});

const hostileNames = ['__proto__', 'constructor', '🙂', 'p', 'v', '基准日', 'count', 'toString()'];
for (const id of hostileNames) {
  test(`a table cannot be called ${id}`, () => {
    const { value, diagnostics } = compileRules(input(ruleOf('onPost', { tables: [{ ...table, id }] })));
    const codes = diagnostics.map(({ code }) => code);
    // `constructor` is a name like any other, and must not reach into objects.
    expect(codes).toEqual(id === 'constructor' ? [] : ['rules/bad-name']);
    expect(value !== undefined).toBe(id === 'constructor');
  });
}

test('cells that would leave their place are faults, not code', () => {
  for (const cell of [
    '1) or (1 = 1',
    '"技师") or ("a" = "a"',
    '*/ alert(1) /*',
    '`${1}`',
    '>= 3; alert(1)',
  ]) {
    const { value } = compileRules(
      input(ruleOf('onPost', { tables: [{ ...table, rows: [{ when: [cell], then: [1] }] }] })),
    );
    expect(value).toBeUndefined();
  }
});
