import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../language.ts';
import type { LoadedProgram } from '../../packages.ts';
import { dateTime } from '../../time.ts';
import type { Side, Supposed } from '../moves.ts';
import { supposedCount } from '../supposed.ts';
import type { LogEntry, Simulated, Standing } from '../standing.ts';
import { outcomeWord } from '../standing-panel.ts';
import { align } from './align.ts';
import { supposeForm } from './suppose-form.ts';

export interface Run {
  readonly simulated: Simulated;
  readonly supposed: Supposed;
}

export interface CompareView {
  readonly loaded: LoadedProgram;
  readonly runs: Readonly<Record<Side, Run>>;
  /** The one that is being played. */
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly onSuppose: (side: Side, supposed: Supposed) => void;
  readonly onEnd: () => void;
}

const SIDES: readonly Side[] = ['a', 'b'];

/** Two runs side by side: what stands and happened alike shares a row, what differs is marked. */
export function compareView(view: CompareView): TemplateResult {
  return html`<div class="compare">
    <div class="compare-heads">${SIDES.map((side) => head(view, side))}</div>
    <div class="scroll-x" tabindex="0" role="group" aria-label=${t('compare')}>
      <table class="compare-table">
        <caption class="visually-hidden">
          ${t('compare')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('compareWhat')}</th>
            ${SIDES.map((side) => html`<th scope="col">${sideName(side)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${standingRows(view)} ${waitRows(view)}
        </tbody>
      </table>
    </div>
    <h3>${t('log')}</h3>
    ${logRows(view)}
    <p class="actions">
      <button type="button" data-end-compare @click=${view.onEnd}>${t('compareEnd')}</button>
    </p>
  </div>`;
}

export function sideName(side: Side): string {
  return t(side === 'a' ? 'sideA' : 'sideB');
}

function head({ loaded, runs, side: active, onSide, onSuppose }: CompareView, side: Side): TemplateResult {
  const { supposed } = runs[side];
  const count = supposedCount(supposed);
  return html`<section class="compare-head" data-side=${side} aria-label=${sideName(side)}>
    <div class="panel-head">
      <h3>${sideName(side)}</h3>
      ${
        side === active
          ? html`<span class="tag info">${t('sidePlayed')}</span>`
          : html`<button type="button" class="small" data-play-side=${side} @click=${() => onSide(side)}>
              ${t('sidePlay')}
            </button>`
      }
    </div>
    <details ?open=${count > 0}>
      <summary>${t('suppose')}${count === 0 ? '' : `（${count}）`}</summary>
      ${supposeForm(loaded, side, supposed, (next) => onSuppose(side, next))}
    </details>
  </section>`;
}

function row(label: string, texts: Readonly<Record<Side, string>>): TemplateResult {
  const differs = texts.a !== texts.b;
  return html`<tr class=${differs ? 'differs' : ''}>
    <th scope="row">${label}${differs ? html`<span class="tag warn">${t('differs')}</span>` : nothing}</th>
    ${SIDES.map((side) => html`<td>${texts[side] === '' ? '—' : texts[side]}</td>`)}
  </tr>`;
}

function both(read: (side: Side) => string): Readonly<Record<Side, string>> {
  return { a: read('a'), b: read('b') };
}

function standingRows({ runs }: CompareView): readonly TemplateResult[] {
  const of = (side: Side, id: string): Standing | undefined =>
    runs[side].simulated.standings.find((standing) => standing.instance === id);
  const instances = new Map(
    SIDES.flatMap((side) =>
      runs[side].simulated.standings.map(({ instance, of: name }) => [instance, name] as const),
    ),
  );
  return [
    row(
      t('clockShort'),
      both((side) => dateTime(runs[side].simulated.at)),
    ),
    ...[...instances].map(([instance, name]) =>
      row(
        name,
        both((side) => {
          const standing = of(side, instance);
          if (standing === undefined) return '';
          const outcome = standing.view.outcome;
          const states = standing.states.map(({ title }) => title).join('、');
          return outcome === undefined ? states : `${states} · ${outcomeWord(outcome)}`;
        }),
      ),
    ),
  ];
}

function waitRows({ runs }: CompareView): readonly TemplateResult[] {
  const titles = [...new Set(SIDES.flatMap((side) => runs[side].simulated.waits.map(({ title }) => title)))];
  return titles.map((title) =>
    row(
      title,
      both((side) => {
        const wait = runs[side].simulated.waits.findLast((each) => each.title === title);
        return wait === undefined ? '' : dateTime(wait.at);
      }),
    ),
  );
}

function keyOf({ instance, title, actor, refused }: LogEntry): string {
  return `${instance} ${title} ${actor} ${refused === undefined}`;
}

function logRows({ runs }: CompareView): TemplateResult {
  const rows = align(runs.a.simulated.log, runs.b.simulated.log, keyOf);
  if (rows.length === 0) return html`<p class="muted">${t('logEmpty')}</p>`;
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${t('log')}>
    <table class="compare-table logs">
      <caption class="visually-hidden">
        ${t('log')}
      </caption>
      <thead>
        <tr>
          ${SIDES.map((side) => html`<th scope="col">${sideName(side)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ a, b }) => {
          const differs =
            a?.at !== b?.at || a?.reason !== b?.reason || a?.reached.join() !== b?.reached.join();
          return html`<tr class=${differs ? 'differs' : ''}>
            <td>${logCell(a)}</td>
            <td>${logCell(b)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function logCell(entry: LogEntry | undefined): TemplateResult {
  if (entry === undefined) return html`<span class="muted">—</span>`;
  return html`<time class="muted" datetime=${entry.at}>${dateTime(entry.at)}</time>
    <p>
      <strong>${entry.title}</strong> <span class="muted">${entry.actor}</span>
      ${entry.refused === undefined ? nothing : html`<span class="tag bad">${t('refused')}</span>`}
    </p>
    ${entry.reached.length === 0 ? nothing : html`<p class="reached">→ ${entry.reached.join('；')}</p>`}
    ${entry.reason === undefined ? nothing : html`<p class="muted">${t('reason')}：${entry.reason}</p>`}`;
}
