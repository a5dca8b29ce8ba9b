import type { Clause, Modality } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import type { LoadedProgram } from '../packages.ts';
import type { ProgramRoute } from '../route.ts';
import type { Word } from '../words.ts';
import { citations, type Citation } from './citations.ts';
import { interpretationsPanel } from './interpretations-panel.ts';
import { rulesPanel } from './rules-panel.ts';

type Status = 'implemented' | 'judgement' | 'narrative' | 'open';

const STATUS: Readonly<Record<Status, Word>> = {
  implemented: 'implementedBy',
  judgement: 'accountJudgement',
  narrative: 'accountNarrative',
  open: 'notImplemented',
};

const MODALITY: Readonly<Record<Modality, readonly [Word, string]>> = {
  must: ['modalityMust', 'info'],
  soft: ['modalitySoft', 'warn'],
  prefer: ['modalityPrefer', ''],
  may: ['modalityMay', ''],
  info: ['modalityInfo', ''],
};

class ClausesPage extends LightElement {
  static override readonly properties = {
    route: { attribute: false },
    loaded: { attribute: false },
    search: { state: true },
    filter: { state: true },
  };

  declare route: ProgramRoute;
  declare loaded: LoadedProgram;
  declare search: string;
  declare filter: Status | 'all';

  constructor() {
    super();
    this.search = '';
    this.filter = 'all';
  }

  override firstUpdated(): void {
    const clause = this.route.query.get('clause');
    if (clause !== null) this.querySelector(`[data-clause="${CSS.escape(clause)}"]`)?.scrollIntoView();
  }

  override render(): TemplateResult {
    const { contract, program } = this.loaded;
    const cited = citations(contract);
    const shown = contract.clauses.filter((clause) => this.#shows(clause, cited.get(clause.id) ?? []));
    return html`
      <div class="page">
        <h1>${contract.title}</h1>
        <div class="clause-layout">
          <section class="card" aria-labelledby="clauses-title">
            <div class="stack">
              <h2 id="clauses-title">
                ${t('clausesTitle')} <span class="tag">${shown.length} / ${contract.clauses.length}</span>
              </h2>
              <div class="toolbar">
                <label>
                  <span>${t('search')}</span>
                  <input type="search" .value=${this.search} @input=${this.#onSearch} />
                </label>
                <label>
                  <span>${t('filter')}</span>
                  <select @change=${this.#onFilter}>
                    <option value="all">${t('filterAll')}</option>
                    ${Object.entries(STATUS).map(
                      ([status, word]) =>
                        html`<option value=${status} ?selected=${this.filter === status}>${t(word)}</option>`,
                    )}
                  </select>
                </label>
              </div>
              <ol class="clause-list">
                ${shown.map((clause) => this.#clause(clause, cited.get(clause.id) ?? []))}
              </ol>
            </div>
          </section>
          <div class="stack">
            ${interpretationsPanel(contract.interpretations)} ${rulesPanel(program.rules)}
          </div>
        </div>
      </div>
    `;
  }

  readonly #onSearch = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.search = event.target.value.trim();
  };

  readonly #onFilter = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.filter = event.target.value as Status | 'all';
  };

  #shows(clause: Clause, found: readonly Citation[]): boolean {
    if (this.filter !== 'all' && statusOf(clause, found) !== this.filter) return false;
    return `${clause.id} ${clause.summary}`.includes(this.search);
  }

  #clause(clause: Clause, found: readonly Citation[]): TemplateResult {
    const status = statusOf(clause, found);
    const [word, tone] = MODALITY[clause.modality];
    const target = this.route.query.get('clause') === clause.id;
    return html`<li data-clause=${clause.id} class=${target ? 'target' : ''}>
      <p class="clause-id">${clause.id}</p>
      <div class="clause-body">
        <p>${clause.summary} <span class="tag ${tone}">${t(word)}</span></p>
        ${
          status === 'implemented'
            ? citationList(found)
            : html`<p class="muted">
                <span class="tag ${status === 'open' ? 'bad' : ''}">${t(STATUS[status])}</span>
                ${clause.note ?? nothing}
              </p>`
        }
      </div>
    </li>`;
  }
}

/** One line per kind of part: a clause may be carried by dozens. */
function citationList(found: readonly Citation[]): TemplateResult {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return html`<ul class="citations">
    ${kinds.map((kind) => {
      const titles = found.filter((each) => each.kind === kind).map(({ title }) => title);
      return html`<li><span class="tag good">${t(kind)}</span><span>${titles.join('、')}</span></li>`;
    })}
  </ul>`;
}

function statusOf(clause: Clause, found: readonly Citation[]): Status {
  if (found.length > 0) return 'implemented';
  return clause.account ?? 'open';
}

customElements.define('pg-clauses-page', ClausesPage);
