import { readFileSync } from 'node:fs';
import { compile, type Compilation } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import type { Contract } from '@zhinan/model';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Field } from '../packages/compiler/src/6-emit/elements/field.ts';
import { planForm } from '../packages/compiler/src/6-emit/elements/plan-form.ts';

const root = new URL('../packages/elements/catalogue/definition', import.meta.url).pathname;
const kinds = new URL('../packages/compiler/src/6-emit/elements/field.ts', import.meta.url);

describe('the catalogue of controls', () => {
  let done: Compilation;
  beforeAll(async () => {
    done = await compile(await readDefinitions(root), 'catalogue/2026', { until: 'rehearse' });
  });

  test('compiles without findings', () => {
    expect(done.diagnostics).toEqual([]);
  });

  test('has every kind of control the generator makes', () => {
    const [, declared = ''] = /type FieldKind =([\s\S]*?)\nexport/.exec(readFileSync(kinds, 'utf8')) ?? [];
    const known = [...declared.matchAll(/readonly kind: '([a-z-]+)'/g)].map(([, kind]) => kind);
    expect(known.length).toBeGreaterThan(10);
    expect([...kindsIn(done.contract)].toSorted()).toEqual([...new Set(known)].toSorted());
  });
});

function kindsIn(contract: Contract | undefined): ReadonlySet<string> {
  const form = contract?.programs['controls']?.forms['every-control'];
  const flat = (fields: readonly Field[]): readonly Field[] =>
    fields.flatMap((field) => ('fields' in field ? [field, ...flat(field.fields)] : [field]));
  return new Set(
    (form ? planForm(form).sections : []).flatMap(({ fields }) => flat(fields)).map(({ kind }) => kind),
  );
}
