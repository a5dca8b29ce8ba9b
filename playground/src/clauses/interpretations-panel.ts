import type { InterpretationContract } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';

/** 解释口径: each question with its readings, the chosen one marked. */
export function interpretationsPanel(
  interpretations: Readonly<Record<string, InterpretationContract>>,
): TemplateResult {
  return html`<section class="card" aria-labelledby="interpretations-title">
    <h2 id="interpretations-title">
      ${t('interpretationsTitle')} <span class="tag">${Object.keys(interpretations).length}</span>
    </h2>
    ${Object.entries(interpretations).map(([id, interpretation]) => interpretationItem(id, interpretation))}
  </section>`;
}

function interpretationItem(id: string, interpretation: InterpretationContract): TemplateResult {
  const { question, clause, readings, chosen, decidedBy, reason, governs = [] } = interpretation;
  return html`<article class="definition" id="interpretation-${id}">
    <header>
      <h3>${question}</h3>
      <span class="clause">${t('clause', { id: clause })}</span>
    </header>
    <ul class="readings">
      ${Object.entries(readings).map(
        ([key, reading]) =>
          html`<li class=${key === chosen ? 'chosen' : ''}>
            <span aria-hidden="true">${key === chosen ? '●' : '○'}</span>
            <span
              >${reading.title}
              ${key === chosen ? html`<span class="tag info">${t('chosen')}</span>` : nothing}</span
            >
            ${reading.effect === undefined ? nothing : html`<span class="effect">${reading.effect}</span>`}
          </li>`,
      )}
    </ul>
    ${
      governs.length === 0
        ? nothing
        : html`<p class="muted">${t('governs', { parts: governs.map(({ title }) => title).join('；') })}</p>`
    }
    <p class="muted">${t('decidedBy', { who: decidedBy })}${reason === undefined ? '' : ` · ${reason}`}</p>
  </article>`;
}
