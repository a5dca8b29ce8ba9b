import type { JsonObject, ScenarioFile } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import type { LoadedProgram, ScenarioEntry } from '../packages.ts';
import type { ProgramRoute } from '../route.ts';
import { segments } from '../segments.ts';
import './act-dialog.ts';
import type { ActEvent } from './act-dialog.ts';
import { actionsPanel } from './actions-panel.ts';
import { readAddress, writeAddress, type Runs, type Shown } from './address.ts';
import { clockPanel, timersPanel } from './clock-panel.ts';
import { sideName } from './compare/compare-view.ts';
import type { Diagram } from './diagram.ts';
import { logPanel } from './log-panel.ts';
import type { Move, Play } from './moves.ts';
import { partsOf } from './people.ts';
import { recordingName } from './recording-name.ts';
import { Rehearsal } from './rehearsal.ts';
import { sampleFor } from './sample.ts';
import { GIVEN, givenInAddress, givenScenario, withGiven } from './scenarios/given.ts';
import { brokenPromises } from './scenarios/broken-promises.ts';
import './scenarios/record-dialog.ts';
import type { Offer, Simulated } from './standing.ts';
import { standingPanel } from './standing-panel.ts';
import { startOfPlay } from './start.ts';
import { suppose, supposedCount } from './supposed.ts';
import { toolbar } from './toolbar.ts';
import { viewsPanel } from './views.ts';

class ProcedurePage extends LightElement {
  static override readonly properties = {
    route: { attribute: false },
    loaded: { attribute: false },
    shown: { state: true },
    refusal: { state: true },
    offer: { state: true },
    diagrams: { state: true },
    status: { state: true },
    recorded: { state: true },
  };

  declare route: ProgramRoute;
  declare loaded: LoadedProgram;
  declare shown: Shown | undefined;
  /** Why the last attempt was refused, complete in itself. */
  declare refusal: string | undefined;
  declare offer: Offer | undefined;
  declare diagrams: Readonly<Record<string, Diagram>>;
  declare status: string;
  declare recorded: ScenarioFile | undefined;

  #rehearsal: Rehearsal | undefined;
  /** The address this page wrote last: coming back through `hashchange` it must not replay. */
  #written = '';

  constructor() {
    super();
    this.diagrams = {};
    this.status = '';
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('route') || location.hash === this.#written) return;
    void this.#open();
  }

  override firstUpdated(): void {
    void this.#define();
    for (const [name, load] of Object.entries(this.loaded.source.diagrams)) void this.#draw(name, load);
  }

  async #define(): Promise<void> {
    await Promise.all([this.loaded.source.define?.(), this.loaded.inbox?.()]);
    this.requestUpdate();
  }

  async #draw(name: string, load: (() => Promise<{ readonly default: Diagram }>) | undefined): Promise<void> {
    const diagram = (await load?.())?.default;
    if (diagram !== undefined) this.diagrams = { ...this.diagrams, [name]: diagram };
  }

  async #open(): Promise<void> {
    const { route } = this;
    this.#rehearse(await givenInAddress(route.query, this.loaded));
    const rehearsal = this.#rehearsal;
    if (rehearsal === undefined) return;
    const shown = await readAddress(route.query, rehearsal);
    if (this.route !== route) return;
    this.refusal = undefined;
    this.#show(shown);
  }

  #rehearse(given: ScenarioEntry | undefined): void {
    const { rules } = this.loaded;
    if (rules !== undefined) this.#rehearsal = new Rehearsal(withGiven(this.loaded, given), rules);
  }

  get #play(): Play | undefined {
    const { shown } = this;
    return shown && (shown.side === 'b' ? (shown.runs.b ?? shown.runs.a) : shown.runs.a);
  }

  get #simulated(): Simulated | undefined {
    const play = this.#play;
    return this.shown && play && this.#rehearsal?.run(this.shown.side, play);
  }

  /** Shows something else of the same runs, or other runs; a role with nothing to do gives way to one waited for. */
  #show(change: Partial<Shown>): void {
    const before = this.shown;
    const rehearsal = this.#rehearsal;
    const next = before === undefined ? (change as Shown) : { ...before, ...change };
    if (rehearsal === undefined) return;
    this.shown = next;
    const offers = this.#simulated?.offers ?? [];
    const moved = change.runs !== undefined || change.side !== undefined;
    const idle = !offers.some(({ role, escape }) => role === next.role && !escape);
    if (next.role === undefined || (moved && idle && change.role === undefined)) {
      const role = firstRole(offers) ?? next.role ?? Object.keys(this.loaded.contract.roles)[0] ?? '';
      this.shown = { ...next, role };
    }
    void this.#link(this.shown, rehearsal);
  }

  async #link(shown: Shown, rehearsal: Rehearsal): Promise<void> {
    const write = await writeAddress(this.route, rehearsal, shown);
    write(() => this.shown === shown);
    if (this.shown === shown) this.#written = location.hash;
  }

  /** Puts another play in the place of the one being played. */
  #setPlay(play: Play, change: Partial<Shown> = {}): void {
    const { shown } = this;
    if (shown === undefined) return;
    const runs: Runs = shown.side === 'b' ? { ...shown.runs, b: play } : { ...shown.runs, a: play };
    this.#show({ runs, ...change });
  }

  #add(move: Move): void {
    const play = this.#play;
    if (play === undefined || this.shown === undefined || this.#rehearsal === undefined) return;
    const { play: next, refusal } = this.#rehearsal.add(this.shown.side, play, move);
    this.refusal = refusal;
    this.#setPlay(next);
  }

  override render(): TemplateResult {
    if (this.loaded.rules === undefined) return html`<p class="empty">${t('noRules')}</p>`;
    const { shown, loaded } = this;
    const rehearsal = this.#rehearsal;
    const play = this.#play;
    const simulated = this.#simulated;
    if (shown === undefined || play === undefined || simulated === undefined || rehearsal === undefined)
      return html`<p class="empty" role="status">${t('loading')}</p>`;
    const standing =
      simulated.standings.find(({ instance }) => instance === (shown.instance ?? 'case')) ??
      simulated.standings[0];
    const several = simulated.standings.length > 1;
    const scenario = rehearsal.scenario(play.scenario);
    const contract = suppose(loaded.contract, play.supposed);
    return html`
      <div
        class="page"
        data-playing="${loaded.contract.id}/${loaded.program.id}/${play.scenario}"
        data-moves=${play.moves.length}
      >
        <h1>${loaded.program.title}</h1>
        ${this.#toolbar(play, scenario, rehearsal)} ${brokenPromises(play, scenario, rehearsal)}
        ${supposedCount(play.supposed) === 0 ? nothing : html`<p class="notice warn">${t('supposedNow')}</p>`}
        <div class="procedure">
          <div class="procedure-main">
            ${
              standing === undefined
                ? nothing
                : standingPanel(standing, simulated.standings, (instance) => this.#show({ instance }))
            }
            ${viewsPanel({
              shown,
              play,
              simulated,
              standing,
              rehearsal,
              diagrams: this.diagrams,
              onShow: (change) => this.#show(change),
              onPlay: (next) => this.#setPlay(next),
              onMove: (move) => this.#add(move),
              onOffer: (offer) => this.#choose(offer),
              onScenario: (id, at) => this.#restart(id, at),
              onFile: (text) => this.#openFile(text),
            })}
            ${
              shown.tab === 'compare'
                ? nothing
                : html`<section class="card record" aria-labelledby="log-title">
                    <h2 id="log-title">${t('log')}</h2>
                    ${logPanel({
                      route: this.route,
                      log: simulated.log,
                      several,
                      moves: play.moves.length,
                      onBack: (count) => this.#back(count),
                    })}
                  </section>`
            }
          </div>
          <div class="procedure-side" tabindex="0" role="group" aria-label=${t('actAs')}>
            ${shown.runs.b === undefined ? nothing : this.#sides(shown)}
            ${actionsPanel({
              loaded,
              role: shown.role ?? '',
              offers: simulated.offers,
              refusal: this.refusal,
              several,
              people: {
                person: shown.person ?? '',
                principal: shown.principal ?? '',
                parts: partsOf(simulated),
                onPerson: (person, principal) => this.#show({ person, principal }),
              },
              onRole: (role) => {
                this.refusal = undefined;
                this.#show({ role });
              },
              onOffer: (offer) => this.#onOffer(offer),
            })}
            ${clockPanel(simulated.at, simulated.timers, contract.calendarRegion, (at) =>
              this.#add({ kind: 'advance', at }),
            )}
            ${timersPanel(this.route, simulated.timers)}
          </div>
        </div>
        <pg-act-dialog
          .loaded=${loaded}
          .offer=${this.offer}
          .sample=${this.#sample(this.offer, rehearsal)}
          .now=${simulated.at}
          @act=${this.#onAct}
          @dismiss=${() => {
            this.offer = undefined;
          }}
        ></pg-act-dialog>
        <pg-record-dialog
          .environment=${rehearsal.environment(shown.side, play.supposed)}
          .recorded=${this.recorded}
          .supposed=${supposedCount(play.supposed) > 0}
          @dismiss=${() => {
            this.recorded = undefined;
          }}
        ></pg-record-dialog>
      </div>
    `;
  }

  #toolbar(play: Play, scenario: ScenarioEntry | undefined, rehearsal: Rehearsal): TemplateResult {
    return toolbar({
      loaded: rehearsal.loaded,
      play,
      scenario,
      status: this.status,
      comparing: this.shown?.runs.b !== undefined,
      onScenario: (id) => this.#restart(id, 0),
      onPlayOn: (count) => this.#playOn(count),
      onUndo: () => this.#back(play.moves.length - 1),
      onReset: () => this.#restart(play.scenario, 0),
      onCopyLink: () => void this.#copyLink(),
      onRecord: () => {
        this.recorded = rehearsal.record(this.shown?.side ?? 'a', play, recordingName(this.#simulated));
      },
      onCompare: () => this.#show({ runs: { a: play, b: play }, side: 'b', tab: 'compare' }),
    });
  }

  #sides({ side }: Shown): TemplateResult {
    const sides = (['a', 'b'] as const).map((id) => ({ id, label: sideName(id) }));
    return html`<div class="panel sides">
      ${segments(t('sidePlayed'), sides, side, (next) => this.#show({ side: next }))}
    </div>`;
  }

  #sample(offer: Offer | undefined, rehearsal: Rehearsal): JsonObject | undefined {
    const play = this.#play;
    if (offer === undefined || play === undefined) return undefined;
    const before = play.moves.filter(
      (move) =>
        move.kind === 'act' &&
        move.event === offer.event &&
        move.role === offer.role &&
        move.instance === offer.instance,
    ).length;
    return sampleFor(rehearsal.loaded, rehearsal.scenario(play.scenario), play.cases, offer, before);
  }

  /** Takes up something that another role may do: as that role. */
  #choose(offer: Offer): void {
    this.#show({ role: offer.role });
    this.#onOffer(offer);
  }

  #onOffer(offer: Offer): void {
    // What is still open may hang on what the event brings along.
    const open = offer.notes.length > 0;
    if (offer.form !== undefined || offer.reason !== undefined || open) this.offer = offer;
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
    const { instance, role, event } = offer;
    const { person = '', principal = '' } = this.shown ?? {};
    const actor = {
      ...(person === '' ? {} : { person }),
      ...(principal === '' ? {} : { for: principal }),
    };
    this.#add({ kind: 'act', at, instance, role, event, ...actor, ...entered });
  }

  #playOn(count: number): void {
    const play = this.#play;
    if (play === undefined || this.shown === undefined || this.#rehearsal === undefined) return;
    const result = this.#rehearsal.playOn(this.shown.side, play, count);
    this.refusal = result.refusal;
    this.#setPlay(result.play);
  }

  /** Goes back to where that many moves were played. */
  #back(moves: number): void {
    const play = this.#play;
    if (play === undefined) return;
    this.refusal = undefined;
    this.#setPlay({ ...play, moves: play.moves.slice(0, moves) });
  }

  #restart(scenario: string, at: number): void {
    const { shown } = this;
    const rehearsal = this.#rehearsal;
    const supposed = this.#play?.supposed;
    if (rehearsal === undefined || shown === undefined || supposed === undefined) return;
    const start = { ...startOfPlay(rehearsal.loaded, scenario), supposed };
    const result = rehearsal.playOn(shown.side, start, at);
    this.refusal = result.refusal;
    const { role: _, ...rest } = shown;
    this.shown = rest;
    this.#setPlay(result.play);
  }

  #openFile(text: string): void {
    const given = givenScenario(parsed(text), this.loaded);
    this.status = given === undefined ? t('fileUnreadable') : t('fileOpened', { title: given.title });
    if (given === undefined) return;
    this.#rehearse(given);
    this.#restart(GIVEN, 0);
  }

  async #copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.href);
    this.status = t('copied');
  }
}

/** Who is waited for: those who can only leave come last. */
function firstRole(offers: readonly Offer[]): string | undefined {
  return (offers.find(({ escape, blocked }) => !escape && !blocked) ?? offers[0])?.role;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

customElements.define('pg-procedure-page', ProcedurePage);
