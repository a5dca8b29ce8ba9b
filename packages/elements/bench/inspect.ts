import axe from 'axe-core';
import type { JsonObject } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { typedInto } from './answers.ts';
import { open, paint, type } from './session.ts';

/** What became of a form under a policy that allows nothing but the page's own files. */
export interface StrictRun {
  /** Drawn, typed into and submitted without an exception. */
  readonly alive: boolean;
  /** What the policy refused, each kind once. */
  readonly violations: readonly string[];
  /** First exception, for the reader of the JSON. */
  readonly error?: string;
}

export async function strictRun(
  browser: Browser,
  url: string,
  answers: JsonObject,
  controls: number,
): Promise<StrictRun> {
  const opened = await open(browser, url);
  let error: string | undefined;
  try {
    await paint(opened.page, answers, controls, 8000);
    await type(opened.page, typedInto, 1);
    await opened.page.evaluate(() => harness.submit());
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  error ??= opened.errors[0];
  await opened.close();
  const violations = [...new Set(opened.violations)];
  return { alive: error === undefined, violations, ...(error !== undefined && { error }) };
}

export interface Accessibility {
  /** Rules of axe that find something in the filled form or in the refused one. */
  readonly axe: readonly string[];
  /** Fields that say of themselves that they are wrong, and those whose control is described by a text that came with it. */
  readonly invalid: number;
  readonly wired: number;
  readonly summary: 'links' | 'text' | 'none';
}

async function axeRules(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const inPage = (
      globalThis as unknown as { axe: { run(within: string): Promise<{ violations: { id: string }[] }> } }
    ).axe;
    return (await inPage.run('#host')).violations.map(({ id }) => id);
  });
}

/** Submits the form with nothing answered, and reads what a person who cannot see would be told. */
export async function accessibility(
  browser: Browser,
  url: string,
  answers: JsonObject,
  controls: number,
): Promise<Accessibility> {
  const filled = await open(browser, url);
  await paint(filled.page, answers, controls, 30_000);
  const found = await axeRules(filled.page);
  await filled.close();

  const empty = await open(browser, url);
  await paint(empty.page, {}, undefined, 30_000);
  const before = await empty.page.evaluate(() => harness.errors());
  await empty.page.evaluate(() => harness.submit());
  const after = await empty.page.evaluate(() => harness.errors());
  const rules = await axeRules(empty.page);
  await empty.close();
  const wrong = after.invalid.flatMap((invalid, at) => (invalid ? [at] : []));
  return {
    axe: [...new Set([...found, ...rules])],
    invalid: wrong.length,
    wired: wrong.filter((at) => {
      const text = after.described[at];
      return text !== undefined && text !== '' && text !== before.described[at];
    }).length,
    summary: after.links >= before.links + 3 ? 'links' : after.items >= before.items + 3 ? 'text' : 'none',
  };
}
