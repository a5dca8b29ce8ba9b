import type { ActView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ViewStrings } from './view-strings.ts';

/** What an act asks for and rests on, in one line: form, reason, clauses. Empty = nothing to say. */
export function actHints({ form, reason, clauses }: ActView, words: ViewStrings): string {
  return [
    form ? words.needsForm(form.title) : '',
    reason === 'required' ? words.needsReason : '',
    clauses.length > 0 ? words.clause(clauses.join('、')) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Why an act is not possible now; undefined = it is, or nobody said why. */
export function actRefusal({ allowed, why }: ActView, words: ViewStrings): string | undefined {
  return allowed === false && why.length > 0 ? words.cannot(why.join('；')) : undefined;
}

/** The button of an act. One that is not possible keeps the focus and its reason, and does nothing. */
export function actButton(
  act: ActView,
  onAct: (act: ActView) => void,
  { kind = '', tab, describedBy, title }: ActButton = {},
): TemplateResult {
  const blocked = act.allowed === false;
  return html`<button
    type="button"
    class="button ${kind}"
    part="button act"
    data-event=${act.event}
    tabindex=${tab ?? nothing}
    title=${title ?? nothing}
    aria-disabled=${blocked}
    aria-describedby=${describedBy ?? nothing}
    @click=${blocked ? nothing : () => onAct(act)}
  >
    ${act.title}
  </button>`;
}

interface ActButton {
  readonly kind?: 'primary' | 'small' | '';
  readonly tab?: number;
  /** Id of the line under the button. */
  readonly describedBy?: string;
  readonly title?: string;
}
