import type { Facts, RulesDefinition } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { language, t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import type { LoadedProgram } from '../packages.ts';
import { replaceHref, routeHref, type ProgramRoute } from '../route.ts';
import { scenarioOptions } from '../scenario-options.ts';
import { checkRules, type Checked, type Finding } from './check.ts';
import { changedScenarios, compare, type ChangedScenario } from './differences.ts';
import { ExpressionEditor } from './expression-editor.ts';
import { ruleCard, type CardContext } from './rule-card.ts';
import { RuleDocument, valueAt } from './rule-document.ts';
import { sectionsOf, type RuleField, type RuleItem, type RuleSection } from './rule-fields.ts';
import { factsFrom, impactPanel, tryResult, verdictChange } from './try-panel.ts';
import { formsOf, vocabularyOf, type FormFields, type Vocabulary } from './vocabulary.ts';

/** Typing goes on undisturbed; the check follows when the hand rests for a moment. */
const CHECK_AFTER_MS = 200;

class RulesPage extends LightElement {
  static override readonly properties = {
    route: { attribute: false },
    loaded: { attribute: false },
    checked: { state: true },
    revision: { state: true },
    scenarioId: { state: true },
    factsText: { state: true },
    status: { state: true },
  };

  declare route: ProgramRoute;
  declare loaded: LoadedProgram;
  declare checked: Checked;
  /** Counts edits: the document itself is one object. */
  declare revision: number;
  declare scenarioId: string;
  declare factsText: string;
  declare status: string;

  #file: RuleDocument | undefined;
  #forms: ReadonlyMap<string, FormFields> = new Map();
  #vocabulary: Vocabulary | undefined;
  #timer: number | undefined;
  #facts: Facts = {};
  #checkedIn = language();
  /** The last rules without an error, how they read, and what they say of the scenarios. */
  #sound: Checked['rules'];
  #soundDefinition: RulesDefinition | undefined;
  #readings: Checked['readings'] = new Map();
  #impact: readonly ChangedScenario[] = [];

  constructor() {
    super();
    this.revision = 0;
    this.scenarioId = '';
    this.factsText = '{}';
    this.status = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('loaded')) {
      const { contract, program } = this.loaded;
      this.#file = new RuleDocument(program.rules);
      this.#forms = formsOf(contract, program);
      this.#sound = undefined;
      this.#check();
      const asked = this.route.query.get('scenario') ?? '';
      const { scenarios } = this.loaded;
      const first =
        scenarios.find(({ id }) => id === asked) ??
        scenarios.find(({ id }) => id.startsWith('eligible')) ??
        scenarios[0];
      if (first) this.#choose(first.id);
    } else if (this.#checkedIn !== language()) this.#check();
  }

  get #document(): RuleDocument {
    return (this.#file ??= new RuleDocument(this.loaded.program.rules));
  }

  #check(): void {
    const { contract, program } = this.loaded;
    const { definition } = this.#document;
    this.#checkedIn = language();
    const before = this.#vocabulary;
    const vocabulary = vocabularyOf(this.#forms, definition, contract.codeLists);
    // Editors colour their text anew only when the names themselves have changed.
    if (!before || before.forms !== vocabulary.forms || namesIn(before) !== namesIn(vocabulary))
      this.#vocabulary = vocabulary;
    this.checked = checkRules(contract, program, definition, language());
    const { rules, readings } = this.checked;
    if (rules === undefined) return;
    this.#sound = rules;
    this.#soundDefinition = definition;
    this.#readings = readings;
    const { rules: generated, scenarios } = this.loaded;
    this.#impact = generated === undefined ? [] : changedScenarios(generated, rules, scenarios);
  }

  #checkSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#check(), CHECK_AFTER_MS);
  }

  #choose(id: string): void {
    const scenario = this.loaded.scenarios.find((entry) => entry.id === id);
    if (scenario === undefined) return;
    this.scenarioId = id;
    this.#facts = scenario.facts;
    this.factsText = JSON.stringify(scenario.facts, null, 2);
  }

  override render(): TemplateResult {
    const { program } = this.loaded;
    const { definition } = this.#document;
    const vocabulary =
      this.#vocabulary ?? vocabularyOf(this.#forms, definition, this.loaded.contract.codeLists);
    const sections = sectionsOf(definition, vocabulary);
    const changed = sections
      .flatMap(({ items }) => items)
      .filter(({ path }) => this.#document.isChanged(path)).length;
    return html`
      <div class="page rules-page" data-revision=${this.revision}>
        <h1>${program.title} · ${t('tabRules')}</h1>
        <p class="lead">${t('rulesIntro')} <span class="keys">${t('rulesKeys')}</span></p>
        ${this.#toolbar(changed)} ${this.#state(changed)}
        <div class="rules-layout">
          <div class="stack">
            ${sections.map((section) => this.#section(section, vocabulary))} ${this.#problems(sections)}
          </div>
          <aside class="side" aria-label=${t('tryIt')} tabindex="0">${this.#try()}</aside>
        </div>
      </div>
    `;
  }

  #toolbar(changed: number): TemplateResult {
    return html`<div class="toolbar rules-toolbar">
      <div class="actions">
        <button type="button" data-do="undo" ?disabled=${!this.#document.canUndo} @click=${this.#undo}>
          ${t('undoEdit')}
        </button>
        <button type="button" data-do="redo" ?disabled=${!this.#document.canRedo} @click=${this.#redo}>
          ${t('redo')}
        </button>
        <button type="button" data-do="reset" ?disabled=${changed === 0} @click=${this.#resetAll}>
          ${t('resetAll')}
        </button>
        <button type="button" data-do="copy" @click=${this.#copy}>${t('copyRules')}</button>
        <button type="button" data-do="download" class="primary" @click=${this.#download}>
          ${t('downloadRules')}
        </button>
      </div>
    </div>`;
  }

  /** Stays in sight while the rules are scrolled: errors, changes, and what they do to the chosen answers. */
  #state(changed: number): TemplateResult {
    const errors = this.checked.findings.filter(({ severity }) => severity === 'error').length;
    const rules = this.#sound;
    return html`<div
      class="rules-state"
      data-errors=${errors}
      data-check-ms=${this.checked.milliseconds.toFixed(1)}
    >
      <a
        class="tag ${errors === 0 ? 'good' : 'bad'}"
        href=${routeHref(this.route)}
        @click=${(event: Event) => this.#jump(event, '#problems-title')}
        >${errors === 0 ? t('problemNone') : t('problemCount', { count: errors })}</a
      >
      <span class="tag ${changed === 0 ? '' : 'info'}"
        >${changed === 0 ? t('noChange') : t('changedCount', { count: changed })}</span
      >
      ${
        rules === undefined
          ? nothing
          : html`<a
              class="verdict-link"
              href=${routeHref(this.route)}
              @click=${(event: Event) => this.#jump(event, '#try-title')}
              >${t('tryIt')}：${verdictChange(compare(this.loaded.rules, rules, this.#facts))}</a
            >`
      }
      <span class="muted" role="status">${this.status}</span>
    </div>`;
  }

  #jump(event: Event, to: string): void {
    // The hash is the router's.
    event.preventDefault();
    const heading = this.querySelector<HTMLElement>(to);
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus({ preventScroll: true });
  }

  #section({ id, word, items }: RuleSection, vocabulary: Vocabulary): TemplateResult {
    const { instants } = this.loaded.contract;
    const { definition } = this.#document;
    const context: CardContext = {
      route: this.route,
      file: this.#document,
      checked: this.checked,
      vocabulary,
      instant: (name) => instants[name]?.title ?? name,
      reading: (item) =>
        valueAt(definition, item.path) === valueAt(this.#soundDefinition, item.path)
          ? this.#readings.get(item.pointer)
          : undefined,
      set: (field, value) => this.#set(field, value),
      fix: (field, fix) => this.#fix(field, fix.text, fix.from, fix.to),
      reset: (item) => this.#reset(item),
      undo: this.#undo,
      redo: this.#redo,
    };
    return html`<section class="card rule-section" aria-labelledby="section-${id}">
      <h2 id="section-${id}">${t(word)} <span class="tag">${items.length}</span></h2>
      ${items.map((item) => ruleCard(item, context))}
    </section>`;
  }

  #problems(sections: readonly RuleSection[]): TemplateResult {
    const { findings } = this.checked;
    const items = sections.flatMap((section) => section.items);
    return html`<section class="card" aria-labelledby="problems-title">
      <h2 id="problems-title" tabindex="-1">${t('problems')} <span class="tag">${findings.length}</span></h2>
      ${
        findings.length === 0
          ? html`<p class="muted">${t('problemsNone')}</p>`
          : html`<ol class="issues problems">
              ${findings.map((finding) => {
                const item = items.find(({ pointer }) => `${finding.pointer}/`.startsWith(`${pointer}/`));
                return html`<li>
                  <button type="button" @click=${() => this.#goTo(finding)}>
                    ${item === undefined ? nothing : html`<strong>${item.title}</strong>：`}${finding.message}
                  </button>
                </li>`;
              })}
            </ol>`
      }
    </section>`;
  }

  #try(): TemplateResult {
    const { scenarios, rules: before } = this.loaded;
    const rules = this.#sound;
    const typed = factsFrom(this.factsText);
    return html`
      <section class="panel" aria-labelledby="try-title">
        <div class="panel-head">
          <h2 id="try-title" tabindex="-1">${t('tryIt')}</h2>
        </div>
        <label>
          <span>${t('chooseScenario')}</span>
          <select data-scenarios @change=${this.#onScenario}>
            <option value="" ?selected=${this.scenarioId === ''}>${t('noScenario')}</option>
            ${scenarioOptions(scenarios, this.scenarioId)}
          </select>
        </label>
        <details>
          <summary>${t('tryFacts')}</summary>
          <textarea
            class="facts"
            spellcheck="false"
            rows="14"
            aria-label=${t('tryFacts')}
            aria-invalid=${typed === undefined}
            .value=${this.factsText}
            @input=${this.#onFacts}
          ></textarea>
          <p class="muted" role="status">${typed === undefined ? t('tryBadJson') : ''}</p>
        </details>
        ${this.checked.rules === undefined ? html`<p class="notice bad">${t('tryStale')}</p>` : nothing}
        ${rules === undefined ? nothing : tryResult(rules, compare(before, rules, this.#facts))}
      </section>
      ${
        rules === undefined || before === undefined
          ? nothing
          : impactPanel(this.#impact, scenarios.length, (id) => this.#pick(id))
      }
    `;
  }

  #set(field: RuleField, value: unknown): void {
    this.#document.set(field.path, value, performance.now());
    this.revision += 1;
    this.#checkSoon();
  }

  #fix(field: RuleField, text: string, from: number, to: number): void {
    const editor = this.#editor(field.pointer);
    if (editor) editor.applyFix({ text, from, to });
    else {
      const written = String(field.value);
      this.#set(field, written.slice(0, from) + text + written.slice(to));
    }
  }

  #reset(item: RuleItem): void {
    this.#document.reset(item.path, performance.now());
    this.#afterJump(t('undone', { title: item.title }));
  }

  readonly #undo = (): void => this.#travel(this.#document.undo(), 'undone');

  readonly #redo = (): void => this.#travel(this.#document.redo(), 'redone');

  #travel(pointer: string | undefined, word: 'undone' | 'redone'): void {
    if (pointer === undefined) return;
    const title = this.querySelector(`[data-item="${CSS.escape(itemOf(pointer))}"] h3`)?.textContent ?? '';
    this.#afterJump(t(word, { title: title === '' ? t('resetAll') : title }));
    void this.updateComplete.then(() => this.#field(pointer)?.scrollIntoView({ block: 'nearest' }));
  }

  readonly #resetAll = (): void => {
    this.#document.reset([], performance.now());
    this.#afterJump(t('resetDone'));
  };

  #afterJump(status: string): void {
    this.revision += 1;
    this.status = status;
    clearTimeout(this.#timer);
    this.#check();
  }

  readonly #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.#document.toJson());
    this.status = t('rulesCopied');
  };

  readonly #download = (): void => {
    const href = URL.createObjectURL(new Blob([this.#document.toJson()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = href;
    link.download = 'rules.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };

  #field(pointer: string): HTMLElement | undefined {
    const found =
      this.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`) ??
      this.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemOf(pointer))}"]`);
    return found ?? undefined;
  }

  #editor(pointer: string): ExpressionEditor | undefined {
    const found = this.#field(pointer)?.querySelector('pg-expression-editor');
    return found instanceof ExpressionEditor ? found : undefined;
  }

  #goTo({ pointer, span }: Finding): void {
    const editor = this.#editor(pointer);
    if (editor) editor.focusAt(span?.from ?? 0);
    else {
      const field = this.#field(pointer);
      field?.scrollIntoView({ block: 'center' });
      field?.querySelector<HTMLElement>('select, input, button, a')?.focus({ preventScroll: true });
    }
  }

  #pick(id: string): void {
    this.#choose(id);
    replaceHref(routeHref(this.route, { scenario: id }));
  }

  readonly #onScenario = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.#pick(event.target.value);
  };

  readonly #onFacts = (event: Event): void => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.factsText = event.target.value;
    this.#facts = factsFrom(this.factsText) ?? this.#facts;
  };
}

/** `/rules/3/require` stands in the item `/rules/3`. */
function itemOf(pointer: string): string {
  return pointer.split('/').slice(0, 3).join('/');
}

function namesIn({ parameters, sets, tables }: Vocabulary): string {
  return JSON.stringify([[...parameters], [...sets.keys()], [...tables]]);
}

customElements.define('pg-rules-page', RulesPage);
