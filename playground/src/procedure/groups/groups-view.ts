import type { CompiledRules, QuotaOutcome } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../language.ts';
import type { LoadedProgram } from '../../packages.ts';
import type { Word } from '../../words.ts';
import { outcomeWord } from '../standing-panel.ts';
import type { Simulated, Standing } from '../standing.ts';
import { verdictWord } from '../verdict-word.ts';
import { membersOf, type GroupMember } from './members.ts';
import { papersOf, type Paper } from './papers.ts';

export interface GroupsView {
  readonly loaded: LoadedProgram;
  readonly rules: CompiledRules;
  readonly simulated: Simulated;
  /** Shows a machine of the play. */
  readonly onInstance: (instance: string) => void;
  /** Opens one more case, in a batch of its own if asked. */
  readonly onCase: (ownBatch: boolean) => void;
}

/** Batches and the round: their members, how the places are used, their lists in the order they were ranked. */
export function groupsView(view: GroupsView): TemplateResult {
  const groups = view.simulated.standings.filter(({ machine }) => machine === 'batch' || machine === 'round');
  const hasBatch = groups.some(({ machine }) => machine === 'batch');
  return html`<div class="groups">
    <p class="actions">
      <button type="button" data-add-case @click=${() => view.onCase(false)}>${t('addCase')}</button>
      ${
        hasBatch
          ? html`<button type="button" data-add-batch @click=${() => view.onCase(true)}>
              ${t('addBatch')}
            </button>`
          : nothing
      }
      <span class="muted">${t('addCaseNote')}</span>
    </p>
    ${groups.length === 0 ? html`<p class="muted">${t('noGroups')}</p>` : groups.map((group) => section(group, view))}
  </div>`;
}

function section(group: Standing, { loaded, rules, simulated, onInstance }: GroupsView): TemplateResult {
  const members = membersOf(group, simulated, rules);
  const quotas = rules.quotas(members.map(({ facts }) => facts));
  return html`<section class="group" data-group=${group.instance} aria-label=${group.of}>
    <div class="panel-head">
      <h3>${group.of}</h3>
      <span class="tag info">${group.states.map(({ title }) => title).join('、')}</span>
    </div>
    ${quotas.length === 0 ? nothing : quotaList(quotas)} ${memberTable(members, onInstance)}
    ${papersOf(group, loaded).map(paperTable)}
  </section>`;
}

function quotaList(quotas: readonly QuotaOutcome[]): TemplateResult {
  return html`<ul class="quotas">
    ${quotas.map((quota) => {
      const { id, title, count, open = 0, max, holds } = quota;
      const tone = holds === null ? 'warn' : holds ? 'good' : 'bad';
      return html`<li data-quota=${id}>
        <span>${title}</span>
        <strong>${open > 0 ? t('between', { min: count, max: count + open }) : count}</strong>
        <span class="muted">${limits(quota)}</span>
        ${
          typeof max === 'number'
            ? html`<meter
                min="0"
                max=${Math.max(max, count)}
                high=${max}
                value=${count}
                aria-label=${title}
              ></meter>`
            : nothing
        }
        <span class="tag ${tone}"
          >${t(holds === null ? 'quotaUnknown' : holds ? 'quotaHolds' : 'quotaOver')}</span
        >
      </li>`;
    })}
  </ul>`;
}

function limits({ min, max, share, clauses }: QuotaOutcome): string {
  const one = (word: Word, value: number | null | undefined, unit = ''): readonly string[] =>
    value === undefined ? [] : [t(word, { count: value === null ? t('notPublished') : `${value}${unit}` })];
  return [
    ...one('quotaMin', min),
    ...one('quotaMax', max),
    ...(share === undefined ? [] : [...one('quotaMin', share.min, '%'), ...one('quotaMax', share.max, '%')]),
    ...clauses.map((id) => t('clause', { id })),
  ].join(' · ');
}

function memberTable(members: readonly GroupMember[], onInstance: (id: string) => void): TemplateResult {
  if (members.length === 0) return html`<p class="muted">${t('noMembers')}</p>`;
  const ranked = members.some(({ rank }) => rank !== undefined);
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${t('members')}>
    <table class="plain">
      <caption>
        ${t('members')}
      </caption>
      <thead>
        <tr>
          ${ranked ? html`<th scope="col">${t('memberRank')}</th>` : nothing}
          ${(['memberWho', 'memberStands', 'eligibility', 'memberPlaces'] as const).map(
            (word) => html`<th scope="col">${t(word)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${members.map(
          ({ instance, name, of, states, outcome, verdict, places, rank, adjusted }) =>
            html`<tr>
              ${ranked ? html`<td>${rank ?? '—'}</td>` : nothing}
              <th scope="row">
                <button type="button" class="link" @click=${() => onInstance(instance)}>
                  ${name === '' ? of : `${name}（${of}）`}
                </button>
              </th>
              <td>${states}${outcome === undefined ? '' : ` · ${outcomeWord(outcome)}`}</td>
              <td>${verdict === undefined ? '—' : verdictWord(verdict)}</td>
              <td>
                ${places.length === 0 ? '—' : places.join('、')}
                ${adjusted.length === 0 ? nothing : html`<span class="tag warn">${t('memberAdjusted', { before: adjusted.join('、') })}</span>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function paperTable({ title, columns, rows }: Paper): TemplateResult {
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${title}>
    <table class="plain">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('rank')}</th>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells, index) =>
            html`<tr>
              <td>${index + 1}</td>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
