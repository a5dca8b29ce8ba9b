import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, findWebKit } from '../setup/find-browser.mjs';
import { catalogue, catalogueTags, type Catalogue } from './catalogue.ts';
import { hostPage, strictHost, type StrictHost } from './elements-host.ts';
import type { Engine } from './engines/engine.ts';
import { launchFirefox } from './engines/firefox.ts';
import { launchWebKit } from './engines/webkit.ts';
import { contract, elementScripts, program, scenarios } from './generated.ts';

interface AnyElement extends HTMLElement {
  value?: unknown;
  facts?: unknown;
  reportValidity?(): boolean;
  readonly updateComplete: Promise<unknown>;
}

/** A state of an element to be looked at. */
interface Shown {
  readonly tag: string;
  readonly state: 'empty' | 'filled' | 'errors';
  readonly value?: unknown;
  readonly facts?: unknown;
  readonly lang?: string;
  /** Markup after the element. */
  readonly beside?: string;
}

const firefox = findFirefox();
const webkit = findWebKit();
type States = readonly Shown['state'][];
/** WebKit without a screen is slow: there, every form with all its errors, which shows the most. */
const engines: readonly (readonly [string, (() => Promise<Engine>) | undefined, States])[] = [
  [
    'Firefox',
    firefox === undefined ? undefined : () => launchFirefox(firefox),
    ['empty', 'errors', 'filled'],
  ],
  ['WebKit', webkit === undefined ? undefined : () => launchWebKit(webkit), ['errors']],
];
for (const [name, launch] of engines)
  if (!launch)
    process.stderr.write(
      `${name} is not installed here: the elements are NOT tried in it (npm test installs it on Debian).\n`,
    );

let made: Promise<Catalogue> | undefined;

/** Every form empty, with all errors and filled from the first scenario that fills it; every view without and with facts. */
function everything(states: States): readonly Shown[] {
  const { scheme, programs } = contract();
  const forms = Object.keys(programs[program]?.forms ?? {});
  return [
    ...forms.flatMap((form): readonly Shown[] => {
      const tag = `zn-${scheme}-${form}`;
      const value = scenarios().find(({ facts }) => facts[form])?.facts[form];
      const filled = value === undefined ? {} : { value };
      return states.map((state) => ({ tag, state, ...(state === 'filled' ? filled : {}) }));
    }),
    { tag: `zn-${scheme}-eligibility`, state: 'empty' },
    { tag: `zn-${scheme}-eligibility`, state: 'filled', facts: scenarios()[0]?.facts },
    { tag: `zn-${scheme}-case`, state: 'empty' },
  ];
}

/** Runs in the page: puts the element there in its state, and tells what axe finds. */
async function look({ tag, state, value, facts, lang, beside }: Shown): Promise<readonly string[]> {
  await customElements.whenDefined(tag);
  const place = document.querySelector<HTMLElement>('#place');
  const element = document.createElement(tag) as AnyElement;
  if (place) place.lang = lang ?? '';
  place?.replaceChildren(element);
  if (beside !== undefined) element.after(Object.assign(document.createElement('img'), { src: beside }));
  if (value !== undefined) element.value = value;
  if (facts !== undefined) element.facts = facts;
  await element.updateComplete;
  if (state === 'errors') element.reportValidity?.();
  await element.updateComplete;
  if (!element.shadowRoot?.querySelector('.page')) return [`${tag} is not drawn`];
  const { axe: tool } = globalThis as unknown as {
    readonly axe: {
      run(
        context: unknown,
        options: unknown,
      ): Promise<{
        readonly violations: readonly {
          readonly id: string;
          readonly nodes: readonly { readonly target: unknown }[];
        }[];
      }>;
    };
  };
  const { violations } = await tool.run(place, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`));
}

describe.each(engines)('the elements in %s', (_, launch, states) => {
  let engine: Engine;
  let guideline: StrictHost;
  let controls: StrictHost;
  let filled: unknown;

  beforeAll(async () => {
    if (!launch) return;
    const page = (scripts: Readonly<Record<string, string>>) =>
      strictHost({
        ...scripts,
        'axe.js': axe.source,
        'index.html': hostPage('<div id="place"></div><script src="/axe.js"></script>'),
        'host.js': '',
        'host.css': '',
      });
    // Once for all engines.
    made ??= catalogue();
    const { scripts, answers } = await made;
    filled = answers;
    [engine, guideline, controls] = await Promise.all([launch(), page(elementScripts()), page(scripts)]);
  });
  afterAll(async () => {
    if (!launch) return;
    await Promise.all([engine.close(), guideline.close(), controls.close()]);
  });

  it.skipIf(!launch)(
    'have no accessibility findings: every form and view, empty, with errors and filled',
    async () => {
      await engine.open(guideline.url);
      const seen = everything(states);
      expect(seen.length).toBeGreaterThan(10);
      // An image without words: axe does look here.
      const wrong = await engine.run(look, {
        tag: seen[0]?.tag ?? '',
        state: 'empty',
        beside: 'data:,',
      });
      expect(wrong.map((finding) => finding.split(' ')[0])).toContain('image-alt');
      for (const shown of seen)
        expect({ shown, found: await engine.run(look, shown) }).toEqual({ shown, found: [] });
    },
  );

  it.skipIf(!launch)(
    'have none in any script either: every kind of control, right to left and vertical',
    async () => {
      await engine.open(controls.url);
      for (const lang of ['zh-CN', 'ug', 'mn-Mong'])
        for (const state of ['errors', 'filled'] as const) {
          const shown = {
            tag: catalogueTags.form,
            lang,
            state,
            ...(state === 'filled' ? { value: filled } : {}),
          };
          expect({ lang, state, found: await engine.run(look, shown) }).toEqual({ lang, state, found: [] });
        }
    },
  );

  it.skipIf(!launch)('take what is typed and hand it over', async () => {
    await engine.open(controls.url);
    const sent = await engine.run(
      async ({ tag, value }: { readonly tag: string; readonly value: unknown }) => {
        await customElements.whenDefined(tag);
        const outer = document.createElement('form');
        const element = document.createElement(tag) as AnyElement;
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
      { tag: catalogueTags.form, value: filled },
    );
    expect(sent).toEqual({ name: '测试丁', valid: true });
  });
});
