import { tagName } from '@zhinan/engine';
import type { Draft, StorageAdapter } from '@zhinan/elements';
import type { FormContract, JsonObject, ValidationIssue } from '@zhinan/model';
import { html, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import { factsOf, type LoadedProgram } from '../packages.ts';
import { replaceHref, routeHref, type ProgramRoute } from '../route.ts';
import { scenarioOptions } from '../scenario-options.ts';
import { segments } from '../segments.ts';
import { exportName } from '../tags.ts';
import { toInstant } from '../time.ts';
import { browserStorage } from './adapters.ts';
import { FormHost, type AnswersEvent } from './form-host.ts';
import { issuesPanel } from './issues-panel.ts';
import { jsonView } from './json-view.ts';
import './rjsf-host.ts';
import { verdictPanel } from './verdict-panel.ts';

/** One object, so that an untouched form is not set anew at each drawing. */
const EMPTY: JsonObject = {};

type View = 'element' | 'rjsf';
type ByForm = Readonly<Record<string, JsonObject>>;

class FormPage extends LightElement {
  static override readonly properties = {
    route: { attribute: false },
    loaded: { attribute: false },
    formId: { state: true },
    view: { state: true },
    scenarioId: { state: true },
    answers: { state: true },
    counted: { state: true },
    status: { state: true },
    defined: { state: true },
  };

  declare route: ProgramRoute;
  declare loaded: LoadedProgram;
  declare formId: string;
  declare view: View;
  declare scenarioId: string;
  /** Everything typed, by form. */
  declare answers: ByForm;
  /** What counts of it under the present conditions: this is what rules and validators see. */
  declare counted: ByForm;
  declare status: string;
  declare defined: boolean;

  constructor() {
    super();
    this.answers = {};
    this.counted = {};
    this.status = '';
    this.defined = false;
    this.scenarioId = '';
    this.formId = '';
    this.view = 'element';
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('route')) return;
    const { program } = this.loaded;
    const asked = this.route.query.get('form') ?? '';
    this.formId = asked in program.forms ? asked : program.applicationForm;
    this.view = this.route.query.get('view') === 'rjsf' ? 'rjsf' : 'element';
    const scenario = this.route.query.get('scenario') ?? '';
    if (scenario !== '' && scenario !== this.scenarioId) this.#load(scenario);
  }

  override firstUpdated(): void {
    void this.#define();
  }

  async #define(): Promise<void> {
    await this.loaded.source.define?.();
    this.defined = true;
  }

  get #form(): FormContract | undefined {
    return this.loaded.program.forms[this.formId];
  }

  get #value(): JsonObject {
    return this.answers[this.formId] ?? EMPTY;
  }

  get #counted(): JsonObject {
    return this.counted[this.formId] ?? {};
  }

  get #draftKey(): string {
    return `playground/${this.loaded.contract.id}/${this.loaded.program.id}/${this.formId}`;
  }

  #show(change: { readonly form?: string; readonly view?: View; readonly scenario?: string }): void {
    this.formId = change.form ?? this.formId;
    this.view = change.view ?? this.view;
    this.scenarioId = change.scenario ?? this.scenarioId;
    const { program } = this.loaded;
    replaceHref(
      routeHref(this.route, {
        form: this.formId === program.applicationForm ? undefined : this.formId,
        view: this.view === 'element' ? undefined : this.view,
        scenario: this.scenarioId,
      }),
    );
  }

  #put(value: JsonObject, counted: JsonObject = value): void {
    this.answers = { ...this.answers, [this.formId]: value };
    this.counted = { ...this.counted, [this.formId]: counted };
  }

  /** Forms that already have answers of their own here: a draft must not come over them. */
  readonly #begun = new Set<string>();

  readonly #storage: StorageAdapter = {
    ...browserStorage,
    load: (key) => {
      const begun = this.#begun.has(this.formId);
      this.#begun.add(this.formId);
      return begun ? undefined : browserStorage.load(key);
    },
  };

  #load(id: string): void {
    const scenario = this.loaded.scenarios.find((entry) => entry.id === id);
    if (scenario === undefined) return;
    this.scenarioId = id;
    const forms = Object.keys(this.loaded.program.forms);
    this.answers = Object.fromEntries(forms.map((form) => [form, factsOf(scenario, form) ?? {}]));
    this.counted = this.answers;
    for (const form of forms) this.#begun.add(form);
    this.status = t('loadedScenario', { title: scenario.title });
  }

  override render(): TemplateResult {
    const form = this.#form;
    if (form === undefined) return html`<p class="empty">${t('notFound')}</p>`;
    const validator = this.loaded.validators[exportName(form.id)];
    return html`
      <div class="page" data-form="${this.loaded.contract.id}/${this.loaded.program.id}/${form.id}">
        ${this.#toolbar(form)}
        <div class="form-layout">
          <section class="card stage" aria-label=${form.title}>
            ${this.#segments()}
            <div class="stage-body">${this.view === 'element' ? this.#element(form) : this.#rjsf(form)}</div>
          </section>
          <aside class="side" aria-label=${t('data')} tabindex="0">
            ${issuesPanel(validator, this.#counted, (issue) => this.#openField(issue))}
            ${verdictPanel(this.loaded.rules, this.counted)}
            <section class="panel" aria-labelledby="data-title">
              <div class="panel-head">
                <h2 id="data-title">${t('data')}</h2>
                <button type="button" class="small" @click=${this.#copy}>${t('copy')}</button>
              </div>
              ${jsonView(this.#counted)}
            </section>
          </aside>
        </div>
      </div>
    `;
  }

  #toolbar(form: FormContract): TemplateResult {
    const { program, contract, scenarios } = this.loaded;
    const role = contract.roles[form.by]?.title ?? form.by;
    return html`
      <h1>${form.title} <span class="tag">${t('filledBy', { role })}</span></h1>
      <div class="toolbar">
        <label>
          <span>${t('chooseForm')}</span>
          <select @change=${(event: Event) => this.#show({ form: selected(event) })}>
            ${Object.values(program.forms).map(
              ({ id, title }) => html`<option value=${id} ?selected=${id === form.id}>${title}</option>`,
            )}
          </select>
        </label>
        <label>
          <span>${t('chooseScenario')}</span>
          <select data-scenarios @change=${this.#onScenario}>
            <option value="">${t('noScenario')}</option>
            ${scenarioOptions(scenarios, this.scenarioId)}
          </select>
        </label>
        <div class="actions">
          <button type="button" @click=${this.#save}>${t('saveDraft')}</button>
          <button type="button" @click=${this.#restore}>${t('restoreDraft')}</button>
          <button type="button" @click=${this.#clear}>${t('clear')}</button>
        </div>
        <p class="status-line" role="status">${this.status}</p>
      </div>
    `;
  }

  #segments(): TemplateResult {
    const views = [
      { id: 'element', label: t('asElement') },
      { id: 'rjsf', label: t('asRjsf') },
    ] as const;
    return segments(t('chooseForm'), views, this.view, (view) => this.#show({ view }));
  }

  #element(form: FormContract): TemplateResult {
    const tag = tagName(this.loaded.contract, this.loaded.program, form.id);
    if (!this.defined) return html`<p class="muted" role="status">${t('loading')}</p>`;
    if (customElements.get(tag) === undefined) return html`<p class="muted">${t('noElement')}</p>`;
    return html`<pg-form-host
      .tag=${tag}
      .answers=${this.#value}
      .storage=${this.#storage}
      .draftKey=${this.#draftKey}
      @answers=${this.#onAnswers}
      @complete=${this.#onComplete}
    ></pg-form-host>`;
  }

  #rjsf(form: FormContract): TemplateResult {
    const kits = this.loaded.source.rjsf;
    if (kits === undefined) return html`<p class="muted">${t('noRjsf')}</p>`;
    this.#begun.add(form.id);
    return html`<p class="muted">${t('rjsfNote')}</p>
      <pg-rjsf-host
        .kits=${kits}
        .name=${exportName(form.id)}
        .answers=${this.#value}
        @answers=${this.#onAnswers}
        @complete=${this.#onComplete}
      ></pg-rjsf-host>`;
  }

  #openField(issue: ValidationIssue): void {
    if (this.view !== 'element') this.#show({ view: 'element' });
    void this.updateComplete.then(() => this.#host()?.focusField(issue.pointer));
  }

  #host(): FormHost | undefined {
    const host = this.querySelector('pg-form-host');
    return host instanceof FormHost ? host : undefined;
  }

  readonly #onScenario = (event: Event): void => {
    const id = selected(event);
    this.#load(id);
    this.#show({ scenario: id });
  };

  readonly #onAnswers = ({ detail }: AnswersEvent): void => this.#put(detail.value, detail.counted);

  readonly #onComplete = ({ detail }: AnswersEvent): void => {
    this.#put(detail.value, detail.counted);
    this.status = t('submitted');
  };

  readonly #save = (): void => {
    const draft: Draft = {
      format: 1,
      form: this.formId,
      contract: this.loaded.contract.hash,
      savedAt: toInstant(Date.now()),
      value: this.#value,
    };
    void browserStorage.save(this.#draftKey, draft, { after: undefined });
    this.status = t('draftSaved');
  };

  readonly #restore = async (): Promise<void> => {
    const draft = await browserStorage.load(this.#draftKey);
    if (draft !== undefined) this.#put(draft.value);
    this.status = t(draft === undefined ? 'draftNone' : 'draftRestored');
  };

  readonly #clear = (): void => {
    this.#put({});
    void browserStorage.remove(this.#draftKey);
    this.#show({ scenario: '' });
    this.status = t('cleared');
  };

  readonly #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(JSON.stringify(this.#counted, null, 2));
    this.status = t('copied');
  };
}

function selected(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}

customElements.define('pg-form-page', FormPage);
