import type { JsonObject } from '@zhinan/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import { contract, form as formOf, elementScripts, program, scenarios } from './generated.ts';
import { watchedPage } from './page.ts';

/** What the tests use of any element. */
interface AnyElement extends HTMLElement {
  value?: unknown;
}

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

function tagOf(form: string): string {
  return `zn-${contract().scheme}-${form}`;
}

describe('every form of the guideline', () => {
  it('gives back every document of the scenarios unchanged, also after typing all of it again', async () => {
    const { page, messages, close } = await watchedPage(browser);
    await page.goto(host.url);
    const forms = new Set(Object.keys(contract().programs[program]?.forms ?? {}));
    const documents = new Map(
      scenarios()
        .flatMap(({ facts }) => Object.entries(facts))
        .filter(([form]) => forms.has(form))
        .map(([form, value]) => [`${form} ${JSON.stringify(value)}`, { form, value }]),
    );
    expect(documents.size).toBeGreaterThan(20);
    for (const { form, value } of documents.values()) {
      const back = await page.evaluate(
        async ({ tag, answers }) => {
          await customElements.whenDefined(tag);
          const element = document.createElement(tag) as AnyElement;
          document.querySelector('#place')?.replaceChildren(element);
          element.value = answers;
          await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
          // Typing the same again in every control must change nothing either.
          for (const input of element.shadowRoot?.querySelectorAll('input, select, textarea') ?? [])
            input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
          return element.value;
        },
        { tag: tagOf(form), answers: value as unknown },
      );
      expect({ form, back }).toEqual({ form, back: answered(form, value ?? {}) });
    }
    expect(messages).toEqual([]);
    await close();
  });
});

/** A choice of several with nothing chosen is no answer, so it does not come back. */
function answered(form: string, value: JsonObject): JsonObject {
  const fields = formOf(form).schema.properties ?? {};
  const kept = Object.entries(value).filter(
    ([key, answer]) => !(Array.isArray(answer) && answer.length === 0 && fields[key]?.items?.enum),
  );
  return Object.fromEntries(kept);
}
