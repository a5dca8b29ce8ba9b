import type { JsonObject } from '@zhinan/model';
import type { PageEngine } from './page-engine.ts';

/**
 * The clock in the page, the same for every engine and no part of what an engine must load. A frame counts as painted
 * when a message posted from its animation frame arrives: style, layout and paint come between the two.
 */
const painted = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
      port2.postMessage(undefined);
    });
  });

const engine = (): PageEngine => {
  if (!globalThis.benchEngine) throw new Error('no engine was loaded');
  return globalThis.benchEngine;
};
const host = (): HTMLElement => document.querySelector<HTMLElement>('#host') ?? document.body;
const root = (): ParentNode => engine().root?.(host()) ?? host();
const matches = (selector: string | undefined): number =>
  selector === undefined ? 0 : root().querySelectorAll(selector).length;
// Simple selectors and a subtraction: counting is part of what is timed.
const count = (): number => matches(engine().field) - matches(engine().others);

let key: Promise<number> = Promise.resolve(Number.NaN);

/** Text that assistive technology reads after the name of the controls in a field. */
function descriptionIn(field: HTMLElement): string {
  const controls = [field, ...field.querySelectorAll<HTMLElement>('*')];
  const ids = controls.flatMap((control) =>
    ['aria-describedby', 'aria-errormessage'].flatMap(
      (name) => control.getAttribute(name)?.split(/\s+/) ?? [],
    ),
  );
  const scope = field.getRootNode() as Document | ShadowRoot;
  return [...new Set(ids)].map((id) => scope.getElementById(id)?.textContent.trim() ?? '').join(' ');
}

export interface ErrorsSeen {
  readonly invalid: readonly boolean[];
  readonly described: readonly string[];
  /** Links and buttons, and list entries, that stand in no field. */
  readonly links: number;
  readonly items: number;
}

const harness = {
  count,

  /** Milliseconds from the order to draw to the frame on which all controls stand painted; without a number, some. */
  async paint(answersText: string, controls: number | undefined, patience: number): Promise<number> {
    const answers = JSON.parse(answersText) as JsonObject;
    await painted();
    const started = performance.now();
    void engine().mount(host(), answers);
    for (;;) {
      const at = await painted();
      if (controls === undefined ? count() > 0 : count() === controls) return at - started;
      if (at - started > patience) throw new Error(`${count()} of ${controls} controls after ${patience} ms`);
    }
  },

  /** Puts the caret behind the text of the field that says `text`, and begins to time keys. */
  async aim(text: string): Promise<void> {
    const fields = [...root().querySelectorAll<HTMLInputElement>('input, textarea')];
    const field = fields.find(({ value }) => value === text);
    if (!field) throw new Error(`no field says ${text}`);
    field.scrollIntoView({ block: 'center' });
    field.focus();
    field.setSelectionRange(text.length, text.length);
    await painted();
    window.addEventListener(
      'keydown',
      () => {
        const started = performance.now();
        key = painted().then((at) => at - started);
      },
      true,
    );
  },

  /** Milliseconds from the last key to its painted frame. */
  typed: (): Promise<number> => key,

  /** What stands in the field with the caret. */
  says(): string {
    const within = (node: Element | null): Element | null =>
      node?.shadowRoot ? within(node.shadowRoot.activeElement) : node;
    return (within(document.activeElement) as HTMLInputElement).value;
  },

  async submit(): Promise<void> {
    await engine().submit(host());
    for (let frame = 0; frame < 5; frame += 1) await painted();
  },

  /** How errors reach a person who cannot see where they stand: to be read before and after {@link submit}. */
  errors(): ErrorsSeen {
    const fields = [...root().querySelectorAll<HTMLElement>(engine().field)];
    const outside = (selector: string): number =>
      [...root().querySelectorAll(selector)].filter((node) => !fields.some((field) => field.contains(node)))
        .length;
    return {
      invalid: fields.map(
        (field) =>
          field.matches('[aria-invalid="true"]') || field.querySelector('[aria-invalid="true"]') !== null,
      ),
      described: fields.map(descriptionIn),
      links: outside('a[href], button'),
      items: outside('li'),
    };
  },
};

export type Harness = typeof harness;
Object.assign(globalThis, { harness });
