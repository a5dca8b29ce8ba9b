import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { rowsOf, type StoredFile, type Row, read, write } from './answers.ts';
import type { Errors } from './checks.ts';
import { styles } from './styles.ts';

/** What forms written by hand share: the answers, when errors may be seen, one listener for all inputs. */
export abstract class HandForm extends LitElement {
  static override styles = styles;
  static override properties = { answers: { attribute: false } };

  declare answers: Row;
  /** Keeps a picked file somewhere and says where. */
  upload: (file: File) => Promise<StoredFile> = (file) => Promise.resolve({ name: file.name });
  protected errors: Errors = new Map();
  readonly #left = new Set<string>();
  #tried = false;

  constructor() {
    super();
    this.answers = {};
  }

  protected abstract heading: string;
  protected abstract check(): Errors;
  protected abstract fields(): TemplateResult;

  /** The error a person may see at a field by now. */
  error(path: string): string | undefined {
    return this.#tried || this.#left.has(path) ? this.errors.get(path) : undefined;
  }

  submit(): void {
    this.#tried = true;
    this.requestUpdate();
    if (this.check().size === 0)
      this.dispatchEvent(new CustomEvent('submit', { detail: this.answers, bubbles: true, composed: true }));
    else void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.summary')?.focus());
  }

  addRow(path: string): void {
    write(this.answers, path, [...rowsOf(this.answers, path), {}]);
    this.requestUpdate();
  }

  removeRow(path: string, row: object): void {
    const rows = rowsOf(this.answers, path).filter((other) => other !== row);
    write(this.answers, path, rows.length > 0 ? rows : undefined);
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.errors = this.check();
  }

  protected override render(): TemplateResult {
    return html`<form
      class="page"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        this.submit();
      }}
      @input=${this.#onInput}
      @change=${this.#onChange}
      @focusout=${this.#onLeave}
    >
      <h2>${this.heading}</h2>
      ${this.#summary()}
      <p class="hint">带 * 的必须填写。</p>
      ${this.fields()}
      <div class="actions"><button class="button primary">提交</button></div>
    </form>`;
  }

  #summary(): TemplateResult | typeof nothing {
    if (!this.#tried || this.errors.size === 0) return nothing;
    return html`<div class="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
      <h3 id="summary-title">有${this.errors.size}处需要更正</h3>
      <ul>
        ${[...this.errors].map(
          ([path, message]) =>
            html`<li>
              <a href="#${path}" @click=${(event: Event) => this.#goTo(event, path)}>${message}</a>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #goTo(event: Event, path: string): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(path)}`);
    (field?.matches('fieldset') ? field.querySelector<HTMLElement>('input, button') : field)?.focus();
  }

  #onInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (!input.name || input.type === 'file') return;
    const { name, type, value } = input;
    if (type === 'radio')
      write(this.answers, name, input.dataset['boolean'] === undefined ? value : value === 'true');
    else if (type === 'checkbox') this.#tick(input);
    else if (input.inputMode === 'numeric')
      write(this.answers, name, /^\d+$/.test(value.trim()) ? Number(value) : value.trim());
    else write(this.answers, name, value.trim());
    this.requestUpdate();
  }

  #tick({ name, value, checked, dataset }: HTMLInputElement): void {
    if (dataset['several'] === undefined) write(this.answers, name, checked || undefined);
    else {
      const chosen = (read(this.answers, name) ?? []) as readonly string[];
      const others = chosen.filter((one) => one !== value);
      const next = checked ? [...others, value] : others;
      write(this.answers, name, next.length > 0 ? next : undefined);
    }
  }

  async #onChange(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    if (input.type !== 'file' || !input.files) return;
    const stored = await Promise.all([...input.files].map((file) => this.upload(file)));
    input.value = '';
    write(this.answers, input.name, [...rowsOf(this.answers, input.name), ...stored]);
    this.requestUpdate();
  }

  #onLeave(event: Event): void {
    const { name } = event.target as HTMLInputElement;
    if (!name || this.#left.has(name)) return;
    this.#left.add(name);
    this.requestUpdate();
  }
}
