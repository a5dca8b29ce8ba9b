import type {
  AmountOutcome,
  CompiledRules,
  Eligibility,
  FactView,
  Facts,
  JsonObject,
  Language,
  RuleOutcome,
  RuleVerdict,
} from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Property } from '../reactive.ts';
import { nearestLanguage } from '../strings/language.ts';
import { foundationStyles } from '../styles/foundation.styles.ts';
import { viewStyles } from '../styles/views.styles.ts';
import { tell } from '../views/act-event.ts';
import { TemplateElement } from '../views/template-element.ts';
import { eligibilityStrings } from './eligibility-strings.ts';
import { range, sum } from './money.ts';

/** A form element whose answers are followed. */
interface AnsweringElement extends HTMLElement {
  getValue(): object;
  /** Leads to the field of an answer, wherever in the form it stands. */
  focusField?(pointer: string): void;
  /** Lists that take further rows: counts of them are lower bounds. */
  readonly openLists?: readonly string[];
}

/** What a generated class says. */
interface EligibilityClass {
  readonly formId?: string;
  /** Loads the programme's rules: larger than the view, they come after it. */
  readonly loadRules?: () => Promise<CompiledRules>;
}

type Tone = 'good' | 'warn' | 'bad' | '';

const tones: Readonly<Record<RuleVerdict | Eligibility['verdict'], Tone>> = {
  pass: 'good',
  relaxed: 'good',
  eligible: 'good',
  'needs-reason': 'warn',
  fail: 'bad',
  ineligible: 'bad',
  unknown: '',
  undecided: '',
  'not-applicable': '',
};

/** What needs doing comes first; what is settled last. */
const urgency: readonly RuleVerdict[] = [
  'fail',
  'needs-reason',
  'unknown',
  'relaxed',
  'pass',
  'not-applicable',
];

function byUrgency(one: RuleOutcome, other: RuleOutcome): number {
  return urgency.indexOf(one.verdict) - urgency.indexOf(other.verdict);
}

/**
 * Says whether the conditions of a guideline are met, rule by rule with clause, own answer, what is missing and what
 * would relax it. It reads `facts`, or follows a form element named by `for` (an id in the same root) or given as `form`.
 */
export abstract class EligibilityElement extends TemplateElement {
  static override styles = [foundationStyles, viewStyles];
  static override properties: Readonly<Record<string, Property>> = {
    for: { attribute: 'for' },
    form: {},
    facts: { initial: {} },
    rules: {},
  };
  static {
    this.react();
  }

  declare for: string;
  declare form: AnsweringElement | undefined;
  /** Answers by form id; those of the followed form are put over them. */
  declare facts: Facts;
  declare rules: CompiledRules | undefined;
  #followed: AnsweringElement | undefined;
  #language: Language = 'zh-CN';
  #verdict: Eligibility['verdict'] | undefined;
  #loaded: CompiledRules | undefined;

  /** Verdict, rules and missing answers as of now. */
  get eligibility(): Eligibility | undefined {
    return this.#rules?.eligibility(this.#facts, this.#open);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language = nearestLanguage(this);
    this.requestUpdate();
    if (!this.#rules) void this.#load();
  }

  async #load(): Promise<void> {
    this.#loaded = await this.#class.loadRules?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#follow(undefined);
  }

  protected override willUpdate(): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    this.#follow(
      this.form ??
        (this.for
          ? (root.querySelector<AnsweringElement>(`#${CSS.escape(this.for)}`) ?? undefined)
          : undefined),
    );
  }

  protected override updated(): void {
    const { eligibility } = this;
    if (eligibility) this.#tell(eligibility);
  }

  protected override render(): TemplateResult {
    const strings = eligibilityStrings[this.#language];
    const rules = this.#rules;
    if (!rules) {
      const waiting = this.#class.loadRules !== undefined;
      return html`<div class="page" part="page" aria-busy=${waiting}>
        <p>${waiting ? strings.loading : strings.unavailable}</p>
      </div>`;
    }
    const facts = this.#facts;
    const eligibility = rules.eligibility(facts, this.#open);
    const amounts = rules.amounts(facts, this.#open);
    return html`<div class="page" part="page">
      <h2 class="title" part="title">${strings.title}</h2>
      <div class="lead ${tones[eligibility.verdict]}" part="verdict" role="status">
        <strong>${strings.verdicts[eligibility.verdict]}</strong>
        ${this.#missing(eligibility)}
      </div>
      <ul class="list" part="rules">
        ${eligibility.rules.toSorted(byUrgency).map((rule) => this.#rule(rule, rules))}
      </ul>
      ${
        amounts.length > 0
          ? html`<h3 class="section-title" part="section-title">${strings.amounts}</h3>
              <ul class="list plain" part="amounts">
                ${amounts.map((amount) => this.#amount(amount, rules))}
              </ul>`
          : nothing
      }
    </div>`;
  }

  /** What is open in the followed form, and what other forms, often of other people, still have to say. */
  #missing({ missing }: Eligibility): TemplateResult {
    const strings = eligibilityStrings[this.#language];
    const own = missing.filter(({ form }) => form === this.#formId);
    const others = missing.filter(({ form }) => form !== this.#formId);
    return html`${own.length > 0 ? html`<p part="missing">${strings.missing}${this.#ways(own)}</p>` : nothing}
    ${others.length > 0 ? html`<p class="muted" part="missing">${strings.missingElsewhere}${this.#ways(others)}</p>` : nothing}`;
  }

  /** Each missing answer as a way to its field; the same question in many rows of a list leads to the first. */
  #ways(missing: readonly FactView[]): TemplateResult {
    const known = new Map<string, FactView>();
    for (const fact of missing) {
      const question = fact.title.replace(/第\d+项(?=·)/, '');
      if (!known.has(question)) known.set(question, fact);
    }
    const strings = eligibilityStrings[this.#language];
    return html`${[...known].map(
      ([question, fact], index) =>
        html`${index > 0 ? '、' : ''}<button
            type="button"
            class="link"
            part="navigate"
            aria-label=${strings.toField(question)}
            .textContent=${question}
            @click=${() => this.#navigate(fact)}
          ></button>`,
    )}`;
  }

  /** Asks the page to show the field; unless it says it has, the field of the followed form gets the focus. */
  #navigate({ form, pointer }: FactView): void {
    if (!tell(this, 'navigate', { form, pointer }) || form !== this.#formId) return;
    const { focusField, shadowRoot } = this.#followed ?? {};
    if (focusField) focusField.call(this.#followed, pointer);
    else shadowRoot?.getElementById(`f${pointer}`)?.focus();
  }

  #rule(rule: RuleOutcome, rules: CompiledRules): TemplateResult {
    const strings = eligibilityStrings[this.#language];
    return html`<li part="rule">
      <span class="badge ${tones[rule.verdict]}" part="badge">${strings.rules[rule.verdict]}</span>
      <div>
        <p>
          <span class="rule-title">${rule.title}</span>
          <span class="clause">${strings.clause(rule.clauses.join('、'))}</span>
        </p>
        ${
          rule.verdict === 'pass' || rule.verdict === 'not-applicable'
            ? nothing
            : html`<p>${rules.explain(rule, this.#language)}</p>`
        }
        ${rule.missing.length > 0 ? html`<p>${strings.fill}${this.#ways(rule.missing)}</p>` : nothing}
      </div>
    </li>`;
  }

  #amount(amount: AmountOutcome, rules: CompiledRules): TemplateResult {
    const strings = eligibilityStrings[this.#language];
    return html`<li part="amount">
      <div>
        <p>
          <span class="rule-title">${amount.title}</span>
          <span class="clause">${strings.clause(amount.clauses.join('、'))}</span>
        </p>
        <p class="amount">${range(amount, this.#language)}</p>
        ${
          amount.cap?.applied === true
            ? html`<p class="muted">${strings.capped(sum(amount.cap.limit, amount.unit))}</p>`
            : nothing
        }
        ${amount.missing.length > 0 ? html`<p>${strings.fill}${this.#ways(amount.missing)}</p>` : nothing}
        <p class="muted">${rules.explain(amount, this.#language)}</p>
      </div>
    </li>`;
  }

  get #rules(): CompiledRules | undefined {
    return this.rules ?? this.#loaded;
  }

  get #class(): EligibilityClass {
    return this.constructor as unknown as EligibilityClass;
  }

  get #formId(): string | undefined {
    return this.#class.formId;
  }

  get #open(): readonly string[] {
    return this.#followed?.openLists ?? [];
  }

  get #facts(): Facts {
    const formId = this.#formId;
    if (!this.#followed || formId === undefined) return this.facts;
    // Before its own upgrade a form has no answers to give.
    const answers = this.#followed.getValue?.() as JsonObject | undefined;
    return answers ? { ...this.facts, [formId]: answers } : this.facts;
  }

  #follow(form: AnsweringElement | undefined): void {
    if (form === this.#followed) return;
    for (const name of ['input', 'change', 'validity', 'zn-value']) {
      this.#followed?.removeEventListener(name, this.#onAnswer);
      form?.addEventListener(name, this.#onAnswer);
    }
    this.#followed = form;
  }

  readonly #onAnswer = (): void => {
    this.requestUpdate();
  };

  #tell({ verdict, missing }: Eligibility): void {
    if (verdict === this.#verdict) return;
    this.#verdict = verdict;
    this.dispatchEvent(
      new CustomEvent('verdict', { detail: { verdict, missing }, bubbles: true, composed: true }),
    );
  }
}
