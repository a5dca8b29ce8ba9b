import type { Contract, FileTree, ProgramContract } from '@zhinan/model';
import { editionElementsOf, elementsOf, type EmittedElement } from '../elements/elements.ts';
import { formInterface, styleAttributes, tokens, type ElementInterface } from './interface.ts';
import { viewInterfaces } from './view-interfaces.ts';

function interfaceOf(element: EmittedElement): ElementInterface {
  const known = element.base === undefined ? formInterface : viewInterfaces[element.base];
  if (!known) throw new Error(`no interface recorded for ${element.base}`);
  return known;
}

function declaration(element: EmittedElement, clauses: readonly string[]) {
  const { base, properties, methods, events, parts } = interfaceOf(element);
  return {
    kind: 'class',
    customElement: true,
    tagName: element.tag,
    name: element.name,
    description: `${element.title}${clauses.length > 0 ? `（${clauses.join('、')}）` : ''}`,
    superclass: { name: base, package: '@zhinan/elements' },
    attributes: [
      ...properties
        .filter(({ attribute }) => attribute !== undefined)
        .map(({ name, attribute, type, description }) => ({
          name: attribute,
          fieldName: name,
          type: { text: type },
          description,
        })),
      ...Object.entries(styleAttributes).map(([name, values]) => ({
        name,
        type: { text: values.map((value) => `'${value}'`).join(' | ') },
      })),
    ],
    members: [
      ...properties.map(({ name, type, description, attribute, reflects, readonly }) => ({
        kind: 'field',
        name,
        type: { text: type },
        description,
        privacy: 'public',
        ...(attribute !== undefined && { attribute }),
        ...(reflects && { reflects }),
        ...(readonly && { readonly }),
      })),
      ...methods.map((method) => ({ kind: 'method', privacy: 'public', ...method })),
    ],
    events: events.map(({ name, detail, description }) => ({
      name,
      type: { text: `CustomEvent<${detail}>` },
      description,
    })),
    cssParts: parts.map((name) => ({ name })),
    cssProperties: Object.entries(tokens).map(([name, description]) => ({ name, description })),
  };
}

function modulesOf(list: readonly EmittedElement[], folder: string, program?: ProgramContract) {
  const path = (element: EmittedElement) => `${folder}elements/${element.file}.js`;
  return [
    ...list.map((element) => ({
      kind: 'javascript-module',
      path: path(element),
      declarations: [declaration(element, clausesOf(program, element))],
      exports: [
        { kind: 'js', name: element.name, declaration: { name: element.name, module: path(element) } },
      ],
    })),
    {
      kind: 'javascript-module',
      path: program ? `${folder}define.js` : `define/${list[0]?.file ?? ''}.js`,
      declarations: [],
      exports: list.map((element) => ({
        kind: 'custom-element-definition',
        name: element.tag,
        declaration: { name: element.name, module: path(element) },
      })),
    },
  ];
}

/** Of a form those it comes from; a view belongs to no clause. */
function clausesOf(program: ProgramContract | undefined, { file, base }: EmittedElement): readonly string[] {
  return (base === undefined ? program?.forms[file]?.clauses : undefined) ?? [];
}

/** `custom-elements.json`: what editors, documentation and wrappers of other frameworks read of our elements. */
export function customElementsManifest(contract: Contract): FileTree {
  const manifest = {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      ...Object.values(contract.programs).flatMap((program) =>
        modulesOf(elementsOf(contract, program), `${program.id}/`, program),
      ),
      ...editionElementsOf(contract).flatMap((element) => modulesOf([element], '')),
    ],
  };
  return { 'custom-elements.json': `${JSON.stringify(manifest, null, 1)}\n` };
}
