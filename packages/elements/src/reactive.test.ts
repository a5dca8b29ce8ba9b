// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { type Changed, type Property, Reactive } from './reactive.ts';

class Sign extends Reactive {
  static override readonly properties: Readonly<Record<string, Property>> = {
    text: { attribute: 'text', reflect: true },
    lit: { attribute: 'lit', flag: true, reflect: true },
    colour: { attribute: 'colour', initial: 'red' },
    holder: {},
    size: {},
  };
  static {
    this.react();
  }
  declare text: string;
  declare lit: boolean;
  declare colour: string;
  declare holder: unknown;
  readonly drawn: string[][] = [];
  readonly told = vi.fn<(changed: Changed) => void>();
  awaited: Promise<unknown> | undefined;
  fails = false;
  first = 0;
  #size = 1;

  get size(): number {
    return this.#size;
  }

  set size(size: number) {
    this.#size = size;
    this.requestUpdate('size');
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.awaited;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (this.text === 'dark') this.lit = false;
  }

  protected update(changed: Changed): void {
    if (this.fails) throw new Error('no ink');
    this.drawn.push([...changed.keys()]);
  }

  protected override firstUpdated(): void {
    this.first += 1;
  }

  protected override updated(changed: Changed): void {
    this.told(changed);
  }
}
customElements.define('test-sign', Sign);

function sign(attributes: Readonly<Record<string, string>> = {}): Sign {
  const made = document.createElement('test-sign') as Sign;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

async function onPage(made = sign()): Promise<Sign> {
  document.body.append(made);
  await made.updateComplete;
  return made;
}

describe('an element that is drawn when it changes', () => {
  it('has what its properties begin with, and no attribute for it', async () => {
    const made = await onPage();
    expect([made.text, made.lit, made.colour, made.holder]).toEqual(['', false, 'red', undefined]);
    expect(made.getAttributeNames()).toEqual([]);
    expect([made.drawn, made.first]).toEqual([[[]], 1]);
  });

  it('is not drawn before it stands in a page, and once for all that was said by then', async () => {
    const made = sign({ text: 'open', lit: '' });
    made.size = 2;
    await Promise.resolve();
    expect([made.hasUpdated, made.drawn]).toEqual([false, []]);
    await onPage(made);
    expect([made.drawn, made.text, made.lit]).toEqual([[['text', 'lit', 'size']], 'open', true]);
    expect(made.renderRoot).toBe(made.shadowRoot);
  });

  it('takes attributes and shows those properties that are to be seen', async () => {
    const made = await onPage();
    made.text = 'closed';
    made.lit = true;
    made.colour = 'blue';
    await made.updateComplete;
    expect(made.getAttributeNames()).toEqual(['text', 'lit']);
    made.removeAttribute('text');
    made.toggleAttribute('lit');
    made.setAttribute('colour', 'green');
    await made.updateComplete;
    expect([made.text, made.lit, made.colour]).toEqual(['', false, 'green']);
    expect(made.drawn).toHaveLength(3);
  });

  it('is not drawn for what it was told before', async () => {
    const made = await onPage();
    Object.assign(made, { text: '', lit: false, colour: 'red', holder: undefined });
    await made.updateComplete;
    expect(made.drawn).toHaveLength(1);
  });

  it('takes over what was set before it was defined', async () => {
    const early = document.createElement('test-late-sign');
    Object.assign(early, { text: 'early', size: 3, holder: early });
    early.setAttribute('colour', 'green');
    document.body.append(early);
    customElements.define('test-late-sign', class extends Sign {});
    const made = early as Sign;
    await made.updateComplete;
    expect([made.text, made.size, made.holder, made.colour]).toEqual(['early', 3, early, 'green']);
    expect(Object.hasOwn(made, 'text')).toBe(false);
    expect(made.getAttribute('text')).toBe('early');
  });

  it('draws with the rest what changes while it is drawn, and next what changes after', async () => {
    const made = await onPage();
    made.lit = true;
    await made.updateComplete;
    made.text = 'dark';
    await made.updateComplete;
    expect([made.lit, made.hasAttribute('lit'), made.drawn.at(-1)]).toEqual([false, false, ['text', 'lit']]);
    made.told.mockImplementationOnce(() => (made.colour = 'blue'));
    made.text = 'open';
    expect(await made.updateComplete).toBe(false);
    expect(await made.updateComplete).toBe(true);
    expect(made.drawn.slice(-2)).toEqual([['text'], ['colour']]);
  });

  it('tells of a drawing that failed, and is drawn again all the same', async () => {
    const made = await onPage();
    made.fails = true;
    made.text = 'open';
    await expect(made.updateComplete).rejects.toThrow('no ink');
    made.fails = false;
    made.text = 'closed';
    await made.updateComplete;
    expect(made.drawn.at(-1)).toEqual(['text']);
  });

  it('can be drawn again when what it waited for did not come', async () => {
    const made = await onPage();
    made.awaited = Promise.reject(new Error('no words'));
    made.text = 'open';
    await expect(made.updateComplete).rejects.toThrow('no words');
    made.awaited = undefined;
    made.lit = true;
    await made.updateComplete;
    expect(made.drawn.at(-1)).toEqual(['text', 'lit']);
  });

  it('keeps its root when it is taken to another place', async () => {
    const made = await onPage();
    const { renderRoot } = made;
    const elsewhere = document.body.appendChild(document.createElement('p'));
    elsewhere.append(made);
    await made.updateComplete;
    expect([made.renderRoot === renderRoot, made.first]).toEqual([true, 1]);
  });
});
