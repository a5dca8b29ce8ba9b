import { html, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { LoadedProgram } from '../packages.ts';
import { dateTime } from '../time.ts';
import { MACHINE_WORD } from './machine-words.ts';
import type { Offer, Simulated, Timer } from './standing.ts';

/** Who has what to do, until when: one inbox per role, those with something to do first. */
export function inboxView(
  loaded: LoadedProgram,
  { offers, timers }: Simulated,
  onOffer: (offer: Offer) => void,
): TemplateResult {
  const waited = offers.filter(({ escape }) => !escape);
  const roles = Object.entries(loaded.contract.roles).filter(([id]) =>
    waited.some(({ role }) => role === id),
  );
  if (roles.length === 0) return html`<p class="muted">${t('nobodyWaits')}</p>`;
  return html`<ul class="inboxes">
    ${roles.map(([id, { title }]) => {
      const own = waited.filter(({ role }) => role === id);
      return html`<li data-inbox=${id}>
        <h3>${title} <span class="count">${own.length}</span></h3>
        <ul class="tasks">
          ${own.map((offer) => html`<li>${task(offer, timers, onOffer)}</li>`)}
        </ul>
      </li>`;
    })}
  </ul>`;
}

function task(offer: Offer, timers: readonly Timer[], onOffer: (offer: Offer) => void): TemplateResult {
  const due = timers.find(({ machine }) => machine === offer.machine);
  return html`<div>
      <strong>${offer.title}</strong>
      <span class="muted"
        >${t(MACHINE_WORD[offer.machine])}${offer.clauses.map((id) => html` · ${t('clause', { id })}`)}</span
      >
      ${offer.notes.map((note) => html`<span class="note">${offer.blocked ? `${t('blocked')}：` : ''}${note}</span>`)}
    </div>
    <div class="due">
      ${
        due === undefined
          ? html`<span class="muted">${t('noLimit')}</span>`
          : html`<time datetime=${due.at}>${t('until', { at: dateTime(due.at) })}</time> ${
                due.workdaysLeft === null
                  ? html`<span class="muted">${t('workdaysUnknown')}</span>`
                  : html`<span
                      class="tag ${due.workdaysLeft <= 1 ? 'bad' : due.workdaysLeft <= 3 ? 'warn' : ''}"
                      >${t('workdaysLeft', { count: due.workdaysLeft })}</span
                    >`
              }`
      }
    </div>
    <button type="button" class="small" ?disabled=${offer.blocked} @click=${() => onOffer(offer)}>
      ${t('handle')}
    </button> `;
}
