import type { JsonObject } from '@zhinan/model';

/** What the scenarios use of the element. */
export interface PlacedForm extends HTMLElement {
  value: JsonObject;
  readonly shadowRoot: ShadowRoot;
  getValue(): JsonObject;
  checkValidity(): boolean;
  readonly validity: ValidityState;
  readonly updateComplete: Promise<unknown>;
}

/** A hand at the form of a page, in the page itself: for browsers that tests reach by functions only. */
export interface Hand {
  readonly form: PlacedForm;
  field(pointer: string): HTMLElement;
  /** Writes as a person does: enters the field, changes it, is told of. */
  write(pointer: string, text: string): Promise<void>;
  /** Presses the first button that fits, as soon as there is one. */
  press(selector: string): Promise<void>;
  /** Waits for something that is neither undefined nor false. */
  until<Found>(look: () => Found | undefined | false): Promise<Found>;
  /** What stands on the screen of the form, in one line. */
  readonly text: string;
  /** Breaches of the page's policy, and errors nobody caught. */
  readonly faults: readonly string[];
}

declare global {
  var hand: Hand;
}

/** Runs in the page, before anything else: makes `hand`. */
export async function takeHand(tag: string): Promise<void> {
  await customElements.whenDefined(tag);
  const faults: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    faults.push(`${violatedDirective} ${blockedURI}`),
  );
  addEventListener('error', (event) => {
    // The elements tell of theirs by an event of the same name.
    if (event instanceof ErrorEvent) faults.push(event.message);
  });
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  const until = async <Found>(look: () => Found | undefined | false): Promise<Found> => {
    for (let left = 500; left > 0; left -= 1) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`not seen in 10 s: ${look.toString()}`);
  };
  const form = (): PlacedForm => {
    const found = document.querySelector<PlacedForm>(tag);
    if (!found) throw new Error(`no ${tag} on the page`);
    return found;
  };
  const inForm = <Found extends HTMLElement = HTMLElement>(selector: string): Found | undefined =>
    form().shadowRoot.querySelector<Found>(selector) ?? undefined;
  globalThis.hand = {
    get form() {
      return form();
    },
    get text() {
      return form().shadowRoot.textContent?.replaceAll(/\s+/g, ' ') ?? '';
    },
    faults,
    until,
    field(pointer) {
      const found = form().shadowRoot.getElementById(`f${pointer}`);
      if (!found) throw new Error(`no field ${pointer}`);
      return found;
    },
    async write(pointer, text) {
      const input = (await until(
        () => form().shadowRoot.getElementById(`f${pointer}`) ?? undefined,
      )) as HTMLInputElement;
      input.focus();
      input.value = text;
      for (const name of ['input', 'change'])
        input.dispatchEvent(new InputEvent(name, { bubbles: true, composed: true }));
      await form().updateComplete;
    },
    async press(selector) {
      const button = await until(() => inForm<HTMLButtonElement>(selector));
      button.focus();
      button.click();
      await form().updateComplete;
    },
  };
  await until(() => inForm('[id="f/name"]'));
}
