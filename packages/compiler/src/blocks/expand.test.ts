import type { Json, JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { checkShape } from '../1-load/check-shape.ts';
import { parseJson } from '../1-load/parse-json.ts';
import { objectsIn, valueAt } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import { blocks } from './catalogue.ts';
import { expandBlocks } from './expand.ts';

const names = {
  roles: { applicant: { title: '申报人' }, unit: { title: '用人单位' } },
  forms: { application: { title: '申报书' } },
};
const final = (title: string) => ({ type: 'final', meta: { title, outcome: 'refused' } });

const expandedFile = (...given: Parameters<typeof expandBlocks>) => expandBlocks(...given).file;

function machine(states: JsonObject, more: JsonObject = {}): SourceFile {
  const text = JSON.stringify({
    kind: 'case',
    title: '样例',
    clause: '一',
    id: 'case',
    initial: Object.keys(states)[0] ?? '',
    ...more,
    states: { ...states, done: final('完成'), refused: final('未通过'), expired: final('逾期') },
  });
  const { value } = parseJson('s/e/p/workflow/case.json', text);
  if (!value) throw new Error('not JSON');
  return value;
}

const review = {
  use: 'review',
  with: { clause: '二', role: 'unit', reject: { to: 'refused' } },
  next: 'done',
};

describe.each(Object.values(blocks))('$name', ({ example, title, purpose }) => {
  const file = machine({ example });

  test('has an example of the right shape, and words for the catalogue', () => {
    expect(checkShape('machine', file)).toEqual([]);
    expect(title + purpose).toMatch(/\p{Script=Han}/u);
  });

  test('becomes plain XState of our format', () => {
    const expanded = expandedFile(file, names);
    const text = JSON.stringify(expanded.json);
    const { value } = parseJson(file.path, text);
    expect(value && checkShape('machine', value)).toEqual([]);
    expect([...objectsIn(expanded.json)].filter(({ object }) => 'use' in object)).toEqual([]);
  });

  test('is expanded to the same text twice, its input untouched', () => {
    const before = structuredClone(file.json);
    expect(JSON.stringify(expandedFile(file, names).json)).toBe(
      JSON.stringify(expandedFile(file, names).json),
    );
    expect(file.json).toEqual(before);
  });
});

describe('expandBlocks', () => {
  test('a file without blocks stays the very file', () => {
    const file = machine({});
    expect(expandedFile(file, names)).toBe(file);
  });

  test('own keys go over the expansion; entry actions are added', () => {
    const { json } = expandedFile(
      machine({
        check: { ...review, meta: { title: '改名' }, on: { REJECT: { meta: { title: '不同意' } } } },
      }),
      names,
    );
    expect(valueAt(json, '/states/check/meta')).toEqual({ title: '改名', clause: '二', role: 'unit' });
    expect(valueAt(json, '/states/check/on/REJECT/meta')).toMatchObject({
      title: '不同意',
      reason: 'required',
    });
  });

  test('states are found from near to far, and a block may stand inside a block', () => {
    const { json } = expandedFile(
      machine({
        group: {
          meta: { title: '几级' },
          initial: 'first',
          states: { first: { ...review, next: 'second' }, second: review },
        },
      }),
      names,
    );
    expect(valueAt(json, '/states/group/states/first/on/APPROVE/target')).toBe('#case.group.second');
    expect(valueAt(json, '/states/group/states/second/on/APPROVE/target')).toBe('#case.done');
  });

  test('titles come from roles and forms', () => {
    const { json } = expandedFile(
      machine({
        check: review,
        draft: { use: 'fill-in', with: { clause: '一', form: 'application' }, next: 'check' },
      }),
      names,
    );
    expect(valueAt(json, '/states/check/meta/title')).toBe('用人单位审核');
    expect(valueAt(json, '/states/draft/meta/title')).toBe('填写申报书');
  });

  test('instalments end after so many payments, or sooner where a condition says so', () => {
    const until = { type: 'is', params: { key: 'lastYear', in: [true] } };
    const paying = {
      use: 'instalments',
      with: { clause: '四', role: 'unit', amount: 'support', times: 5, every: { years: 1 }, until },
      next: 'done',
    };
    const { json } = expandedFile(machine({ paying }), names);
    expect(valueAt(json, '/states/paying/states/counting/always')).toMatchObject([
      { guard: { type: 'count', params: { list: 'payingPayments', min: 5 } } },
      { guard: until, target: '#case.paying.finished' },
      { target: '#case.paying.waiting' },
    ]);
  });

  test('a period written in place becomes a delay of the machine under a free name', () => {
    const notice = {
      use: 'public-notice',
      with: { clause: '三', title: '公示', period: { workdays: 5 }, upheld: 'refused' },
      next: 'done',
    };
    const { json } = expandedFile(
      machine({ notice }, { delays: { noticePeriod: { title: '另一期限', clause: '一', days: 2 } } }),
      names,
    );
    expect(valueAt(json, '/delays/noticePeriod2')).toEqual({ title: '公示', clause: '三', workdays: 5 });
    expect(Object.keys(valueAt(json, '/states/notice/after') as JsonObject)).toEqual(['noticePeriod2']);
  });
});

describe('places', () => {
  const file = machine({
    check: { ...review, with: { ...review.with, role: 'unitt' }, on: { EXTRA: { meta: { title: '另办' } } } },
  });
  const expanded = expandedFile(file, names);

  test.each([
    ['a value that came from a param', '/states/check/meta/role', '/states/check/with/role'],
    ['a target written as a bare name', '/states/check/on/REJECT/target', '/states/check/with/reject/to'],
    ['what the block made itself', '/states/check/on/REJECT/meta/reason', '/states/check/use'],
    ['what the author wrote beside the block', '/states/check/on/EXTRA/meta', '/states/check/on/EXTRA/meta'],
  ])('%s', (_, pointer, written) => {
    expect(expanded.place(pointer).pointer).toBe(written);
  });

  test('name the block for what is not in the file', () => {
    expect(expanded.place('/states/check/on/REJECT/meta').block).toBe('review');
    expect(expanded.place('/states/check/on/EXTRA').block).toBeUndefined();
    expect(expanded.keyPlace('/states/check').block).toBeUndefined();
  });
});

describe('what an author may get wrong', () => {
  const codes = (node: Json) =>
    checkShape('machine', machine({ check: node })).map(({ code, place, params }) => [
      code,
      place.pointer,
      params['nearest'] ?? params['key'],
    ]);

  test('an unknown block has the nearest name', () => {
    expect(codes({ ...review, use: 'reviev' })).toEqual([
      ['shape/not-an-option', '/states/check/use', 'review'],
    ]);
  });

  test('an unknown, a missing and a wrong param', () => {
    expect(codes({ ...review, with: { ...review.with, titel: '甲' } })).toEqual([
      ['shape/unknown-key', '/states/check/with/titel', 'title'],
    ]);
    expect(codes({ ...review, with: { role: 'unit' } })).toEqual([
      ['shape/missing-key', '/states/check/with', 'clause'],
    ]);
    expect(codes({ ...review, with: { ...review.with, form: 3 } })).toEqual([
      ['shape/wrong-type', '/states/check/with/form', undefined],
    ]);
  });

  test('a block without the state it leads to', () => {
    expect(codes({ use: 'review', with: review.with })).toEqual([
      ['shape/missing-key', '/states/check', 'next'],
    ]);
  });
});
