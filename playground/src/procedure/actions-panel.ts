import type { Role } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { LoadedProgram } from '../packages.ts';
import { personPanel, type PersonPanel } from './person-panel.ts';
import type { Offer } from './standing.ts';

export interface ActionsPanel {
  readonly loaded: LoadedProgram;
  readonly role: string;
  readonly offers: readonly Offer[];
  readonly refusal: string | undefined;
  readonly several: boolean;
  readonly people: PersonPanel;
  readonly onRole: (role: string) => void;
  readonly onOffer: (offer: Offer) => void;
}

/** Role switch on top, below it what that role may do now: nothing else can be fired. */
export function actionsPanel(panel: ActionsPanel): TemplateResult {
  const { loaded, role, offers, refusal } = panel;
  const own = offers.filter((offer) => offer.role === role);
  const title = loaded.contract.roles[role]?.title ?? role;
  return html`<section class="panel acting" aria-labelledby="acting-title">
    <h2 id="acting-title">${t('actAs')}</h2>
    ${roleButtons(panel)} ${personPanel(panel.people)}
    <h3>${t('actionsNow')}</h3>
    ${
      own.length === 0
        ? html`<p class="muted">${t('nothingToDo', { role: title })} ${waiting(panel)}</p>`
        : offerList(
            own.filter(({ escape }) => !escape),
            panel,
          )
    }
    ${exits(
      own.filter(({ escape }) => escape),
      panel,
    )}
    <div role="alert">
      ${
        refusal === undefined
          ? nothing
          : html`<p class="notice bad"><strong>${t('refused')}</strong> ${refusal}</p>`
      }
    </div>
  </section>`;
}

function offerList(offers: readonly Offer[], panel: ActionsPanel): TemplateResult {
  return html`<ul class="offers">
    ${offers.map((offer) => html`<li>${offerButton(offer, panel)}</li>`)}
  </ul>`;
}

/** Withdrawal and the like are always there: folded, so that the next step stands out. */
function exits(offers: readonly Offer[], panel: ActionsPanel): TemplateResult | typeof nothing {
  if (offers.length === 0) return nothing;
  return html`<details class="idle">
    <summary>${t('exits')}</summary>
    ${offerList(offers, panel)}
  </details>`;
}

function roleButtons({ loaded, role, offers, onRole }: ActionsPanel): TemplateResult {
  const counts = new Map<string, number>();
  for (const offer of offers)
    if (!offer.escape && !offer.blocked) counts.set(offer.role, (counts.get(offer.role) ?? 0) + 1);
  const entries = Object.entries(loaded.contract.roles).filter(([, { kind }]) => kind !== 'system');
  const busy = entries.filter(([id]) => counts.has(id) || id === role);
  const idle = entries.filter(([id]) => !counts.has(id) && id !== role);
  const button = ([id, { title }]: readonly [string, Role]): TemplateResult => {
    const count = counts.get(id) ?? 0;
    return html`<button
      type="button"
      class="role"
      data-role=${id}
      aria-pressed=${id === role}
      @click=${() => onRole(id)}
    >
      ${title}${count === 0 ? nothing : html`<span class="count" title=${t('rolesWaiting')}>${count}</span>`}
    </button>`;
  };
  return html`<div class="roles">${busy.map(button)}</div>
    ${
      idle.length === 0
        ? nothing
        : html`<details class="idle">
            <summary>${t('otherRoles', { count: idle.length })}</summary>
            <div class="roles">${idle.map(button)}</div>
          </details>`
    }`;
}

function waiting({ loaded, offers }: ActionsPanel): string {
  const waited = offers.filter(({ escape, blocked }) => !escape && !blocked);
  const roles = [...new Set(waited.map(({ role }) => loaded.contract.roles[role]?.title ?? role))];
  return roles.length === 0 ? t('nobodyWaits') : t('waitingFor', { roles: roles.join('、') });
}

function offerButton(offer: Offer, { loaded, several, onOffer }: ActionsPanel): TemplateResult {
  const form = offer.form === undefined ? undefined : loaded.program.forms[offer.form];
  const hints = [
    several ? offer.of : '',
    form === undefined ? '' : t('needsForm', { form: form.title }),
    offer.reason === 'required' ? t('needsReason') : '',
    offer.clauses.length === 0 ? '' : t('clause', { id: offer.clauses.join('、') }),
  ].filter((hint) => hint !== '');
  return html`<button
    type="button"
    class="offer"
    data-event=${offer.event}
    data-machine=${offer.machine}
    data-instance=${offer.instance}
    ?disabled=${offer.blocked}
    @click=${() => onOffer(offer)}
  >
    <span>${offer.title}</span>
    <span class="muted">${hints.join(' · ')}</span>
    ${offer.notes.map((note) => html`<span class="note">${offer.blocked ? `${t('blocked')}：` : ''}${note}</span>`)}
  </button>`;
}
