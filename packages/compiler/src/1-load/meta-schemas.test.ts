import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Json, JsonObject } from '@zhinan/model';
import { actionCatalogue, guardCatalogue } from '@zhinan/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

const root = new URL('../../../../', import.meta.url).pathname;
const schemas = join(root, 'packages/model/schemas');
const definitions = join(root, 'definitions');
const read = (path: string): JsonObject => JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
const names = readdirSync(schemas).toSorted();
const files = readdirSync(definitions, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .toSorted();

const ajv = new Ajv2020({ strict: false, discriminator: true });
ajv.addSchema(read(join(schemas, 'rules.schema.json')), 'rules.schema.json');
const validators = new Map(names.map((name) => [name, ajv.compile(read(join(schemas, name)))]));

describe('the file formats', () => {
  test.each(files)('%s names the format it has', (path) => {
    const json = read(join(definitions, path));
    const target = resolve(dirname(join(definitions, path)), String(json['$schema']));
    expect(dirname(target)).toBe(schemas);
    const validate = validators.get(basename(target));
    validate?.(json);
    expect(validate?.errors).toBeNull();
  });

  test.each(names)('%s refuses unknown keys everywhere', (name) => {
    const open = schemasIn(read(join(schemas, name))).filter(
      ({ schema }) => schema['properties'] !== undefined && schema['additionalProperties'] !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test.each(names)('%s explains every key in Chinese', (name) => {
    const mute = schemasIn(read(join(schemas, name))).flatMap(({ path, schema }) =>
      Object.entries((schema['properties'] ?? {}) as JsonObject)
        .filter(([, property]) => !explained(property as JsonObject))
        .map(([key]) => `${path}/${key}`),
    );
    expect(mute).toEqual([]);
  });

  test('an editor offers the guards and actions that the engine knows', () => {
    const { $defs } = read(join(schemas, 'machine.schema.json')) as unknown as {
      $defs: Record<'guard' | 'action', { oneOf: { properties: { type: { const: string } } }[] }>;
    };
    const offered = (kind: 'guard' | 'action') =>
      $defs[kind].oneOf.map(({ properties }) => properties.type.const).toSorted();
    expect(offered('guard')).toEqual(Object.keys(guardCatalogue).toSorted());
    expect(offered('action')).toEqual(Object.keys(actionCatalogue).toSorted());
  });
});

/** A reference may stand for the explanation: its target carries one. */
function explained(property: JsonObject): boolean {
  return '$ref' in property || /\p{Script=Han}/u.test(String(property['title'] ?? ''));
}

/** Every schema object below one, not the maps and values in between. Conditions (`if`, `then`, `else`) only narrow. */
function schemasIn(schema: Json, path = ''): { readonly path: string; readonly schema: JsonObject }[] {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return [];
  const node = schema as JsonObject;
  const members = ['properties', 'patternProperties', '$defs'].flatMap((key) =>
    Object.entries((node[key] ?? {}) as JsonObject).flatMap(([name, member]) =>
      schemasIn(member as Json, `${path}/${key}/${name}`),
    ),
  );
  const single = ['items', 'additionalProperties'].flatMap((key) =>
    schemasIn(node[key] ?? null, `${path}/${key}`),
  );
  const union = ((node['oneOf'] ?? []) as Json[]).flatMap((branch, index) =>
    schemasIn(branch, `${path}/oneOf/${index}`),
  );
  return [{ path, schema: node }, ...members, ...single, ...union];
}
