import { expect, test } from 'vitest';
import { defineFaulty, everyPage, groupsOf, look, packages, states } from './every-element.ts';
import { hostSession } from './host-session.ts';

const session = hostSession(async () => everyPage());

test.each(packages)(
  'no form or view of %s has accessibility findings, empty, with errors and filled, and each error has a place',
  { timeout: 300_000 },
  async (folder) => {
    const page = await session.visit(`${folder}.html`);
    for (const elements of groupsOf(folder))
      expect(await page.evaluate(look, { elements, states })).toEqual([]);
    const wrong = { elements: [{ tag: await page.evaluate(defineFaulty), filled: {} }], states };
    expect(await page.evaluate(look, wrong)).toContainEqual(expect.stringMatching(/^image-alt /));
  },
);
