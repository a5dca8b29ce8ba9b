import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pack } from '@zhinan/engine';
import type { ScenarioFile } from '@zhinan/model';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EDITION, program, scenarios, type Scenario } from './generated.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, WIDE } from './page.ts';
import { playgroundSession } from './playground-session.ts';
import { currentStates, movesPlayed, setClock, takeStep } from './walk.ts';

const repository = resolve(import.meta.dirname, '../..');
const session = playgroundSession();
const TABS = [
  'diagram',
  'inbox',
  'form',
  'calendar',
  'groups',
  'entitlements',
  'applicant',
  'scenarios',
] as const;

function scenarioNamed(id: string): Scenario {
  const found = scenarios().find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}`);
  return found;
}

const WHOLE = 'completed-general';

async function visit(query: string, viewport = WIDE): Promise<Page> {
  const page = await session.visit(`${EDITION}/${program}/procedure?${query}`, viewport);
  await page.locator('.states > li').first().waitFor();
  return page;
}

async function savedText(page: Page, press: () => Promise<void>): Promise<{ name: string; text: Buffer }> {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path()) };
}

/** `zhinan test` on the definitions with one more scenario. */
function testWith(name: string, text: string): { readonly status: number | null; readonly output: string } {
  const root = mkdtempSync(join(tmpdir(), 'zhinan-recorded-'));
  try {
    const definitions = join(root, 'definitions');
    cpSync(join(repository, 'definitions/shared'), join(definitions, 'shared'), { recursive: true });
    cpSync(join(repository, 'definitions', EDITION), join(definitions, EDITION), { recursive: true });
    writeFileSync(join(definitions, EDITION, 'scenarios', name), text);
    const cli = join(repository, 'packages/compiler/bin/zhinan.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'test', EDITION, '--lang', 'en'],
      // The command looks for definitions from where it is started.
      { cwd: root, encoding: 'utf8' },
    );
    return { status, output: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('rehearsal', () => {
  it('records what was done as a scenario file that holds in the command line too', async () => {
    const page = await visit(`scenario=${WHOLE}`);
    for (const step of scenarioNamed(WHOLE).steps?.slice(0, 4) ?? []) await takeStep(page, step);
    await page.locator('[data-play]').click();
    await page.locator('[data-record]').click();
    const dialog = page.locator('pg-record-dialog dialog[open]');
    await dialog.locator('[data-holds="true"]').waitFor();
    await dialog.locator('input[name="title"]').fill('演练：走完全程');
    expect(await axeFindings(page, 'pg-record-dialog')).toEqual([]);
    await screenshot(page, 'rehearsal-record');
    const { name, text } = await savedText(page, () => dialog.locator('[data-download]').click());
    const file = JSON.parse(text.toString()) as ScenarioFile;
    expect(name).toMatch(/^completed-recorded-.*\.json$/);
    expect(file).toMatchObject({ title: '演练：走完全程', program, expect: { outcome: 'completed' } });
    expect(file.steps?.length).toBeGreaterThan(10);

    const { status, output } = testWith(name, text.toString());
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toContain(`${scenarios().length + 1} scenarios`);
    const broken = text.toString().replace('"outcome": "completed"', '"outcome": "refused"');
    expect(testWith(name, broken).status).toBe(1);

    // The same file opened again is the same play.
    await page.keyboard.press('Escape');
    await page.locator('[data-tab="scenarios"]').click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: text });
    await page.locator('[data-playing$="/given"]').waitFor();
    await page.locator('[data-play]').click();
    expect(await currentStates(page)).toEqual([file.expect.state].flat());
    expect(session.messages).toEqual([]);
  });

  it('keeps a refused attempt in the log and records it as refused', async () => {
    const scenario = scenarios().find(({ steps }) =>
      steps?.some((step) => 'refused' in step && step.refused),
    );
    const at = (scenario?.steps?.findIndex((step) => 'refused' in step && step.refused) ?? 0) + 1;
    const page = await visit(`scenario=${scenario?.id}&at=${at}`);
    await page.locator('.log > li.refused .why').waitFor();
    await page.locator('[data-record]').click();
    await page.locator('pg-record-dialog [data-holds="true"]').waitFor();
    expect(await page.locator('pg-record-dialog .json').textContent()).toContain('"refused": true');
    expect(session.messages).toEqual([]);
  });

  it('goes back to any earlier point, and from there another way', async () => {
    const page = await visit(`scenario=${WHOLE}&at=8`);
    const before = await movesPlayed(page);
    await page.locator('.log .back').nth(3).click();
    const after = await movesPlayed(page);
    expect(after).toBeLessThan(before - 2);
    const link = page.url();
    const states = await currentStates(page);
    await page.locator('[data-play]').click();
    expect(await currentStates(page)).not.toEqual(states);
    const reopened = await session.visitLink(link);
    await reopened.locator(`[data-moves="${after}"]`).waitFor();
    expect(await currentStates(reopened)).toEqual(states);
    expect(session.messages).toEqual([]);
  });

  it('lays two runs side by side: another reading of the notice days ends a notice earlier', async () => {
    const page = await visit(`scenario=${WHOLE}&at=12`);
    await page.locator('[data-compare]').click();
    const other = page.locator('.compare-head[data-side="b"]');
    await other.locator('summary').click();
    await other.locator('input[value="same-day"]').check();
    const notice = page.locator('.compare-table:not(.logs) tr.differs', { hasText: '公示' });
    await notice.waitFor();
    const [a, b] = await notice.locator('td').allTextContents();
    expect(Date.parse(`${b}Z`)).toBe(Date.parse(`${a}Z`) - 24 * 60 * 60 * 1000);
    expect(await page.locator('.compare-table.logs tr.differs').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'rehearsal-compare');

    // Another decision in the second run only.
    const moves = await movesPlayed(page);
    await page.locator('.offer:visible').first().click();
    const dialog = page.locator('dialog.act[open]');
    if (await dialog.isVisible()) {
      if ((await dialog.getAttribute('data-asks')) !== 'nothing')
        await dialog.locator('[data-sample]').click();
      await dialog.locator('[data-confirm]').click();
    }
    await page.locator(`[data-moves="${moves + 1}"]`).waitFor();
    await expect.poll(() => page.locator('.compare-table.logs tr.differs').count()).toBeGreaterThan(1);
    const rows = await page.locator('.compare-table.logs tbody tr').count();
    const reopened = await session.visitLink(page.url());
    await reopened.locator('.compare-table.logs tbody tr').first().waitFor();
    expect(await reopened.locator('.compare-table.logs tbody tr').count()).toBe(rows);
    await reopened.locator('[data-play-side="a"]').click();
    await reopened.locator(`[data-moves="${moves}"]`).waitFor();
    expect(session.messages).toEqual([]);
  });

  it('shows a month: notice days, make-up days, deadlines, and says what it does not know', async () => {
    const page = await visit(`scenario=${WHOLE}&at=9&tab=calendar`);
    const day = (date: string) => page.locator(`td:has([data-day="${date}"])`);
    await setClock(page, '2025-09-30T09:00:00+08:00');
    // Posted on 22 September, three working days from the next day on.
    for (const date of ['2025-09-23', '2025-09-24', '2025-09-25'])
      expect(await day(date).locator('.mark.span').count()).toBe(1);
    expect(await day('2025-09-26').locator('.mark.span').count()).toBe(0);
    expect(await day('2025-09-28').getAttribute('class')).toContain('makeup');
    await screenshot(page, 'rehearsal-calendar');
    await page.locator('[data-day="2025-09-30"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-month-shown="2025-10"]').waitFor();
    expect(await day('2025-10-01').getAttribute('class')).toContain('holiday');
    expect(await day('2025-10-13').locator('.mark.date').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-day-shown="2025-10-08"]', { hasText: '20:00' }).waitFor();
    await page.locator('[data-go]').click();
    await page.locator('[data-now][datetime^="2025-10-08T09:00"]').waitFor();
    for (let month = 0; month < 18; month += 1)
      await page.keyboard.press('Tab').then(() => page.locator('[data-month="1"]').click());
    expect(await page.locator('.sheet .unknown').count()).toBeGreaterThan(20);
    await page.getByText('日历只收录到').waitFor();
    expect(session.messages).toEqual([]);
  });

  it('opens a found way or a failing scenario from a link, at the step where it fails', async () => {
    const { facts, steps = [] } = scenarioNamed(WHOLE);
    const wrong = steps
      .slice(0, 6)
      .map((step, index) => (index === 4 ? { ...step, state: 'expired' } : step));
    const given = await pack({ title: '改错的情形', facts, steps: wrong });
    const page = await visit(`given=${given}&at=5`);
    const notice = page.locator('[data-broken]');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/第 5 步.*应为 “逾期”，实为 “单位审核”/);
    expect(await movesPlayed(page)).toBe(5);

    await page.locator('[data-tab="scenarios"]').click();
    await page.locator('[data-checked="1"]').waitFor();
    await page.getByRole('checkbox').check();
    expect(await page.locator('.scenario-list > li').count()).toBe(1);
    await screenshot(page, 'rehearsal-scenarios');
    await page.locator('[data-reset]').click();
    await page.locator('[data-open-broken]').click();
    await page.locator('[data-moves="5"]').waitFor();

    // Steps alone are enough: what they ask to be filled comes from the samples.
    const way = await pack({ steps: steps.slice(0, 5) });
    const found = await visit(`given=${way}&at=5`);
    await found.locator('[data-moves="5"]').waitFor();
    expect(await found.locator('.log > li.refused').count()).toBe(0);
    expect(session.messages).toEqual([]);
  });

  it('shows each role what it has to do until when, and takes it up from there', async () => {
    const page = await visit(`scenario=${WHOLE}&at=5&tab=inbox`);
    const inbox = page.locator('[data-inbox="employer"] pg-view-host > *');
    const task = inbox.locator('[part~="row"]', { hasText: '单位审核' });
    expect(await task.textContent()).toMatch(/还有 13 个工作日[^]*2025-10-13 20:00/);
    await screenshot(page, 'rehearsal-inbox');
    expect(await axeFindings(page)).toEqual([]);
    await task.getByRole('button', { name: '审核通过' }).click();
    await page.locator('[data-moves="6"]').waitFor();
    expect(await page.locator('[data-role="employer"]').getAttribute('aria-pressed')).toBe('true');
    expect(session.messages).toEqual([]);
  });

  it('shows the form of the step to the role played, with that step’s permissions', async () => {
    const page = await visit(`scenario=${WHOLE}&at=5&tab=form&role=employer`);
    const form = page.locator('[data-step-form="application"]');
    await form.locator('pg-form-host > *').waitFor();
    expect(await form.textContent()).toContain('只读：全部');
    const name = page.locator('[id="f/name"]');
    await expect.poll(() => name.inputValue()).toBe('测试甲');
    expect(await name.isEditable()).toBe(false);
    await screenshot(page, 'rehearsal-step-form');
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[data-undo]').click();
    await page.locator('[data-undo]').click();
    await page.locator('[data-role="applicant"]').click();
    await expect.poll(() => name.isEditable()).toBe(true);
    expect(session.messages).toEqual([]);
  });

  it('plays a second case in a batch of its own beside the first; batches and round count them', async () => {
    const page = await visit(`scenario=${WHOLE}&at=14&tab=groups`);
    await page.locator('[data-add-batch]').click();
    await page.locator('[role="tab"][data-tab="case:2"]').click();
    const other = page.locator('[data-view="diagram"] .node.active, .states > li').first();
    await other.waitFor();
    // It stands at its draft although the first one has gone on, and missed its deadline with the clock of the play.
    await page.locator('[data-tab="groups"]').click();
    const batch = page.locator('[data-group="batch"]');
    expect(await batch.locator('tbody').first().textContent()).toContain('测试甲');
    expect(await batch.locator('[data-quota="places"]').textContent()).toContain('1');
    await page.locator('[data-record]').click();
    await page.locator('pg-record-dialog [data-holds="true"]').waitFor();
    expect(await page.locator('pg-record-dialog .json').textContent()).toContain('"batch": "batch:2"');
    await page.keyboard.press('Escape');
    const reopened = await session.visitLink(page.url());
    await reopened.locator('[role="tab"][data-tab="case:2"]').waitFor();
    expect(session.messages).toEqual([]);
  });

  it('acts on several cases at once from the inbox, which asks itself', async () => {
    const page = await visit(`scenario=${WHOLE}&at=1&tab=groups`);
    await page.locator('[data-add-batch]').click();
    await page.locator('[data-tab="inbox"]').click();
    await page.locator('[data-role="employer"]').click();
    const inbox = page.locator('[data-inbox="employer"] pg-view-host > *');
    await inbox.locator('[part~="select-all"]').click();
    await inbox.locator('[part~="batch-act"]', { hasText: '注册单位账号' }).click();
    // Filled once for both.
    const given = ['测试单位股份公司', '91652300MA7EXAM185', 'unit-0001'];
    for (const [index, text] of given.entries())
      await inbox.locator('dialog input:not([type="radio"], [type="checkbox"])').nth(index).fill(text);
    await inbox.locator('[part~="confirm"]').click();
    await expect.poll(() => page.locator('.log > li', { hasText: '注册单位账号' }).count()).toBe(2);
    expect(await page.locator('.log > li.refused').count()).toBe(0);
    expect(session.messages).toEqual([]);
  });

  it('acts as a person by name, by keyboard alone, and records who it was', async () => {
    const page = await visit(`scenario=${WHOLE}&at=3`);
    await page.locator('.person > summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('input[name="person"]').focus();
    await page.keyboard.type('测试人甲');
    await page.keyboard.press('Tab');
    await page.locator('.offer:visible').first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog.act[open]');
    await dialog.locator('[data-confirm]:enabled').waitFor();
    await dialog.locator('[data-sample]').focus();
    await page.keyboard.press('Enter');
    await dialog.locator('[data-confirm]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-moves="4"]').waitFor();
    // From view to view with the arrow keys.
    await page.locator('.views [role="tab"][aria-selected="true"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-view="inbox"]').waitFor();
    await page.locator('[data-record]').focus();
    await page.keyboard.press('Enter');
    await page.locator('pg-record-dialog [data-holds="true"]').waitFor();
    expect(await page.locator('pg-record-dialog .json').textContent()).toContain('"person": "测试人甲"');
    const reopened = await session.visitLink(page.url());
    await reopened.locator('[data-moves="4"]').waitFor();
    expect(await reopened.locator('input[name="person"]').inputValue()).toBe('测试人甲');
    expect(session.messages).toEqual([]);
  });

  it('adds up what was paid', async () => {
    const { steps = [] } = scenarioNamed(WHOLE);
    const page = await visit(`scenario=${WHOLE}&at=${steps.length}&tab=entitlements`);
    expect(await page.locator('[data-money] tbody tr').count()).toBeGreaterThan(1);
    expect(await page.locator('[data-money] tfoot').textContent()).toMatch(/[1-9][\d,]+ 元/);
    expect(session.messages).toEqual([]);
  });

  it('hands out the diagram as SVG, PNG and Mermaid', async () => {
    const page = await visit(`scenario=${WHOLE}&at=6`);
    await page.locator('pg-diagram-view svg').waitFor();
    const svg = await savedText(page, () => page.locator('[data-export="svg"]').click());
    expect(svg.name).toMatch(/\.svg$/);
    expect(svg.text.toString()).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.text.toString()).not.toContain('class=');
    const png = await savedText(page, () => page.locator('[data-export="png"]').click());
    expect(png.text.subarray(1, 4).toString()).toBe('PNG');
    const mermaid = await savedText(page, () => page.locator('[data-export="mermaid"]').click());
    expect(mermaid.text.toString()).toMatch(/^stateDiagram-v2\n/);
    expect(mermaid.text.toString()).toContain('填写');
    const width = () => page.locator('pg-diagram-view svg').evaluate((drawing) => drawing.clientWidth);
    const before = await width();
    await page.locator('.diagram-scroll').focus();
    await page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(before);
    expect(session.messages).toEqual([]);
  });

  it.each([
    { name: 'wide, light', viewport: WIDE, scheme: 'light' },
    { name: 'wide, dark', viewport: WIDE, scheme: 'dark' },
    { name: 'on a phone', viewport: NARROW, scheme: 'light' },
  ] as const)('has no accessibility findings and fits in any view: $name', async ({ viewport, scheme }) => {
    const page = await visit(`scenario=${WHOLE}&at=12`, viewport);
    await page.emulateMedia({ colorScheme: scheme });
    for (const tab of TABS) {
      await page.locator(`[data-tab="${tab}"]`).click();
      await page.locator(`[data-view="${tab}"]`).waitFor();
      if (tab === 'scenarios') await page.locator('[data-checked]').waitFor();
      expect([tab, ...(await axeFindings(page))]).toEqual([tab]);
      expect([tab, await sidewaysOverflow(page)]).toEqual([tab, 0]);
      await screenshot(page, `rehearsal-${tab}-${scheme}`);
    }
    expect(session.messages).toEqual([]);
  });

  it('speaks English in every view', async () => {
    const page = await visit(`scenario=${WHOLE}&at=12`);
    await page.getByRole('button', { name: 'English' }).click();
    for (const name of ['Inboxes', 'Calendar', 'Scenarios', 'Batches', 'Diagram'])
      await page.getByRole('tab', { name }).click();
    await page.getByRole('button', { name: 'Record' }).waitFor();
    await screenshot(page, 'rehearsal-english');
    expect(session.messages).toEqual([]);
  });
});
