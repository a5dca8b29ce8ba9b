import type { FieldMark, InstanceId } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { adopt } from '../styles/adopt.ts';
import type { ActHost, Question, Subject } from './act-dialog.ts';
import { tell, type ActResult } from './act-event.ts';
import { dialogStyles } from './dialog.styles.ts';
import { StepForm } from './step-form.ts';

/** Asks for reason and form, hands over, and shows what becomes of each case. Where nothing is to be asked it asks nothing. */
export class AskDialog {
  readonly #host: ActHost;
  readonly #form: StepForm;
  /** Told once all is done, so that a selection can go. */
  readonly #onDone: () => void;
  #question: Question | undefined;
  #reason = '';
  #wrong = false;
  #results: ReadonlyMap<InstanceId, ActResult> = new Map();
  #phase: 'asking' | 'running' | 'done' = 'asking';
  #failure = '';

  constructor(host: ActHost, onDone: () => void) {
    this.#host = host;
    this.#form = new StepForm(host);
    this.#onDone = onDone;
    adopt(host.renderRoot, dialogStyles);
  }

  /** Opens and closes it, once it is drawn. */
  async #draw(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog;
    if (this.#question && dialog?.open === false) dialog.showModal();
    if (!this.#question && dialog?.open) dialog.close();
  }

  /** Puts the question, or hands over at once where one case needs neither reason nor form. */
  ask(question: Question): void {
    const { act, subjects, excluded = [], marks = [], data } = question;
    this.#question = question;
    this.#form.reset();
    this.#reason = '';
    this.#wrong = false;
    this.#failure = '';
    this.#results = new Map();
    this.#phase = 'asking';
    const form = act.form !== undefined && data === undefined;
    const plain = !form && act.reason === undefined && act.allowed === true && marks.length === 0;
    if (plain && subjects.length === 1 && excluded.length === 0) this.#send();
    void this.#draw();
  }

  render(): TemplateResult | typeof nothing {
    const question = this.#question;
    if (!question) return html`<dialog class="dialog" part="dialog"></dialog>`;
    const { words } = this.#host;
    const { act, subjects } = question;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="dialog-title"
      @close=${this.#onClose}
      @cancel=${this.#onCancel}
    >
      <h3 class="dialog-title" part="dialog-title" id="dialog-title">
        ${subjects.length > 1 ? words.together(act.title, subjects.length) : act.title}
      </h3>
      ${act.clauses.length > 0 ? html`<p class="clause">${words.clause(act.clauses.join('、'))}</p>` : nothing}
      <div class="dialog-body">
        ${this.#phase === 'asking' ? this.#asking(question) : this.#progress(question)}
        ${this.#subjects(question)}
      </div>
      <div class="dialog-foot" part="dialog-actions">${this.#buttons(question)}</div>
    </dialog>`;
  }

  #asking({ act, marks = [], data }: Question): TemplateResult {
    const { words } = this.#host;
    return html`${
      act.allowed === null && act.why.length > 0
        ? html`<p class="lead warn">${words.open(act.why.join('；'))}</p>`
        : nothing
    }
    ${act.form && data === undefined ? this.#form.render({ form: act.form, answers: {} }) : nothing}
    ${marks.length > 0 ? this.#marks(marks) : nothing}
    ${act.reason ? this.#reasonField(act.reason === 'required') : nothing}`;
  }

  #marks(marks: readonly FieldMark[]): TemplateResult {
    return html`<div>
      <p class="rule-title">${this.#host.words.marksSent(marks.length)}</p>
      <ul class="marks">
        ${marks.map(({ title, note }) => html`<li>${title}${note ? `：${note}` : ''}</li>`)}
      </ul>
    </div>`;
  }

  #reasonField(required: boolean): TemplateResult {
    const { words } = this.#host;
    return html`<div class="reason" part="reason">
      <label for="reason">${required ? words.reason : words.reasonOptional}</label>
      <p class="muted" id="reason-hint">${words.reasonLeads}</p>
      <p class="wrong" id="reason-wrong" ?hidden=${!this.#wrong}>${words.reasonMissing}</p>
      <textarea
        id="reason"
        class="textarea"
        part="textarea"
        rows="3"
        aria-required=${required}
        aria-invalid=${this.#wrong ? 'true' : nothing}
        aria-describedby="reason-hint${this.#wrong ? ' reason-wrong' : ''}"
        .value=${this.#reason}
        @input=${this.#onReason}
      ></textarea>
    </div>`;
  }

  #progress({ subjects }: Question): TemplateResult {
    const { words } = this.#host;
    const good = [...this.#results.values()].filter(({ ok }) => ok).length;
    const bad = this.#results.size - good;
    const done = this.#phase === 'done';
    return html`<div role="status" part="progress">
      ${this.#failure === '' ? nothing : html`<p class="lead bad">${this.#failure}</p>`}
      <p>${done ? words.finished(good, bad) : words.running(this.#results.size, subjects.length)}</p>
      <progress
        max=${subjects.length}
        .value=${this.#results.size}
        aria-label=${words.running(this.#results.size, subjects.length)}
        ?hidden=${done}
      ></progress>
    </div>`;
  }

  #subjects({ subjects, excluded = [] }: Question): TemplateResult {
    const { words } = this.#host;
    const asking = this.#phase === 'asking';
    const single = subjects.length === 1 && excluded.length === 0 && asking;
    return html`${
      single
        ? html`<p class="muted">${subjects[0]?.title}</p>`
        : html`<p class="muted" id="subjects">${words.included(subjects.length)}</p>
            <ul class="subjects" tabindex="0" aria-labelledby="subjects">
              ${subjects.map((subject) => this.#subject(subject))}
            </ul>`
    }
    ${
      excluded.length === 0
        ? nothing
        : html`<p class="muted" id="excluded">${words.excluded(excluded.length)}</p>
            <ul class="subjects" part="excluded" tabindex="0" aria-labelledby="excluded">
              ${excluded.map(({ title, note }) => html`<li><span>${title}</span><span class="muted">${note}</span></li>`)}
            </ul>`
    }`;
  }

  #subject({ instance, title, note }: Subject): TemplateResult {
    const { words } = this.#host;
    const result = this.#results.get(instance);
    const mark = result ? (result.ok ? words.succeeded : words.refused) : words.waiting;
    return html`<li data-instance=${instance} part="result">
      <span>${title}</span>
      ${note ? html`<span class="muted">${note}</span>` : nothing}
      ${
        this.#phase === 'asking'
          ? nothing
          : html`<span class="badge ${result ? (result.ok ? 'good' : 'bad') : ''}">${mark}</span>${
                result?.message ? html`<span class="muted">${result.message}</span>` : nothing
              }`
      }
    </li>`;
  }

  #buttons({ act, subjects, data }: Question): TemplateResult {
    const { words } = this.#host;
    if (this.#phase !== 'asking') {
      const running = this.#phase === 'running';
      return html`<button
        type="button"
        class="button primary"
        part="button close"
        aria-disabled=${running}
        @click=${running ? nothing : this.#close}
      >
        ${words.close}
      </button>`;
    }
    const ready =
      subjects.length > 0 && (act.form === undefined || data !== undefined || this.#form.isHere(act.form));
    return html`<button type="button" class="button" part="button cancel" @click=${this.#close}>
        ${words.cancel}
      </button>
      <button
        type="button"
        class="button primary"
        part="button confirm"
        aria-disabled=${!ready}
        @click=${ready ? this.#confirm : nothing}
      >
        ${words.confirm(subjects.length)}
      </button>`;
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.dialog');
  }

  readonly #confirm = (): void => {
    const { act, data } = this.#question ?? {};
    if (!act) return;
    this.#wrong = act.reason === 'required' && this.#reason.trim() === '';
    // The form says itself what is wrong, with the focus on its summary.
    if (act.form && data === undefined && !this.#form.reportValidity()) return;
    if (this.#wrong) this.#host.shadowRoot?.querySelector<HTMLElement>('#reason')?.focus();
    else this.#send();
    void this.#draw();
  };

  #send(): void {
    const question = this.#question;
    if (!question) return;
    const { act, subjects, marks = [] } = question;
    const filled = question.data ?? (act.form ? this.#form.value : undefined);
    const marked = marks.map(({ form, pointer, note }) => ({ form, pointer, ...(note ? { note } : {}) }));
    const data = filled ?? (marked.length > 0 ? { marks: marked } : undefined);
    const reason = this.#reason.trim();
    let answered = false;
    const proceeds = tell(this.#host, 'act', {
      instances: subjects.map(({ instance }) => instance),
      event: act.event,
      payload: { ...(reason === '' ? {} : { reason }), ...(data ? { data } : {}) },
      respond: (results) => {
        answered = true;
        void this.#follow(results, question);
      },
    });
    // Cancelled without an answer: the host keeps the person here. Otherwise it has taken it on and says no more.
    if (!answered && proceeds) this.#finish();
  }

  async #follow(
    results: Promise<readonly ActResult[]> | AsyncIterable<ActResult>,
    of: Question,
  ): Promise<void> {
    this.#phase = 'running';
    void this.#draw();
    try {
      if (Symbol.asyncIterator in results) for await (const result of results) this.#note(result);
      else for (const result of await results) this.#note(result);
    } catch (cause) {
      this.#failure = cause instanceof Error && cause.message ? cause.message : this.#host.words.failed;
    }
    for (const { instance } of of.subjects) {
      if (!this.#results.has(instance))
        this.#note({ instance, ok: false, message: this.#host.words.noAnswer });
    }
    this.#phase = 'done';
    await this.#draw();
    this.#host.shadowRoot?.querySelector<HTMLElement>('[part~="close"]')?.focus();
  }

  #note(result: ActResult): void {
    this.#results = new Map(this.#results).set(result.instance, result);
    void this.#draw();
  }

  #finish(): void {
    this.#question = undefined;
    this.#onDone();
    void this.#draw();
  }

  readonly #onReason = (event: Event): void => {
    this.#reason = (event.target as HTMLTextAreaElement).value;
    if (this.#wrong && this.#reason.trim() !== '') {
      this.#wrong = false;
      void this.#draw();
    }
  };

  readonly #onCancel = (event: Event): void => {
    if (this.#phase === 'running') event.preventDefault();
  };

  readonly #close = (): void => {
    this.#dialog?.close();
  };

  readonly #onClose = (): void => {
    if (!this.#question) return;
    if (this.#phase === 'done') this.#finish();
    else if (this.#phase === 'asking') {
      this.#question = undefined;
      void this.#draw();
    }
  };
}
