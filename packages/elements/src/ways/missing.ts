import type { CompiledRules, FactView, RuleOutcome } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { send } from '../events.ts';
import { classOf } from '../form/form-class.ts';
import type { FormElement } from '../form/form-element.ts';
import { isMissing } from './section-state.ts';
import type { Section } from './sections.ts';
import { wayStrings } from './way-strings.ts';

/** Rules of a form's programme, once they have arrived; undefined = on their way, or none. */
const loaded = new WeakMap<FormElement, CompiledRules | undefined>();

/** What has to be answered before the form can be submitted, and before the rules can say yes or no. */
export function missingPanel(form: FormElement, sections: readonly Section[]): TemplateResult {
  const strings = wayStrings[form.model.language];
  const open = sections.filter(({ issues }) => issues.some(isMissing));
  const wrong = sections.flatMap(({ issues }) => issues.filter((issue) => !isMissing(issue))).length;
  return html`<section class="missing" part="missing" aria-labelledby="missing-title">
    <h4 id="missing-title" class="missing-title" part="missing-title">${strings.missing}</h4>
    ${open.length === 0 ? html`<p>${strings.missingNone}</p>` : nothing}
    ${open.map((section) => sectionMissing(form, section))}
    ${wrong > 0 ? html`<p>${strings.wrongOf(wrong)}</p>` : nothing} ${rulesMissing(form)}
  </section>`;
}

function sectionMissing(form: FormElement, { title, issues }: Section): TemplateResult {
  const strings = wayStrings[form.model.language];
  const missing = issues.filter(isMissing);
  return html`<details>
    <summary>${strings.missingOf(title, missing.length)}</summary>
    <ul>
      ${missing.map((issue) => html`<li>${toField(form, issue.pointer, issue.title)}</li>`)}
    </ul>
  </details>`;
}

function toField(form: FormElement, pointer: string, title: string): TemplateResult {
  return html`<button
    type="button"
    class="button quiet link"
    part="button"
    @click=${() => form.focusField(pointer)}
  >
    ${title}
  </button>`;
}

/** Rules that cannot decide yet, each with the answers it waits for. */
function rulesMissing(form: FormElement): TemplateResult | typeof nothing {
  const rules = rulesOf(form);
  if (!rules) return nothing;
  const { formId } = classOf(form);
  const undecided = rules
    .eligibility({ [formId]: form.getValue() as never }, form.openLists)
    .rules.filter(({ verdict, missing }) => verdict === 'unknown' && missing.length > 0);
  if (undecided.length === 0) return nothing;
  const strings = wayStrings[form.model.language];
  return html`<p class="missing-rules">${strings.rulesNeed}</p>
    <ul>
      ${undecided.map((rule) => html`<li>${ruleMissing(form, formId, rule)}</li>`)}
    </ul>`;
}

function ruleMissing(form: FormElement, formId: string, rule: RuleOutcome): TemplateResult {
  const strings = wayStrings[form.model.language];
  const here = rule.missing.filter((fact) => fact.form === formId);
  const elsewhere = rule.missing.filter((fact) => fact.form !== formId);
  const isOnScreen = ({ pointer }: FactView): boolean => form.controls.at(pointer) !== undefined;
  return html`${strings.ruleNeeds(rule.title, rule.clauses.join('、'))}
  ${here.map((fact) => (isOnScreen(fact) ? toField(form, fact.pointer, fact.title) : html`<span>${fact.title}</span> `))}
  ${elsewhere.length > 0 ? strings.elsewhere(elsewhere.map(({ title }) => title).join('、')) : nothing}`;
}

function rulesOf(form: FormElement): CompiledRules | undefined {
  if (!loaded.has(form)) {
    loaded.set(form, undefined);
    void load(form);
  }
  return loaded.get(form);
}

async function load(form: FormElement): Promise<void> {
  try {
    loaded.set(form, (await classOf(form).rules?.())?.rules);
    form.requestUpdate();
  } catch (cause) {
    send(form, 'error', { source: 'module', cause });
  }
}
