import type { ActView, InboxEntry } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { actButton, actHints, actRefusal } from '../views/act-button.ts';
import { dueTone, leftText, moment } from '../views/due.ts';
import type { ViewStrings } from '../views/view-strings.ts';
import { keyOf } from './inbox-model.ts';
import type { InboxStrings } from './inbox-strings.ts';

export interface RowState {
  readonly now: string;
  readonly selected: boolean;
  /** The one row that Tab leads to. */
  readonly reachable: boolean;
  readonly words: ViewStrings;
  readonly strings: InboxStrings;
  readonly onToggle: (entry: InboxEntry, to: boolean, range: boolean) => void;
  readonly onOpen: (entry: InboxEntry) => void;
  readonly onAct: (entry: InboxEntry, act: ActView) => void;
}

/** One task: whom it is about, where it stands, until when, and what may be done. A card where there is no room. */
export function inboxRow(entry: InboxEntry, state: RowState): TemplateResult {
  const { selected, reachable, strings, now, onToggle, onOpen } = state;
  const tab = reachable ? 0 : -1;
  return html`<div
    class="row ${selected ? 'selected' : ''}"
    part="row"
    role="row"
    aria-selected=${selected}
    data-instance=${entry.instance}
    data-key=${keyOf(entry)}
  >
    <div role="gridcell" class="pick">
      <input
        type="checkbox"
        class="check"
        part="checkbox"
        tabindex=${tab}
        aria-label=${strings.select(entry.title)}
        .checked=${selected}
        @click=${(event: MouseEvent) =>
          onToggle(entry, (event.target as HTMLInputElement).checked, event.shiftKey)}
      />
    </div>
    <div role="gridcell" class="about">
      <button type="button" class="link" part="open" tabindex=${tab} @click=${() => onOpen(entry)}>
        ${entry.title}
      </button>
      <span class="muted">${entry.kind}${entry.title === entry.kind ? '' : ` · ${entry.instance}`}</span>
    </div>
    <div role="gridcell" class="where">
      <span>${entry.steps.join('、')}</span>
      <span class="muted">${strings.since(moment(entry.since))}</span>
    </div>
    <div role="gridcell" class="until">${until(entry, now, state)}</div>
    <div role="gridcell" class="acts">
      ${entry.acts.filter(({ escape }) => !escape).map((act) => rowAct(entry, act, tab, state))}
    </div>
  </div>`;
}

function until({ due, undated }: InboxEntry, now: string, { words }: RowState): TemplateResult {
  if (due) {
    return html`<span class="badge ${dueTone(due, now)}" part="due">${leftText(due, now, words)}</span
      ><span class="muted">${due.title} <time datetime=${due.at}>${moment(due.at)}</time></span>`;
  }
  if (undated) {
    return html`<span class="badge warn" part="due">${undated.title}</span
      ><span class="muted">${words.undated(moment(undated.since))}</span>`;
  }
  return html`<span class="muted">${words.noLimit}</span>`;
}

function rowAct(entry: InboxEntry, act: ActView, tab: number, { words, onAct }: RowState): TemplateResult {
  const why = actRefusal(act, words);
  return html`${actButton(act, (chosen) => onAct(entry, chosen), {
    kind: 'small',
    tab,
    title: actHints(act, words),
  })}${why === undefined ? nothing : html`<span class="muted why">${why}</span>`}`;
}
