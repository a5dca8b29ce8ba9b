import type { Json, JsonObject } from '@zhinan/model';
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { Draft } from '../adapters/adapters.ts';
import type { FormElement } from '../form/form-element.ts';
import { visible } from '../strings/visible.ts';
import { describeLeft, timeOf } from './draft.ts';
import { draftStrings } from './draft-strings.ts';
import { adopt } from '../styles/adopt.ts';
import { draftStyles } from './draft.styles.ts';
import type { Drafts } from './drafts.ts';
import { rescue } from './rescue.ts';

type Reason = 'full' | 'denied' | 'other';

export type SaveState =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly savedAt: string }
  | { readonly kind: 'failed'; readonly reason: Reason };

/** Something about the draft that the person should know or decide. */
export type Notice =
  | {
      readonly kind: 'restored';
      readonly savedAt: string;
      /** Saved with another contract. */
      readonly older: boolean;
      readonly changed: readonly string[];
      readonly left: JsonObject;
      readonly titles: Draft['titles'];
    }
  | { readonly kind: 'discarded'; readonly draft: Draft }
  | { readonly kind: 'unreadable' | 'load-failed' | 'removed' }
  | { readonly kind: 'save-failed'; readonly reason: Reason }
  /** `begun`: it was there before, but the person began without it. */
  | { readonly kind: 'conflict'; readonly draft: Draft; readonly begun?: true }
  | { readonly kind: 'took-theirs'; readonly ours: Draft };

/** Writes the state of saving and the notice, if there is one, into their places in the form. */
export function drawDrafts(form: FormElement, drafts: Drafts): void {
  const root = form.renderRoot;
  adopt(root, draftStyles);
  const notice = root.querySelector<HTMLElement>('.draft-notice');
  if (notice) {
    const hadFocus = notice.contains(root.activeElement);
    render(noticeOf(form, drafts), notice);
    // The pressed button is gone: the focus must not fall back to the top of the page.
    if (hadFocus && !notice.contains(root.activeElement)) refocus(root, notice);
  }
  const state = root.querySelector<HTMLElement>('.save-state');
  if (state) render(stateOf(form, drafts.state), state);
}

function refocus(root: ShadowRoot, notice: HTMLElement): void {
  const next = notice.querySelector<HTMLElement>('button') ?? root.querySelector<HTMLElement>('.title');
  if (next && next.localName !== 'button') next.tabIndex = -1;
  next?.focus();
}

function stateOf(form: FormElement, state: SaveState): string | typeof nothing {
  const strings = draftStrings[form.model.language];
  switch (state.kind) {
    case 'idle':
      return nothing;
    case 'saving':
      return strings.saving;
    case 'saved':
      return strings.saved(timeOf(state.savedAt, form.clock.now()));
    case 'failed':
      return strings.unsaved;
  }
}

function noticeOf(form: FormElement, drafts: Drafts): TemplateResult | typeof nothing {
  const { notice, decide } = drafts;
  const strings = draftStrings[form.model.language];
  if (!notice) return nothing;
  switch (notice.kind) {
    case 'restored':
      return restored(form, drafts, notice);
    case 'discarded':
      return box('info', html`<p>${strings.discarded}</p>`, [
        [strings.undo, () => decide.undo(notice.draft)],
        [strings.dismiss, decide.dismiss],
      ]);
    case 'unreadable':
      return box('warn', html`<p>${strings.unreadable}</p>`, [[strings.dismiss, decide.dismiss]]);
    case 'load-failed':
      return box('warn', html`<p>${strings.loadFailed}</p>`, [
        [strings.retry, decide.retryLoad],
        [strings.startAfresh, decide.startAfresh],
      ]);
    case 'save-failed':
      return box(
        'warn',
        html`<p>${strings.failed[notice.reason]}</p>`,
        [
          [strings.retry, () => void drafts.save()],
          [strings.download, () => rescue(form, drafts.draft)],
        ],
        copyArea(form, drafts),
      );
    case 'conflict': {
      const time = timeOf(notice.draft.savedAt, form.clock.now());
      return box('warn', html`<p>${notice.begun ? strings.begun(time) : strings.conflict(time)}</p>`, [
        [notice.begun ? strings.takeDraft : strings.takeTheirs, () => decide.takeTheirs(notice.draft)],
        [strings.takeOurs, () => decide.takeOurs(notice.draft)],
      ]);
    }
    case 'took-theirs':
      return box('info', html`<p>${strings.tookTheirs}</p>`, [
        [strings.undo, () => decide.undo(notice.ours)],
        [strings.dismiss, decide.dismiss],
      ]);
    case 'removed':
      return box('warn', html`<p>${strings.removed}</p>`, [[strings.dismiss, decide.dismiss]]);
  }
}

function restored(
  form: FormElement,
  { decide }: Drafts,
  { savedAt, older, changed, left, titles }: Extract<Notice, { kind: 'restored' }>,
): TemplateResult {
  const strings = draftStrings[form.model.language];
  const strangers = Object.entries(left);
  return box(
    older || strangers.length > 0 ? 'warn' : 'info',
    html`<p>${strings.restored(timeOf(savedAt, form.clock.now()))} ${older ? strings.older : nothing}</p>
      ${changed.length > 0 ? html`<p>${strings.changed(changed.join('、'))}</p>` : nothing}
      ${
        strangers.length > 0
          ? html`<p>${strings.left}</p>
              <ul>
                ${strangers.map((entry) => stranger(entry, titles))}
              </ul>`
          : nothing
      }`,
    [
      ...(strangers.length > 0 ? [[strings.drop, decide.dropLeft] as const] : []),
      [strangers.length > 0 ? strings.keep : strings.dismiss, decide.dismiss],
      [strings.discard, decide.discard],
    ],
  );
}

function stranger(entry: readonly [string, Json], titles: Draft['titles']): TemplateResult {
  const { title, text } = describeLeft(entry, titles);
  return html`<li>${visible(title)}：<bdi>${visible(text)}</bdi></li>`;
}

/** The answers as text to be selected, for pages that can take no file. */
function copyArea(form: FormElement, drafts: Drafts): TemplateResult {
  const strings = draftStrings[form.model.language];
  const show = (event: Event): void => {
    const details = event.currentTarget as HTMLDetailsElement;
    const area = details.querySelector('textarea');
    if (!details.open || !area) return;
    area.value = JSON.stringify(drafts.draft, null, 2);
    area.select();
  };
  return html`<details @toggle=${show}>
    <summary>${strings.copy}</summary>
    <p>${strings.copyNote}</p>
    <textarea part="textarea" rows="3" readonly aria-label=${strings.copy}></textarea>
  </details>`;
}

function box(
  tone: 'info' | 'warn',
  content: TemplateResult,
  choices: readonly (readonly [label: string, act: () => void])[],
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="draft-box ${tone}" part="draft-notice">
    <div role=${tone === 'warn' ? 'alert' : 'status'}>${content}</div>
    <p class="choices">
      ${choices.map(
        ([label, act]) =>
          html`<button type="button" class="button" part="button" @click=${act}>${label}</button>`,
      )}
    </p>
    ${more}
  </div>`;
}
