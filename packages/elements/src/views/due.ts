import type { DueView } from '@zhinan/model';
import { html, type TemplateResult } from 'lit/html.js';
import type { ViewStrings } from './view-strings.ts';

export type DueTone = 'bad' | 'warn' | '';

/** `2025-10-08T20:00:00+08:00` as 2025-10-08 20:00: instants are written in Beijing time already. */
export function moment(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

/** Over at that moment. Both instants are in Beijing time, and 24:00 is written as the next day. */
export function isOverdue({ at }: DueView, now: string): boolean {
  return at <= now;
}

/** How near the end is: over, within three working days, or not. An unknown number of days is no alarm. */
export function dueTone(due: DueView, now: string): DueTone {
  if (isOverdue(due, now)) return 'bad';
  return due.workdaysLeft !== null && due.workdaysLeft <= 3 ? 'warn' : '';
}

/** Working days left, or that it is over, or that nobody can tell. */
export function leftText(due: DueView, now: string, words: ViewStrings): string {
  if (isOverdue(due, now)) return words.overdue(moment(due.at));
  return due.workdaysLeft === null ? words.beyond : words.left(due.workdaysLeft);
}

/** A wait with its end, the days left and the clause it comes from. */
export function dueLine(due: DueView, now: string, words: ViewStrings): TemplateResult {
  return html`<p part="due">
    ${due.title}：<time datetime=${due.at}>${words.until(moment(due.at))}</time>，<span
      class="badge ${dueTone(due, now)}"
      >${leftText(due, now, words)}</span
    >${due.clause === '' ? '' : html`<span class="clause">（${words.clause(due.clause)}）</span>`}
  </p>`;
}
