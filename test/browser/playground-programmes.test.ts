import type { Json } from '@zhinan/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { fillForm } from './fill.ts';
import { watchedPage, type WatchedPage } from './page.ts';
import { builtPlayground, type PlaygroundServer } from './playground-server.ts';
import { allProgrammes, wayToTheEnd, type Programme } from './programmes.ts';
import { currentStates, takeStep } from './walk.ts';

let browser: Browser;
let server: PlaygroundServer;
let watched: WatchedPage;

// One visitor for all programmes: the playground is loaded once, each programme then on its address.
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), builtPlayground()]);
  watched = await watchedPage(browser);
  await watched.page.goto(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(route: string): Promise<Page> {
  await watched.page.goto(`${server.url}#/${route}`);
  return watched.page;
}

/** Fills the application as a person would; the page then finds nothing missing and holds exactly these answers. */
async function apply(programme: Programme): Promise<void> {
  const { id, program } = programme;
  const form = program.forms[program.applicationForm];
  const answers = wayToTheEnd(programme).facts[program.applicationForm];
  if (form === undefined || answers === undefined) throw new Error(`${id} has no application to fill`);
  const page = await open(`${id}/form`);
  await page.locator(`[data-form="${id}/${form.id}"] [data-issues]`).waitFor();
  const order = form.sections.flatMap(({ fields }) => fields);
  await fillForm(page, order, answers);
  await expect.poll(() => page.locator('[data-issues]').getAttribute('data-issues')).toBe('0');
  const shown = JSON.parse((await page.locator('.json').textContent()) ?? '') as Json;
  expect(comparable(shown)).toEqual(comparable(answers));
}

/** The programme of each guideline that asks most of an applicant. */
function longestOfEach(programmes: readonly Programme[]): readonly Programme[] {
  const asked = ({ program }: Programme): number =>
    JSON.stringify(program.forms[program.applicationForm]?.schema ?? '').length;
  const longest = new Map<string, Programme>();
  for (const programme of programmes) {
    const known = longest.get(programme.contract.id);
    if (!known || asked(programme) > asked(known)) longest.set(programme.contract.id, programme);
  }
  return [...longest.values()];
}

/** Files picked here have content and a place of their own; a list that nobody began is not there. */
function comparable(value: Json): Json {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const ofFile = 'sha256' in value ? ['sha256', 'ref', 'size'] : [];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => !ofFile.includes(name) && !(Array.isArray(part) && part.length === 0))
      .map(([name, part]) => [name, comparable(part)]),
  );
}

describe('every programme of every edition, as somebody in the playground', () => {
  const programmes = allProgrammes();

  it('finds programmes to play', () => {
    expect(programmes.length).toBeGreaterThan(8);
  });

  // One a guideline, its longest: that every form is drawn, refused and sent alike is shown in rjsf-parity.
  it.each(longestOfEach(programmes))(
    '$id: the application is filled in by hand and valid',
    async (programme) => {
      await apply(programme);
      expect(watched.messages).toEqual([]);
    },
  );

  it.each(programmes)(
    '$id: walks from draft to its end by role, form, reason and clock',
    async (programme) => {
      const scenario = wayToTheEnd(programme);
      const page = await open(`${programme.id}/procedure?scenario=${scenario.id}`);
      await page.locator(`[data-playing="${programme.id}/${scenario.id}"]`).waitFor();
      for (const step of scenario.steps) await takeStep(page, step);
      expect(await currentStates(page)).toEqual([scenario.expect.state].flat());
      expect(await page.locator('.states').textContent()).toMatch(/入选|已结项/);
      expect(watched.messages).toEqual([]);
    },
  );
});
