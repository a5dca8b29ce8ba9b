import type { Json, JsonObject } from '@zhinan/model';

/** Where the keyboard is: what a person at it would be told. */
interface Focus {
  /** Pointer of the field, or of the list that a button belongs to. */
  readonly pointer: string;
  readonly kind:
    'text' | 'combobox' | 'radio' | 'checkbox' | 'select' | 'add' | 'choose' | 'submit' | 'other';
  readonly filled: boolean;
  /** Values of the group's radios, or of the select's options, in order. */
  readonly values: readonly string[];
  readonly value: string;
  readonly rows: number;
  /** The browser or the element draws a ring. */
  readonly visible: boolean;
}

/** Reads the focused part of a form; runs in the page. */
function readFocus(): Focus {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement)) throw new Error('nothing has the focus');
  const part = (name: string) => active.part.contains(name);
  const group = active.closest<HTMLElement>('[id^="f/"]');
  const input = active instanceof HTMLInputElement ? active : undefined;
  const radios =
    input?.type === 'radio' ? [...(group?.querySelectorAll<HTMLInputElement>('input') ?? [])] : [];
  const options = active instanceof HTMLSelectElement ? [...active.options].map(({ value }) => value) : [];
  const buttons = ['add', 'choose', 'submit'] as const;
  const kind =
    buttons.find(part) ??
    (active.role === 'combobox'
      ? 'combobox'
      : input?.type === 'radio' || input?.type === 'checkbox'
        ? input.type
        : active instanceof HTMLSelectElement
          ? 'select'
          : input || active instanceof HTMLTextAreaElement
            ? 'text'
            : 'other');
  const style = getComputedStyle(active);
  return {
    pointer: group?.id.slice(1) ?? '',
    kind,
    filled:
      radios.some(({ checked }) => checked) ||
      input?.checked === true ||
      (input?.type !== 'radio' && input?.type !== 'checkbox' && 'value' in active && active.value !== ''),
    values: radios.length > 0 ? radios.map(({ value }) => value) : options,
    value: input?.value ?? '',
    rows: [...(group?.querySelectorAll('[part~="row"]') ?? [])].filter(
      (row) => row.parentElement?.closest('[id^="f/"]') === group,
    ).length,
    visible: (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
  };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(answers: Json, pointer: string): Json | undefined {
  let found: Json | undefined = answers;
  for (const step of pointer.split('/').slice(1))
    found = Array.isArray(found) ? found[Number(step)] : isObject(found) ? found[step] : undefined;
  return found;
}

/** A keyboard at a page, in whatever browser. */
export interface Keyboard {
  /** Names as of `KeyboardEvent.key`, one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  /** Writes a text where the focus is. */
  write(text: string): Promise<void>;
  run<Answer, Argument>(
    inPage: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Awaited<Answer>>;
  /** Presses the key that opens the system's window for files, and chooses one there. */
  chooseFile(name: string, mediaType: string): Promise<void>;
}

const times = (key: string, count: number): readonly string[] => Array.from({ length: count }, () => key);

/** Waits in the page; if it never comes, the test ends by its time limit. */
async function until<Argument>(
  keyboard: Keyboard,
  inPage: (argument: Argument) => boolean,
  argument: Argument,
): Promise<void> {
  while (!(await keyboard.run(inPage, argument))) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Answers one stop of the keyboard; `true` when the focus has moved by itself. */
async function answerHere(keyboard: Keyboard, focus: Focus, answers: JsonObject): Promise<boolean> {
  const wanted = at(answers, focus.pointer);
  switch (focus.kind) {
    case 'text':
      if (wanted !== undefined && !focus.filled) await keyboard.write(String(wanted));
      return false;
    case 'combobox':
      if (wanted === undefined || focus.filled) return false;
      await keyboard.write(String(wanted));
      await until(keyboard, hasOptions, null);
      await keyboard.press('Enter');
      return false;
    case 'select':
      if (wanted !== undefined && !focus.filled)
        await keyboard.press(...times('ArrowDown', focus.values.indexOf(String(wanted))));
      return false;
    case 'radio': {
      if (wanted === undefined || focus.filled) return false;
      const place = focus.values.indexOf(String(wanted));
      await keyboard.press(...(place === 0 ? [' '] : times('ArrowDown', place)));
      return false;
    }
    case 'checkbox': {
      const ticked = Array.isArray(wanted) ? wanted.map(String).includes(focus.value) : wanted === true;
      if (ticked && !focus.filled) await keyboard.press(' ');
      return false;
    }
    case 'add':
      if (!Array.isArray(wanted) || focus.rows >= wanted.length) return false;
      await keyboard.press('Enter');
      // The new row takes the focus once it is drawn.
      while (!(await keyboard.run(readFocus, null)).pointer.includes(`/${focus.rows}/`));
      return true;
    case 'choose': {
      const files = Array.isArray(wanted) ? wanted.filter(isObject) : [];
      for (const { name, mediaType } of focus.filled ? [] : files) {
        await keyboard.chooseFile(String(name), String(mediaType));
        await until(keyboard, isStored, { pointer: focus.pointer, name: String(name) });
      }
      return false;
    }
    default:
      return false;
  }
}

/** Runs in the page: whether a list of options is open. */
function hasOptions(): boolean {
  let root: Document | ShadowRoot = document;
  while (root.activeElement?.shadowRoot) root = root.activeElement.shadowRoot;
  return root.querySelector('[role="listbox"] [role="option"]') !== null;
}

/** Runs in the page: whether a file of a field has arrived. */
function isStored({ pointer, name }: { readonly pointer: string; readonly name: string }): boolean {
  let root: Document | ShadowRoot = document;
  while (root.activeElement?.shadowRoot) root = root.activeElement.shadowRoot;
  const files =
    root.getElementById?.(`f${pointer}`)?.querySelectorAll('.file:not(.running) .file-name') ?? [];
  return [...files].some(({ textContent }) => textContent.includes(name));
}

/** Goes from stop to stop and answers each, up to the button that submits; gives the stops without a ring. */
export async function fillByKeyboard(keyboard: Keyboard, answers: JsonObject): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let stops = 0, moved = false; stops < 1500; stops += 1) {
    if (!moved) await keyboard.press('Tab');
    const focus = await keyboard.run(readFocus, null);
    if (!focus.visible) unseen.push(`${focus.kind} ${focus.pointer}`);
    if (focus.kind === 'submit') return unseen;
    moved = await answerHere(keyboard, focus, answers);
  }
  throw new Error('the keyboard never came to the button that submits');
}
