import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagName } from '@zhinan/engine';
import * as fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { packageName } from '../../packages/compiler/src/6-emit/names.ts';
import { formSchema } from '../../packages/compiler/src/forms/form-schema.ts';
import { arbitraryDocument } from '../../packages/compiler/src/testing/arbitrary-document.ts';
import { hostSession } from './host-session.ts';
import { axeFindings } from './page.ts';
import { allProgrammes, distinctForms, type ProgrammeForm } from './programmes.ts';

/** What the test uses of any form. */
interface AnyForm extends HTMLElement {
  value: unknown;
  reportValidity(): boolean;
  readonly updateComplete: Promise<unknown>;
  readonly model: { readonly issues: readonly { readonly pointer: string }[] };
  readonly controls: { at(pointer: string): unknown };
}

const SEED = 20251129;
/** Forms looked at in one go: a run of axe costs something of its own, and a page with all of them would be slow. */
const TOGETHER = 6;

const byPackage = new Map<string, ProgrammeForm[]>();
for (const each of distinctForms(allProgrammes())) {
  const folder = packageName(each.programme.contract);
  byPackage.set(folder, [...(byPackage.get(folder) ?? []), each]);
}

/** The bundles of a package, and a page that loads the one of all its tags. */
function served(folder: string): Readonly<Record<string, string>> {
  const root = join(inject('dist'), folder);
  const scripts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^chunks\/.*\.js$|^elements\.bundle\.js$/.test(path),
  );
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${folder}</title>
<link rel="icon" href="data:,"><script type="module" src="/${folder}/elements.bundle.js"></script>
<main><h1>${folder}</h1><div id="place"></div></main></html>`;
  return {
    [`${folder}.html`]: page,
    ...Object.fromEntries(
      scripts.map((path) => [`${folder}/${path}`, readFileSync(join(root, path), 'utf8')]),
    ),
  };
}

const session = hostSession(
  async () => Object.assign({}, ...[...byPackage.keys()].map(served)) as Readonly<Record<string, string>>,
);

/** Runs in the page: puts each form there empty, with all its errors and filled; tells of errors that have no place. */
async function show(
  forms: readonly { readonly tag: string; readonly value: unknown }[],
): Promise<readonly string[]> {
  const place = document.querySelector('#place');
  place?.replaceChildren();
  const homeless: string[] = [];
  for (const { tag, value } of forms) {
    await customElements.whenDefined(tag);
    const [, wrong, filled] = ['empty', 'errors', 'filled'].map((state) => {
      const element = document.createElement(tag) as AnyForm;
      // The form's title heads each: told apart by what is said around them.
      const section = document.createElement('section');
      section.ariaLabel = `${tag} ${state}`;
      section.append(element);
      place?.append(section);
      return element;
    });
    if (!wrong || !filled) continue;
    filled.value = value;
    await wrong.updateComplete;
    if (wrong.reportValidity()) continue;
    while (!wrong.shadowRoot?.querySelector('[part="error-summary"], [aria-invalid="true"]'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    const lost = wrong.model.issues.filter(({ pointer }) => !wrong.controls.at(pointer));
    homeless.push(...lost.map(({ pointer }) => `${tag} ${pointer}`));
  }
  return homeless;
}

test.each([...byPackage])(
  'every form of %s has no accessibility findings, empty, with errors and filled, and a place for each error',
  { timeout: 300_000 },
  async (folder, forms) => {
    const page = await session.visit(`${folder}.html`);
    for (let at = 0; at < forms.length; at += TOGETHER) {
      const shown = forms.slice(at, at + TOGETHER).map(({ programme, form }) => ({
        tag: tagName(programme.contract, programme.program, form.id),
        value: fc.sample(arbitraryDocument(formSchema(form)), { numRuns: 1, seed: SEED + at })[0] as unknown,
      }));
      expect(await page.evaluate(show, shown)).toEqual([]);
      // Three of each form stand here at once: what is said of the page as a whole is not the form's.
      const findings = await axeFindings(page);
      expect(findings.filter((finding) => !finding.startsWith('landmark-unique'))).toEqual([]);
    }
  },
);
