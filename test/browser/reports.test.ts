import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, watchedPage, WIDE } from './page.ts';

const repository = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'zhinan-reports-'));
let browser: Browser;

function zhinan(...args: readonly string[]): void {
  const run = spawnSync(process.execPath, ['packages/compiler/bin/zhinan.js', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (run.stderr !== '' && run.stderr.includes('    at ')) throw new Error(run.stderr);
}

/** Reports on the small definition: one sentence of its text and one of its conditions changed. */
beforeAll(async () => {
  browser = await launchChromium();
  const old = join(folder, 'old');
  const changed = join(folder, 'new');
  for (const to of [old, changed])
    cpSync(join(repository, 'test/corpus/accepted/young-talent/definition'), to, { recursive: true });
  const text = join(repository, 'test/trace/young-talent.txt');
  zhinan('trace', 'young-talent/2026', '--definitions', old, '--source', text, '--accept');
  const edited = join(folder, 'edited.txt');
  writeFileSync(edited, readFileSync(text, 'utf8').replace('3个工作日', '5个工作日'));
  zhinan(
    'trace',
    'young-talent/2026',
    '--definitions',
    old,
    '--source',
    edited,
    '--format',
    'html',
    '--out',
    join(folder, 'trace.html'),
  );
  const rules = join(changed, 'young-talent/2026/scholar/rules.json');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace(/<= (\d+)/, '<= 35'));
  zhinan(
    'diff',
    'young-talent/2026',
    '--definitions',
    old,
    '--definitions-b',
    changed,
    '--format',
    'html',
    '--out',
    join(folder, 'diff.html'),
  );
  const page = join(folder, 'simulate.html');
  zhinan('simulate', 'young-talent/2026/scholar', '--definitions', old, '--cases', '60', '--html', page);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(
  report: string,
  viewport = WIDE,
): Promise<{ page: Page; messages: string[]; close(): Promise<void> }> {
  const watched = await watchedPage(browser, viewport);
  await watched.page.goto(pathToFileURL(join(folder, `${report}.html`)).href);
  return watched;
}

describe.each(['trace', 'diff', 'simulate'])('the report of %s', (report) => {
  it.each([WIDE, NARROW])(
    'keeps its own policy and gives axe nothing to say at $width px, light and dark',
    async (viewport) => {
      const { page, messages, close } = await open(report, viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page)).toEqual([]);
      }
      // The policy lets the page's own style through: the grey tiles are there.
      expect(
        await page.evaluate(
          () => getComputedStyle(document.querySelector('.figures') ?? document.body).display,
        ),
      ).toBe('flex');
      expect(await sidewaysOverflow(page)).toBe(0);
      await screenshot(page, `report-${report}`);
      expect(messages).toEqual([]);
      await close();
    },
  );
});

it('bars of a simulation start and end alike, whatever stands beside them', async () => {
  const { page, close } = await open('simulate', NARROW);
  const ends = await page
    .locator('#throughput ~ .chart svg[preserveAspectRatio]')
    .evaluateAll((bars) =>
      bars.map((bar) => `${bar.getBoundingClientRect().left} ${bar.getBoundingClientRect().right}`),
    );
  expect(ends.length).toBeGreaterThan(1);
  expect(new Set(ends).size).toBe(1);
  await close();
});

it('the trace shows clauses of one kind only, by keyboard and without script', async () => {
  const { page, close } = await open('trace');
  const shown = () => page.locator('.entry:visible').count();
  const all = await shown();
  await page.locator('#show-all').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#show-narrative').isChecked()).toBe(true);
  expect(await shown()).toBe(await page.locator('.entry.narrative').count());
  expect(await shown()).toBeLessThan(all);
  expect(await page.locator('script').count()).toBe(0);
  await close();
});
