import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { accept } from './accept.ts';
import { importGuideline } from './import.ts';
import type { Imported } from './import.ts';
import { importText } from './report.ts';
import type { WorkItem, WorkList } from './work-list.ts';

// Invented: mixed numbering, broken lines, a page mark, contacts.
const text = readFileSync(
  new URL('../../../../test/corpus/texts/harbour-masters.txt', import.meta.url),
  'utf8',
);
const harbour = await imported(text);

async function imported(source: string): Promise<Imported> {
  const result = await importGuideline(source);
  if (!result) throw new Error('nothing was imported');
  return result;
}

const below = (id: string) => `harbour-masters/2026/${id}`;
const placed = ({ files }: Pick<Imported, 'files'>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [below(path), content]));
const found = (kind: string, of = harbour) =>
  of.suggestions.filter((one) => one.kind === kind).map((one) => [one.clause, one.found, one.fact] as const);
const items = ({ files }: Pick<Imported, 'files'>): readonly WorkItem[] =>
  (JSON.parse(files['import.json'] ?? '') as WorkList).items;

describe('the clause tree', () => {
  test('one clause a sentence, ids as the text numbers them, broken lines joined', () => {
    expect(harbour.drafts.map(({ clause }) => clause.id)).toEqual([
      '前言',
      '一(一)',
      '一(二).0',
      '一(二)1',
      '一(二)2.0',
      '一(二)2①',
      '一(二)2②',
      '一(三).a',
      '一(三).b',
      '二(1)',
      '二(2)',
      '二(三)',
      '三.a',
      '三.b',
      '三.c',
      '联系方式',
      '附件',
      '落款',
    ]);
  });

  test('soft, preferring, permitting and strict words decide the modality', () => {
    const modality = Object.fromEntries(harbour.drafts.map(({ clause }) => [clause.id, clause.modality]));
    expect(modality).toMatchObject({
      '一(一)': 'soft',
      '一(三).a': 'must',
      '一(三).b': 'may',
      '三.c': 'prefer',
    });
  });

  test('title, number, basis and issuer are read from their places', () => {
    expect(JSON.parse(harbour.files['guideline.json'] ?? '')).toMatchObject({
      title: '关于做好2026年度“港湾能手”项目申报工作的通知',
      number: '港人才〔2026〕3号',
      basis: ['港党发〔2024〕6号'],
      issuer: ['港湾市人才工作局'],
      interpretations: { 'notice-days': { clause: '二(2)', chosen: 'next-day' } },
    });
  });
});

describe('what is found', () => {
  test('dates with hours; without a year or an hour they are doubtful', () => {
    expect(found('date')).toMatchObject([
      ['二(1)', '2026年5月8日18:00前', { date: '2026-05-08', time: '18:00', edge: 'until', doubts: [] }],
      ['二(2)', '5月20日前', { date: '2026-05-20', edge: 'until', doubts: ['no-year', 'no-hour'] }],
    ]);
    const [definite, vague] = harbour.suggestions.filter(({ kind }) => kind === 'date');
    expect(definite?.targets).toMatchObject([
      { value: { at: '2026-05-08T18:00:00+08:00', clause: '二(1)' } },
    ]);
    expect(vague?.targets).toMatchObject([{ value: { at: null } }]);
  });

  test('ages and birth dates', () => {
    expect(found('age')).toMatchObject([
      ['一(一)', '45周岁以下', { years: 45, bound: 'max', doubts: ['no-reference'] }],
      ['一(三).b', '50岁', { years: 50, doubts: ['no-reference', 'not-full-years', 'no-bound'] }],
    ]);
    expect(found('birth-date')).toMatchObject([
      ['一(一)', '1981年1月1日以后出生', { date: '1981-01-01', side: 'from' }],
    ]);
  });

  test.each(['年龄在45岁以下（含45岁）。', '年龄在45岁（含）以下。', '年龄不超过45周岁。'])(
    '%s is one age',
    async (sentence) => {
      const ages = found('age', await imported(`一、条件\n\n（一）年龄。${sentence}`));
      expect(ages).toMatchObject([['一(一)', expect.any(String), { years: 45, bound: 'max' }]]);
    },
  );

  test('amounts in whole yuan, with range, cap and period', () => {
    expect(found('amount')).toMatchObject([
      [
        '三.a',
        '5-8万元',
        { least: 50_000, most: 80_000, per: ['person', 'year'], doubts: ['range-without-rule'] },
      ],
      ['三.b', '200元/天/人', { least: 200, most: 200, per: ['day', 'person'] }],
      ['三.b', '2万元', { most: 20_000, bound: 'max' }],
    ]);
  });

  test('counts, percentages, durations, working days', () => {
    expect(found('count')).toMatchObject([
      ['一(二)1', '2项', { least: 2, bound: 'min' }],
      ['二(2)', '3名', { least: 3, bound: 'max' }],
    ]);
    expect(found('share')).toMatchObject([['一(二)2.0', '30%', { percent: 30, bound: 'min' }]]);
    expect(found('duration')).toMatchObject([
      ['一(一)', '3年', { least: 'P3Y', bound: 'min' }],
      ['一(二)1', '三年', { least: 'P3Y' }],
      ['三.a', '3年', { least: 'P3Y' }],
    ]);
    expect(found('workdays')).toMatchObject([
      ['二(2)', '5个工作日', { days: 5, notice: true, bound: 'min' }],
    ]);
  });

  test('roles once each, unknown bodies told, papers with their number in the list', () => {
    expect(
      found('role').map(([clause, title, fact]) => [clause, title, 'id' in fact ? fact.id : undefined]),
    ).toEqual([
      ['一(二).0', '申报人', 'applicant'],
      ['一(二)2.0', '徒弟', 'apprentice'],
      ['二(1)', '用人单位', 'employer'],
      ['二(2)', '人社局', 'prefecture-hr'],
      ['二(三)', '组织专家', 'experts'],
      ['二(三)', '港务协会', undefined],
      ['二(三)', '领导小组', 'leading-group'],
    ]);
    expect(found('document')).toMatchObject([
      ['二(1)', '《港湾能手申报表》(附件1)', { id: 'application-form', attachment: '1' }],
      ['附件', '附件2', { id: 'summary-sheet', title: '港湾能手推荐汇总表' }],
    ]);
  });

  test.each([
    ['二〇二六年五月八日前报送。', { date: '2026-05-08', edge: 'until' }],
    ['网上申报时间：2026年3月1日—3月15日。', { date: '2026-03-01', edge: 'from', title: '网上申报开始' }],
    ['名单于2026年11月底前备案。', { date: '2026-11-30', edge: 'until', title: '名单报送截止' }],
    ['2026年2月30日前报送。', { edge: 'until', doubts: ['no-such-date', 'no-hour'] }],
    ['于2026年6月1日下午5时前送达。', { date: '2026-06-01', time: '17:00' }],
    ['自印发之日起施行。', { edge: 'from', doubts: ['relative'] }],
  ])('%s', async (sentence, fact) => {
    const [first] = found('date', await imported(`一、时间\n\n（一）报送。${sentence}`));
    expect(first?.[2]).toMatchObject(fact);
  });

  test('figures in titles, document numbers and nicknames are none', async () => {
    const { suggestions } = await imported(
      '一、依据\n\n落实“3+2个”计划和《规划（2020年1月1日起）》（港发〔2022〕8号）要求。',
    );
    expect(suggestions).toEqual([]);
  });
});

describe('what is kept', () => {
  test('no sentence, no name, no telephone number', () => {
    expect(harbour.dropped).toBe(3);
    const output =
      Object.values(harbour.files).join('\n') + importText(harbour, 'zh') + JSON.stringify(harbour);
    expect(output).not.toMatch(/甲某某|1234567|7654321/);
    const sentences = text
      .split(/[。；：\n]/u)
      .map((one) => one.trim())
      .filter((one) => one.length >= 14 && !/附件|关于做好|申报工作的通知|汇总表/u.test(one));
    expect(sentences.filter((sentence) => output.includes(sentence))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(9);
  });

  test('the skeleton loads, and nothing is found in it but what is to be written', async () => {
    const { diagnostics } = await compile(placed(harbour), 'harbour-masters/2026', { until: 'check' });
    expect([...new Set(diagnostics.map(({ code }) => code))].toSorted()).toEqual([
      'clause/to-be-written',
      'definition/to-be-written',
    ]);
    expect(diagnostics.filter(({ code }) => code === 'clause/to-be-written')).toHaveLength(
      harbour.drafts.length,
    );
  });

  test('sections that are named as projects become programmes', async () => {
    const two = await imported(
      [
        '一、甲项目',
        '（一）范围。全市。',
        '（二）条件。有证。',
        '二、乙计划',
        '（一）范围。全区。',
        '（二）条件。有房。',
      ].join('\n\n'),
    );
    expect(JSON.parse(two.files['guideline.json'] ?? '')).toMatchObject({
      programs: ['program-1', 'program-2'],
    });
    expect(JSON.parse(two.files['program-2/program.json'] ?? '')).toMatchObject({
      title: '乙计划',
      clause: '二(一)',
    });
  });

  test('a text without headings is numbered in order, and that is said', async () => {
    const plain = await imported('能手每年评选。\n年满18周岁的均可报名。');
    expect(plain.drafts.map(({ clause }) => clause.id)).toEqual(['正文.a', '正文.b']);
    expect(importText(plain, 'zh')).toContain('没有认出标题');
  });

  test('nothing comes of a text without words', async () => {
    expect(await importGuideline('\n\n — 1 —\n')).toBeUndefined();
  });
});

describe('accepting', () => {
  const accepted = (ids: readonly string[], edit: (item: WorkItem) => WorkItem = (item) => item) =>
    items(harbour).map((item) => (ids.includes(item.id) ? edit({ ...item, status: 'accepted' }) : item));

  test('writes roles, instants, rules with their field, papers and modalities; the result still loads', async () => {
    const ids = ['date-1', 'role-3', 'birth-date-1', 'modality-1'];
    const result = accept(harbour.files, accepted(ids));
    expect(result.written).toEqual(expect.arrayContaining(ids));
    expect(result.refused).toEqual([]);
    const read = (path: string) => JSON.parse(result.files[path] ?? '') as unknown;
    expect(read('guideline.json')).toMatchObject({
      instants: { deadline: { at: '2026-05-08T18:00:00+08:00', clause: '二(1)' } },
      roles: { employer: { title: '用人单位', kind: 'body', clause: '二(1)' } },
    });
    expect(read('program/rules.json')).toMatchObject({
      rules: [{}, { require: 'birthDate >= date("1981-01-01")', strength: 'soft' }],
    });
    expect(read('import.json')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'date-1', status: 'written' })]),
    });
    const { diagnostics } = await compile(placed(result), 'harbour-masters/2026', { until: 'check' });
    expect(
      diagnostics.filter(({ code }) => !code.endsWith('/to-be-written') && !code.startsWith('analysis/')),
    ).toEqual([]);
  });

  test('what the text does not say must be filled in first', () => {
    expect(accept(harbour.files, accepted(['date-2'])).refused).toEqual([
      { id: 'date-2', reason: 'not-filled-in', where: 'guideline.json#/instants/deadline2/at' },
    ]);
    const filled = accepted(['date-2'], (item) => ({
      ...item,
      targets: item.targets.map((target) => ({
        ...target,
        value: { title: '上报截止', at: '2026-05-21T00:00:00+08:00', clause: '二(2)' },
      })),
    }));
    expect(accept(harbour.files, filled)).toMatchObject({ written: ['date-2'], refused: [] });
  });

  test('nothing that stands there is replaced, and nothing is written in part', () => {
    const once = accept(harbour.files, accepted(['date-1', 'age-2']));
    expect(once.refused).toMatchObject([{ id: 'age-2', reason: 'not-filled-in' }]);
    expect(once.files['program/forms/application.schema.json']).toBe(
      harbour.files['program/forms/application.schema.json'],
    );
    const twice = accept(once.files, accepted(['date-1']));
    expect(twice).toMatchObject({ written: [], refused: [{ reason: 'already-there' }] });
    expect(twice.files).toEqual(once.files);
  });

  test('a period of a procedure that is not written yet waits for it', () => {
    expect(accept(harbour.files, accepted(['workdays-1'])).refused).toEqual([
      { id: 'workdays-1', reason: 'no-such-file', where: 'program/workflow/case.json' },
    ]);
  });
});
