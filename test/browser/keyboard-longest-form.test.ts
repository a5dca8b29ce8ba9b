import type { FormSchema, JsonObject } from '@zhinan/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagName } from '@zhinan/engine';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { engines } from './engines/installed.ts';
import { fillByKeyboard, isObject, type Keyboard } from './fill-by-keyboard.ts';
import { contract, elementScripts, program } from './generated.ts';
import { watchedPage } from './page.ts';
import { allProgrammes } from './programmes.ts';

const controlsOf = (schema: FormSchema): number =>
  schema['x-attachment'] !== undefined || (!schema.properties && !schema.items?.properties)
    ? 1
    : Object.values(schema.properties ?? schema.items?.properties ?? {}).reduce(
        (sum, part) => sum + controlsOf(part),
        0,
      );

/** Files have a content of their own here; a list that nobody began is not there. */
const comparable = (answers: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answers, (key, value: unknown) => {
      const isLeftOut =
        ['sha256', 'ref', 'size'].includes(key) || (Array.isArray(value) && value.length === 0);
      return isLeftOut ? undefined : value;
    }),
  );

/** The form with the most controls, and the fullest answers of a scenario. */
function longestForm(): { readonly tag: string; readonly answers: JsonObject } {
  const programmes = allProgrammes();
  const [longest] = programmes
    .flatMap((programme) =>
      Object.values(programme.program.forms).map((form) => ({
        ...programme,
        form,
        controls: controlsOf(form.schema),
      })),
    )
    .toSorted((one, other) => other.controls - one.controls);
  if (!longest) throw new Error('no form');
  const { form, scenarios } = longest;
  const [answers] = scenarios
    .filter(({ id }) => id.startsWith('eligible'))
    .flatMap(({ facts }) => (isObject(facts[form.id]) ? [facts[form.id] as JsonObject] : []))
    .toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length);
  if (!answers) throw new Error('no answers');
  if (longest.id !== `${contract().id}/${program}`) throw new Error(`the host serves no ${longest.id}`);
  return { tag: tagName(longest.contract, longest.program, form.id), answers };
}

/** Runs in the page: puts the form there, with an uploader; what is handed in stays in `sent`. */
async function place(tag: string): Promise<void> {
  await customElements.whenDefined(tag);
  const element = document.createElement(tag) as HTMLElement & { uploader: unknown; updateComplete: unknown };
  element.uploader = {
    upload: async (file: File) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return { name: file.name, mediaType: file.type, size: file.size, sha256, ref: `test:${file.name}` };
    },
  };
  element.addEventListener('submit', (event) => {
    (globalThis as { sent?: unknown }).sent = (
      event as unknown as CustomEvent<{ value: unknown }>
    ).detail.value;
  });
  document.querySelector('#place')?.replaceChildren(element);
  await element.updateComplete;
}

const sent = (): unknown => (globalThis as { sent?: unknown }).sent ?? null;

/** Runs in the page: what comes of the window for files that a key on the focused button opens. */
function takeFile({ name, mediaType }: { readonly name: string; readonly mediaType: string }): void {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const input = active?.parentElement?.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no button for files has the focus');
  const chosen = new DataTransfer();
  chosen.items.add(new File([name], name, { type: mediaType }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

interface Filled {
  /** Stops at which nobody could see the focus. */
  readonly unseen: readonly string[];
  /** What was handed in. */
  readonly sent: unknown;
}

async function fillAndSend(keyboard: Keyboard): Promise<Filled> {
  const { tag, answers } = longest;
  await keyboard.run(place, tag);
  const unseen = await fillByKeyboard(keyboard, answers);
  await keyboard.press('Enter');
  await expect.poll(() => keyboard.run(sent, null)).not.toBe(null);
  return { unseen, sent: comparable(await keyboard.run(sent, null)) };
}

const longest = longestForm();
const wanted: Filled = { unseen: [], sent: comparable(longest.answers) };

let browser: Browser;
let host: StrictHost;

beforeAll(async () => {
  browser = await launchChromium();
  host = await strictHost({
    'index.html': hostPage('<div id="place"></div>'),
    'host.js': '',
    'host.css': '',
    ...elementScripts(),
  });
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('the longest form of all is filled in and sent by keyboard alone, the focus in sight at every stop', () => {
  it('in Chromium', async () => {
    const { page, messages } = await watchedPage(browser);
    // From the first listener on, the browser hands over the window it would open.
    page.on('filechooser', () => undefined);
    await page.goto(host.url);
    const filled = await fillAndSend({
      press: async (...keys) => {
        for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key);
      },
      write: (text) => page.keyboard.insertText(text),
      run: (inPage, argument) => page.evaluate(inPage as never, argument) as never,
      chooseFile: async (name, mimeType) => {
        const chooser = page.waitForEvent('filechooser');
        await page.keyboard.press('Enter');
        await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(name) });
      },
    });
    expect(filled).toEqual(wanted);
    expect(messages).toEqual([]);
  });

  for (const [name, launch] of engines)
    it.skipIf(!launch)(`in ${name}`, async () => {
      const engine = await launch?.();
      if (!engine) return;
      try {
        await engine.open(host.url);
        const filled = await fillAndSend({
          press: (...keys) => engine.press(keys),
          write: (text) => engine.press([...text]),
          run: (inPage, argument) => engine.run(inPage, argument),
          chooseFile: (file, mediaType) => engine.run(takeFile, { name: file, mediaType }),
        });
        expect(filled).toEqual(wanted);
      } finally {
        await engine.close();
      }
    });
});
