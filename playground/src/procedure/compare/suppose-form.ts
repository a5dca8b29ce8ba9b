import type { Instant, Interpretation } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../language.ts';
import type { LoadedProgram } from '../../packages.ts';
import { fromWallTime, wallTime } from '../../time.ts';
import { NOTHING_SUPPOSED, type Side, type Supposed } from '../moves.ts';
import { readingsThatCount, supposedCount } from '../supposed.ts';

/** Other readings of the interpretations that waits count by, and other dates: what is chosen is played anew at once. */
export function supposeForm(
  { contract, program }: LoadedProgram,
  side: Side,
  supposed: Supposed,
  onChange: (supposed: Supposed) => void,
): TemplateResult {
  const readings = readingsThatCount(contract, program);
  return html`<div class="suppose">
    ${readings.map(([id, interpretation]) => readingField(id, interpretation, side, supposed, onChange))}
    ${Object.entries(contract.instants).map(([id, instant]) => instantField(id, instant, supposed, onChange))}
    ${
      supposedCount(supposed) === 0
        ? nothing
        : html`<button type="button" class="small" @click=${() => onChange(NOTHING_SUPPOSED)}>
            ${t('supposeNothing')}
          </button>`
    }
  </div>`;
}

function readingField(
  id: string,
  { question, readings, chosen }: Interpretation,
  side: Side,
  supposed: Supposed,
  onChange: (supposed: Supposed) => void,
): TemplateResult {
  const now = supposed.readings[id] ?? chosen;
  const choose = (reading: string): void => {
    const { [id]: _, ...others } = supposed.readings;
    onChange({ ...supposed, readings: reading === chosen ? others : { ...others, [id]: reading } });
  };
  return html`<fieldset>
    <legend>${question}</legend>
    ${Object.entries(readings).map(
      ([reading, { title }]) =>
        html`<label class="choice">
          <input
            type="radio"
            name="reading-${side}-${id}"
            value=${reading}
            .checked=${reading === now}
            @change=${() => choose(reading)}
          />
          <span
            >${title}${reading === chosen ? html` <span class="tag">${t('asWritten')}</span>` : nothing}</span
          >
        </label>`,
    )}
  </fieldset>`;
}

function instantField(
  id: string,
  { title, at }: Instant,
  supposed: Supposed,
  onChange: (supposed: Supposed) => void,
): TemplateResult {
  const now = supposed.instants[id] ?? at;
  const choose = (event: Event): void => {
    const text = event.target instanceof HTMLInputElement ? event.target.value : '';
    const next = fromWallTime(text);
    if (next === undefined) return;
    const { [id]: _, ...others } = supposed.instants;
    const same = Date.parse(next) === Date.parse(at);
    onChange({ ...supposed, instants: same ? others : { ...others, [id]: next } });
  };
  return html`<label>
    <span>${title}${now === at ? '' : `（${t('asWritten')}：${wallTime(at).replace('T', ' ')}）`}</span>
    <input type="datetime-local" name="instant-${id}" required .value=${wallTime(now)} @change=${choose} />
  </label>`;
}
