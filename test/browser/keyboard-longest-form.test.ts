import type { FormSchema, Json, JsonObject } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tagName } from '@zhinan/engine';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { contract, elementScripts, program } from './generated.ts';
import { watchedPage } from './page.ts';
import { allProgrammes } from './programmes.ts';

/** Where the keyboard is: what a person at it would be told. */
interface Focus {
  /** Pointer of the field, or of the list that a button belongs to. */
  readonly pointer: string;
  readonly kind:
    'text' | 'combobox' | 'radio' | 'checkbox' | 'select' | 'add' | 'choose' | 'submit' | 'other';
  readonly filled: boolean;
  /** Values of the group's radios, or of the select's options, in order. */
  readonly values: readonly string[];
  readonly value: string;
  readonly rows: number;
  /** The browser or the element draws a ring. */
  readonly visible: boolean;
}

/** Reads the focused part of a form; runs in the page. */
function readFocus(): Focus {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement)) throw new Error('nothing has the focus');
  const part = (name: string) => active.part.contains(name);
  const group = active.closest<HTMLElement>('[id^="f/"]');
  const input = active instanceof HTMLInputElement ? active : undefined;
  const radios =
    input?.type === 'radio' ? [...(group?.querySelectorAll<HTMLInputElement>('input') ?? [])] : [];
  const options = active instanceof HTMLSelectElement ? [...active.options].map(({ value }) => value) : [];
  const buttons = ['add', 'choose', 'submit'] as const;
  const kind =
    buttons.find(part) ??
    (active.role === 'combobox'
      ? 'combobox'
      : input?.type === 'radio' || input?.type === 'checkbox'
        ? input.type
        : active instanceof HTMLSelectElement
          ? 'select'
          : input || active instanceof HTMLTextAreaElement
            ? 'text'
            : 'other');
  const style = getComputedStyle(active);
  return {
    pointer: group?.id.slice(1) ?? '',
    kind,
    filled:
      radios.some(({ checked }) => checked) ||
      input?.checked === true ||
      (input?.type !== 'radio' && input?.type !== 'checkbox' && 'value' in active && active.value !== ''),
    values: radios.length > 0 ? radios.map(({ value }) => value) : options,
    value: input?.value ?? '',
    rows: [...(group?.querySelectorAll('[part~="row"]') ?? [])].filter(
      (row) => row.parentElement?.closest('[id^="f/"]') === group,
    ).length,
    visible: (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(answers: Json, pointer: string): Json | undefined {
  let found: Json | undefined = answers;
  for (const step of pointer.split('/').slice(1))
    found = Array.isArray(found) ? found[Number(step)] : isObject(found) ? found[step] : undefined;
  return found;
}

/** Answers one stop of the keyboard; `true` when the focus has moved by itself. */
async function answerHere(page: Page, focus: Focus, answers: JsonObject): Promise<boolean> {
  const { keyboard } = page;
  const wanted = at(answers, focus.pointer);
  const press = async (key: string, times: number) => {
    for (let count = 0; count < times; count += 1) await keyboard.press(key);
  };
  switch (focus.kind) {
    case 'text':
      if (wanted !== undefined && !focus.filled) await keyboard.insertText(String(wanted));
      return false;
    case 'combobox':
      if (wanted === undefined || focus.filled) return false;
      await keyboard.insertText(String(wanted));
      await page.locator('[role="listbox"]:visible [role="option"]').first().waitFor();
      await press('Enter', 1);
      return false;
    case 'select':
      if (wanted !== undefined && !focus.filled)
        await press('ArrowDown', focus.values.indexOf(String(wanted)));
      return false;
    case 'radio': {
      if (wanted === undefined || focus.filled) return false;
      const place = focus.values.indexOf(String(wanted));
      await (place === 0 ? press('Space', 1) : press('ArrowDown', place));
      return false;
    }
    case 'checkbox': {
      const ticked = Array.isArray(wanted) ? wanted.map(String).includes(focus.value) : wanted === true;
      if (ticked && !focus.filled) await press('Space', 1);
      return false;
    }
    case 'add':
      if (!Array.isArray(wanted) || focus.rows >= wanted.length) return false;
      await press('Enter', 1);
      // The new row takes the focus once it is drawn; if it never does, the test ends by its time limit.
      while (!(await page.evaluate(readFocus)).pointer.includes(`/${focus.rows}/`))
        await page.waitForTimeout(20);
      return true;
    case 'choose': {
      const files = Array.isArray(wanted) ? wanted.filter(isObject) : [];
      for (const { name, mediaType } of focus.filled ? [] : files) {
        // The window in which a file is chosen is the system's; the key that opens it is ours.
        const chooser = page.waitForEvent('filechooser');
        await press('Enter', 1);
        const file = {
          name: String(name),
          mimeType: String(mediaType),
          buffer: Buffer.from(`${String(name)}`),
        };
        await (await chooser).setFiles(file);
        await page
          .locator('.file:not(.running) .file-name', { hasText: String(name) })
          .first()
          .waitFor();
      }
      return false;
    }
    default:
      return false;
  }
}

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

it('the longest form of all is filled in and sent by keyboard alone, the focus in sight at every stop', async () => {
  const [longest] = allProgrammes()
    .flatMap(({ id, program: of }) =>
      Object.values(of.forms).map((form) => ({ id, form, controls: controlsOf(form.schema) })),
    )
    .toSorted((one, other) => other.controls - one.controls);
  if (!longest) throw new Error('no form');
  expect(longest.id).toBe(`${contract().id}/${program}`);
  const { form } = longest;
  const full = allProgrammes()
    .find(({ id }) => id === longest.id)
    ?.scenarios.filter(({ id }) => id.startsWith('eligible'))
    .flatMap(({ facts }) => (isObject(facts[form.id]) ? [facts[form.id] as JsonObject] : []))
    .toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length)[0];
  if (!full) throw new Error('no answers');

  const { page, messages, close } = await watchedPage(browser);
  // From the first listener on, the browser hands over the window it would open.
  page.on('filechooser', () => undefined);
  await page.goto(host.url);
  const programContract = contract().programs[program];
  if (!programContract) throw new Error('no programme');
  await page.evaluate(
    async (tag) => {
      await customElements.whenDefined(tag);
      const element = document.createElement(tag) as HTMLElement & { uploader: unknown };
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
    },
    tagName(contract(), programContract, form.id),
  );
  await page.locator('.page').waitFor();

  const unseen: string[] = [];
  let stops = 0;
  for (let moved = false; stops < 1500; stops += 1) {
    if (!moved) await page.keyboard.press('Tab');
    const focus = await page.evaluate(readFocus);
    if (!focus.visible) unseen.push(`${focus.kind} ${focus.pointer}`);
    if (focus.kind === 'submit') break;
    moved = await answerHere(page, focus, full);
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => 'sent' in globalThis)).toBe(true);
  const sent = await page.evaluate(() => (globalThis as { sent?: unknown }).sent);
  expect(comparable(sent)).toEqual(comparable(full));
  expect(unseen).toEqual([]);
  expect(messages).toEqual([]);
  await close();
});
