import type { JsonObject } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, catalogueTags } from './catalogue.ts';
import { launchChromium } from './chromium.ts';
import { fixtureBundles, fixtureFiles, tags } from './elements-fixture.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { watchedPage, WIDE, type WatchedPage } from './page.ts';

interface FormLike extends HTMLElement {
  value: JsonObject;
  getValue(): JsonObject;
  validate(): Promise<readonly unknown[]>;
  checkValidity(): boolean;
  readonly updateComplete: Promise<unknown>;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName: string;
      readonly attributes: readonly { readonly name: string; readonly fieldName?: string }[];
      readonly members: readonly {
        readonly name: string;
        readonly reflects?: boolean;
        readonly type?: { text: string };
      }[];
    }[];
  }[];
}

const NEXT = 'next-test-scheme-entry';

/** What pages of twenty years ago still say. */
const HOSTILE = `
  * { font-family: Georgia, serif; color: #800000; box-sizing: content-box; letter-spacing: 3px; word-spacing: 9px;
    line-height: 3; text-indent: 20px; text-transform: uppercase; text-align: end; white-space: pre; text-shadow: 1px 1px red;
    font-variant: small-caps; font-weight: 700; font-style: italic; list-style: square }
  html { font-size: 62.5% }
  input, select, textarea, button { border: 0; padding: 0; background: #ffe9b8; border-radius: 0; float: right }
  label, legend { float: left; color: red; width: 30px } fieldset { border: 3px dotted red } p { margin: 50px }
  h2, h3 { font-size: 9px } [hidden] { display: block }
`;

/** What a page could change inside: whatever is inherited, and what its element selectors set. */
const LOOKS =
  'font-family font-size font-weight font-style font-variant color letter-spacing word-spacing line-height text-indent text-transform text-align white-space text-shadow box-sizing float border-top-style border-top-width padding-top margin-top background-color display'.split(
    ' ',
  );

const files: Record<string, string> = {
  'host.js': '',
  'host.css': 'body { margin: 0 }',
  'hostile.css': HOSTILE,
  'index.html': hostPage(`<div id="place"></div>`),
  'kind.html': hostPage(`<${tags.form}></${tags.form}>`),
  'hostile.html': hostPage(`<${tags.form}></${tags.form}>`).replace('host.css', 'hostile.css'),
  'two.html': hostPage(`<${tags.form}></${tags.form}><${NEXT}></${NEXT}>`).replace(
    '<script type="module" src="/host.js">',
    '<script type="module" src="/2026/elements.bundle.js?prefix=next">',
  ),
  'catalogue.html': hostPage('').replace('/elements.bundle.js', '/catalogue/elements.bundle.js'),
  'fallback.html': hostPage(`<${tags.form}><p>请到窗口办理。</p></${tags.form}>`).replaceAll(
    /<script.*script>/g,
    '',
  ),
  'form.html': hostPage(
    `<form><fieldset id="group"><${tags.form} name="entry"></${tags.form}></fieldset><button>提交</button></form>`,
  ),
};

let manifest: Manifest;
let browser: Browser;
let host: StrictHost;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await launchChromium();
  const later = await fixtureBundles(
    {},
    { edition: '2026', title: '测试指南（2026）', hash: 'f'.repeat(64) },
  );
  Object.assign(files, await fixtureBundles());
  for (const [path, text] of Object.entries(later)) files[`2026/${path}`] = text;
  for (const [path, text] of Object.entries((await catalogue()).scripts)) files[`catalogue/${path}`] = text;
  manifest = JSON.parse((await fixtureFiles())['custom-elements.json'] ?? '') as Manifest;
  host = await strictHost(files, "lit-html 'allow-duplicates'");
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

afterEach(async () => {
  await watched.close();
  // A hook that throws fails its test: no console line, no breach of the policy in any of them.
  if (watched.messages.length > 0) throw new Error(watched.messages.join('\n'));
});

async function open(path: string, viewport = WIDE): Promise<Page> {
  watched = await watchedPage(browser, viewport);
  await watched.page.goto(host.url + path);
  return watched.page;
}

const ready = (page: Page): Promise<void> => page.locator('[id="f/name"]').first().waitFor();

describe('two editions on one page', () => {
  it('stand under two prefixes, each with its version, and leave nothing in the document', async () => {
    const page = await open('two.html');
    await page.locator(`${NEXT} [id="f/name"]`).fill('后来者');
    await page.locator(`${tags.form} [id="f/name"]`).fill('先来者');
    const seen = await page.evaluate(
      (names) =>
        names.map((name) => {
          const form = document.querySelector<FormLike>(name);
          return [form?.getAttribute('version'), form?.value['name']];
        }),
      [tags.form, NEXT],
    );
    expect(seen).toEqual([
      ['0123456789ab', '先来者'],
      ['ffffffffffff', '后来者'],
    ]);
    const left = await page.evaluate(() => ({
      ids: document.querySelectorAll('[id]').length,
      sheets: document.adoptedStyleSheets.length,
      styles: document.querySelectorAll('style, [style]').length,
      inside: [...document.querySelectorAll('main *')].map((element) => element.localName).length,
    }));
    expect(left).toEqual({ ids: 0, sheets: 0, styles: 0, inside: 3 });
  });
});

describe('the contract of the element', () => {
  it('takes every attribute of the manifest as its property, and shows those that are said to show', async () => {
    const page = await open('index.html');
    const declared = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => [tags.form, tags.eligibility].includes(tagName))
      .flatMap(({ tagName, attributes, members }) =>
        attributes.flatMap(({ name, fieldName }) => {
          // One without a property is for style sheets.
          if (fieldName === undefined) return [];
          const { reflects = false, type } = members.find((member) => member.name === fieldName) ?? {};
          return [{ tagName, name, fieldName, reflects, boolean: type?.text === 'boolean' }];
        }),
      );
    expect(declared.length).toBeGreaterThan(6);
    const found = await page.evaluate(async (list) => {
      const result: string[] = [];
      for (const { tagName, name, fieldName, reflects, boolean } of list) {
        const byAttribute = document.createElement(tagName) as HTMLElement & Record<string, unknown>;
        byAttribute.setAttribute(name, boolean ? '' : 'page');
        if (byAttribute[fieldName] !== (boolean ? true : 'page'))
          result.push(`${name} does not set ${fieldName}`);
        const byProperty = document.createElement(tagName) as HTMLElement & Record<string, unknown>;
        document.body.append(byProperty);
        byProperty[fieldName] = boolean ? true : 'page';
        await (byProperty as unknown as FormLike).updateComplete;
        if (byProperty.hasAttribute(name) !== reflects)
          result.push(`${fieldName} ${reflects ? 'hides' : 'shows'} in ${name}`);
        byProperty.remove();
      }
      return result;
    }, declared);
    expect(found).toEqual([]);
  });

  it('works on no page, in whatever order it is given things, and is the same once on one', async () => {
    const page = await open('index.html');
    const answers = { name: '测试甲', place: 'b', years: 3 };
    const seen = await page.evaluate(
      async ({ tag, value }) => {
        const things: readonly (readonly [string, unknown])[] = [
          ['value', value],
          ['provenance', { '/name': { verified: true, source: '登记' } }],
          ['readonly', false],
          ['submitLabel', '送出'],
        ];
        const made = [things, things.toReversed()].map((order) => {
          const form = document.createElement(tag) as FormLike;
          for (const [name, thing] of order) Object.assign(form, { [name]: thing });
          return form;
        });
        const detached = await Promise.all(
          made.map(async (form) => [
            form.getValue(),
            form.checkValidity(),
            (await form.validate()).length > 0,
          ]),
        );
        document.querySelector('#place')?.append(...made);
        await Promise.all(made.map((form) => form.updateComplete));
        return { detached, texts: made.map((form) => form.shadowRoot?.textContent?.replaceAll(/\s+/g, ' ')) };
      },
      { tag: tags.form, value: answers },
    );
    expect(seen.detached).toEqual([
      [answers, false, true],
      [answers, false, true],
    ]);
    expect(seen.texts[0]).toBe(seen.texts[1]);
    expect(seen.texts[0]).toContain('登记');
  });

  it('sends its events through every boundary, with a detail', async () => {
    const page = await open('index.html');
    await page.evaluate((tag) => {
      const log: [string, boolean, boolean][] = [];
      Object.assign(globalThis, { log });
      for (const name of [
        'ready',
        'change',
        'step',
        'validity',
        'save',
        'error',
        'submit',
        'attachment-request',
      ])
        document.addEventListener(name, (event) => {
          const { composed, detail } = event as CustomEvent<unknown>;
          if (event instanceof CustomEvent) log.push([name, composed, typeof detail === 'object']);
        });
      const outer = document.querySelector('#place')?.attachShadow({ mode: 'open' });
      const form = document.createElement(tag);
      Object.assign(form, {
        storage: { load: () => undefined, save: () => undefined, remove: () => undefined },
        uploader: { upload: () => Promise.reject(new Error('offline')) },
      });
      outer?.append(form);
    }, tags.form);
    await page.locator('[id="f/name"]').fill('测试甲');
    await page.locator('[id="f/residentId"]').focus();
    await page.locator('[id="f/proof"] [part~="choose"]').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('[id="f/proof"] [part~="choose"]').click();
    await (await chooser).setFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    const heard = () =>
      page.evaluate(() => {
        const { log } = globalThis as unknown as { log: [string, boolean, boolean][] };
        return [...new Map(log.map((entry) => [entry[0], entry])).values()];
      });
    const expected = ['ready', 'change', 'step', 'save', 'error', 'attachment-request'];
    await expect
      .poll(async () => (await heard()).map(([name]) => name))
      .toEqual(expect.arrayContaining(expected));
    expect((await heard()).filter(([, composed, detailed]) => !composed || !detailed)).toEqual([]);
  });
});

describe('the life of the element', () => {
  it('goes on where it was when it is taken out and put elsewhere', async () => {
    const page = await open('kind.html');
    await page.locator('[id="f/name"]').fill('测试甲');
    await page.locator('[id="f/years"]').fill('三年');
    await page.evaluate((tag) => {
      const form = document.querySelector<FormLike>(tag);
      form?.remove();
      const elsewhere = document.createElement('section');
      document.querySelector('main')?.append(elsewhere);
      if (form) elsewhere.append(form);
      const changes: string[] = [];
      Object.assign(globalThis, { changes });
      form?.addEventListener('change', (event) =>
        changes.push((event as CustomEvent<{ pointer: string }>).detail.pointer),
      );
    }, tags.form);
    expect(await page.locator('[id="f/name"]').inputValue()).toBe('测试甲');
    expect(await page.locator('[id="f/years"]').inputValue()).toBe('三年');
    await page.locator('[id="f/name"]').fill('测试乙');
    await page.locator('[id="f/years"]').focus();
    const changes = await page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes);
    expect(changes.filter((pointer) => pointer === '/name')).toEqual(['/name']);
  });

  // The first is the one that a browser's caches could keep: a style that was reckoned for it serves those after it.
  it.each([
    ['as a page', 'index.html', tags.form, 'page', '[id="f/name"]'],
    ['as a wizard', 'index.html', tags.form, 'wizard', '[id="f/name"]'],
    ['as a task list', 'index.html', tags.form, 'task-list', '.task-open'],
    ['with every control', 'catalogue.html', catalogueTags.form, 'page', '.rank button'],
  ])(
    'ends when nobody holds it any more: forms that come and go leave nothing, %s',
    async (_, path, formTag, asWay, drawn) => {
      const page = await open(path);
      await page.evaluate(
        async ({ tag, way, last }) => {
          const freed: number[] = [];
          const registry = new FinalizationRegistry((count: number) => freed.push(count));
          // The registry itself must live for as long as it is to tell.
          Object.assign(globalThis, { freed, registry });
          await customElements.whenDefined(tag);
          for (let count = 0; count < 10; count += 1) {
            const form = document.createElement(tag) as FormLike;
            form.setAttribute('way', way);
            form.value = { name: '测试甲', apprentices: [{}, {}], wishes: ['教学'] };
            document.body.append(form);
            const first = (): HTMLElement | null | undefined =>
              form.shadowRoot?.querySelector<HTMLElement>(last);
            while (!first()?.checkVisibility()) await new Promise(requestAnimationFrame);
            first()?.focus();
            form.remove();
            registry.register(form, count);
          }
        },
        { tag: formTag, way: asWay, last: drawn },
      );
      const session = await page.context().newCDPSession(page);
      const freed = async (): Promise<readonly number[]> => {
        await session.send('HeapProfiler.collectGarbage');
        return page.evaluate(() => (globalThis as unknown as { freed: number[] }).freed.toSorted());
      };
      await expect.poll(freed).toEqual([...Array(10).keys()]);
      expect(await page.locator(formTag).count()).toBe(0);
    },
  );

  it('says what to do while it is not there', async () => {
    const page = await open('fallback.html');
    expect(await page.getByText('请到窗口办理。').isVisible()).toBe(true);
  });

  it('is disabled by a fieldset, and comes back with its answers when the visitor comes back', async () => {
    const page = await open('form.html');
    await page.locator('[id="f/name"]').fill('测试甲');
    await page.evaluate(() => document.querySelector('fieldset')?.toggleAttribute('disabled', true));
    await expect.poll(() => page.locator('[id="f/name"]').getAttribute('readonly')).not.toBeNull();
    await page.evaluate(() => document.querySelector('fieldset')?.toggleAttribute('disabled', false));
    await page.goto(`${host.url}index.html`);
    await page.goBack();
    await expect.poll(() => page.locator('[id="f/name"]').inputValue()).toBe('测试甲');
    expect(await page.evaluate((tag) => document.querySelector<FormLike>(tag)?.value, tags.form)).toEqual({
      name: '测试甲',
    });
  });
});

describe('the looks of the element', () => {
  it('are the same under a page’s resets: nothing but the width comes from the page', async () => {
    const looks = async (path: string): Promise<readonly string[]> => {
      const page = await open(path);
      await ready(page);
      const found = await page.evaluate(
        ({ tag, names }) =>
          [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll('*') ?? [])].flatMap(
            (element, index) => {
              const style = getComputedStyle(element);
              return names.map(
                (name) =>
                  `${index} ${element.localName}.${element.className} ${name}: ${style.getPropertyValue(name)}`,
              );
            },
          ),
        { tag: tags.form, names: LOOKS },
      );
      if (path === 'kind.html') await watched.close();
      return found;
    };
    const plain = await looks('kind.html');
    const hostile = await looks('hostile.html');
    expect(plain.length).toBeGreaterThan(80 * LOOKS.length);
    expect(hostile.filter((line, index) => line !== plain[index])).toEqual([]);
  });
});
