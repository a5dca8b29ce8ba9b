import { html, nothing, type TemplateResult } from 'lit';
import { clauseLinks } from '../clause-links.ts';
import { t } from '../language.ts';
import type { ProgramRoute } from '../route.ts';
import type { Checked, Finding, Fix } from './check.ts';
import type { RuleDocument } from './rule-document.ts';
import type { RuleField, RuleItem } from './rule-fields.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a card shows and whom it calls. */
export interface CardContext {
  readonly route: ProgramRoute;
  readonly file: RuleDocument;
  readonly checked: Checked;
  readonly vocabulary: Vocabulary;
  /** Title of a named instant. */
  readonly instant: (name: string) => string;
  /** What the build will say of it, when that is known. */
  readonly reading: (item: RuleItem) => string | undefined;
  readonly set: (field: RuleField, value: unknown) => void;
  readonly fix: (field: RuleField, fix: Fix) => void;
  readonly reset: (item: RuleItem) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const NONE: readonly Finding[] = [];

/** One rule, relaxation, parameter, amount, table or quota with everything of it that can be edited. */
export function ruleCard(item: RuleItem, context: CardContext): TemplateResult {
  const changed = context.file.isChanged(item.path);
  const faulty = context.checked.findings.some(({ pointer }) => `${pointer}/`.startsWith(`${item.pointer}/`));
  const inTable = item.fields.filter(({ control }) => control.is === 'cell');
  const loose = item.fields.filter(({ control }) => control.is !== 'cell' && control.is !== 'tag');
  const tags = item.fields.filter((field) => field.control.is === 'tag');
  const reading = context.reading(item);
  const own = context.checked.findings.filter(
    ({ pointer }) =>
      `${pointer}/`.startsWith(`${item.pointer}/`) && !item.fields.some((field) => field.pointer === pointer),
  );
  return html`<article
    class="rule ${faulty ? 'faulty' : ''}"
    data-item=${item.pointer}
    aria-labelledby=${idOf(item.pointer, 'title')}
  >
    <header>
      <h3 id=${idOf(item.pointer, 'title')}>${item.title}</h3>
      ${tags.map((field) => control(item, field, context, NONE))} ${clauseLinks(context.route, item.clauses)}
      ${
        item.reference === undefined
          ? nothing
          : html`<span class="tag">${t('referenceDate', { title: context.instant(item.reference) })}</span>`
      }
      ${
        changed
          ? html`<span class="rule-tools">
              <span class="tag info">${t('changedTag')}</span>
              <button
                type="button"
                class="small"
                aria-label="${t('resetItem')}：${item.title}"
                @click=${() => context.reset(item)}
              >
                ${t('resetItem')}
              </button>
            </span>`
          : nothing
      }
    </header>
    ${loose.map((field) => fieldRow(item, field, context))}
    ${
      reading === undefined
        ? nothing
        : html`<p class="reading" lang="zh-CN"><span class="rule-label">${t('readAs')}</span> ${reading}</p>`
    }
    ${inTable.length === 0 ? nothing : tableRows(item, inTable, context)}
    ${
      own.length === 0
        ? nothing
        : html`<ul class="findings">
            ${own.map((finding) => findingLine(finding, undefined))}
          </ul>`
    }
  </article>`;
}

/** An id for labels and descriptions: pointers may hold Chinese names, which ids may too, but no spaces. */
export function idOf(pointer: string, part: string): string {
  return `r${pointer.replaceAll(/[\s/]+/gu, '-')}-${part}`;
}

function fieldRow(item: RuleItem, field: RuleField, context: CardContext): TemplateResult {
  const findings = context.checked.byPointer.get(field.pointer) ?? NONE;
  const label = idOf(field.pointer, 'label');
  return html`<div class="rule-field ${field.control.is}" data-field=${field.pointer}>
    ${field.joint === undefined ? nothing : html`<p class="joint">${field.joint}</p>`}
    <span class="rule-label" id=${label}>${field.label}</span>
    <div class="rule-value">
      ${control(item, field, context, findings)} ${findingList(field, findings, context)}
    </div>
  </div>`;
}

function control(
  item: RuleItem,
  field: RuleField,
  context: CardContext,
  findings: readonly Finding[],
): TemplateResult {
  const label = `${item.title}：${field.label}`;
  const describedBy = idOf(field.pointer, 'findings');
  const invalid = findings.length > 0;
  switch (field.control.is) {
    case 'expression':
      return html`<pg-expression-editor
        .value=${String(field.value)}
        .label=${label}
        .describedBy=${describedBy}
        .findings=${findings}
        .vocabulary=${context.vocabulary}
        @edit=${({ detail }: CustomEvent<string>) => context.set(field, detail)}
        @undo=${context.undo}
        @redo=${context.redo}
      ></pg-expression-editor>`;
    case 'tag':
    case 'choice': {
      const { options } = field.control;
      return html`<select
        class=${field.control.is === 'tag' ? `strength ${String(field.value)}` : ''}
        aria-label=${label}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @change=${(event: Event) => {
          const chosen =
            event.target instanceof HTMLSelectElement ? options[event.target.selectedIndex] : undefined;
          if (chosen) context.set(field, chosen.value);
        }}
      >
        ${options.map(
          ({ value, title }) => html`<option .selected=${Object.is(value, field.value)}>${title}</option>`,
        )}
      </select>`;
    }
    case 'number': {
      const { nullable } = field.control;
      return html`<input
        type="number"
        aria-label=${label}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        placeholder=${nullable ? t('notPublished') : ''}
        .value=${field.value === null ? '' : String(field.value)}
        @change=${(event: Event) => {
          const text = event.target instanceof HTMLInputElement ? event.target.value : '';
          if (text !== '') context.set(field, Number(text));
          else if (nullable) context.set(field, null);
        }}
      />`;
    }
    case 'text':
    case 'cell':
      return html`<input
        aria-label=${label}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${String(field.value)}
        @input=${(event: Event) => {
          const text = event.target instanceof HTMLInputElement ? event.target.value : '';
          context.set(field, field.control.is === 'cell' ? cellValue(text) : text);
        }}
      />`;
  }
}

/** A cell is a number or yes/no where it reads as one, otherwise text. */
function cellValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

function findingList(field: RuleField, findings: readonly Finding[], context: CardContext): TemplateResult {
  return html`<ul class="findings" id=${idOf(field.pointer, 'findings')} ?hidden=${findings.length === 0}>
    ${findings.map((finding) => findingLine(finding, (fix) => context.fix(field, fix)))}
  </ul>`;
}

function findingLine(
  { severity, message, hint, fix }: Finding,
  apply: ((fix: Fix) => void) | undefined,
): TemplateResult {
  return html`<li class=${severity}>
    <span>${message}${hint}</span>
    ${
      fix && apply
        ? html`<button type="button" class="small" @click=${() => apply(fix)}>
            ${t('useFix', { text: fix.text })}
          </button>`
        : nothing
    }
  </li>`;
}

function tableRows(item: RuleItem, cells: readonly RuleField[], context: CardContext): TemplateResult {
  const rows = [...new Set(cells.map(({ path }) => path[3]))].map((row) =>
    cells.filter(({ path }) => path[3] === row),
  );
  const [first = []] = rows;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${item.title}>
    <table class="rule-table">
      <thead>
        <tr>
          <td></td>
          ${first.map(({ label }) => html`<th scope="col">${label.replace(/^.*?[，,]\s*/u, '')}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (fields, row) =>
            html`<tr>
              <th scope="row">${row + 1}</th>
              ${fields.map((field) => {
                const findings = context.checked.byPointer.get(field.pointer) ?? NONE;
                return html`<td data-field=${field.pointer}>
                  ${control(item, field, context, findings)} ${findingList(field, findings, context)}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
