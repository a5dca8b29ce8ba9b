import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { css, sheet } from '../styles/sheet.ts';
import { repeat } from 'lit/directives/repeat.js';
import { type Answer, below } from '../form/answers.ts';
import type { Field } from '../form/fields.ts';
import type { Scope } from '../form/scope.ts';
import { wordsOf } from '../strings/part-words.ts';
import { ranksStrings } from '../strings/ranks.ts';
import type { FieldOptions } from './control.ts';
import { listField } from './group.ts';

const styles = sheet(
  () => css`
    .ranks {
      list-style: none;
      counter-reset: rank;
      display: grid;
      gap: 6px;
      max-inline-size: 560px;
    }
    .rank {
      counter-increment: rank;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 4px 8px 4px 12px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    .rank::before {
      content: counter(rank);
      /* For Chromium to let go of it, as of section titles (form.styles.ts). */
      margin-inline-end: 0cqi;
      min-inline-size: 1.5em;
      font-weight: 600;
      color: var(--accent);
    }
    .rank > .rank-title {
      flex: 1;
    }
    .rank-options {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 6px;
    }
  `,
);

type Option = readonly [code: string | number, title: string];

interface RanksOptions extends FieldOptions {
  readonly of: readonly Option[];
  /** Options that may be put in order. */
  readonly max?: number;
}

/**
 * Several options put in order, the first wish first: chosen ones as a numbered list with buttons to move and remove,
 * the others as buttons that add to its end. The focus goes with what was moved, and each step is told.
 */
export function ranks(key: string, title: string, options: RanksOptions): Field {
  return listField(key, title, options, styles, () => {
    // What is wrong stands below.
    const end = document.createComment('');
    return {
      boxes: [end],
      update: (at) =>
        void render(list(at, key, options.of, options.max), end.parentElement as HTMLElement, {
          renderBefore: end,
        }),
    };
  });
}

function list(at: Scope, key: string, options: readonly Option[], max?: number): TemplateResult {
  const { form } = at;
  const strings = wordsOf(form, 'ranks', ranksStrings);
  const pointer = below(at.pointer, key);
  const value = at.own[key];
  const chosen: readonly Answer[] = Array.isArray(value) ? value : [];
  const titleOf = (code: Answer): string => options.find(([each]) => each === code)?.[1] ?? String(code);
  if (!form.mayChange(pointer))
    return html`<output class="answer" part="answer" tabindex="-1"
      >${chosen.map((code, index) => `${index + 1}. ${titleOf(code)}`).join('　') || form.strings.unanswered}</output
    >`;

  const group = `[id="${CSS.escape(`f${pointer}`)}"]`;
  const put = (next: readonly Answer[], said: string, focus: string): void => {
    form.model.put(at.own, key, next.length > 0 ? [...next] : undefined);
    form.edited(pointer);
    form.say(said);
    void form.updateComplete.then(() =>
      form.renderRoot.querySelector<HTMLElement>(`${group} ${focus}`)?.focus(),
    );
  };
  const move = (from: number, to: number): void => {
    const code = chosen[from];
    if (code === undefined || to < 0 || to >= chosen.length) return;
    const side = to < from ? '.up' : '.down';
    const next = chosen.toSpliced(from, 1).toSpliced(to, 0, code);
    put(next, strings.moved(titleOf(code), to + 1), `.rank:nth-child(${to + 1}) ${side}`);
  };
  const button = (action: string, label: string, title: string, off: boolean, act: () => void) =>
    html`<button
      type="button"
      class="button quiet ${action}"
      part="button ${action}"
      aria-label="${label} ${title}"
      aria-disabled=${off}
      @click=${() => (off ? undefined : act())}
    >
      ${label}
    </button>`;
  const open = options.filter(([code]) => !chosen.includes(code));
  const full = max !== undefined && chosen.length >= max;
  return html`<ol class="ranks" part="ranks" ?hidden=${chosen.length === 0}>
      ${repeat(
        chosen,
        (code) => code,
        (code, index) => {
          const title = titleOf(code);
          return html`<li class="rank" part="rank">
            <span class="rank-title">${title}</span>
            ${button('up', form.strings.up, title, index === 0, () => move(index, index - 1))}
            ${button('down', form.strings.down, title, index === chosen.length - 1, () => move(index, index + 1))}
            ${button('remove', form.strings.remove, title, false, () =>
              put(chosen.toSpliced(index, 1), strings.removed(title), '.rank-options .button'),
            )}
          </li>`;
        },
      )}
    </ol>
    ${
      full
        ? html`<p class="count">${strings.full(chosen.length)}</p>`
        : html`<div class="rank-options">
            ${open.map(
              ([code, title]) =>
                html`<button
                  type="button"
                  class="button"
                  part="button choose"
                  aria-label=${strings.add(title, chosen.length + 1)}
                  @click=${() => {
                    const last = open.length === 1 || chosen.length + 1 === max;
                    put(
                      [...chosen, code],
                      strings.added(title, chosen.length + 1),
                      last ? `.rank:nth-child(${chosen.length + 1}) .remove` : '.rank-options .button',
                    );
                  }}
                >
                  ${title}
                </button>`,
            )}
            ${open.length === 0 ? nothing : html`<span class="count">${strings.how}</span>`}
          </div>`
    }`;
}
