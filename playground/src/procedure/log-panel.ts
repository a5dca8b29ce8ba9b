import { html, nothing, type TemplateResult } from 'lit';
import { clauseLinks } from '../clause-links.ts';
import { t } from '../language.ts';
import type { ProgramRoute } from '../route.ts';
import { dateTime } from '../time.ts';
import type { LogEntry } from './standing.ts';

export interface LogPanel {
  readonly route: ProgramRoute;
  readonly log: readonly LogEntry[];
  /** More than one machine speaks: each entry names its own. */
  readonly several: boolean;
  /** Moves played: what the last one led to needs no way back. */
  readonly moves: number;
  /** Goes back to where that many moves were played. */
  readonly onBack: (moves: number) => void;
}

/** What happened, newest first: when, who, under which clause, with what reason and effect; and the way back to it. */
export function logPanel(panel: LogPanel): TemplateResult {
  if (panel.log.length === 0) return html`<p class="muted">${t('logEmpty')}</p>`;
  return html`<ol class="log" reversed>
    ${panel.log
      .toReversed()
      .map(
        (entry) =>
          html`<li class=${entry.refused === undefined ? '' : 'refused'}>
            ${logEntry(panel, entry)} ${wayBack(panel, entry)}
          </li>`,
      )}
  </ol>`;
}

function wayBack({ moves, onBack }: LogPanel, { move, title }: LogEntry): TemplateResult | typeof nothing {
  if (move < 0 || move >= moves - 1) return nothing;
  return html`<button
    type="button"
    class="quiet small back"
    aria-label=${t('backToHereOf', { title })}
    @click=${() => onBack(move + 1)}
  >
    ${t('backToHere')}
  </button>`;
}

function logEntry({ route, several }: LogPanel, entry: LogEntry): TemplateResult {
  return html`
    <time datetime=${entry.at}>${dateTime(entry.at)}</time>
    <div>
      <p>
        <strong>${entry.title}</strong>
        <span class="muted">${entry.actor}</span>
        ${several ? html`<span class="tag">${entry.of}</span>` : nothing} ${clauseLinks(route, entry.clauses)}
      </p>
      ${
        entry.refused === undefined
          ? nothing
          : html`<p class="why"><strong>${t('refused')}</strong> ${entry.refused}</p>`
      }
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
