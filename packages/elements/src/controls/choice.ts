import type { Answer } from '../form/answers.ts';
import type { Scope } from '../form/scope.ts';
import type { Strings } from '../strings/zh-cn.ts';
import { control, type ControlKind } from './control.ts';

/** Option values are text in HTML; numbers and booleans come back through the option's `data-type`. */
function typed(value: string, type: string | undefined): Answer {
  if (type === 'number') return Number(value);
  if (type === 'boolean') return value === 'true';
  return value;
}

/** A choice cannot be made read-only in HTML, and a disabled one is passed over in silence: words take its place. */
function hide(element: HTMLElement, locked: boolean): void {
  element.hidden = locked;
}

function inWords(chosen: readonly Element[], { unanswered }: Strings): string {
  return chosen.map((each) => each.textContent.trim()).join('、') || unanswered;
}

const selectKind: ControlKind = {
  read: (element) => {
    const select = element as HTMLSelectElement;
    return select.value === '' ? undefined : typed(select.value, select.dataset['type']);
  },
  write: (element, value) => {
    (element as HTMLSelectElement).value = value === undefined || value === null ? '' : String(value);
  },
  lock: hide,
  words: (element, strings) =>
    inWords(
      [...(element as HTMLSelectElement).selectedOptions].filter(({ value }) => value !== ''),
      strings,
    ),
};

/** One of a list of options. */
export const select = (at: Scope, key: string) => control(at, key, selectKind);

function boxes(element: HTMLElement): readonly HTMLInputElement[] {
  return [...element.querySelectorAll<HTMLInputElement>(':scope > .options input')];
}

const group = {
  lock: (element: HTMLElement, locked: boolean) => {
    const options = element.querySelector<HTMLElement>(':scope > .options');
    if (options) hide(options, locked);
    if (element.role === 'radiogroup') element.ariaReadOnly = locked ? 'true' : null;
  },
  words: (element: HTMLElement, strings: Strings) =>
    inWords(
      boxes(element).flatMap((box) => (box.checked ? (box.closest('label') ?? []) : [])),
      strings,
    ),
  name: (element: HTMLElement, id: string) => {
    for (const box of boxes(element)) box.name = id;
  },
};

const radiosKind: ControlKind = {
  ...group,
  read: (element) => {
    const chosen = boxes(element).find((box) => box.checked);
    return chosen && typed(chosen.value, element.dataset['type']);
  },
  write: (element, value) => {
    for (const box of boxes(element)) box.checked = value !== undefined && box.value === String(value);
  },
};

/** One of a few options, all in sight; also yes or no, since an unticked box would say no for somebody who said nothing. */
export const radios = (at: Scope, key: string) => control(at, key, radiosKind);

const checkboxesKind: ControlKind = {
  ...group,
  parts: boxes,
  read: (element) => {
    const values = boxes(element).flatMap((box) =>
      box.checked ? [typed(box.value, element.dataset['type'])] : [],
    );
    return values.length > 0 ? values : undefined;
  },
  write: (element, value) => {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    for (const box of boxes(element)) box.checked = chosen.includes(box.value);
  },
};

/** Several of a few options. */
export const checkboxes = (at: Scope, key: string) => control(at, key, checkboxesKind);

const tickKind: ControlKind = {
  read: (element) => ((element as HTMLInputElement).checked ? true : undefined),
  write: (element, value) => {
    (element as HTMLInputElement).checked = value === true;
  },
  lock: hide,
  words: (element, { yes, unanswered }) => ((element as HTMLInputElement).checked ? yes : unanswered),
};

/** A statement the person makes by ticking; unticked says nothing. */
export const tick = (at: Scope, key: string) => control(at, key, tickKind);
