import type { JsonObject } from '@zhinan/model';
import type { Locator, Page } from 'playwright-core';
import { fixtureBundles, tags } from './elements-fixture.ts';
import { hostPage } from './elements-host.ts';
import { type HostSession, hostSession } from './host-session.ts';
import { WIDE } from './page.ts';

/** What the tests use of the element, from inside the page. */
export interface FormLike extends HTMLElement {
  value: JsonObject;
  getValue(): JsonObject;
  checkValidity(): boolean;
  provenance: unknown;
  session: unknown;
  disabled: boolean;
}

const hostScript = `
  const log = (window.log = []);
  const shelf = (window.shelf = new Map(JSON.parse(sessionStorage.getItem('shelf') ?? '[]')));
  window.failing = false;
  for (const form of document.querySelectorAll('${tags.form}')) {
    for (const name of ['change', 'save', 'restore', 'submit', 'error', 'validity'])
      form.addEventListener(name, ({ detail }) => log.push([name, detail]));
    form.clock = { now: () => '2025-10-01T10:32:00+08:00' };
    form.storage = {
      load: async (key) => shelf.get(key),
      save: async (key, draft) => {
        if (window.failing) throw new Error('full');
        shelf.set(key, structuredClone(draft));
        sessionStorage.setItem('shelf', JSON.stringify([...shelf]));
      },
      remove: async (key) => void shelf.delete(key),
    };
    form.uploader = {
      upload: async (file, { signal, onProgress }) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
        const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return new Promise((resolve, reject) => {
        onProgress(0.5);
        signal.addEventListener('abort', () => reject(signal.reason));
        window.finish = () => resolve({ name: file.name, mediaType: file.type, size: file.size, sha256, ref: 'r:' + file.name });
        window.fail = () => reject(new Error('offline'));
      });
      },
    };
  }
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    log.push(['form-submit', Object.fromEntries(new FormData(event.target))]);
  });
`;

const pages: Readonly<Record<string, string>> = {
  'host.js': hostScript,
  'host.css':
    ':root { color-scheme: light dark } * { font-family: serif } html { font-size: 62.5% } body { margin: 0 }',
  'index.html': hostPage(`<${tags.form} id="one"></${tags.form}>`),
  'form.html': hostPage(
    `<form><label for="one">申报表</label><${tags.form} id="one" name="entry"></${tags.form}><button>提交</button><button type="reset">重填</button></form>`,
  ),
  'two.html': hostPage(
    `<${tags.form} id="one"></${tags.form}><${tags.form} id="two" draft-key="two"></${tags.form}>`,
  ),
  'early.html': hostPage(`<${tags.form} id="one"></${tags.form}>`).replace(
    /<script.*host.js.*/,
    '<script src="/early.js" defer></script>',
  ),
  'early.js': `document.querySelector('#one').value = { name: '测试乙' };`,
};

/** The pages of a host, with the scripts of the element. */
export const entryPages = async (): Promise<Readonly<Record<string, string>>> => ({
  ...pages,
  ...(await fixtureBundles()),
});

/** A host whose adapters a test can fail, finish and look into: `log`, `shelf`, `failing`, `finish`, `fail` of the window. */
export interface EntryHost extends Pick<HostSession, 'url' | 'messages' | 'visitor'> {
  /** Opens a page with the form, and waits until it is drawn. */
  visit(path?: string, viewport?: typeof WIDE): Promise<Page>;
}

/** Registers the set-up and clean-up of the file it is called in. */
export function entryHost(): EntryHost {
  const session = hostSession(entryPages);
  return {
    get url() {
      return session.url;
    },
    get messages() {
      return session.messages;
    },
    visitor: session.visitor,
    visit: async (path, viewport = WIDE) => {
      const page = await session.visit(path, viewport);
      await field(page, '/name').waitFor();
      return page;
    },
  };
}

export const field = (page: Page | Locator, pointer: string): Locator =>
  page.locator(`[id="f${pointer}"]`).first();

export const answers = (page: Page): Promise<JsonObject> =>
  page.evaluate(() => (document.querySelector('#one') as unknown as { getValue(): JsonObject }).getValue());

export const events = (page: Page, name: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { log: [string, unknown][] }).log
        .filter(([event]) => event === wanted)
        .map(([, detail]) => JSON.parse(JSON.stringify(detail ?? null)) as unknown),
    name,
  );

export async function fillRequired(page: Page): Promise<void> {
  await field(page, '/name').fill('测试甲');
  await field(page, '/side').getByLabel('自治区').check();
  await field(page, '/onPost').getByLabel('是').check();
  await field(page, '/plan').fill('每周带教一次');
  await page.getByRole('button', { name: '添加徒弟' }).click();
  await field(page, '/apprentices/0/name').fill('徒弟甲');
  await field(page, '/apprentices/0/student').getByLabel('否').check();
  await field(page, '/truth').check();
}

export const focusedId = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id ?? '');
