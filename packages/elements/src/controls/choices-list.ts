import { html, nothing, render } from 'lit/html.js';
import { css, sheet } from '../styles/sheet.ts';
import type { Answer } from '../form/answers.ts';
import type { FormElement } from '../form/form-element.ts';
import { wordsOf } from '../strings/part-words.ts';
import { comboboxStrings, type ComboboxStrings } from '../strings/combobox.ts';
import { adopt } from '../styles/adopt.ts';
import { type ListedOption, OptionSearch } from './option-search.ts';

const styles = sheet(
  () => css`
    .choices {
      position: fixed;
      inset: auto;
      left: var(--left);
      top: var(--top);
      bottom: var(--bottom);
      width: var(--width);
      max-height: var(--space);
      margin: 0;
      padding: 4px;
      overflow: auto;
      font: inherit;
      color: inherit;
      background: var(--surface);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
    }
    .choices ul {
      list-style: none;
    }
    .choices li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-block-size: 36px;
      padding: 4px 10px;
      border-radius: 3px;
      cursor: pointer;
    }
    .choices li:hover {
      background: var(--sunken);
    }
    .choices li[data-active] {
      background: var(--accent);
      color: var(--on-accent);
    }
    .choices li.branch::after {
      content: '›' / '';
    }
    .choices p {
      padding: 4px 10px;
      color: var(--muted);
      font-size: calc(var(--size) * 0.875);
    }
    @media (forced-colors: active) {
      .choices li[data-active] {
        outline: 2px solid Highlight;
      }
    }
  `,
);

/** Options shown at once; nobody reads more. */
const shownAtOnce = 100;

/** The list of a combobox, by the pattern of ARIA 1.2: the focus stays in the input, which names the active option. */
export class Choices {
  readonly #input: HTMLInputElement;
  readonly #search: OptionSearch;
  readonly #choose: () => void;
  readonly #popup: HTMLElement;
  #active = -1;
  /** Where somebody has gone down to, in a list with levels. */
  #level: string | undefined;
  #typed = false;
  #stop: AbortController | undefined;

  /** `choose` is called after an option has been put into the input. */
  constructor(input: HTMLInputElement, options: readonly ListedOption[], choose: () => void) {
    this.#input = input;
    this.#search = new OptionSearch(options);
    this.#choose = choose;
    adopt(input, styles);
    this.#popup = document.createElement('div');
    this.#popup.className = 'choices';
    this.#popup.part.add('choices');
    this.#popup.popover = 'manual';
    this.#popup.addEventListener('pointerdown', (event) => event.preventDefault());
    input.addEventListener('focus', () => this.open());
    input.addEventListener('click', () => this.open());
    input.addEventListener('blur', () => this.#close());
    input.addEventListener('input', (event) => {
      if (event.isTrusted) this.typed();
    });
    input.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** What an answer is called; an answer that is no option stands as it is. */
  shown(value: Answer): string {
    const option = this.#search.option(value);
    return option ? this.#search.path(option) : String(value);
  }

  /** The answer a text stands for; what fits no option stays a text, and the validator objects. */
  value(text: string): Answer | undefined {
    if (text === '') return undefined;
    return this.#search.exactly(text)?.[0] ?? text;
  }

  /** Looks for what stands in the input, as after typing; with nothing there, all stand open. */
  typed(): void {
    this.#typed = this.#input.value.trim() !== '' && !this.#search.exactly(this.#input.value);
    this.#active = this.#typed ? 0 : -1;
    this.#level = undefined;
    this.open();
  }

  open(): void {
    if (this.#input.readOnly) return;
    if (!this.#stop) {
      this.#stop = new AbortController();
      this.#input.after(this.#popup);
      this.#popup.showPopover();
      for (const name of ['scroll', 'resize'] as const)
        window.addEventListener(name, () => this.#place(), { capture: true, signal: this.#stop.signal });
    }
    this.#draw();
    this.#place();
  }

  #close(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#popup.remove();
    this.#active = -1;
    this.#typed = false;
    this.#input.ariaExpanded = 'false';
    this.#input.removeAttribute('aria-activedescendant');
  }

  get #options(): readonly ListedOption[] {
    const query = this.#typed ? this.#input.value : '';
    if (query.trim() !== '') return this.#search.find(query);
    return this.#search.under(this.#level);
  }

  get #strings(): ComboboxStrings {
    const { host } = this.#input.getRootNode() as ShadowRoot;
    return wordsOf(host as FormElement, 'combobox', comboboxStrings);
  }

  #draw(): void {
    const strings = this.#strings;
    const options = this.#options;
    const shown = options.slice(0, shownAtOnce);
    this.#active = Math.min(this.#active, shown.length - 1);
    const id = `${this.#input.id}-choices`;
    const searching = this.#typed && this.#input.value.trim() !== '';
    const above = this.#level === undefined ? undefined : this.#search.option(this.#level);
    render(
      html`${
          above && !searching
            ? html`<p class="back" @click=${() => this.#up()}>${strings.back(above[1])}</p>`
            : nothing
        }
        <ul role="listbox" id=${id} aria-label=${this.#input.labels?.[0]?.textContent?.trim() ?? ''}>
          ${shown.map(
            (option, index) =>
              html`<li
                role="option"
                id="${id}-${index}"
                class=${this.#search.isBranch(option) ? 'branch' : ''}
                aria-selected=${index === this.#active}
                ?data-active=${index === this.#active}
                @click=${() => this.#take(option)}
              >
                ${searching ? this.#search.path(option) : option[1]}
              </li>`,
          )}
        </ul>
        <p role="status">
          ${options.length > shown.length ? strings.more(options.length - shown.length) : strings.found(options.length)}
        </p>`,
      this.#popup,
    );
    this.#input.ariaExpanded = 'true';
    this.#input.setAttribute('aria-controls', id);
    if (this.#active < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `${id}-${this.#active}`);
    this.#popup.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Under the input, or above it where there is more room. */
  #place(): void {
    const box = this.#input.getBoundingClientRect();
    const below = window.innerHeight - box.bottom;
    const up = below < 220 && box.top > below;
    const set = (name: string, value: string): void => this.#popup.style.setProperty(name, value);
    set('--left', `${box.left}px`);
    set('--width', `${Math.max(box.width, 200)}px`);
    set('--top', up ? 'auto' : `${box.bottom + 4}px`);
    set('--bottom', up ? `${window.innerHeight - box.top + 4}px` : 'auto');
    set('--space', `${Math.min(360, (up ? box.top : below) - 12)}px`);
  }

  #take(option: ListedOption): void {
    if (this.#search.isBranch(option)) {
      this.#level = String(option[0]);
      this.#input.value = '';
      this.#typed = false;
      this.#active = 0;
      this.open();
      return;
    }
    this.#input.value = this.#search.path(option);
    this.#close();
    this.#choose();
  }

  #up(): void {
    const parent = this.#level === undefined ? undefined : this.#search.option(this.#level)?.[3];
    this.#level = parent === undefined ? undefined : String(parent);
    this.#active = 0;
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    // Keys of an input method are not ours.
    if (event.isComposing || this.#input.readOnly) return;
    const { key } = event;
    const isOpen = this.#stop !== undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const last = Math.min(this.#options.length, shownAtOnce) - 1;
      const next = this.#active + (key === 'ArrowDown' ? 1 : -1);
      this.#active = !isOpen && this.#active < 0 ? 0 : next > last ? 0 : next < 0 ? last : next;
      this.open();
    } else if (key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = this.#options[this.#active];
      if (option) this.#take(option);
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === 'ArrowLeft' && isOpen && this.#level !== undefined && this.#input.value === '') {
      event.preventDefault();
      this.#up();
    } else if (key === 'Tab' && isOpen && this.#typed) {
      const option = this.#options[this.#active];
      if (option && !this.#search.isBranch(option)) this.#take(option);
    }
  }
}
