import type { AmountOutcome, CompiledRules, Eligibility, Facts, RuleOutcome } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { moneyText, VERDICT } from '../form/verdict-panel.ts';
import { language, t } from '../language.ts';
import type { Word } from '../words.ts';
import type { ChangedScenario, Comparison, Pair } from './differences.ts';

const OUTCOME: Readonly<Record<RuleOutcome['verdict'], readonly [Word, string]>> = {
  pass: ['rulePass', 'good'],
  relaxed: ['ruleRelaxed', 'good'],
  'needs-reason': ['ruleNeedsReason', 'warn'],
  fail: ['ruleFail', 'bad'],
  unknown: ['ruleUnknown', ''],
  'not-applicable': ['ruleNotApplicable', ''],
};

const SETTLED: readonly RuleOutcome['verdict'][] = ['pass', 'not-applicable'];

function tag([word, tone]: readonly [Word, string]): TemplateResult {
  return html`<span class="tag ${tone}">${t(word)}</span>`;
}

/** “原：符合 → 现：需说明”, or only what it is now. */
function change(
  before: TemplateResult | string | undefined,
  now: TemplateResult | string,
  changed: boolean,
): TemplateResult {
  if (!changed) return html`<span class="change">${now}</span>`;
  return html`<span class="change changed">
    <span>${t('tryBefore')}：${before ?? t('tryAdded')}</span><span aria-hidden="true">→</span
    ><span>${t('tryNow')}：${now}</span>
  </span>`;
}

function verdictTag(eligibility: Eligibility): TemplateResult {
  return tag(VERDICT[eligibility.verdict]);
}

/** The verdict in a line. */
export function verdictChange({ eligibility: { before, now, changed } }: Comparison): TemplateResult {
  return change(before && verdictTag(before), verdictTag(now), changed);
}

/** Verdict, rules and amounts of the edited rules; what differs from the generated rules stands first. */
export function tryResult(rules: CompiledRules, comparison: Comparison): TemplateResult {
  const { eligibility, rules: outcomes, amounts } = comparison;
  const telling = outcomes.filter(({ now, changed }) => changed || !SETTLED.includes(now.verdict));
  const sorted = telling.toSorted((a, b) => Number(b.changed) - Number(a.changed));
  const settled = outcomes.filter((pair) => !telling.includes(pair));
  const same = !eligibility.changed && ![...outcomes, ...amounts].some(({ changed }) => changed);
  return html`
    <div class="verdict" data-before=${eligibility.before?.verdict ?? ''} data-now=${eligibility.now.verdict}>
      ${verdictChange(comparison)}
    </div>
    ${same ? html`<p class="muted">${t('trySame')}</p>` : nothing}
    ${
      eligibility.now.missing.length === 0
        ? nothing
        : html`<p class="muted">
            ${t('stillNeeded')}：${eligibility.now.missing.map(({ title }) => title).join('、')}
          </p>`
    }
    <ul class="outcomes">
      ${sorted.map((pair) => ruleLine(rules, pair))} ${amounts.map((pair) => amountLine(rules, pair))}
    </ul>
    ${
      settled.length === 0
        ? nothing
        : html`<details class="idle">
            <summary>${t('settledRules', { count: settled.length })}</summary>
            <ul class="outcomes">
              ${settled.map((pair) => ruleLine(rules, pair))}
            </ul>
          </details>`
    }
  `;
}

function ruleLine(rules: CompiledRules, { before, now, changed }: Pair<RuleOutcome>): TemplateResult {
  return html`<li class=${now.verdict} data-rule=${now.id} data-changed=${changed}>
    <h3>${now.title}</h3>
    ${change(before && tag(OUTCOME[before.verdict]), tag(OUTCOME[now.verdict]), changed)}
    <p>${rules.explain(now, language())}</p>
  </li>`;
}

function amountLine(rules: CompiledRules, { before, now, changed }: Pair<AmountOutcome>): TemplateResult {
  return html`<li class=${now.min === now.max ? 'pass' : ''} data-amount=${now.id} data-changed=${changed}>
    <h3>${now.title}</h3>
    ${change(before && moneyText(before), html`<strong>${moneyText(now)}</strong>`, changed)}
    <p>${rules.explain(now, language())}</p>
  </li>`;
}

/** Which of all scenarios come out otherwise; each leads to its answers. */
export function impactPanel(
  found: readonly ChangedScenario[],
  count: number,
  choose: (id: string) => void,
): TemplateResult {
  const line = ({ scenario, comparison }: ChangedScenario): TemplateResult =>
    html`<li>
      <button type="button" class="link" @click=${() => choose(scenario.id)}>${scenario.title}</button>
      ${comparison.eligibility.changed ? verdictChange(comparison) : whatChanged(comparison)}
    </li>`;
  const decided = found.filter(({ comparison }) => comparison.eligibility.changed);
  const others = found.filter((one) => !decided.includes(one));
  return html`<section class="panel" aria-labelledby="impact-title" data-impact=${found.length}>
    <h2 id="impact-title">${t('impact')}</h2>
    ${
      found.length === 0
        ? html`<p class="muted">${t('impactNone', { count })}</p>`
        : html`<p>${t('impactSome', { count, changed: decided.length })}</p>`
    }
    ${
      decided.length === 0
        ? nothing
        : html`<ul class="impact">
            ${decided.map(line)}
          </ul>`
    }
    ${
      others.length === 0
        ? nothing
        : html`<details class="idle">
            <summary>${t('impactOthers', { count: others.length })}</summary>
            <ul class="impact">
              ${others.map(line)}
            </ul>
          </details>`
    }
  </section>`;
}

/** Rules and amounts that come out otherwise while the verdict stays. */
function whatChanged({ rules, amounts }: Comparison): TemplateResult {
  const titles = [...rules, ...amounts].filter(({ changed }) => changed).map(({ now }) => now.title);
  return html`<span class="muted">${titles.join('、')}</span>`;
}

/** Answers of a scenario or as typed; `undefined` while the text is not an object of forms. */
export function factsFrom(text: string): Facts | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Facts)
      : undefined;
  } catch {
    return undefined;
  }
}
