import type {
  AmountDefinition,
  QuotaDefinition,
  RelaxationDefinition,
  Requirement,
  RuleDefinition,
  RulesDefinition,
} from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { Word } from '../words.ts';

/** The rules as the officer wrote them, expression included. */
export function rulesPanel(rules: RulesDefinition): TemplateResult {
  return html`
    ${group('rulesTitle', rules.rules, ruleItem)} ${group('relaxTitle', rules.relax ?? [], relaxItem)}
    ${group('amountsTitle', rules.amounts ?? [], amountItem)}
    ${group('quotasTitle', rules.quotas ?? [], quotaItem)}
  `;
}

function group<T>(
  word: Word,
  items: readonly T[],
  item: (value: T) => TemplateResult,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section class="card">
    <h2>${t(word)} <span class="tag">${items.length}</span></h2>
    ${items.map(item)}
  </section>`;
}

function clauseText(clause: string | readonly string[]): string {
  return t('clause', { id: typeof clause === 'string' ? clause : clause.join('、') });
}

function requirementText(requirement: Requirement, depth = 0): string {
  const pad = '  '.repeat(depth);
  if (typeof requirement === 'string') return `${pad}${requirement}`;
  const [name, list] = 'all' in requirement ? ['all', requirement.all] : ['any', requirement.any];
  return [`${pad}${name}:`, ...list.map((item) => requirementText(item, depth + 1))].join('\n');
}

function ruleItem(rule: RuleDefinition): TemplateResult {
  return html`<article class="definition">
    <header>
      <h3>${rule.title}</h3>
      <span class="tag ${rule.strength === 'must' ? 'info' : 'warn'}"
        >${t(rule.strength === 'must' ? 'strengthMust' : 'strengthSoft')}</span
      >
      <span class="clause">${clauseText(rule.clause)}</span>
    </header>
    ${
      rule.when === undefined
        ? nothing
        : html`<p class="muted">${t('condition')}</p>
            <code>${rule.when}</code>`
    }
    <code>${requirementText(rule.require)}</code>
    ${rule.message === undefined ? nothing : html`<p class="muted">${rule.message}</p>`}
  </article>`;
}

function relaxItem(relax: RelaxationDefinition): TemplateResult {
  const sets = Object.entries(relax.set).map(([name, value]) => `${name} = ${String(value)}`);
  return html`<article class="definition">
    <header>
      <h3>${relax.title}</h3>
      <span class="clause">${clauseText(relax.clause)}</span>
    </header>
    <code>${relax.when}</code>
    <p class="muted">${t('relaxSets')}：${sets.join('；')}</p>
  </article>`;
}

function amountItem(amount: AmountDefinition): TemplateResult {
  return html`<article class="definition">
    <header>
      <h3>${amount.title}</h3>
      <span class="clause">${clauseText(amount.clause)}</span>
      ${amount.cap === undefined ? nothing : html`<span class="tag">${t('capOf', { amount: amount.cap })}</span>`}
    </header>
    <code>${amount.value}</code>
  </article>`;
}

function quotaItem(quota: QuotaDefinition): TemplateResult {
  const bounds = [
    quota.min === undefined ? '' : `≥ ${quota.min ?? '?'}`,
    quota.max === undefined ? '' : `≤ ${quota.max ?? '?'}`,
  ].filter((text) => text !== '');
  return html`<article class="definition">
    <header>
      <h3>${quota.title}</h3>
      <span class="clause">${clauseText(quota.clause)}</span>
      <span class="tag">${bounds.join('，')}</span>
    </header>
    ${quota.where === undefined ? nothing : html`<code>${quota.where}</code>`}
  </article>`;
}
