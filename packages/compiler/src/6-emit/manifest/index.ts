import type { Contract, FileTree, ProgramContract } from '@zhinan/model';
import { elementsOf } from '../elements/elements.ts';
import { views } from '../elements/view-module.ts';
import {
  formInterface,
  styleAttributes,
  tokens,
  viewInterfaces,
  type ElementInterface,
} from './interface.ts';

type Element = ReturnType<typeof elementsOf>[number];

function interfaceOf(program: ProgramContract, element: Element): ElementInterface {
  const view = views.find(({ id }) => id === element.file);
  const known = view && !program.forms[element.file] ? viewInterfaces[view.base] : formInterface;
  if (!known) throw new Error(`no interface recorded for ${view?.base}`);
  return known;
}

function declaration(program: ProgramContract, element: Element) {
  const { base, properties, methods, events, parts } = interfaceOf(program, element);
  const clauses = program.forms[element.file]?.clauses ?? [];
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

function modules(contract: Contract, program: ProgramContract) {
  const list = elementsOf(contract, program);
  const path = (element: Element) => `${program.id}/elements/${element.file}.js`;
  return [
    ...list.map((element) => ({
      kind: 'javascript-module',
      path: path(element),
      declarations: [declaration(program, element)],
      exports: [
        { kind: 'js', name: element.name, declaration: { name: element.name, module: path(element) } },
      ],
    })),
    {
      kind: 'javascript-module',
      path: `${program.id}/define.js`,
      declarations: [],
      exports: list.map((element) => ({
        kind: 'custom-element-definition',
        name: element.tag,
        declaration: { name: element.name, module: path(element) },
      })),
    },
  ];
}

/** `custom-elements.json`: what editors, documentation and wrappers of other frameworks read of our elements. */
export function customElementsManifest(contract: Contract): FileTree {
  const manifest = {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: Object.values(contract.programs).flatMap((program) => modules(contract, program)),
  };
  return { 'custom-elements.json': `${JSON.stringify(manifest, null, 1)}\n` };
}
