import { html, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { LoadedProgram } from '../packages.ts';
import type { Simulated } from './standing.ts';

export function groupsView(_loaded: LoadedProgram, _simulated: Simulated): TemplateResult {
  return html`<p class="muted">${t('noGroups')}</p>`;
}
