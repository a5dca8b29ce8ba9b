import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagName } from '@zhinan/engine';
import axe from 'axe-core';
import * as fc from 'fast-check';
import { inject } from 'vitest';
import { packageName } from '../../packages/compiler/src/6-emit/names.ts';
import { formSchema } from '../../packages/compiler/src/forms/form-schema.ts';
import { arbitraryDocument } from '../../packages/compiler/src/testing/arbitrary-document.ts';
import { everyView } from './every-view.ts';
import { allProgrammes, distinctForms, type Programme } from './programmes.ts';

/** An element of a guideline, and the properties that fill it. */
export interface GeneratedElement {
  readonly tag: string;
  readonly filled: Readonly<Record<string, unknown>>;
}

export const states = ['empty', 'errors', 'filled'] as const;

const SEED = 20251129;
/** Elements looked at in one go: a run of axe costs something of its own, and a page with all of them would be slow. */
const TOGETHER = 6;

const programmes = new Map<string, Programme[]>();
for (const each of allProgrammes()) {
  const folder = packageName(each.contract);
  programmes.set(folder, [...(programmes.get(folder) ?? []), each]);
}

/** Folders of the guidelines' packages. */
export const packages: readonly string[] = [...programmes.keys()];

const forms = new Map<string, GeneratedElement[]>();
for (const { programme, form } of distinctForms(allProgrammes())) {
  const folder = packageName(programme.contract);
  const before = forms.get(folder) ?? [];
  const seed = SEED + before.length;
  const [value] = fc.sample(arbitraryDocument(formSchema(form)), { numRuns: 1, seed });
  const tag = tagName(programme.contract, programme.program, form.id);
  forms.set(folder, [...before, { tag, filled: { value } }]);
}

/** Forms of a package that are like no other guideline's, and its views, in groups that fit a page. */
export function groupsOf(folder: string): readonly (readonly GeneratedElement[])[] {
  const elements = [...(forms.get(folder) ?? []), ...everyView(programmes.get(folder) ?? [])];
  const starts = elements.flatMap((_, index) => (index % TOGETHER === 0 ? [index] : []));
  return starts.map((start) => elements.slice(start, start + TOGETHER));
}

/** A page for each package, named after it, that loads the bundle of all its tags; path → text. */
export function everyPage(): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'axe.js': axe.source };
  for (const folder of packages) {
    const root = join(inject('dist'), folder);
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }))
      if (/^chunks\/.*\.js$|^elements\.bundle\.js$/.test(path))
        files[`${folder}/${path}`] = readFileSync(join(root, path), 'utf8');
    files[`${folder}.html`] =
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${folder}</title>
<link rel="icon" href="data:,"><script src="/axe.js"></script><script type="module" src="/${folder}/elements.bundle.js"></script>
<main><h1>${folder}</h1><div id="place"></div></main></html>`;
  }
  return files;
}

interface AnyElement extends HTMLElement {
  reportValidity?(): boolean;
  readonly model?: { readonly issues: readonly { readonly pointer: string }[] };
  readonly controls?: { at(pointer: string): unknown };
}

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
    }[];
  }>;
}

/**
 * Runs in the page, of whatever browser: puts each element there in each state, and tells what axe finds, what is not
 * drawn, and which errors have no place in their form.
 */
export async function look({
  elements,
  states: wanted,
  lang = '',
}: {
  readonly elements: readonly GeneratedElement[];
  readonly states: readonly string[];
  readonly lang?: string;
}): Promise<readonly string[]> {
  const place = document.querySelector<HTMLElement>('#place');
  if (place) place.lang = lang;
  place?.replaceChildren();
  const faults: string[] = [];
  /** Asks again until it holds: the parts of an element come when they are needed. */
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    for (let left = 1000; !holds(); left -= 1) {
      if (left === 0) return void faults.push(what);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const shown: (readonly [AnyElement, string])[] = [];
  for (const { tag, filled } of elements) {
    await customElements.whenDefined(tag);
    for (const state of wanted) {
      const element = document.createElement(tag) as AnyElement;
      // A view has no errors.
      if (state === 'errors' && !element.reportValidity) continue;
      // Its title heads each element: told apart by what is said around them.
      const section = document.createElement('section');
      section.ariaLabel = `${tag} ${state}`;
      section.append(element);
      place?.append(section);
      if (state === 'filled') Object.assign(element, filled);
      shown.push([element, state]);
    }
  }
  const within = (element: AnyElement, selector: string): boolean =>
    element.shadowRoot?.querySelector(selector) !== null;
  for (const [element, state] of shown) {
    const name = `${element.localName} ${state}`;
    await until(`${name} is not drawn`, () => within(element, '.page:not([aria-busy="true"])'));
    if (state !== 'errors' || element.reportValidity?.()) continue;
    await until(`${name} are not shown`, () =>
      within(element, '[part="error-summary"], [aria-invalid="true"]'),
    );
    for (const { pointer } of element.model?.issues ?? [])
      if (!element.controls?.at(pointer)) faults.push(`${name}: no place for ${pointer}`);
  }
  const { axe: tool } = globalThis as unknown as { readonly axe: Axe };
  const { violations } = await tool.run(document, { resultTypes: ['violations'] });
  // Each element stands here several times: what is said of the page as a whole is not the element's.
  for (const { id, nodes } of violations.filter((found) => found.id !== 'landmark-unique'))
    for (const { target, failureSummary = '' } of nodes)
      faults.push(`${id} ${JSON.stringify(target)} ${failureSummary}`);
  return faults;
}

/** Runs in the page: defines an element that shows an image without words, and tells its tag. Whoever looks must see it. */
export function defineFaulty(): string {
  class Faulty extends HTMLElement {
    constructor() {
      super();
      const page = document.createElement('div');
      page.className = 'page';
      page.append(Object.assign(document.createElement('img'), { src: 'data:,' }));
      this.attachShadow({ mode: 'open' }).append(page);
    }
  }
  customElements.define('x-faulty', Faulty);
  return 'x-faulty';
}
