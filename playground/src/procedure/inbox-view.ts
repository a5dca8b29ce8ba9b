import { inbox, type Environment, type InboxItem } from '@zhinan/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { dateTime } from '../time.ts';
import type { Offer, Simulated } from './standing.ts';

/** Who has what to do, until when: one inbox per role, each with its tasks, the most urgent first. */
export function inboxView(
  environment: Environment,
  simulated: Simulated,
  person: string,
  onOffer: (offer: Offer) => void,
): TemplateResult {
  const inboxes = Object.entries(environment.contract.roles).flatMap(([id, { title }]) => {
    const actor = person === '' ? { role: id } : { role: id, person };
    const tasks = inbox(environment, simulated.procedure, actor);
    return tasks.length === 0 ? [] : [{ id, title, tasks }];
  });
  if (inboxes.length === 0) return html`<p class="muted">${t('nobodyWaits')}</p>`;
  return html`<ul class="inboxes">
    ${inboxes.map(
      ({ id, title, tasks }) =>
        html`<li data-inbox=${id}>
          <h3>${title} <span class="count">${tasks.length}</span></h3>
          <ul class="tasks">
            ${tasks.map((each) => html`<li>${task(each, id, simulated, onOffer)}</li>`)}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function task(
  { instance, states, due }: InboxItem,
  role: string,
  { offers, standings }: Simulated,
  onOffer: (offer: Offer) => void,
): TemplateResult {
  const own = offers.filter((offer) => offer.instance === instance && offer.role === role && !offer.escape);
  return html`<div class="task">
      <strong>${standings.find((each) => each.instance === instance)?.of ?? instance}</strong>
      <span>${states.join('、')}</span>
    </div>
    <div class="due">${dueText(due)}</div>
    <div class="actions">${own.map((offer) => button(offer, onOffer))}</div>`;
}

function dueText(due: InboxItem['due']): TemplateResult {
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
