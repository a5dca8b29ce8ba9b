import type { Contract, FileTree, ProgramContract } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { tagName } from '@zhinan/engine';
import { header } from '../names.ts';
import { formDeclarations, viewDeclarations } from './declarations.ts';
import { formClassName, formModule, partModules, translationModule } from './form-module.ts';
import { viewModule, views } from './view-module.ts';

/** Custom elements of a programme: one module per form and view, one that collects them, one that defines the tags. */
export const elements: Emitter = ({ contract, program }): FileTree => {
  const folder = `${program.id}/elements`;
  const files: Record<string, string> = {};
  const forms = Object.values(program.forms);
  for (const { id } of views) {
    if (forms.some((form) => form.id === id))
      throw new Error(`form ${id}: the name is taken by the element <${tagName(contract, program, id)}>`);
  }
  for (const form of forms) {
    const translations = program.translations ?? {};
    files[`${folder}/${form.id}.js`] = formModule(
      contract,
      form,
      translations,
      form.id === program.applicationForm ? '../rules.js' : undefined,
    );
    for (const [language, translation] of Object.entries(translations))
      files[`${folder}/${form.id}.${language}.js`] = translationModule(contract, form, language, translation);
    files[`${folder}/${form.id}.d.ts`] = formDeclarations(contract, form);
    for (const [name, code] of Object.entries(partModules(contract, form)))
      files[`${folder}/${name}.js`] = code;
  }
  for (const view of views) {
    files[`${folder}/${view.id}.js`] = viewModule(contract, program, view);
    files[`${folder}/${view.id}.d.ts`] = viewDeclarations(contract, view);
  }
  const list = elementsOf(contract, program);
  const exports = list.map(({ name, file }) => `export { ${name} } from './elements/${file}.js';`);
  const collected = [header(contract), ...exports, ''].join('\n');
  files[`${program.id}/elements.js`] = collected;
  files[`${program.id}/elements.d.ts`] = collected;
  files[`${program.id}/define.js`] = defineModule(contract, list);
  files[`${program.id}/define.d.ts`] = defineDeclarations(contract, list);
  return files;
};

export interface EmittedElement {
  readonly tag: string;
  readonly name: string;
  readonly file: string;
  readonly title: string;
}

/** Tags of a programme with the class and module that stand behind each. */
export function elementsOf(contract: Contract, program: ProgramContract): readonly EmittedElement[] {
  return [
    ...Object.values(program.forms).map((form) => ({
      tag: tagName(contract, program, form.id),
      name: formClassName(form),
      file: form.id,
      title: form.title,
    })),
    ...views.map((view) => ({
      tag: tagName(contract, program, view.id),
      name: view.name,
      file: view.id,
      title: view.title,
    })),
  ];
}

/** Each tag is defined by its own module, so that a page that needs one and a page that needs all share them. */
function defineModule(contract: Contract, list: readonly EmittedElement[]): string {
  return [header(contract), ...list.map(({ file }) => `import './define/${file}.js';`), ''].join('\n');
}

function defineDeclarations(contract: Contract, list: readonly EmittedElement[]): string {
  return [
    header(contract),
    `import type { ${list.map(({ name }) => name).join(', ')} } from './elements.js';`,
    '',
    'declare global {',
    '  interface HTMLElementTagNameMap {',
    ...list.map(({ tag, name }) => `    '${tag}': ${name};`),
    '  }',
    '}',
    '',
  ].join('\n');
}
