import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { craftContract } from '../../testing/craft-contract.ts';
import { editionElementsOf, elementsOf } from '../elements/elements.ts';
import { formInterface, tokens } from './interface.ts';
import { customElementsManifest } from './index.ts';
import { viewInterfaces } from './view-interfaces.ts';

const elements = new URL('../../../../elements/src/', import.meta.url);
const templates = new URL('../elements/', import.meta.url);

function textOf(folder: URL): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
  );
}
const sources = textOf(elements);
const source = (path: string) => sources.get(path) ?? '';
const unique = (values: readonly string[]) => [...new Set(values)].toSorted();
const found = (text: string, pattern: RegExp) =>
  unique([...text.matchAll(pattern)].map(([, name]) => name ?? ''));

/** Names of parts in a text; computed ones are left out. */
const partsIn = (text: string) =>
  unique(
    [...text.matchAll(/\bpart="([^"$]*)/g)].flatMap(([, names]) => (names ?? '').trim().split(/\s+/)),
  ).filter((name) => name !== '' && !name.endsWith('-'));

interface Declared {
  readonly tagName: string;
  readonly attributes: readonly { readonly name: string; readonly fieldName?: string }[];
  readonly events: readonly { readonly name: string }[];
}
interface Manifest {
  readonly schemaVersion: string;
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly Declared[];
    readonly exports: readonly { readonly kind: string; readonly name: string }[];
  }[];
}

describe('custom elements manifest', () => {
  const manifest = JSON.parse(
    customElementsManifest(craftContract)['custom-elements.json'] ?? '',
  ) as Manifest;
  const program = craftContract.programs['talent'];

  test('declares and defines every tag once', () => {
    const own = program ? elementsOf(craftContract, program) : [];
    const tags = [...own, ...editionElementsOf(craftContract)].map(({ tag }) => tag);
    expect(tags).toEqual(expect.arrayContaining(['zn-craft-review', 'zn-craft-inbox']));
    expect(tags).toContain('zn-craft-application');
    expect(
      manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)),
    ).toEqual(tags);
    const definitions = manifest.modules.flatMap(({ exports }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name),
    );
    expect(definitions).toEqual(tags);
    expect(manifest.schemaVersion).toMatch(/^2\./);
  });

  test('every attribute belongs to a declared member, or the style sheet of all elements reads it', () => {
    const styles = source('styles/foundation.styles.ts');
    const attributes = manifest.modules.flatMap(({ declarations }) =>
      declarations.flatMap((declared) => declared.attributes),
    );
    expect(attributes.length).toBeGreaterThan(0);
    const homeless = attributes.filter(({ name, fieldName }) =>
      fieldName === undefined ? !styles.includes(`:host([${name}=`) : name === '' || fieldName === '',
    );
    expect(homeless).toEqual([]);
  });
});

describe('recorded interface of the elements is that of their sources', () => {
  test('events of forms', () => {
    const [, declared = ''] = /interface FormEvents \{([\s\S]*?)\n\}/.exec(source('events.ts')) ?? [];
    expect(formInterface.events.map(({ name }) => name).toSorted()).toEqual(
      found(declared, /^ {2}'?([a-z-]+)'?: /gm),
    );
  });

  test('events of views', () => {
    const [, declared = ''] =
      /interface ViewEvents \{([\s\S]*?)\n\}/.exec(source('views/act-event.ts')) ?? [];
    const recorded = Object.values(viewInterfaces).flatMap(({ events }) => events.map(({ name }) => name));
    expect(unique(recorded)).toEqual(expect.arrayContaining([...found(declared, /^ {2}'?([a-z-]+)'?: /gm)]));
  });

  test.each([
    ['form/form-properties.ts', formInterface],
    ['eligibility/eligibility-element.ts', viewInterfaces['EligibilityElement']],
    ['case/case-element.ts', viewInterfaces['CaseElement']],
    ['inbox/inbox-element.ts', viewInterfaces['InboxElement']],
    ['review/review-element.ts', viewInterfaces['ReviewElement']],
  ])('properties of %s', (path, recorded) => {
    const declaredIn = (file: string) =>
      /\b(?:properties|formProperties)(?:: [^=]+)? = \{([\s\S]*?)\n *\};/.exec(source(file))?.[1] ?? '';
    const inherits = source(path).includes('extends ViewElement');
    const declared = declaredIn(path) + (inherits ? declaredIn('views/view-element.ts') : '');
    const internal = found(source('form/form-element.ts'), /@internal[^*]*\*\/\s+declare (\w+)/g);
    const reactive = found(declared, /^ +(\w+): \{/gm).filter((name) => !internal.includes(name));
    expect(
      recorded?.properties
        .filter(({ readonly }) => !readonly)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(reactive);
  });

  test('tokens', () => {
    const read = [...sources.values()].flatMap((text) => found(text, /var\(\s*(--zn-[a-z-]+)/g));
    expect(Object.keys(tokens).toSorted()).toEqual(unique(read));
  });

  test('parts that stand in templates are recorded', () => {
    const all = unique([
      ...formInterface.parts,
      ...Object.values(viewInterfaces).flatMap(({ parts }) => parts),
    ]);
    const used = [...sources.values(), ...textOf(templates).values()].flatMap(partsIn);
    expect(unique(used).filter((part) => !all.includes(part))).toEqual([]);
  });
});
