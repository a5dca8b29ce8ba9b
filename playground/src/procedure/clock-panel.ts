import { html, nothing, type TemplateResult } from 'lit';
import { clauseLinks } from '../clause-links.ts';
import { language, t } from '../language.ts';
import type { ProgramRoute } from '../route.ts';
import { dateTime, dayOf, fromWallTime, plusDays, wallTime, weekday } from '../time.ts';
import { DAY_MARK, DAY_WORD, dayKind, nextWorkday, type Region } from './calendar/day-kind.ts';
import type { Timer } from './standing.ts';

const SHOWN_DAYS = 14;

/** The virtual clock: set it, jump, and see which days are worked. */
export function clockPanel(
  at: string,
  timers: readonly Timer[],
  region: Region,
  moveTo: (at: string) => void,
): TemplateResult {
  const timer = timers[0];
  const workday = nextWorkday(at, region);
  const onSet = (event: SubmitEvent): void => {
    event.preventDefault();
    const value = event.target instanceof HTMLFormElement ? new FormData(event.target).get('at') : null;
    const instant = typeof value === 'string' ? fromWallTime(value) : undefined;
    if (instant !== undefined) moveTo(instant);
  };
  return html`<section class="panel clock" aria-labelledby="clock-title">
    <h2 id="clock-title">${t('clock')}</h2>
    <p class="now">
      <time datetime=${at} data-now>${dateTime(at)}</time>
      <span>${weekday(dayOf(at), language())}</span>
      <span class="tag ${dayTone(dayOf(at), region)}">${t(DAY_WORD[dayKind(dayOf(at), region)])}</span>
    </p>
    <form class="actions" @submit=${onSet}>
      <input
        type="datetime-local"
        name="at"
        required
        aria-label=${t('clock')}
        min=${wallTime(at)}
        .value=${wallTime(at)}
      />
      <button class="small">${t('setClock')}</button>
    </form>
    <div class="actions">
      <button type="button" class="small" @click=${() => moveTo(plusDays(at, 1))}>${t('plusDay')}</button>
      <button
        type="button"
        class="small"
        ?disabled=${workday === undefined}
        @click=${() => workday !== undefined && moveTo(workday)}
      >
        ${t('nextWorkday')}
      </button>
      <button
        type="button"
        class="small"
        ?disabled=${timer === undefined}
        @click=${() => timer !== undefined && moveTo(timer.at)}
      >
        ${t('nextTimer')}
      </button>
    </div>
    ${workday === undefined ? html`<p class="muted">${t('beyondCalendar')}</p>` : nothing}
    ${dayStrip(at, region)}
  </section>`;
}

function dayTone(day: string, region: Region): string {
  return { work: 'info', makeup: 'warn', off: '', holiday: 'bad', unknown: '' }[dayKind(day, region)];
}

function dayStrip(at: string, region: Region): TemplateResult {
  const days = Array.from({ length: SHOWN_DAYS }, (_, index) => dayOf(plusDays(at, index)));
  return html`<ol class="days">
    ${days.map((day, index) => {
      const kind = dayKind(day, region);
      const word = DAY_WORD[kind];
      return html`<li class=${kind} aria-current=${index === 0 ? 'date' : nothing}>
        <span class="visually-hidden">${day} ${weekday(day, language())} ${t(word)}</span>
        <span aria-hidden="true" title="${day} ${t(word)}">
          <small>${weekday(day, language()).replace('周', '')}</small>${Number(day.slice(8))}<small
            >${DAY_MARK[kind] ?? ''}</small
          >
        </span>
      </li>`;
    })}
  </ol>`;
}

/** Running waits, nearest first; machines that wait for the same moment share a line. */
export function timersPanel(route: ProgramRoute, timers: readonly Timer[]): TemplateResult {
  const lines = new Map<string, { readonly timer: Timer; readonly machines: string[] }>();
  for (const timer of timers) {
    const key = `${timer.title} ${timer.at}`;
    const name = timer.of;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { timer, machines: [name] });
    else line.machines.push(name);
  }
  return html`<section class="panel" aria-labelledby="timers-title">
    <h2 id="timers-title">${t('timers')}</h2>
    ${
      timers.length === 0
        ? html`<p class="muted">${t('noTimers')}</p>`
        : html`<ul class="timers">
            ${[...lines.values()].map(
              ({ timer, machines }) =>
                html`<li>
                  <span>${timer.title} ${clauseLinks(route, [timer.clause])}</span>
                  <span class="muted">
                    <time datetime=${timer.at}>${dateTime(timer.at)}</time> · ${leftText(timer.workdaysLeft)}
                    · ${machines.join('、')}
                  </span>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function leftText(workdays: number | null): string {
  return workdays === null ? t('workdaysUnknown') : t('workdaysLeft', { count: workdays });
}
