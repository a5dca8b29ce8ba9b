import type { JsonObject } from '@zhinan/model';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tags } from './elements-fixture.ts';
import { strictHost, type StrictHost } from './elements-host.ts';
import { launchChromiumEngine } from './engines/chromium.ts';
import type { Engine } from './engines/engine.ts';
import { engines } from './engines/installed.ts';
import { entryPages } from './entry-host.ts';
import { takeHand } from './hand-in-page.ts';

describe.each([['Chromium', launchChromiumEngine] as const, ...engines])('a portal in %s', (_, launch) => {
  let engine: Engine;
  let host: StrictHost;

  beforeAll(async () => {
    if (!launch) return;
    [engine, host] = await Promise.all([launch(), entryPages().then((pages) => strictHost(pages))]);
  });
  afterAll(async () => {
    if (launch) await Promise.all([engine.close(), host.close()]);
  });
  beforeEach(async () => {
    if (!launch) return;
    await engine.open(`${host.url}form.html`);
    await engine.run(() => sessionStorage.clear(), null);
    await engine.open(`${host.url}form.html`);
    await engine.run(takeHand, tags.form);
  });

  /** A scenario in the page; nothing may break the page's policy or end uncaught meanwhile. */
  async function seen<Answer, Argument>(
    scenario: (argument: Argument) => Promise<Answer>,
    argument?: Argument,
  ): Promise<Awaited<Answer>> {
    const answer = await engine.run(scenario, argument as Argument);
    expect(await engine.run(() => hand.faults, null)).toEqual([]);
    return answer;
  }

  it.skipIf(!launch)('finds a form control: value, validity, reset, fieldset and label', async () => {
    const found = await seen(async () => {
      const outer = document.querySelector('form');
      const fieldset = document.createElement('fieldset');
      const { form } = hand;
      if (!outer) throw new Error('no form');
      const sent = (): JsonObject => JSON.parse(String(new FormData(outer).get('entry'))) as JsonObject;
      const begun = { valid: outer.checkValidity(), own: form.validity.valid };
      await hand.write('/name', '测试甲');
      const written = sent();
      outer.reset();
      await form.updateComplete;
      const reset = sent();
      form.after(fieldset);
      fieldset.append(form);
      fieldset.disabled = true;
      await form.updateComplete;
      const locked = hand.field('/name').hasAttribute('readonly');
      fieldset.disabled = false;
      await form.updateComplete;
      document.querySelector('label')?.click();
      const focused = form.shadowRoot.activeElement?.id;
      form.value = {
        name: '测试甲',
        side: '自治区',
        onPost: true,
        plan: '带教',
        apprentices: [{ name: '徒弟甲', student: false }],
        truth: true,
      };
      return {
        begun,
        written,
        reset,
        locked,
        open: !hand.field('/name').hasAttribute('readonly'),
        focused,
        valid: outer.checkValidity(),
      };
    });
    expect(found).toEqual({
      begun: { valid: false, own: false },
      written: { name: '测试甲' },
      reset: {},
      locked: true,
      open: true,
      focused: 'f/name',
      valid: true,
    });
  });

  it.skipIf(!launch)(
    'gives things in any order, before the element is defined and after, and moves it about',
    async () => {
      const found = await seen(async () => {
        const { form } = hand;
        const early = document.createElement('zn-not-yet') as typeof form;
        Object.assign(early, { submitLabel: '送出', value: { name: '测试乙' }, readonly: false });
        early.setAttribute('way', 'page');
        document.body.append(early);
        customElements.define('zn-not-yet', class extends (form.constructor as CustomElementConstructor) {});
        await early.updateComplete;
        const first = {
          name: early.getValue()['name'],
          label: early.shadowRoot.querySelector('[part~="submit"]')?.textContent,
        };
        early.remove();
        document.querySelector('main')?.append(early);
        const input = early.shadowRoot.getElementById('f/name') as HTMLInputElement;
        input.value = '测试丙';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        Object.assign(early, { readonly: true, way: 'wizard' });
        await early.updateComplete;
        await hand.until(() => early.shadowRoot.querySelector('.way-actions button') ?? false);
        return {
          first,
          name: early.getValue()['name'],
          shows: early.hasAttribute('readonly'),
          version: early.getAttribute('version'),
        };
      });
      expect(found).toEqual({
        first: { name: '测试乙', label: '送出' },
        name: '测试丙',
        shows: true,
        version: '0123456789ab',
      });
    },
  );

  it.skipIf(!launch)(
    'has rows added, moved, copied, removed and brought back, the focus going along',
    async () => {
      const add = '[id="f/apprentices"] [part~="add"]';
      /** What is pressed, then names of the rows and the focus, and what is written there. */
      const steps: readonly (readonly [press: string, wanted: string, name?: string])[] = [
        [add, '? / f/apprentices/0/name', '徒弟甲'],
        [add, '徒弟甲 ? / f/apprentices/1/name', '徒弟乙'],
        ['.row:nth-child(2) [part~="up"]', '徒弟乙 徒弟甲 / button up'],
        ['.row:nth-child(1) [part~="duplicate"]', '徒弟乙 徒弟乙 徒弟甲 / f/apprentices/1/name'],
        ['.row:nth-child(2) [part~="remove"]', '徒弟乙 徒弟甲 / button undo'],
        ['[part~="undo"]', '徒弟乙 徒弟乙 徒弟甲 / button remove'],
      ];
      const found = await seen(async (list) => {
        const state = (): string => {
          const rows = (hand.form.value['apprentices'] ?? []) as readonly JsonObject[];
          const at = hand.form.shadowRoot.activeElement;
          return `${rows.map(({ name = '?' }) => name).join(' ')} / ${at?.id || at?.getAttribute('part')}`;
        };
        const states: string[] = [];
        for (const [press, wanted, name] of list) {
          await hand.press(press);
          await hand.until(() => state() === wanted).catch(() => undefined);
          states.push(state());
          if (name !== undefined) await hand.write(wanted.replace(/.* f/, ''), name);
        }
        return states;
      }, steps);
      expect(found).toEqual(steps.map(([, wanted]) => wanted));
    },
  );

  it.skipIf(!launch)('is told what is wrong with a link to each field, and nothing before', async () => {
    const found = await seen(async () => {
      const before = hand.form.shadowRoot.querySelectorAll('.error').length;
      await hand.write('/years', '九');
      document.querySelector<HTMLButtonElement>('form > button')?.click();
      const summary = await hand.until(
        () => hand.form.shadowRoot.querySelector<HTMLElement>('.summary') ?? false,
      );
      await hand.until(() => hand.form.shadowRoot.activeElement === summary);
      const links = [...summary.querySelectorAll('a')].map(({ textContent }) => textContent?.trim());
      summary.querySelector('a')?.click();
      await hand.until(() => hand.form.shadowRoot.activeElement?.id === 'f/name');
      return { before, links, error: hand.field('/name').getAttribute('aria-invalid') };
    });
    expect(found.before).toBe(0);
    expect(found.links.length).toBeGreaterThan(5);
    expect(found.links[0]).toContain('姓名');
    expect(found.error).toBe('true');
  });

  it.skipIf(!launch)('keeps a draft, and gives it back on the next visit', async () => {
    await seen(async () => {
      await hand.write('/name', '测试甲');
      await hand.until(() => hand.text.includes('草稿已保存 10:32'));
    });
    await engine.open(`${host.url}form.html`);
    await engine.run(takeHand, tags.form);
    const name = await seen(async () => {
      await hand.until(() => hand.text.includes('已恢复'));
      return hand.form.value['name'];
    });
    expect(name).toBe('测试甲');
  });

  it.skipIf(!launch)('takes a file after a failed attempt, with its fingerprint', async () => {
    const found = await seen(async () => {
      const proof = hand.field('/proof');
      const input = proof.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error('no input for files');
      const chosen = new DataTransfer();
      chosen.items.add(new File(['一二三'], '证明.pdf', { type: 'application/pdf' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
      const end = window as unknown as { fail?: () => void; finish?: () => void };
      await hand.until(() => hand.text.includes('上传中 50%'));
      end.fail?.();
      await hand.until(() => hand.text.includes('可重试'));
      await hand.press('[part~="retry"]');
      await hand.until(() => hand.text.includes('上传中 50%'));
      end.finish?.();
      const [file] = await hand.until(() => hand.form.value['proof'] as readonly JsonObject[] | undefined);
      return { ...file, sha256: String(file?.['sha256']).length };
    });
    expect(found).toEqual({
      name: '证明.pdf',
      mediaType: 'application/pdf',
      size: 9,
      sha256: 64,
      ref: 'r:证明.pdf',
    });
  });

  it.skipIf(!launch)(
    'finds room in 320 px, as a page at 400 % has them, with rows, files and errors',
    async () => {
      const found = await seen(async () => {
        const { form } = hand;
        const narrow = document.createElement('div');
        narrow.style.inlineSize = '320px';
        form.after(narrow);
        narrow.append(form);
        form.value = {
          name: '测试甲',
          apprentices: [{ name: '徒弟甲' }, {}],
          proof: [
            {
              name: `${'很长的文件名'.repeat(12)}.pdf`,
              mediaType: 'application/pdf',
              size: 9,
              sha256: '',
              ref: 'r',
            },
          ],
        };
        await form.updateComplete;
        document.querySelector<HTMLButtonElement>('form button:not([type])')?.click();
        await hand.until(() => form.shadowRoot.querySelector('.summary a') ?? false);
        const edge = narrow.getBoundingClientRect().right + 0.5;
        const drawn = [...form.shadowRoot.querySelectorAll('*')].filter((element) =>
          element.checkVisibility(),
        );
        const wide = drawn.filter((element) => element.getBoundingClientRect().right > edge);
        return { drawn: drawn.length, wide: wide.map((each) => `${each.localName}.${each.className}`) };
      });
      expect(found.drawn).toBeGreaterThan(100);
      expect(found.wide).toEqual([]);
    },
  );

  it.skipIf(!launch)('follows the language of the page, what is written staying', async () => {
    const found = await seen(async () => {
      await hand.write('/name', '测试甲');
      document.documentElement.lang = 'en';
      await hand.until(() => hand.text.includes('Fields marked * are required.'));
      return hand.form.value['name'];
    });
    expect(found).toBe('测试甲');
  });
});
