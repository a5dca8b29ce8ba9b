import { stepForms, type StepForm, tagName } from '@zhinan/engine';
import type { FormContract } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import '../form/form-host.ts';
import { t } from '../language.ts';
import type { Word } from '../words.ts';
import type { Play, Side } from './moves.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Simulated, Standing } from './standing.ts';

/** The form of the present step as the role being played sees it: what is stored, with that step's permissions. */
export function stepFormView(
  rehearsal: Rehearsal,
  side: Side,
  play: Play,
  simulated: Simulated,
  standing: Standing | undefined,
  role: string,
): TemplateResult {
  const environment = rehearsal.environment(side, play.supposed);
  const forms =
    standing === undefined ? [] : stepForms(environment, simulated.procedure, standing.instance, role);
  if (forms.length === 0) return html`<p class="muted">${t('noStepForm')}</p>`;
  return html`${forms.map((each) => oneForm(each, rehearsal, simulated, standing, role))}`;
}

function oneForm(
  { form, state, readonly, fields, answers }: StepForm,
  { loaded }: Rehearsal,
  { at }: Simulated,
  standing: Standing | undefined,
  role: string,
): TemplateResult | typeof nothing {
  const contract = loaded.program.forms[form];
  if (contract === undefined) return nothing;
  const tag = tagName(loaded.contract, loaded.program, form);
  const title = standing?.states.find(({ path }) => path === state || path.startsWith(`${state}.`))?.title;
  const who = loaded.contract.roles[role]?.title ?? role;
  return html`<section class="step-form" data-step-form=${form} aria-label=${contract.title}>
    <div class="panel-head">
      <h3>${contract.title}</h3>
      <span class="tag ${readonly ? '' : 'info'}">${t(readonly ? 'formReadonly' : 'formEditable')}</span>
    </div>
    <p class="muted">${t('stepFormOf', { role: who, state: title ?? state })}</p>
    ${permissionLines(contract, fields)}
    ${
      customElements.get(tag) === undefined
        ? html`<p class="muted">${t(loaded.source.define === undefined ? 'noElement' : 'loading')}</p>`
        : html`<pg-form-host
            .tag=${tag}
            .answers=${answers}
            .now=${at}
            .noSubmit=${true}
            .readonly=${readonly}
            .permissions=${fields}
          ></pg-form-host>`
    }
  </section>`;
}

function permissionLines(
  contract: FormContract,
  { editable, readonly, hidden, required }: StepForm['fields'],
): TemplateResult | typeof nothing {
  const lines = (
    [
      ['fieldsEditable', editable],
      ['fieldsReadonly', readonly],
      ['fieldsHidden', hidden],
      ['fieldsRequired', required],
    ] satisfies readonly (readonly [Word, readonly string[] | undefined])[]
  ).flatMap(([word, names]) =>
    names === undefined || names.length === 0
      ? []
      : [t(word, { names: names.map((name) => fieldTitle(contract, name)).join('、') })],
  );
  return lines.length === 0
    ? nothing
    : html`<ul class="permissions">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
}

/** `members.phone` as 成员·电话. */
function fieldTitle({ schema }: FormContract, path: string): string {
  if (path === '*') return t('allFields');
  interface Node {
    readonly title?: string;
    readonly properties?: Readonly<Record<string, Node>>;
    readonly items?: Node;
  }
  let node: Node | undefined = schema as Node;
  const titles = path.split('.').map((name) => {
    node = (node?.items ?? node)?.properties?.[name];
    return node?.title ?? name;
  });
  return titles.join('·');
}
