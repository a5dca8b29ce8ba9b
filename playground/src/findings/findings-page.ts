import type { RenderedDiagnostic, Severity } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { clauseLinks } from '../clause-links.ts';
import { language, onLanguage, t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import type { LoadedProgram } from '../packages.ts';
import type { ProgramRoute } from '../route.ts';
import type { Word } from '../words.ts';
import { rehearsalOf } from './rehearsal.ts';

type Finding = RenderedDiagnostic & { readonly rehearsal?: Awaited<ReturnType<typeof rehearsalOf>> };
type State = 'checking' | 'failed' | readonly Finding[];

const TONE: Readonly<Record<Severity, readonly [Word, string]>> = {
  error: ['severityError', 'bad'],
  warning: ['severityWarning', 'warn'],
  info: ['severityInfo', 'info'],
};
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** What the checks say of the definition as it stands on disk; what carries a way opens in the procedure. */
class FindingsPage extends LightElement {
  static override readonly properties = {
    route: { attribute: false },
    loaded: { attribute: false },
    state: { state: true },
  };

  declare route: ProgramRoute;
  declare loaded: LoadedProgram;
  declare state: State;

  #round = 0;
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.state = 'checking';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The prose comes from the command in one language.
    this.#stopListening = onLanguage(() => void this.#check());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override firstUpdated(): void {
    void this.#check();
  }

  async #check(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.state = 'checking';
    const found = await this.#ask().catch(() => 'failed' as const);
    if (round === this.#round) this.state = found;
  }

  async #ask(): Promise<State> {
    const { id } = this.loaded.contract;
    const query = new URLSearchParams({ edition: id, lang: language() });
    const response = await fetch(`/findings?${query}`);
    if (!response.ok) return 'failed';
    const found = (await response.json()) as readonly RenderedDiagnostic[];
    const withWays = found.map(async (finding): Promise<Finding> => {
      const rehearsal = await rehearsalOf(id, this.#programOf(finding), finding);
      return rehearsal === undefined ? finding : { ...finding, rehearsal };
    });
    return Promise.all(withWays);
  }

  /** Programme whose folder or scenario a finding is about; the edition's own files belong to none. */
  #programOf({ place, way }: RenderedDiagnostic): string {
    if (way !== undefined) return way.program;
    const [, , folder = '', file = ''] = place.file.split('/');
    const scenario = this.loaded.scenarios.find(({ id }) => `${id}.json` === file);
    return folder === 'scenarios' ? (scenario?.program ?? '') : folder;
  }

  override render(): TemplateResult {
    const { state } = this;
    return html`<div class="page">
      <div class="findings-head">
        <div>
          <h1>${t('findingsTitle')}</h1>
          <p class="lead">${t('findingsIntro')}</p>
        </div>
        <button type="button" ?disabled=${state === 'checking'} @click=${() => this.#check()}>
          ${t('checkNow')}
        </button>
      </div>
      <p role="status" data-findings=${typeof state === 'string' ? state : state.length}>${summary(state)}</p>
      ${typeof state === 'string' ? nothing : this.#lists(state)}
    </div>`;
  }

  #lists(findings: readonly Finding[]): TemplateResult {
    const own = findings.filter((finding) => this.#programOf(finding) === this.loaded.program.id);
    const others = findings.filter((finding) => !own.includes(finding));
    return html`${this.#list('ofThisProgramme', own)} ${this.#list('ofTheEdition', others)}`;
  }

  #list(title: Word, findings: readonly Finding[]): TemplateResult | typeof nothing {
    if (findings.length === 0) return nothing;
    const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    return html`<section class="card finding-list" aria-label=${t(title)}>
      <h2>${t(title)} <span class="count">${findings.length}</span></h2>
      <ol>
        ${sorted.map((finding) => html`<li data-code=${finding.code}>${this.#finding(finding)}</li>`)}
      </ol>
    </section>`;
  }

  #finding({ severity, code, message, hint, stopped, clause, place, rehearsal }: Finding): TemplateResult {
    const [word, tone] = TONE[severity];
    const line = place.range?.start.line ?? 1;
    return html`
      <p><span class="tag ${tone}">${t(word)}</span> ${message}</p>
      ${hint === undefined ? nothing : html`<p class="muted">${hint}</p>`}
      ${stopped === undefined ? nothing : html`<p class="muted" data-stopped>${stopped}</p>`}
      <p class="finding-foot">
        <code>${t('findingPlace', { file: place.file, line })}</code>
        <code class="muted">${code}</code>
        ${clause === undefined ? nothing : clauseLinks(this.route, [clause])}
        ${
          rehearsal === undefined
            ? nothing
            : html`<a class="button small primary" data-rehearse href=${rehearsal.href}
                >${rehearsal.steps === undefined ? t('rehearseScenario') : t('rehearseWay', { count: rehearsal.steps })}</a
              >`
        }
      </p>
    `;
  }
}

function summary(state: State): string {
  if (state === 'checking') return t('checkingNow');
  if (state === 'failed') return t('findingsFailed');
  if (state.length === 0) return t('findingsNone');
  const count = (severity: Severity): number =>
    state.filter((finding) => finding.severity === severity).length;
  return t('findingsCount', { errors: count('error'), warnings: count('warning'), infos: count('info') });
}

customElements.define('pg-findings-page', FindingsPage);
