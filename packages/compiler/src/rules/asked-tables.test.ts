/* oxlint-disable unicorn/no-thenable -- `then` is what a table's row gives */
import type { Facts, JsonObject, TableDefinition, TableOutcome } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { askedByMachines } from './asked-by-machines.ts';
import { compileRules } from './compile-rules.ts';
import { craftsman, input } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';

const desk: TableDefinition = {
  id: 'desk',
  title: '分工',
  clause: '四',
  inputs: [{ expression: 'skillLevel' }],
  outputs: [{ name: 'role', type: 'text' }],
  hitPolicy: 'U',
  rows: [
    { when: ['>= 高级技师'], then: ['expert-desk'] },
    { when: ['技师'], then: ['desk'] },
  ],
};

function asked(table: Partial<TableDefinition>, names: readonly string[] = ['desk']) {
  const { value, diagnostics } = compileRules({
    ...input({ ...craftsman, tables: [{ ...desk, ...table }] }),
    asked: names,
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const rules = evaluateSource(value);
  return (application: JsonObject): TableOutcome | undefined =>
    rules.tables?.({ application } as Facts).find(({ id }) => id === 'desk');
}

describe('a table asked by name', () => {
  test('answers with its title and clauses', () => {
    const found = asked({})({ skillLevel: '特级技师' });
    expect(found).toEqual({
      id: 'desk',
      title: '分工',
      clauses: ['四'],
      values: { role: ['expert-desk'] },
      missing: [],
    });
  });

  test('is undecided while an answer is missing, and names it', () => {
    const found = asked({})({});
    expect(found?.values).toEqual({ role: null });
    expect(found?.missing.map(({ pointer }) => pointer)).toEqual(['/skillLevel']);
  });

  test('is undecided where no row matches or rows contradict: nobody is to act on a guess', () => {
    expect(asked({})({ skillLevel: '初级工' })?.values).toEqual({ role: null });
    const rows = [...desk.rows, { when: ['技师'], then: ['another'] }];
    expect(asked({ rows })({ skillLevel: '技师' })?.values).toEqual({ role: null });
  });

  test('collects what all rows say, perhaps nothing; a row that only may match leaves it open', () => {
    const rows = [...desk.rows, { when: ['>= 技师'], then: ['office'] }];
    const collecting = asked({ hitPolicy: 'C', rows });
    expect(collecting({ skillLevel: '技师' })?.values).toEqual({ role: ['desk', 'office'] });
    expect(collecting({ skillLevel: '初级工' })?.values).toEqual({ role: [] });
    expect(collecting({})?.values).toEqual({ role: null });
  });

  test('gives codes of an ordered field, not their positions', () => {
    const ranked = asked({
      outputs: [{ name: 'level', of: 'skillLevel' }],
      rows: [{ when: ['-'], then: ['技师'] }],
    });
    expect(ranked({})?.values).toEqual({ level: ['技师'] });
  });

  test('waits for the condition of a relaxation of a parameter that it reads', () => {
    const relaxed = asked({
      inputs: [{ expression: 'skillLevel >= 最低等级' }],
      rows: [
        { when: [true], then: ['desk'] },
        { when: [false], then: ['office'] },
      ],
    });
    expect(relaxed({ skillLevel: '技师', workPlace: 'kashi' })?.values).toEqual({ role: ['desk'] });
    expect(relaxed({ skillLevel: '技师', workPlace: 'urumqi' })?.values).toEqual({ role: ['office'] });
    const open = relaxed({ skillLevel: '技师' });
    expect([open?.values, open?.missing.map(({ pointer }) => pointer)]).toEqual([
      { role: null },
      ['/workPlace'],
    ]);
  });

  test('is not part of a module whose machines ask none', () => {
    expect(asked({}, [])({ skillLevel: '技师' })).toBeUndefined();
  });
});

test('machines ask for tables as roles, in guards within guards, and for sets', () => {
  const config = {
    meta: { role: { table: 'a' } },
    states: {
      one: {
        on: {
          GO: {
            guard: {
              type: 'all',
              params: {
                guards: [
                  { type: 'table', params: { table: 'b', in: ['x'] } },
                  { type: 'answer', params: { form: 'f', field: 'x', set: '南部' } },
                ],
              },
            },
            meta: { by: ['office', { table: 'c' }] },
          },
        },
      },
    },
  };
  expect(askedByMachines({ case: { config } })).toEqual({ tables: ['a', 'b', 'c'], sets: ['南部'] });
});
