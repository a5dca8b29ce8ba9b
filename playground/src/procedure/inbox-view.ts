import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { LoadedProgram } from '../packages.ts';
import { dateTime } from '../time.ts';
import type { Offer, Simulated, Timer } from './standing.ts';

/** What one role has to do with one machine: alternatives of the same step. */
interface Task {
  readonly offers: readonly Offer[];
  readonly of: string;
  /** Where the machine stands. */
  readonly states: string;
  /** Its nearest wait. */
  readonly due: Timer | undefined;
}

/** Who has what to do, until when: one inbox per role, each with its tasks, the most urgent first. */
export function inboxView(
  loaded: LoadedProgram,
  simulated: Simulated,
  onOffer: (offer: Offer) => void,
): TemplateResult {
  const inboxes = Object.entries(loaded.contract.roles).flatMap(([id, { title }]) => {
    const tasks = tasksOf(id, simulated);
    return tasks.length === 0 ? [] : [{ id, title, tasks }];
  });
  if (inboxes.length === 0) return html`<p class="muted">${t('nobodyWaits')}</p>`;
  return html`<ul class="inboxes">
    ${inboxes.map(
      ({ id, title, tasks }) =>
        html`<li data-inbox=${id}>
          <h3>${title} <span class="count">${tasks.length}</span></h3>
          <ul class="tasks">
            ${tasks.map((each) => html`<li>${task(each, onOffer)}</li>`)}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function tasksOf(role: string, { offers, timers, standings }: Simulated): readonly Task[] {
  const own = offers.filter((offer) => offer.role === role && !offer.escape);
  const tasks = [...new Set(own.map(({ instance }) => instance))].map((instance): Task => {
    const standing = standings.find((each) => each.instance === instance);
    return {
      offers: own.filter((offer) => offer.instance === instance),
      of: standing?.of ?? instance,
      states: standing?.states.map(({ title }) => title).join('、') ?? '',
      due: timers.find((timer) => timer.instance === instance),
    };
  });
  return tasks.toSorted((a, b) => (a.due?.at ?? '9').localeCompare(b.due?.at ?? '9'));
}

function task({ offers, of, states, due }: Task, onOffer: (offer: Offer) => void): TemplateResult {
  return html`<div class="task">
      <strong>${of}</strong>
      <span>${states}</span>
    </div>
    <div class="due">${dueText(due)}</div>
    <div class="actions">${offers.map((offer) => button(offer, onOffer))}</div>`;
}

function dueText(due: Timer | undefined): TemplateResult {
  if (due === undefined) return html`<span class="muted">${t('noLimit')}</span>`;
  const { workdaysLeft: left } = due;
  const tone = left === null || left > 3 ? '' : left > 1 ? 'warn' : 'bad';
  return html`<time datetime=${due.at} title=${due.title}>${t('until', { at: dateTime(due.at) })}</time>
    <span class="tag ${tone}"
      >${left === null ? t('workdaysUnknown') : t('workdaysLeft', { count: left })}</span
    >`;
}

function button(offer: Offer, onOffer: (offer: Offer) => void): TemplateResult {
  const why = offer.notes.join('；');
  return html`<button
      type="button"
      class="small"
      data-inbox-event=${offer.event}
      ?disabled=${offer.blocked}
      @click=${() => onOffer(offer)}
    >
      ${offer.title}
    </button>
    ${offer.blocked && why !== '' ? html`<span class="note">${t('blocked')}：${why}</span>` : nothing}`;
}
