import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { Word } from '../words.ts';
import type { Part } from './people.ts';

export interface PersonPanel {
  /** Who acts, `''` = nobody in particular. */
  readonly person: string;
  /** For whom, as a deputy. */
  readonly principal: string;
  readonly parts: readonly Part[];
  readonly onPerson: (person: string, principal: string) => void;
}

const VERDICT: Readonly<Record<NonNullable<Part['verdict']>, Word>> = {
  agree: 'voteAgree',
  refuse: 'voteRefuse',
  abstain: 'voteAbstain',
};

/** Acting as a certain person, for steps that several persons decide; those whose turn it is are one click away. */
export function personPanel({ person, principal, parts, onPerson }: PersonPanel): TemplateResult {
  const chosen = person !== '' || principal !== '';
  const change =
    (which: 'person' | 'principal') =>
    (event: Event): void => {
      const text = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
      if (which === 'person') onPerson(text, principal);
      else onPerson(person, text);
    };
  return html`<details class="idle person" ?open=${chosen || parts.length > 0}>
    <summary>
      ${t('actingPerson')}${chosen ? `：${person}${principal === '' ? '' : `（${t('actingFor', { principal })}）`}` : ''}
    </summary>
    ${parts.length === 0 ? nothing : partList(parts, person, onPerson)}
    <div class="person-fields">
      <label
        ><span>${t('personName')}</span><input name="person" .value=${person} @change=${change('person')}
      /></label>
      <label
        ><span>${t('principalName')}</span
        ><input name="principal" .value=${principal} @change=${change('principal')}
      /></label>
    </div>
  </details>`;
}

function partList(parts: readonly Part[], person: string, onPerson: PersonPanel['onPerson']): TemplateResult {
  return html`<ul class="parts">
    ${parts.map((part) => {
      const { verdict, inTurn } = part;
      const tag = verdict === undefined ? t(inTurn ? 'partInTurn' : 'partWaits') : t(VERDICT[verdict]);
      return html`<li>
        <button
          type="button"
          class="role"
          data-person=${part.person}
          aria-pressed=${part.person === person}
          @click=${() => onPerson(part.person === person ? '' : part.person, '')}
        >
          ${part.person}
        </button>
        <span class="tag ${inTurn ? 'info' : ''}">${part.state === 'recused' ? t('partRecused') : tag}</span>
        <span class="muted">${part.of}</span>
      </li>`;
    })}
  </ul>`;
}
