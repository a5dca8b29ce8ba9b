import type { JsonObject } from '@zhinan/model';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, catalogueTags, type Catalogue } from './catalogue.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import type { Engine } from './engines/engine.ts';
import { engines } from './engines/installed.ts';
import { defineFaulty, everyPage, groupsOf, look, packages, states } from './every-element.ts';

interface FormLike extends HTMLElement {
  value: unknown;
  readonly updateComplete: Promise<unknown>;
}

let made: Promise<Catalogue> | undefined;

describe.each(engines)('the elements in %s', (_, launch) => {
  let engine: Engine;
  let guidelines: StrictHost;
  let controls: StrictHost;
  let answers: JsonObject;

  beforeAll(async () => {
    if (!launch) return;
    // Once for all engines.
    made ??= catalogue();
    const { scripts, answers: given } = await made;
    answers = given;
    const page = hostPage('<div id="place"></div><script src="/axe.js"></script>');
    [engine, guidelines, controls] = await Promise.all([
      launch(),
      strictHost(everyPage()),
      strictHost({ ...scripts, 'axe.js': axe.source, 'index.html': page, 'host.js': '', 'host.css': '' }),
    ]);
  });
  afterAll(async () => {
    if (!launch) return;
    await Promise.all([engine.close(), guidelines.close(), controls.close()]);
  });

  it.skipIf(!launch).each(packages)(
    'have no accessibility findings: every form and view of %s, empty, with errors and filled',
    { timeout: 300_000 },
    async (folder) => {
      await engine.open(`${guidelines.url}${folder}.html`);
      for (const elements of groupsOf(folder))
        expect(await engine.run(look, { elements, states })).toEqual([]);
      const wrong = { elements: [{ tag: await engine.run(defineFaulty, null), filled: {} }], states };
      expect(await engine.run(look, wrong)).toContainEqual(expect.stringMatching(/^image-alt /));
    },
  );

  it.skipIf(!launch)(
    'have none in any script either: every kind of control, right to left and vertical',
    async () => {
      await engine.open(controls.url);
      const elements = [{ tag: catalogueTags.form, filled: { value: answers } }];
      for (const lang of ['zh-CN', 'ug', 'mn-Mong'])
        expect({ lang, found: await engine.run(look, { elements, states, lang }) }).toEqual({
          lang,
          found: [],
        });
    },
  );

  it.skipIf(!launch)('take what is typed and hand it over', async () => {
    await engine.open(controls.url);
    const sent = await engine.run(
      async ({ tag, value }: { readonly tag: string; readonly value: unknown }) => {
        await customElements.whenDefined(tag);
        const outer = document.createElement('form');
        const element = document.createElement(tag) as FormLike;
        element.setAttribute('name', 'application');
        outer.append(element);
        document.querySelector('#place')?.replaceChildren(outer);
        element.value = value;
        await element.updateComplete;
        const [input] = element.shadowRoot?.querySelectorAll('input') ?? [];
        if (!input) return undefined;
        input.value = '测试丁';
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        await element.updateComplete;
        const data = JSON.parse(String(new FormData(outer).get('application'))) as { readonly name: string };
        return { name: data.name, valid: outer.checkValidity() };
      },
      { tag: catalogueTags.form, value: answers },
    );
    expect(sent).toEqual({ name: '测试丁', valid: true });
  });
});
