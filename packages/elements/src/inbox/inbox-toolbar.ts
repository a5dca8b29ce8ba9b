import type { InboxView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { choicesOf, type DueFilter, type InboxFilter } from './inbox-model.ts';
import type { InboxStrings } from './inbox-strings.ts';

/** Search, filters, order and groups over an inbox. */
export function inboxToolbar(
  view: InboxView,
  filter: InboxFilter,
  strings: InboxStrings,
  onFilter: (change: InboxFilter) => void,
): TemplateResult {
  const { programs, steps } = choicesOf(view);
  const filtered =
    Boolean(filter.text) || (['program', 'step', 'due'] as const).some((name) => filter[name] !== undefined);
  const choice = (
    name: keyof InboxFilter,
    label: string,
    options: readonly (readonly [string, string])[],
    first: string | undefined,
  ) =>
    html`<label class="filter"
      ><span>${label}</span
      ><select
        class="select"
        part="select"
        data-filter=${name}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          onFilter({ [name]: value === '' ? undefined : value });
        }}
      >
        ${first === undefined ? nothing : html`<option value="" .selected=${filter[name] === undefined}>${first}</option>`}
        ${options.map(
          ([value, title], position) =>
            html`<option
              value=${value}
              .selected=${filter[name] === undefined ? first === undefined && position === 0 : filter[name] === value}
            >
              ${title}
            </option>`,
        )}
      </select></label
    >`;
  return html`<div class="toolbar" part="filters" role="search" aria-label=${strings.filters}>
    <label class="filter search"
      ><span>${strings.search}</span
      ><input
        type="search"
        class="input"
        part="input"
        placeholder=${strings.searchHint}
        .value=${filter.text ?? ''}
        @input=${(event: Event) => onFilter({ text: (event.target as HTMLInputElement).value })}
    /></label>
    ${
      programs.length > 1
        ? choice(
            'program',
            strings.program,
            programs.map(({ id, title }) => [id, title]),
            strings.all,
          )
        : nothing
    }
    ${
      steps.length > 1
        ? choice(
            'step',
            strings.step,
            steps.map((step) => [step, step]),
            strings.all,
          )
        : nothing
    }
    ${choice('due', strings.due, Object.entries(strings.dues) as [DueFilter, string][], strings.all)}
    ${choice('sort', strings.sort, Object.entries(strings.sorts), undefined)}
    ${choice('group', strings.group, Object.entries(strings.groups), undefined)}
    <button
      type="button"
      class="button quiet"
      part="button reset"
      ?hidden=${!filtered}
      @click=${() => onFilter({ text: '', program: undefined, step: undefined, due: undefined } as unknown as InboxFilter)}
    >
      ${strings.reset}
    </button>
  </div>`;
}
