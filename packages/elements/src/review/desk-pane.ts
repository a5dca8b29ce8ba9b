import type { ActView, Criterion, JsonObject, ReviewView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { actButton, actHints, actRefusal } from '../views/act-button.ts';
import type { ViewStrings } from '../views/view-strings.ts';
import type { ReviewStrings } from './review-strings.ts';

interface Desk {
  readonly view: ReviewView;
  readonly strings: ReviewStrings;
  readonly words: ViewStrings;
  readonly marks: number;
  /** The form of this step, if there is one to be filled. */
  readonly form: TemplateResult | typeof nothing;
  readonly score: TemplateResult | typeof nothing;
  readonly onAct: (act: ActView) => void;
}

/** The step's form, and what may be decided. */
export function deskPane(desk: Desk): TemplateResult {
  const { view, strings, marks, form, score } = desk;
  const decisions = view.acts.filter(({ escape }) => !escape);
  // What needs no reason leads on: that is what the step is for.
  const onward = decisions.find(({ allowed, reason }) => allowed !== false && reason !== 'required');
  const exits = view.acts.filter(({ escape }) => escape);
  return html`<h3 class="section-title" part="section-title">${strings.decisions}</h3>
    <p class="muted">${strings.as(view.role.title)}</p>
    ${view.own ? html`<p class="lead bad" part="own" role="note">${strings.own}</p>` : nothing} ${form}
    ${score}
    ${marks > 0 ? html`<p class="lead" part="marks" role="status">${strings.marks(marks)}</p>` : nothing}
    ${
      decisions.length === 0
        ? html`<p class="muted">${strings.noDecisions}</p>`
        : html`<div class="decisions" part="decisions">
            ${decisions.map((act) => decision(act, act === onward, desk))}
          </div>`
    }
    ${
      exits.length === 0
        ? nothing
        : html`<details class="exits">
            <summary>${strings.leave}</summary>
            <div class="decisions">${exits.map((act) => decision(act, false, desk))}</div>
          </details>`
    }`;
}

function decision(act: ActView, first: boolean, { words, onAct }: Desk): TemplateResult {
  const describedBy = `act-${act.event}`;
  // What nobody can tell yet may be tried; what stands open is named all the same.
  const open = act.allowed === null && act.why.length > 0 ? words.open(act.why.join('；')) : undefined;
  const why = actRefusal(act, words) ?? open;
  return html`<div class="decision-act">
    ${actButton(act, onAct, { kind: first ? 'primary' : '', describedBy })}
    <p class="muted" id=${describedBy}>
      ${actHints(act, words)} ${why === undefined ? nothing : html`<br />${why}`}
    </p>
  </div>`;
}

/** Points given so far, added up; what is outside its range or missing is named. */
export function scoreSum(
  criteria: readonly Criterion[],
  answers: JsonObject,
  strings: ReviewStrings,
): TemplateResult {
  const given = criteria.map((each) => ({ ...each, points: answers[each.name] }));
  const numbers = given.flatMap(({ points }) => (typeof points === 'number' ? [points] : []));
  const outside = given.filter(
    ({ points, min, max }) => typeof points === 'number' && (points < min || points > max),
  );
  const missing = given.length - numbers.length;
  const sum = numbers.reduce((all, each) => all + each, 0);
  const most = criteria.reduce((all, { max }) => all + max, 0);
  return html`<div class="lead ${outside.length > 0 ? 'bad' : ''}" part="score-sum" role="status">
    <p>${strings.sum} <strong>${strings.ofMax(sum, most)}</strong></p>
    ${missing > 0 ? html`<p class="muted">${strings.open(missing)}</p>` : nothing}
    ${outside.map(({ title, min, max }) => html`<p>${strings.outside(title, strings.range(min, max))}</p>`)}
  </div>`;
}
