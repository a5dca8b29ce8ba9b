import { actionCatalogue, guardCatalogue, type CatalogueEntry } from '@zhinan/engine';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Kind {
  readonly properties: {
    readonly type: { readonly const: string };
    readonly params?: { readonly properties: object; readonly required?: readonly string[] };
  };
}

const schema: { $defs: Record<'guard' | 'action', { oneOf: readonly Kind[] }> } = JSON.parse(
  readFileSync(new URL('../../../../../model/schemas/machine.schema.json', import.meta.url), 'utf8'),
);

/** `name: param, param?` of each kind, in order. */
function inSchema(definition: 'guard' | 'action'): readonly string[] {
  const kinds = schema.$defs[definition].oneOf.map(({ properties: { type, params } }) =>
    signature(
      type.const,
      Object.keys(params?.properties ?? {}).map((param) => [
        param,
        params?.required?.includes(param) ?? false,
      ]),
    ),
  );
  return kinds.toSorted();
}

function inKernel(catalogue: Readonly<Record<string, CatalogueEntry>>): readonly string[] {
  const kinds = Object.entries(catalogue).map(([name, { params }]) =>
    signature(
      name,
      Object.entries(params).map(([param, { required }]) => [param, required]),
    ),
  );
  return kinds.toSorted();
}

function signature(name: string, params: readonly (readonly [string, boolean])[]): string {
  const written = params.map(([param, required]) => (required ? param : `${param}?`));
  return `${name}: ${written.toSorted().join(', ')}`;
}

// The checks leave misspelt guards, actions and params to the schema of the file: sound only while both say the same.
test('the schema of machine files and the kernel know the same guards', () => {
  expect(inSchema('guard')).toEqual(inKernel(guardCatalogue));
});

test('the schema of machine files and the kernel know the same actions', () => {
  expect(inSchema('action')).toEqual(inKernel(actionCatalogue));
});
