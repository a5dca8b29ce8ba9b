import type { InboxEntry, InboxView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Changed } from '../reactive.ts';
import type { ClockAdapter, LookupAdapter, UploadAdapter } from '../adapters/adapters.ts';
import { foundationStyles } from '../styles/foundation.styles.ts';
import { viewStyles } from '../styles/views.styles.ts';
import { tell } from '../views/act-event.ts';
import { ActDialog, type Subject } from '../views/act-dialog.ts';
import { ViewElement } from '../views/view-element.ts';
import { inboxRow } from './inbox-row.ts';
import {
  batchActs,
  groupsOf,
  keyOf,
  type BatchAct,
  type DueFilter,
  type Group,
  type InboxFilter,
} from './inbox-model.ts';
import { inboxStyles } from './inbox.styles.ts';
import { inboxStrings, type InboxStrings } from './inbox-strings.ts';
import { inboxToolbar } from './inbox-toolbar.ts';
import { RowKeys } from './row-keys.ts';

/** What a role has to do, to be filtered, sorted, selected and acted on, also many at once. Reads `view` only. */
export class InboxElement extends ViewElement<InboxView> {
  static override styles = [foundationStyles, viewStyles, inboxStyles];
  static override properties = {
    ...super.properties,
    filter: { initial: {} },
    uploader: {},
    lookup: {},
    clock: {},
  };
  static {
    this.react();
  }

  /** What is shown and how; the event `filter` tells of changes, so that a page may keep them. */
  declare filter: InboxFilter;
  declare uploader: UploadAdapter | undefined;
  declare lookup: LookupAdapter | undefined;
  declare clock: ClockAdapter | undefined;
  #selected: ReadonlySet<string> = new Set();
  readonly #keys = new RowKeys(this, {
    toggle: (key, range) => this.#toggle(key, !this.#selected.has(key), range),
    all: () => this.#selectAll(),
    none: () => this.#select([]),
  });
  readonly #dialog = new ActDialog(this, () => this.#select([]));

  /** Entries that are ticked and shown. */
  get selection(): readonly InboxEntry[] {
    return this.#listed.filter((entry) => this.#selected.has(keyOf(entry)));
  }

  get #strings(): InboxStrings {
    return inboxStrings.in(this.language);
  }

  get #groups(): readonly Group[] {
    return this.view ? groupsOf(this.view, this.filter) : [];
  }

  get #listed(): readonly InboxEntry[] {
    return this.#groups.flatMap(({ entries }) => entries);
  }

  protected override readonly vocabulary = inboxStrings;

  protected override get nothingYet(): string {
    return this.#strings.empty;
  }

  protected override willUpdate(changed: Changed): void {
    // What is gone from the view can no longer be selected.
    if (!changed.has('view')) return;
    const known = new Set(this.view?.entries.map(keyOf));
    this.#selected = new Set([...this.#selected].filter((key) => known.has(key)));
  }

  protected override shown(view: InboxView): TemplateResult {
    const strings = this.#strings;
    const groups = this.#groups;
    const listed = groups.flatMap(({ entries }) => entries);
    const { selection } = this;
    return html`<h2 class="title" part="title" id="title">${strings.title(view.role.title)}</h2>
      ${view.entries.length > 0 ? inboxToolbar(view, this.filter, strings, this.#onFilter) : nothing}
      <div class="bar">
        <p role="status" part="status">
          ${strings.counts(listed.length, view.entries.length, selection.length)}
        </p>
        ${
          listed.length === 0
            ? nothing
            : html`<button
                type="button"
                class="button quiet"
                part="button select-all"
                @click=${selection.length === listed.length ? () => this.#select([]) : () => this.#selectAll()}
              >
                ${selection.length === listed.length ? strings.selectNone : strings.selectAll}
              </button>`
        }
      </div>
      ${selection.length > 0 ? this.#batch(selection) : nothing}
      ${
        listed.length === 0
          ? html`<p class="nothing muted" part="empty">
              ${view.entries.length === 0 ? strings.noneLeft : strings.noneFound}
            </p>`
          : html`<div class="grids" @keydown=${this.#keys.onKey} @focusin=${this.#keys.onFocus}>
              ${groups.map((group, position) => this.#group(group, position, listed))}
            </div>`
      }
      <details class="keys">
        <summary>${strings.keys}</summary>
        <p class="muted">${strings.keysText}</p>
      </details>
      ${this.#dialog.render()}`;
  }

  #group({ key, entries }: Group, position: number, listed: readonly InboxEntry[]): TemplateResult {
    const strings = this.#strings;
    const title = this.filter.group === 'due' ? strings.dues[key as DueFilter] : key;
    const reachable = this.#keys.reachable(listed.map(keyOf));
    const now = this.view?.at ?? '';
    return html`${
        key === ''
          ? nothing
          : html`<h3 class="section-title" part="section-title" id="group-${position}">
              ${title} <span class="muted">${entries.length}</span>
            </h3>`
      }
      <div
        class="grid"
        part="list"
        role="grid"
        aria-multiselectable="true"
        aria-labelledby=${key === '' ? 'title' : `group-${position}`}
      >
        ${entries.map((entry) =>
          inboxRow(entry, {
            now,
            selected: this.#selected.has(keyOf(entry)),
            reachable: keyOf(entry) === reachable,
            words: this.words,
            strings,
            onToggle: (each, to, range) => this.#toggle(keyOf(each), to, range),
            onOpen: ({ instance, program }) => tell(this, 'open', { instance, program: program.id }),
            onAct: ({ instance, title: of }, act) =>
              void this.#dialog.ask({ act, subjects: [{ instance, title: of }] }),
          }),
        )}
      </div>`;
  }

  #batch(selection: readonly InboxEntry[]): TemplateResult {
    const strings = this.#strings;
    const acts = batchActs(selection);
    return html`<div class="batch" part="batch" role="group" aria-label=${strings.batchTitle}>
      <span>${strings.batchTitle}</span>
      ${acts.map(
        (batch) =>
          html`<button
            type="button"
            class="button"
            part="button batch-act"
            data-batch=${batch.act.event}
            @click=${() => this.#askBatch(batch)}
          >
            ${strings.batch(batch.act.title, batch.included.length)}
          </button>`,
      )}
      ${acts.length === 0 ? html`<span class="muted">${strings.nothingTogether}</span>` : nothing}
    </div>`;
  }

  #askBatch({ act, included, excluded }: BatchAct): void {
    const { words } = this;
    const subject = ({ instance, title, steps }: InboxEntry): Subject => ({
      instance,
      title,
      note: steps.join('、'),
    });
    void this.#dialog.ask({
      act,
      subjects: included.map(subject),
      excluded: excluded.map(({ entry, why }) => ({
        instance: entry.instance,
        title: entry.title,
        note: why === 'not-here' ? words.notHere : why === 'other-form' ? words.otherForm : why.join('；'),
      })),
    });
  }

  readonly #onFilter = (change: InboxFilter): void => {
    this.filter = { ...this.filter, ...change };
    this.dispatchEvent(
      new CustomEvent('filter', { detail: { filter: this.filter }, bubbles: true, composed: true }),
    );
  };

  #toggle(key: string, to: boolean, range: boolean): void {
    const keys = this.#listed.map(keyOf);
    const between = range ? this.#keys.range(keys, key) : [key];
    const next = new Set(this.#selected);
    for (const each of between) {
      if (to) next.add(each);
      else next.delete(each);
    }
    this.#keys.anchor = key;
    this.#select([...next]);
  }

  #selectAll(): void {
    this.#select(this.#listed.map(keyOf));
  }

  #select(keys: readonly string[]): void {
    this.#selected = new Set(keys);
    this.requestUpdate();
    this.dispatchEvent(
      new CustomEvent('selection', {
        detail: { instances: this.selection.map(({ instance }) => instance) },
        bubbles: true,
        composed: true,
      }),
    );
  }
}
