import type { Answer } from '../form/answers.ts';
import { type ControlKind, field, type FieldOptions } from './control.ts';
import type { Choices } from './choices-list.ts';
import type { ListedOption } from './option-search.ts';
import { input as lineOfText, textKind } from './text.ts';

/** Loads the options of a list; a chunk of its own, since most lists are long and few are opened. */
export type OptionLoader = () => Promise<{ readonly options: readonly ListedOption[] }>;

/** Combobox of an input: what is chosen in it, and the list once it is loaded. */
interface State {
  value: Answer | undefined;
  loaded?: Choices;
}

const states = new WeakMap<HTMLElement, State>();

function kindFor(load: OptionLoader): ControlKind {
  /** The list comes when the field is first entered, or has an answer to show. */
  const stateOf = (input: HTMLInputElement): State => {
    const known = states.get(input);
    if (known) return known;
    const state: State = { value: undefined };
    states.set(input, state);
    void fetchInto(input, state);
    return state;
  };
  const fetchInto = async (input: HTMLInputElement, state: State): Promise<void> => {
    try {
      const [{ Choices: List }, { options }] = await Promise.all([import('./choices-list.ts'), load()]);
      state.loaded = new List(input, options, () => choose(input));
    } catch {
      // The next attempt loads again.
      states.delete(input);
      return;
    }
    if (state.value !== undefined && input.value === '') input.value = state.loaded.shown(state.value);
    if (input.matches(':focus')) state.loaded.typed();
    // What was typed meanwhile is read again, now that it is known what it stands for.
    if (input.value !== '' && state.value !== state.loaded.value(input.value.trim())) choose(input);
  };
  /** An option was taken in the list: the form learns of it as of anything typed. */
  const choose = (input: HTMLInputElement): void => {
    for (const name of ['input', 'change']) input.dispatchEvent(new Event(name, { bubbles: true }));
  };
  return {
    ...textKind,
    tidy: true,
    draw: (_title, _options, { search }) => {
      const input = lineOfText(
        { autocomplete: 'off' },
        {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': 'false',
          spellcheck: 'false',
          placeholder: search,
        },
      );
      input.addEventListener('focus', () => stateOf(input));
      return input;
    },
    read: (element) => {
      const input = element as HTMLInputElement;
      const text = input.value.trim();
      const state = states.get(input);
      if (state?.loaded) return state.loaded.value(text);
      // Not known yet what the text stands for: what was there, or what is typed.
      return text === '' ? state?.value : text;
    },
    write: (element, value) => {
      const input = element as HTMLInputElement;
      const known = states.get(input);
      if (value === undefined) {
        if (known) known.value = undefined;
        input.value = '';
        return;
      }
      const state = known ?? stateOf(input);
      state.value = value;
      input.value = state.loaded?.shown(value) ?? '';
    },
  };
}

const kinds = new WeakMap<OptionLoader, ControlKind>();

/** One of a long list, searched by title, pinyin, initials or code; lists with levels are gone down step by step. */
export const combobox = (key: string, title: string, load: OptionLoader, options: FieldOptions) => {
  const kind = kinds.get(load) ?? kindFor(load);
  kinds.set(load, kind);
  return field(key, title, kind, options);
};
