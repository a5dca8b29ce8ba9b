import type { Answer } from '../form/answers.ts';
import type { Strings } from '../strings/zh-cn.ts';
import { type ControlKind, field, type FieldOptions } from './control.ts';
import { make } from '../make.ts';

type Code = string | number | boolean;
/** An option that has no other title than its code, or code and title. */
export type Option = string | readonly [code: Code, title: string];

const codeOf = (option: Option): Code => (typeof option === 'string' ? option : option[0]);
const titleOf = (option: Option): string => (typeof option === 'string' ? option : option[1]);

interface ChoiceOptions extends FieldOptions {
  readonly of: readonly Option[];
  /** One option a line. */
  readonly column?: boolean;
}

/** Option values are text in HTML; numbers and booleans come back through the type of the codes. */
function typed(value: string, { dataset }: HTMLElement): Answer {
  if (dataset['type'] === 'number') return Number(value);
  if (dataset['type'] === 'boolean') return value === 'true';
  return value;
}

/** HTML knows text only. */
function typeOf([first]: readonly Option[]): string | undefined {
  const type = first === undefined ? 'string' : typeof codeOf(first);
  return type === 'string' ? undefined : type;
}

/** A choice cannot be made read-only in HTML, and a disabled one is passed over in silence: words take its place. */
function hide(element: HTMLElement, locked: boolean): void {
  element.hidden = locked;
}

function inWords(chosen: readonly Element[], { unanswered }: Strings): string {
  return chosen.map((each) => each.textContent.trim()).join('、') || unanswered;
}

const selectKind: ControlKind<ChoiceOptions> = {
  draw: (_title, { of }, { choose }) =>
    make(
      'select',
      { part: 'select', 'data-type': typeOf(of) },
      make('option', { value: '' }, choose),
      ...of.map((option) => make('option', { value: String(codeOf(option)) }, titleOf(option))),
    ),
  read: (element) => {
    const { value } = element as HTMLSelectElement;
    return value === '' ? undefined : typed(value, element);
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
export const select = (key: string, title: string, options: ChoiceOptions) =>
  field(key, title, selectKind, options);

function all(element: HTMLElement): HTMLElement {
  return element.querySelector<HTMLElement>(':scope > .options') ?? element;
}

function boxes(element: HTMLElement): readonly HTMLInputElement[] {
  return [...all(element).querySelectorAll('input')];
}

function drawBoxes(type: 'radio' | 'checkbox', { of, column }: ChoiceOptions): HTMLElement {
  const options = of.map((option) => {
    const box = make('input', { part: type, type, value: String(codeOf(option)) });
    return make('label', { class: 'option', part: 'option' }, box, titleOf(option));
  });
  return make('div', { class: `options${column ? ' column' : ''}`, 'data-type': typeOf(of) }, ...options);
}

const group = {
  isGroup: true as const,
  lock: (element: HTMLElement, locked: boolean) => {
    hide(all(element), locked);
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

const radiosKind: ControlKind<ChoiceOptions> = {
  ...group,
  role: 'radiogroup',
  draw: (_title, options) => drawBoxes('radio', options),
  read: (element) => {
    const chosen = boxes(element).find((box) => box.checked);
    return chosen && typed(chosen.value, all(element));
  },
  write: (element, value) => {
    for (const box of boxes(element)) box.checked = value !== undefined && box.value === String(value);
  },
};

/** One of a few options, all in sight; also yes or no, since an unticked box would say no for somebody who said nothing. */
export const radios = (key: string, title: string, options: ChoiceOptions) =>
  field(key, title, radiosKind, options);

const checkboxesKind: ControlKind<ChoiceOptions> = {
  ...group,
  draw: (_title, options) => drawBoxes('checkbox', options),
  parts: boxes,
  read: (element) => {
    const values = boxes(element).flatMap((box) => (box.checked ? [typed(box.value, all(element))] : []));
    return values.length > 0 ? values : undefined;
  },
  write: (element, value) => {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    for (const box of boxes(element)) box.checked = chosen.includes(box.value);
  },
};

/** Several of a few options. */
export const checkboxes = (key: string, title: string, options: ChoiceOptions) =>
  field(key, title, checkboxesKind, options);

const tickKind: ControlKind = {
  isStatement: true,
  draw: () => make('input', { part: 'checkbox', type: 'checkbox' }),
  read: (element) => ((element as HTMLInputElement).checked ? true : undefined),
  write: (element, value) => {
    (element as HTMLInputElement).checked = value === true;
  },
  lock: hide,
  words: (element, { yes, unanswered }) => ((element as HTMLInputElement).checked ? yes : unanswered),
};

/** A statement the person makes by ticking; unticked says nothing. */
export const tick = (key: string, title: string, options: FieldOptions) =>
  field(key, title, tickKind, options);
