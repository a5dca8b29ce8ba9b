import { coverage, regionalCoverage } from '@zhinan/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { language, t } from '../../language.ts';
import { LightElement } from '../../light-element.ts';
import { dayOf, weekday } from '../../time.ts';
import { DAY_MARK, DAY_WORD, dayKind, isRegional, type Region } from './day-kind.ts';
import type { Mark, Marks } from './marks.ts';
import { dayAfter, monthAfter, sheetOf, type SheetDay } from './month.ts';

/** Marks shown in a cell; the rest is counted and listed under the sheet. */
const SHOWN = 3;

/** Days by which the arrow keys move. */
const ARROWS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Asks to set the clock to the morning of a day; `detail` is the day. */
export type DayEvent = CustomEvent<string>;

/** A month at a time: which days are worked, what falls due, what is publicly noticed, what happened. */
class CalendarView extends LightElement {
  static override readonly properties = {
    at: { attribute: false },
    region: { attribute: false },
    marks: { attribute: false },
    month: { state: true },
    day: { state: true },
  };

  /** The clock, Beijing time with offset. */
  declare at: string;
  declare region: Region;
  declare marks: Marks;
  declare month: string;
  declare day: string;

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    // The sheet follows the clock; leafing through it stays until the clock moves.
    if (changed.has('at')) this.#look(dayOf(this.at));
  }

  #look(day: string): void {
    this.day = day;
    this.month = day.slice(0, 7);
  }

  override render(): TemplateResult {
    const today = dayOf(this.at);
    return html`
      <div class="sheet-head">
        <button
          type="button"
          class="small"
          data-month="-1"
          aria-label=${t('monthBefore')}
          @click=${() => this.#leaf(-1)}
        >
          ‹
        </button>
        <h3 aria-live="polite" data-month-shown=${this.month}>${monthName(this.month)}</h3>
        <button
          type="button"
          class="small"
          data-month="1"
          aria-label=${t('monthAfter')}
          @click=${() => this.#leaf(1)}
        >
          ›
        </button>
        <button type="button" class="small" @click=${() => this.#look(today)}>${t('toClock')}</button>
        ${legend()}
      </div>
      ${coverageNote(this.month, this.region)}
      <table class="sheet" @keydown=${this.#onKey}>
        <caption class="visually-hidden">
          ${t('calendar')} ${monthName(this.month)}
        </caption>
        <thead>
          <tr>
            ${weekdays().map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${sheetOf(this.month).map(
            (week) =>
              html`<tr>
                ${week.map((each) => this.#cell(each, today))}
              </tr>`,
          )}
        </tbody>
      </table>
      ${this.#details()}
    `;
  }

  #cell({ day, inside }: SheetDay, today: string): TemplateResult {
    const kind = dayKind(day, this.region);
    const marks = this.marks.get(day) ?? [];
    const name = `${day} ${weekday(day, language())} ${t(DAY_WORD[kind])}`;
    return html`<td
      class="${kind} ${inside ? '' : 'outside'}"
      aria-current=${day === today ? 'date' : nothing}
    >
      <button
        type="button"
        data-day=${day}
        tabindex=${day === this.day ? 0 : -1}
        aria-pressed=${day === this.day}
        @click=${() => {
          this.day = day;
        }}
      >
        <span class="number" aria-hidden="true"
          >${Number(day.slice(8))}<small>${DAY_MARK[kind] ?? ''}</small></span
        >
        <span class="visually-hidden"
          >${name}${marks.length === 0 ? '' : `，${t('markCount', { count: marks.length })}`}</span
        >
        <span class="marks" aria-hidden="true">
          ${marks.slice(0, SHOWN).map((mark) => html`<span class="mark ${mark.kind} ${mark.part ?? ''}">${mark.text}</span>`)}
          ${marks.length > SHOWN ? html`<span class="more">+${marks.length - SHOWN}</span>` : nothing}
        </span>
      </button>
    </td>`;
  }

  #details(): TemplateResult {
    const { day } = this;
    const marks = this.marks.get(day) ?? [];
    const past = day < dayOf(this.at);
    const regional = isRegional(day, this.region) ? ` · ${t('dayRegional')}` : '';
    return html`<section class="day-detail" aria-live="polite" data-day-shown=${day}>
      <div class="panel-head">
        <h3>
          ${day} ${weekday(day, language())}
          <span class="tag">${t(DAY_WORD[dayKind(day, this.region)])}${regional}</span>
        </h3>
        <button type="button" class="small" ?disabled=${past} data-go @click=${() => this.#go(day)}>
          ${t('clockToDay')}
        </button>
      </div>
      ${
        marks.length === 0
          ? html`<p class="muted">${t('dayEmpty')}</p>`
          : html`<ul class="day-marks">
              ${marks.map((mark) => html`<li>${detail(mark)}</li>`)}
            </ul>`
      }
    </section>`;
  }

  #leaf(count: number): void {
    this.month = monthAfter(this.month, count);
    this.day = `${this.month}-01`;
  }

  #go(day: string): void {
    this.dispatchEvent(new CustomEvent('day', { detail: day }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const days = ARROWS[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    if (days === undefined && months === undefined) return;
    event.preventDefault();
    if (months === undefined) this.#look(dayAfter(this.day, days ?? 0));
    else this.#leaf(months);
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`button[data-day="${this.day}"]`)?.focus(),
    );
  };
}

function detail({ kind, time, text, clause }: Mark): TemplateResult {
  return html`<span class="mark ${kind}" aria-hidden="true"></span>
    <span class="muted">${time ?? t('allDay')}</span>
    <span>${text}</span>
    ${clause === undefined ? nothing : html`<span class="clause">${t('clause', { id: clause })}</span>`}`;
}

function monthName(month: string): string {
  const [year, of] = month.split('-');
  return language() === 'en' ? `${year}-${of}` : `${year}年${Number(of)}月`;
}

function weekdays(): readonly string[] {
  // A week that begins on a Monday.
  return Array.from({ length: 7 }, (_, index) => weekday(dayAfter('2024-01-01', index), language()));
}

function legend(): TemplateResult {
  return html`<span class="sheet-legend">
    <span class="legend"><i class="mark date"></i>${t('markDate')}</span>
    <span class="legend"><i class="mark span"></i>${t('markSpan')}</span>
    <span class="legend"><i class="mark event"></i>${t('markEvent')}</span>
  </span>`;
}

/** What the tables do not say of this month: its working days are then unknown, never guessed. */
function coverageNote(month: string, region: Region): TemplateResult | typeof nothing {
  if (month < coverage.from.slice(0, 7) || month > coverage.until.slice(0, 7))
    return html`<p class="notice warn">${t('monthBeyond', { until: coverage.until })}</p>`;
  if (region === undefined) return nothing;
  const known = regionalCoverage(Number(month.slice(0, 4)), region);
  if (known.state !== 'open') return nothing;
  const here = known.unknown.filter(
    ({ from, until }) => from.slice(0, 7) <= month && month <= until.slice(0, 7),
  );
  return here.length === 0
    ? nothing
    : html`<p class="notice warn">
        ${here.map(({ feast, from, until }) => t('feastOpen', { feast, from, until })).join(' ')}
      </p>`;
}

customElements.define('pg-calendar-view', CalendarView);
