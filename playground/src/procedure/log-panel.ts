import { html, nothing, type TemplateResult } from 'lit';
import { clauseLinks } from '../clause-links.ts';
import { t } from '../language.ts';
import type { ProgramRoute } from '../route.ts';
import { dateTime } from '../time.ts';
import { MACHINE_WORD } from './machine-words.ts';
import type { LogEntry } from './standing.ts';

/** What happened, newest first: when, who, under which clause, with what reason and effect. */
export function logPanel(route: ProgramRoute, log: readonly LogEntry[], several: boolean): TemplateResult {
  if (log.length === 0) return html`<p class="muted">${t('logEmpty')}</p>`;
  return html`<ol class="log" reversed>
    ${log.toReversed().map((entry) => html`<li>${logEntry(route, entry, several)}</li>`)}
  </ol>`;
}

function logEntry(route: ProgramRoute, entry: LogEntry, several: boolean): TemplateResult {
  return html`
    <time datetime=${entry.at}>${dateTime(entry.at)}</time>
    <div>
      <p>
        <strong>${entry.title}</strong>
        <span class="muted">${entry.actor}</span>
        ${several ? html`<span class="tag">${t(MACHINE_WORD[entry.machine])}</span>` : nothing}
        ${clauseLinks(route, entry.clauses)}
      </p>
      ${entry.reached.length === 0 ? nothing : html`<p class="reached">→ ${entry.reached.join('；')}</p>`}
      ${entry.reason === undefined ? nothing : html`<p>${t('reason')}：${entry.reason}</p>`}
      ${
        entry.effects.length === 0
          ? nothing
          : html`<p class="muted">${t('effects')}：${entry.effects.join('；')}</p>`
      }
    </div>
  `;
}
