import { join, resolve } from 'node:path';
import { tagName } from '@zhinan/engine';
import type { FormContract, JsonObject } from '@zhinan/model';
import * as fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { build, type Plugin, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { camelCase, packageName } from '../../packages/compiler/src/6-emit/names.ts';
import { formSchema } from '../../packages/compiler/src/forms/form-schema.ts';
import { arbitraryDocument } from '../../packages/compiler/src/testing/arbitrary-document.ts';
import { mutants } from '../../packages/compiler/src/testing/mutants.ts';
import { launchChromium } from './chromium.ts';
import { strictHost, type StrictHost } from './elements-host.ts';
import { watchedPage } from './page.ts';
import { allProgrammes, distinctForms, type Programme } from './programmes.ts';
import type { Asked, Seen } from './rjsf-parity/page.tsx';

declare const parity: (asked: string) => Promise<readonly { readonly ours: Seen; readonly theirs: Seen }[]>;

const SEED = 20251128;

const programmes = allProgrammes();
const cases = distinctForms(programmes);

const folderOf = ({ contract, program }: Programme): string => `${packageName(contract)}/${program.id}`;

/** The page's script: RJSF with the kits of all programmes, and the generated elements, as modules loaded when asked for. */
async function pageScript(): Promise<Readonly<Record<string, string>>> {
  const virtual = 'virtual:programmes';
  const loaders: Plugin = {
    name: 'programmes',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load(id) {
      if (id !== `\0${virtual}`) return undefined;
      const entries = programmes.map((programme) => {
        const load = (file: string) =>
          `import(${JSON.stringify(join(inject('dist'), folderOf(programme), file))})`;
        return `${JSON.stringify(folderOf(programme))}: async () => (await ${load('define.js')}, ${load('rjsf.js')})`;
      });
      return `export const programmes = {${entries.join(',')}};`;
    },
  };
  const built = (await build({
    configFile: false,
    root: resolve(import.meta.dirname, '../..'),
    logLevel: 'error',
    plugins: [loaders],
    resolve: {
      conditions: ['zhinan-source', 'browser', 'module', 'import', 'default'],
      dedupe: ['@rjsf/validator-ajv8', '@zhinan/elements', '@zhinan/engine'],
    },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'rjsf-parity/page.tsx'),
        output: { entryFileNames: 'page.js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  return Object.fromEntries(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  );
}

/** Everything right, and nothing at all or one thing left out in turn: the documents a form is judged with. */
function documentsOf(form: FormContract, at: number): readonly JsonObject[] {
  const right = fc.sample(arbitraryDocument(formSchema(form)), { numRuns: 1, seed: SEED + at });
  const wrong = fc.sample(
    fc.constantFrom(
      ...right.flatMap((document) => mutants(document)).filter(({ kind }) => kind === 'left out'),
    ),
    { numRuns: 1, seed: SEED + at },
  );
  return [...right, ...(at % 2 === 0 ? [{}] : wrong.map(({ document }) => document as JsonObject))];
}

const isWithin = (pointer: string, other: string): boolean => pointer.startsWith(`${other}/`);

/** Fields without the groups around them. */
const leaves = (pointers: readonly string[]): readonly string[] =>
  pointers.filter((pointer) => !pointers.some((other) => isWithin(other, pointer)));

/** What both draw, in the same terms: RJSF shows the parts of a stored file, we show the file. */
function drawn(
  ours: Seen,
  theirs: Seen,
): { readonly ours: readonly string[]; readonly theirs: readonly string[] } {
  const fields = leaves(ours.drawn);
  const known = leaves(theirs.drawn).map(
    (pointer) => fields.find((field) => isWithin(pointer, field)) ?? pointer,
  );
  return { ours: fields.toSorted(), theirs: [...new Set(known)].toSorted() };
}

const differing = (where: string, ours: readonly string[], theirs: readonly string[]): readonly string[] => [
  ...ours.filter((one) => !theirs.includes(one)).map((one) => `${where} by us only: ${one}`),
  ...theirs.filter((one) => !ours.includes(one)).map((one) => `${where} by RJSF only: ${one}`),
];

const entries = (data: object): readonly string[] =>
  Object.entries(data).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);

let browser: Browser;
let host: StrictHost;

beforeAll(async () => {
  const files = await pageScript();
  const index =
    '<!doctype html><meta charset="utf-8"><title>RJSF</title><script type="module" src="/page.js"></script>';
  host = await strictHost({ ...files, 'index.html': index });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

test(
  'the element draws, refuses and hands over what RJSF does, on every form',
  { timeout: 300_000 },
  async () => {
    const { page, messages, close } = await watchedPage(browser);
    await page.goto(host.url);
    await page.waitForFunction(() => 'parity' in globalThis);
    let documents = 0;
    const differences: string[] = [];
    for (const [at, { programme, form }] of cases.entries()) {
      const answers = documentsOf(form, at);
      const asked: Asked = {
        folder: folderOf(programme),
        kit: camelCase(form.id),
        tag: tagName(programme.contract, programme.program, form.id),
        documents: answers,
      };
      const seen = await page.evaluate((text) => parity(text), JSON.stringify(asked));
      for (const [index, { ours, theirs }] of seen.entries()) {
        const where = `${programme.id} ${form.id} ${JSON.stringify(answers[index])}`;
        const fields = drawn(ours, theirs);
        differences.push(
          ...differing(`${where}: drawn`, fields.ours, fields.theirs),
          ...differing(`${where}: refused`, ours.errors, theirs.errors),
          ...differing(`${where}: sent`, entries(ours.data), entries(theirs.data)),
        );
        documents += 1;
      }
    }
    expect(differences).toEqual([]);
    expect(documents).toBeGreaterThanOrEqual(2 * cases.length);
    expect(messages).toEqual([]);
    await close();
  },
);
