import * as identifiers from '@zhinan/engine/identifiers';
import * as z from '@zhinan/engine/rules';
import { computedFailures } from '@zhinan/engine/validation';
import type { FormContract, FormSchema } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { compileComputed } from './computed.ts';

function formOf(properties: Readonly<Record<string, FormSchema>>): FormContract {
  const schema: FormSchema = { type: 'object', properties };
  return { id: 'entry', title: '表', by: 'applicant', clauses: [], ui: {}, sections: [], schema };
}

const amount = (expression?: string): FormSchema => ({
  type: 'integer',
  title: '数',
  ...(expression === undefined ? {} : { 'x-computed': expression }),
});
const rows = (more: Readonly<Record<string, FormSchema>>): FormSchema => ({
  type: 'array',
  title: '列',
  items: { type: 'object', title: '一项', properties: more },
});

/** What the compiled fields make of answers: pointer → value. */
async function valuesOf(form: FormContract, answers: object): Promise<Readonly<Record<string, unknown>>> {
  const { code, diagnostics } = compileComputed(form, {});
  expect(diagnostics).toEqual([]);
  (globalThis as { runtime?: object }).runtime = { identifiers, z };
  const text = `const { identifiers, z } = globalThis.runtime;\nexport const computed = ${code};`;
  const { computed } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`
  )) as { readonly computed: readonly z.ComputedField[] };
  const places = z.computedPlaces('entry', computed, answers);
  return Object.fromEntries(places.map(({ path, value }) => [path.join('/'), value]));
}

describe('computed fields', () => {
  it('are worked out over the form and over each row, in the order in which they follow', async () => {
    const form = formOf({
      total: amount('sum(items.cost)'),
      items: rows({ price: amount(), count: amount(), cost: amount('price * count') }),
    });
    const { paths, reads } = compileComputed(form, {});
    expect(paths).toEqual(['items/cost', 'total'].toSorted((a, b) => paths.indexOf(a) - paths.indexOf(b)));
    expect(reads).toEqual(expect.arrayContaining(['items/price', 'items/count', 'items/cost']));
    expect(await valuesOf(form, { items: [{ price: 3, count: 4 }, { price: 5 }] })).toEqual({
      'items/0/cost': 12,
      'items/1/cost': undefined,
      total: undefined,
    });
  });

  it('stay unknown while an answer that could change them is missing', async () => {
    const form = formOf({ a: amount(), b: amount(), c: amount('if a > 3 then 1 else b') });
    expect(await valuesOf(form, { a: 5 })).toEqual({ c: 1 });
    expect(await valuesOf(form, { a: 2 })).toEqual({ c: undefined });
    expect(await valuesOf(form, { b: 1 })).toEqual({ c: 1 });
  });

  it('know birth date and sex of a resident ID that is right', async () => {
    const form = formOf({
      residentId: { type: 'string', title: '号码' },
      born: { type: 'string', format: 'date', title: '出生日期', 'x-computed': 'birthDate(residentId)' },
      sex: { type: 'string', enum: ['男', '女'], title: '性别', 'x-computed': 'sex(residentId)' },
    });
    expect(await valuesOf(form, { residentId: '650103198003150111' })).toEqual({
      born: '1980-03-15',
      sex: '男',
    });
    expect(await valuesOf(form, { residentId: '650103198003150112' })).toEqual({
      born: undefined,
      sex: undefined,
    });
  });

  it.each([
    ['a field the form does not have', 'price * 2', 'rules/unknown-field'],
    ['a value of another kind', 'a > 1', 'rules/type-mismatch'],
    ['what is no expression', 'a *', 'rules/syntax'],
  ])('refuse %s', (_, expression, code) => {
    const form = formOf({ a: amount(), b: amount(expression) });
    expect(compileComputed(form, {}).diagnostics.map((found) => found.code)).toContain(code);
  });

  it('are checked by the validator with the same rule; who leaves one out is not refused', () => {
    const check = computedFailures('entry', [{ path: 'b', value: z.number('entry/a') }]);
    expect(check({ a: 1, b: 1 })).toEqual([]);
    expect(check({ a: 1 })).toEqual([]);
    expect(check({ a: 1, b: 2 })).toMatchObject([{ path: ['b'], params: { expected: 1 } }]);
    expect(check({ b: 2 })).toMatchObject([{ path: ['b'], params: { expected: undefined } }]);
  });
});
