import type { AmountOutcome, CompiledRules, Eligibility, FactView, Facts, RuleOutcome } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { language, t } from '../language.ts';
import type { Word } from '../words.ts';

/** Word and tone of each verdict. */
export const VERDICT: Readonly<Record<Eligibility['verdict'], readonly [Word, string]>> = {
  eligible: ['verdictEligible', 'good'],
  'needs-reason': ['verdictNeedsReason', 'warn'],
  ineligible: ['verdictIneligible', 'bad'],
  undecided: ['verdictUndecided', ''],
};

/** Rules that decide something first: refusals, reasons to give, open questions, then what holds. */
const ORDER: readonly RuleOutcome['verdict'][] = [
  'fail',
  'needs-reason',
  'unknown',
  'relaxed',
  'pass',
  'not-applicable',
];

/** Verdicts that ask nothing of anybody; what was relaxed stays in sight, since it is an exception. */
const SETTLED: readonly RuleOutcome['verdict'][] = ['pass', 'not-applicable'];

/** So few settled rules need no folding. */
const FEW = 5;

/** Eligibility and amounts for the answers so far, each with its explanation. */
export function verdictPanel(rules: CompiledRules | undefined, facts: Facts): TemplateResult {
  if (rules === undefined) return html`<section class="panel"><p class="muted">${t('noRules')}</p></section>`;
  const eligibility = rules.eligibility(facts);
  const [word, tone] = VERDICT[eligibility.verdict];
  const outcomes = eligibility.rules.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const telling = outcomes.filter(({ verdict }) => !SETTLED.includes(verdict));
  const settled = outcomes.filter(({ verdict }) => SETTLED.includes(verdict));
  return html`
    <section class="panel" aria-labelledby="eligibility-title">
      <div class="panel-head">
        <h2 id="eligibility-title">${t('eligibility')}</h2>
        <span class="tag ${tone}" data-verdict=${eligibility.verdict}>${t(word)}</span>
      </div>
      ${missingFields(eligibility.missing)} ${outcomeList(rules, telling)}
      ${
        settled.length === 0
          ? nothing
          : html`<details class="idle" ?open=${telling.length === 0 && settled.length < FEW}>
              <summary>${t('settledRules', { count: settled.length })}</summary>
              ${outcomeList(rules, settled)}
            </details>`
      }
    </section>
    ${amountsPanel(rules, rules.amounts(facts))}
  `;
}

function outcomeList(
  rules: CompiledRules,
  outcomes: readonly RuleOutcome[],
): TemplateResult | typeof nothing {
  if (outcomes.length === 0) return nothing;
  return html`<ul class="outcomes">
    ${outcomes.map(
      (outcome) =>
        html`<li class=${outcome.verdict}>
          <h3>${outcome.title}</h3>
          <p>${rules.explain(outcome, language())}</p>
        </li>`,
    )}
  </ul>`;
}

function missingFields(missing: readonly FactView[]): TemplateResult | typeof nothing {
  if (missing.length === 0) return nothing;
  return html`<p class="muted">${t('stillNeeded')}：${missing.map(({ title }) => title).join('、')}</p>`;
}

function amountsPanel(
  rules: CompiledRules,
  amounts: readonly AmountOutcome[],
): TemplateResult | typeof nothing {
  if (amounts.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="amounts-title">
    <h2 id="amounts-title">${t('amounts')}</h2>
    <ul class="outcomes">
      ${amounts.map(
        (amount) =>
          html`<li class=${amount.min === amount.max ? 'pass' : ''}>
            <h3>${amount.title}</h3>
            <p class="money">${moneyText(amount)}</p>
            ${amount.cap?.applied === true ? html`<p><span class="tag warn">${t('capApplied')}</span></p>` : nothing}
            <p>${rules.explain(amount, language())}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** An amount, or its bounds, in words. */
export function moneyText({ min, max, unit }: AmountOutcome): string {
  const format = (value: number): string => (unit === '分' ? value / 100 : value).toLocaleString('zh-CN');
  if (max === null) return t('yuan', { amount: t('atLeast', { min: format(min) }) });
  if (min === max) return t('yuan', { amount: format(min) });
  return t('yuan', { amount: t('between', { min: format(min), max: format(max) }) });
}
