import type { Contract, FileTree, ProgramContract } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { editionTagName, tagName } from '@zhinan/engine';
import { header } from '../names.ts';
import { formDeclarations, viewDeclarations } from './declarations.ts';
import { formClassName, formModule, partModules, translationModule } from './form-module.ts';
import { verdictModules } from './verdict-modules.ts';
import { editionViews, viewFile, viewModule, views } from './view-module.ts';

/** Custom elements of a programme: one module per form and view, one that collects them, one that defines the tags. */
export const elements: Emitter = ({ contract, program }): FileTree => {
  const folder = `${program.id}/elements`;
  const files: Record<string, string> = {};
  const forms = Object.values(program.forms);
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
    Object.assign(files, verdictModules(contract, form, folder));
    files[`${folder}/${form.id}.d.ts`] = formDeclarations(contract, form);
    for (const [name, code] of Object.entries(partModules(contract, form)))
      files[`${folder}/${name}.js`] = code;
  }
  for (const view of views) {
    const file = viewFile(program, view);
    files[`${folder}/${file}.js`] = viewModule(contract, program, view);
    files[`${folder}/${file}.d.ts`] = viewDeclarations(contract, view);
  }
  const list = elementsOf(contract, program);
  const exports = list.map(({ name, file }) => `export { ${name} } from './elements/${file}.js';`);
  const collected = [header(contract), ...exports, ''].join('\n');
  files[`${program.id}/elements.js`] = collected;
  files[`${program.id}/elements.d.ts`] = collected;
  files[`${program.id}/define.js`] = defineModule(contract, list);
  files[`${program.id}/define.d.ts`] = defineModule(contract, list);
  return files;
};

export interface EmittedElement {
  readonly tag: string;
  readonly name: string;
  readonly file: string;
  readonly title: string;
  /** Base class of a view; a form's is always the same. */
  readonly base?: string;
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
    ...views.map((view) => {
      const file = viewFile(program, view);
      return {
        tag: tagName(contract, program, file),
        name: view.name,
        file,
        title: view.title,
        base: view.base,
      };
    }),
  ];
}

/** Tags over all programmes of an edition; their modules stand beside the programmes' folders. */
export function editionElementsOf(contract: Contract): readonly EmittedElement[] {
  return editionViews.map(({ id, name, title, base }) => {
    const tag = editionTagName(contract, id);
    const programs = Object.values(contract.programs);
    if (programs.some((program) => elementsOf(contract, program).some((each) => each.tag === tag)))
      throw new Error(`<${tag}>: a form has the name of the edition's element`);
    return { tag, name, file: id, title, base };
  });
}

/** Modules of those elements: class and types, and the definition of each tag alone. */
export function editionElements(contract: Contract): FileTree {
  const files = editionViews.flatMap((view) => [
    [`elements/${view.id}.js`, viewModule(contract, undefined, view)],
    [`elements/${view.id}.d.ts`, viewDeclarations(contract, view)],
  ]);
  const defined = editionElementsOf(contract).flatMap((element) => defineOne(contract, '', element));
  return Object.fromEntries([...files, ...defined]) as FileTree;
}

/** A module that defines one tag, for a page that needs no other, and the type that the tag then has. */
export function defineOne(
  contract: Contract,
  folder: string,
  { tag, name, file, title }: EmittedElement,
): readonly (readonly [path: string, text: string])[] {
  const script = `${header(contract)}
import { defineElement } from '@zhinan/elements';
import { ${name} } from '../elements/${file}.js';

/* ${title} */
defineElement('${tag}', ${name}, import.meta.url);
`;
  const types = `${header(contract)}
import type { ${name} } from '../elements/${file}.js';

declare global {
  interface HTMLElementTagNameMap {
    /** ${title} */
    '${tag}': ${name};
  }
}
`;
  return [
    [`${folder}define/${file}.js`, script],
    [`${folder}define/${file}.d.ts`, types],
  ];
}

/** Each tag is defined by its own module, so that a page that needs one and a page that needs all share them. */
function defineModule(contract: Contract, list: readonly EmittedElement[]): string {
  return [
    header(contract),
    ...list.map(({ file }) => `import './define/${file}.js';`),
    ...editionViews.map(({ id }) => `import '../define/${id}.js';`),
    '',
  ].join('\n');
}
