import type { JsonObject, MachineKind } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import type { LoadedProgram, ScenarioEntry } from '../packages.ts';
import { replaceHref, routeHref, type ProgramRoute } from '../route.ts';
import { scenarioOptions } from '../scenario-options.ts';
import { segments } from '../segments.ts';
import { tagName } from '../tags.ts';
import { actionsPanel } from './actions-panel.ts';
import './act-dialog.ts';
import type { ActEvent } from './act-dialog.ts';
import './case-host.ts';
import { clockPanel, timersPanel } from './clock-panel.ts';
import type { Diagram } from './diagram.ts';
import { decodePlay, encodePlay, type FactsOf } from './link.ts';
import { logPanel } from './log-panel.ts';
import type { Move, Play } from './moves.ts';
import { progressOf } from './progress.ts';
import { sampleFor } from './sample.ts';
import { Simulation } from './simulation.ts';
import { moveOf, scenarioOf, startOfPlay } from './start.ts';
import { drawingPanel, standingPanel } from './standing-panel.ts';
import type { Offer, Simulated, Standing } from './standing.ts';

class ProcedurePage extends LightElement {
  static override readonly properties = {
    route: { attribute: false },
    loaded: { attribute: false },
    play: { state: true },
    refusal: { state: true },
    role: { state: true },
    machine: { state: true },
    offer: { state: true },
    diagrams: { state: true },
    status: { state: true },
    record: { state: true },
  };

  declare route: ProgramRoute;
  declare loaded: LoadedProgram;
  declare play: Play | undefined;
  /** Why the last attempt was refused, complete in itself. */
  declare refusal: string | undefined;
  declare role: string;
  declare machine: MachineKind;
  declare offer: Offer | undefined;
  declare diagrams: Readonly<Record<string, Diagram>>;
  declare status: string;
  declare record: 'log' | 'applicant';

  #simulation: Simulation | undefined;
  /** The link this page wrote last: coming back through `hashchange` it must not replay. */
  #written = '';

  constructor() {
    super();
    this.role = 'applicant';
    this.machine = 'case';
    this.diagrams = {};
    this.status = '';
    this.record = 'log';
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('route') && !changed.has('loaded')) return;
    const { rules } = this.loaded;
    if (rules === undefined) return;
    this.#simulation ??= new Simulation(this.loaded, rules);
    if (this.play === undefined || (this.route.query.get('play') ?? '') !== this.#written) void this.#open();
  }

  override firstUpdated(): void {
    void this.#define();
    for (const [name, load] of Object.entries(this.loaded.source.diagrams)) void this.#draw(name, load);
  }

  async #define(): Promise<void> {
    await this.loaded.source.define?.();
    this.requestUpdate();
  }

  async #draw(name: string, load: (() => Promise<{ readonly default: Diagram }>) | undefined): Promise<void> {
    const diagram = (await load?.())?.default;
    if (diagram !== undefined) this.diagrams = { ...this.diagrams, [name]: diagram };
  }

  async #open(): Promise<void> {
    const text = this.route.query.get('play') ?? '';
    const play = text === '' ? undefined : await decodePlay(text, this.#factsOf);
    this.#written = text;
    this.play = play ?? startOfPlay(this.loaded, this.route.query.get('scenario') ?? '');
    this.role = this.route.query.get('role') ?? this.#firstRole();
    this.refusal = undefined;
  }

  #scenario(id: string): ScenarioEntry | undefined {
    return scenarioOf(this.loaded, id);
  }

  readonly #factsOf: FactsOf = (scenario) => this.#scenario(scenario)?.facts ?? {};

  get #simulated(): Simulated | undefined {
    return this.play === undefined ? undefined : this.#simulation?.run(this.play);
  }

  #firstRole(): string {
    return firstRole(this.#simulated?.offers ?? []) ?? Object.keys(this.loaded.contract.roles)[0] ?? '';
  }

  /** Adds moves one by one; the first refused one is shown and not kept. */
  #add(moves: readonly Move[]): boolean {
    const { play } = this;
    if (play === undefined || this.#simulation === undefined) return false;
    this.refusal = undefined;
    let next = play;
    for (const move of moves) {
      const trial = { ...next, moves: [...next.moves, move] };
      const { refusal } = this.#simulation.run(trial);
      if (refusal !== undefined) {
        this.refusal = refusal;
        break;
      }
      next = trial;
    }
    this.#show(next);
    return next.moves.length - play.moves.length === moves.length;
  }

  #show(play: Play): void {
    this.play = play;
    // A role with nothing to do gives way to one that is waited for.
    const offers = this.#simulated?.offers ?? [];
    if (!offers.some(({ role, escape }) => role === this.role && !escape))
      this.role = firstRole(offers) ?? this.role;
    void this.#link(play);
  }

  async #link(play: Play): Promise<void> {
    const text = await encodePlay(play, this.#factsOf);
    if (this.play !== play) return;
    this.#written = text;
    replaceHref(routeHref(this.route, { play: text, role: this.role }));
  }

  override render(): TemplateResult {
    if (this.loaded.rules === undefined) return html`<p class="empty">${t('noRules')}</p>`;
    const { play } = this;
    const simulated = this.#simulated;
    if (play === undefined || simulated === undefined)
      return html`<p class="empty" role="status">${t('loading')}</p>`;
    const standing =
      simulated.standings.find(({ machine }) => machine === this.machine) ?? simulated.standings[0];
    const several = simulated.standings.length > 1;
    return html`
      <div class="page">
        ${this.#toolbar(play)}
        <div class="procedure">
          <div class="procedure-main">
            ${standing === undefined ? nothing : this.#standing(standing, simulated.standings)}
            ${this.#record(simulated, several)}
          </div>
          <div class="procedure-side" tabindex="0" role="group" aria-label=${t('actAs')}>
            ${actionsPanel({
              loaded: this.loaded,
              role: this.role,
              offers: simulated.offers,
              refusal: this.refusal,
              several,
              onRole: (role) => this.#switchRole(role),
              onOffer: (offer) => this.#onOffer(offer),
            })}
            ${clockPanel(simulated.at, simulated.timers, this.loaded.contract.calendarRegion, (at) =>
              this.#moveClock(at),
            )}
            ${timersPanel(this.route, simulated.timers)}
          </div>
        </div>
        <pg-act-dialog
          .loaded=${this.loaded}
          .offer=${this.offer}
          .sample=${this.#sample(this.offer)}
          .now=${simulated.at}
          @act=${this.#onAct}
          @dismiss=${() => {
            this.offer = undefined;
          }}
        ></pg-act-dialog>
      </div>
    `;
  }

  #toolbar(play: Play): TemplateResult {
    const { program } = this.loaded;
    const scenarios = this.loaded.scenarios.filter(({ steps }) => steps !== undefined);
    const scenario = this.#scenario(play.scenario);
    const steps = scenario?.steps ?? [];
    const { done, astray } = progressOf(steps, play.moves);
    const ended = astray || done >= steps.length;
    return html`
      <h1>${program.title}</h1>
      <div class="toolbar">
        ${
          scenarios.length === 0
            ? nothing
            : html`<label>
                  <span>${t('sampleAnswers')}</span>
                  <select data-scenarios @change=${this.#onScenario}>
                    ${scenarioOptions(scenarios, scenario?.id ?? '')}
                  </select>
                </label>
                ${
                  steps.length === 0
                    ? nothing
                    : html`<div class="actions">
                        <button type="button" data-step ?disabled=${ended} @click=${() => this.#playOn(1)}>
                          ${t('playScenario')}
                        </button>
                        <button
                          type="button"
                          data-play
                          ?disabled=${ended}
                          @click=${() => this.#playOn(steps.length)}
                        >
                          ${t('playAll')}
                        </button>
                        <span class="muted"
                          >${astray ? t('scenarioAstray') : t('scenarioProgress', { done, all: steps.length })}</span
                        >
                      </div>`
                }`
        }
        <div class="actions push">
          <button type="button" data-undo ?disabled=${play.moves.length === 0} @click=${this.#undo}>
            ${t('undo')}
          </button>
          <button type="button" data-reset @click=${this.#reset}>${t('reset')}</button>
          <button type="button" title=${t('linkNote')} @click=${this.#copyLink}>${t('copyLink')}</button>
          <span class="status-line" role="status">${this.status}</span>
        </div>
      </div>
    `;
  }

  #standing(standing: Standing, all: readonly Standing[]): TemplateResult {
    const onMachine = (machine: MachineKind): void => {
      this.machine = machine;
    };
    return html`${standingPanel(standing, all, onMachine)}
    ${drawingPanel(standing, this.#diagram(standing.machine))}`;
  }

  #diagram(kind: MachineKind): Diagram | undefined {
    const entry = Object.entries(this.loaded.program.machines).find(([, machine]) => machine.kind === kind);
    return entry === undefined ? undefined : this.diagrams[entry[0]];
  }

  /** Below the diagram: what happened, or the same as the applicant is shown it. */
  #record(simulated: Simulated, several: boolean): TemplateResult {
    const tabs = [
      { id: 'log', label: t('log') },
      { id: 'applicant', label: t('applicantView') },
    ] as const;
    return html`<section class="card stage" aria-label=${t('log')}>
      ${segments(t('log'), tabs, this.record, (view) => {
        this.record = view;
      })}
      <div class="stage-body">
        ${this.record === 'log' ? logPanel(this.route, simulated.log, several) : this.#applicantView(simulated)}
      </div>
    </section>`;
  }

  #applicantView({ standings }: Simulated): TemplateResult {
    const standing = standings.find(({ machine }) => machine === 'case');
    const tag = tagName(this.loaded.contract, this.loaded.program, 'case');
    if (standing === undefined || customElements.get(tag) === undefined)
      return html`<p class="muted">${t('noElement')}</p>`;
    return html`<pg-case-host .tag=${tag} .view=${standing.view}></pg-case-host>`;
  }

  #sample(offer: Offer | undefined): JsonObject | undefined {
    const play = this.play;
    if (offer === undefined || play === undefined) return undefined;
    const before = play.moves.filter(
      (move) => move.kind === 'act' && move.event === offer.event && move.role === offer.role,
    ).length;
    return sampleFor(this.loaded, this.#scenario(play.scenario), offer, before);
  }

  #switchRole(role: string): void {
    this.role = role;
    this.refusal = undefined;
    if (this.play !== undefined) void this.#link(this.play);
  }

  #onOffer(offer: Offer): void {
    if (offer.form !== undefined || offer.reason !== undefined) this.offer = offer;
    else this.#act(offer);
  }

  readonly #onAct = (event: ActEvent): void => {
    const { offer, reason, data } = event.detail;
    this.offer = undefined;
    this.#act(offer, {
      ...(reason === undefined ? {} : { reason }),
      ...(data === undefined ? {} : { data }),
    });
  };

  #act(offer: Offer, entered: { readonly reason?: string; readonly data?: JsonObject } = {}): void {
    const at = this.#simulated?.at;
    if (at === undefined) return;
    const { machine, role, event } = offer;
    this.#add([{ kind: 'act', at, machine, role, event, ...entered }]);
  }

  #moveClock(at: string): void {
    this.#add([{ kind: 'advance', at }]);
  }

  #playOn(count: number): void {
    const scenario = this.#scenario(this.play?.scenario ?? '');
    if (scenario === undefined) return;
    const all = scenario.steps ?? [];
    const { done } = progressOf(all, this.play?.moves ?? []);
    for (const step of all.slice(done, done + count)) {
      const form = this.play && this.#simulation?.formAsked(this.play, step);
      const move = moveOf(scenario, step, form);
      if (this.#add([move])) continue;
      if (!('refused' in step && step.refused === true)) return;
      // A refusal that the scenario expects is shown, and the clock stands where the attempt was made.
      const refusal = this.refusal;
      this.#add([{ kind: 'advance', at: move.at }]);
      this.refusal = refusal;
    }
  }

  readonly #onScenario = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.#restart(event.target.value);
  };

  readonly #undo = (): void => {
    const { play } = this;
    if (play === undefined) return;
    this.refusal = undefined;
    this.#show({ ...play, moves: play.moves.slice(0, -1) });
  };

  readonly #reset = (): void => this.#restart(this.play?.scenario ?? '');

  #restart(scenario: string): void {
    this.refusal = undefined;
    const play = startOfPlay(this.loaded, scenario);
    this.play = play;
    this.role = this.#firstRole();
    this.#show(play);
  }

  readonly #copyLink = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    this.status = t('copied');
  };
}

/** Who is waited for: those who can only leave come last. */
function firstRole(offers: readonly Offer[]): string | undefined {
  return (offers.find(({ escape, blocked }) => !escape && !blocked) ?? offers[0])?.role;
}

customElements.define('pg-procedure-page', ProcedurePage);
