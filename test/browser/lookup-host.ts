import type { JsonObject } from '@zhinan/model';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { fixtureBundles, tags } from './elements-fixture.ts';
import { hostPage } from './elements-host.ts';
import { field } from './fill.ts';

export interface FormLike extends HTMLElement {
  value: JsonObject;
  provenance: Readonly<Record<string, { readonly verified: boolean; readonly source: string }>> | undefined;
  lookup: unknown;
  disabled: boolean;
  permissions: unknown;
}

/** What the page's register was asked, and how a test answers for it. */
export interface Register {
  readonly asked: readonly (readonly [register: string, by: JsonObject])[];
  readonly aborted: number;
  give(found: unknown): void;
  fail(cause: unknown): void;
}

const lookup = {
  register: 'staff-roll',
  title: '人事登记信息',
  by: ['residentId'],
  fills: ['name', 'place', 'side', 'division', 'budget'],
};
export const ID = '650103198003150111';
export const OTHER_ID = '650103198507040020';

/** The adapter comes before the element, as a host's script may. */
const earlyScript = `
  const log = (window.log = []);
  const form = document.querySelector('#one');
  for (const name of ['change', 'lookup', 'error'])
    form.addEventListener(name, ({ detail }) => log.push([name, { ...detail, cause: undefined }]));
  const register = (window.register = { asked: [], aborted: 0 });
  window.adapter = {
    find: (name, by, { signal }) => {
      register.asked.push([name, by]);
      signal.addEventListener('abort', () => (register.aborted += 1));
      return new Promise((resolve, reject) => Object.assign(register, { give: resolve, fail: reject }));
    },
  };
  if (!document.documentElement.dataset.bare) form.lookup = window.adapter;`;

const index = hostPage(`<${tags.form} id="one"></${tags.form}>`).replace(
  '<script type="module" src="/elements.bundle.js">',
  '<script src="/early.js" defer></script>$&',
);

/** What the host serves: the form with its register, also in English and without one. */
export const lookupPages = async (): Promise<Readonly<Record<string, string>>> => ({
  'index.html': index,
  'english.html': index.replace('lang="zh-CN"', 'lang="en"'),
  'bare.html': index.replace('<html', '<html data-bare="1"'),
  'early.js': earlyScript,
  'host.js': '',
  'host.css': 'body { margin: 0 }',
  ...(await fixtureBundles({
    ui: { plan: { 'ui:widget': 'textarea' }, 'ui:options': { lookups: [lookup] } },
  })),
});

export const button = (page: Page): Locator => page.locator('[part~="lookup"]');
export const said = (page: Page): Locator => page.locator('[part~="lookup-said"]');
export const undo = (page: Page): Locator => page.locator('.lookup').getByRole('button', { name: '撤销' });
export const status = (page: Page): Locator => page.locator('[part="status"]');

export const register = (page: Page): Promise<Register> =>
  page.evaluate(() => (window as unknown as { register: Register }).register);
export const asked = async (page: Page): Promise<number> => (await register(page)).asked.length;

/** The register answers; a text is a JSON document, for what no literal holds. */
export const give = (page: Page, found: object | string | undefined): Promise<void> =>
  page.evaluate((given) => {
    const { register: open } = window as unknown as { register: Register };
    open.give(typeof given === 'string' ? JSON.parse(given) : given);
  }, found);

export const form = <Result>(page: Page, look: (element: FormLike) => Result): Promise<Result> =>
  page.evaluate(`(${look.toString()})(document.querySelector('#one'))`) as Promise<Result>;

export const set = (page: Page, part: Partial<FormLike>): Promise<void> =>
  page.evaluate((given) => {
    Object.assign(document.querySelector('#one') as FormLike, given);
  }, part as never);

export const value = (page: Page): Promise<JsonObject> => form(page, (element) => element.value);
export const isLocked = (page: Page, pointer: string): Promise<boolean> =>
  field(page, pointer).evaluate((node) => (node as HTMLInputElement).readOnly);

/** Types the number, presses the button, and waits until the register is asked. */
export async function ask(page: Page, id = ID): Promise<void> {
  const before = await asked(page);
  await field(page, '/residentId').fill(id);
  await button(page).click();
  await expect.poll(() => asked(page)).toBe(before + 1);
}
