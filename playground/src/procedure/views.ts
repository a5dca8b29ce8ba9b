import { caseViewFor, tagName } from '@zhinan/engine';
import type { ActDetail } from '@zhinan/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { segments } from '../segments.ts';
import type { Shown } from './address.ts';
import './calendar/calendar-view.ts';
import type { DayEvent } from './calendar/calendar-view.ts';
import { marksOf } from './calendar/marks.ts';
import { compareView } from './compare/compare-view.ts';
import type { Diagram } from './diagram.ts';
import { entitlementsView } from './entitlements-view.ts';
import { groupsView } from './groups/groups-view.ts';
import { inboxOf } from './inbox-view.ts';
import { NOTHING_SUPPOSED, type Move, type Play } from './moves.ts';
import type { Rehearsal } from './rehearsal.ts';
import './scenarios/scenarios-view.ts';
import type { FileEvent, OpenEvent } from './scenarios/scenarios-view.ts';
import type { Offer, Simulated, Standing } from './standing.ts';
import { drawing } from './standing-panel.ts';
import { withCase } from './start.ts';
import { stepFormView } from './step-form-view.ts';
import { suppose } from './supposed.ts';
import { TAB_WORD, type Tab } from './tab.ts';
import './view-host.ts';

/** What the middle of the page shows, and what can be done from there. */
export interface Views {
  readonly shown: Shown;
  readonly play: Play;
  readonly simulated: Simulated;
  /** The machine that is looked at. */
  readonly standing: Standing | undefined;
  readonly rehearsal: Rehearsal;
  readonly diagrams: Readonly<Record<string, Diagram>>;
  readonly onShow: (change: Partial<Shown>) => void;
  readonly onPlay: (play: Play) => void;
  readonly onMove: (move: Move) => void;
  readonly onOffer: (offer: Offer) => void;
  readonly onScenario: (id: string, at: number) => void;
  readonly onFile: (text: string) => void;
}

const TABS: readonly Tab[] = [
  'diagram',
  'inbox',
  'form',
  'calendar',
  'groups',
  'entitlements',
  'applicant',
  'scenarios',
];

/** One of the views at a time, under its tabs. */
export function viewsPanel(views: Views): TemplateResult {
  const { shown, onShow } = views;
  const ids = shown.runs.b === undefined ? TABS : ([...TABS, 'compare'] as const);
  const tabs = ids.map((id) => ({ id, label: t(TAB_WORD[id]) }));
  return html`<section class="card stage views" aria-label=${t(TAB_WORD[shown.tab])}>
    ${segments(t('views'), tabs, shown.tab, (tab) => onShow({ tab }))}
    <div class="stage-body" data-view=${shown.tab}>${view(views)}</div>
  </section>`;
}

function view(views: Views): TemplateResult | typeof nothing {
  const { shown, play, simulated, standing, rehearsal, diagrams, onShow, onOffer } = views;
  const { contract, program } = rehearsal.loaded;
  const look = (instance: string): void => onShow({ instance, tab: 'diagram' });
  switch (shown.tab) {
    case 'diagram': {
      if (standing === undefined) return nothing;
      const name = [contract.scheme, contract.edition, program.id, standing.file].join('-');
      return drawing(standing, diagrams[standing.file], name);
    }
    case 'inbox':
      return inboxOf(views);
    case 'form':
      return stepFormView(rehearsal, shown.side, play, simulated, standing, shown.role ?? '');
    case 'calendar':
      return calendar(views);
    case 'groups':
      return groupsView({
        loaded: rehearsal.loaded,
        rules: rehearsal.rules,
        simulated,
        onInstance: look,
        onCase: (ownBatch) => views.onPlay(withCase(play, ownBatch)),
      });
    case 'entitlements':
      return entitlementsView(simulated, look, onOffer);
    case 'applicant':
      return applicantView(views);
    case 'scenarios':
      return html`<pg-scenarios-view
        .scenarios=${rehearsal.loaded.scenarios}
        .environment=${rehearsal.environment('a', NOTHING_SUPPOSED)}
        .current=${play.scenario}
        @open=${({ detail }: OpenEvent) => views.onScenario(detail.scenario, detail.at)}
        @file=${({ detail }: FileEvent) => views.onFile(detail)}
      ></pg-scenarios-view>`;
    case 'compare':
      return compared(views);
  }
}

function calendar({ rehearsal, play, simulated, onMove }: Views): TemplateResult {
  const contract = suppose(rehearsal.loaded.contract, play.supposed);
  return html`<pg-calendar-view
    .at=${simulated.at}
    .region=${contract.calendarRegion}
    .marks=${marksOf(contract, simulated.waits, simulated.log)}
    @day=${({ detail }: DayEvent) => onMove({ kind: 'advance', at: `${detail}T09:00:00+08:00` })}
  ></pg-calendar-view>`;
}

function compared({ shown, rehearsal, onShow }: Views): TemplateResult | typeof nothing {
  const { runs, side } = shown;
  const { a, b } = runs;
  if (b === undefined) return nothing;
  return compareView({
    loaded: rehearsal.loaded,
    runs: {
      a: { simulated: rehearsal.run('a', a), supposed: a.supposed },
      b: { simulated: rehearsal.run('b', b), supposed: b.supposed },
    },
    side,
    onSide: (next) => onShow({ side: next }),
    onSuppose: (of, supposed) => onShow({ runs: { ...runs, [of]: { ...(of === 'b' ? b : a), supposed } } }),
    onEnd: () => onShow({ runs: { a: side === 'b' ? b : a }, side: 'a', tab: 'diagram' }),
  });
}

/** The generated status element with the case that is looked at, as the applicant has it: what they may do is done from there. */
function applicantView({
  shown: { side },
  play,
  rehearsal,
  simulated,
  standing,
  onMove,
  onOffer,
}: Views): TemplateResult {
  const { contract, program } = rehearsal.loaded;
  const shown = standing?.machine === 'case' ? standing : simulated.standings[0];
  const tag = tagName(contract, program, 'case');
  const role = program.forms[program.applicationForm]?.by;
  if (shown === undefined || role === undefined || customElements.get(tag) === undefined)
    return html`<p class="muted">${t('noElement')}</p>`;
  const { instance } = shown;
  const environment = rehearsal.environment(side, play.supposed);
  return html`<pg-view-host
    .tag=${tag}
    .view=${caseViewFor(environment, simulated.procedure, instance, { role }) ?? shown.view}
    @act=${({ detail }: CustomEvent<ActDetail>) =>
      onMove({ kind: 'act', at: simulated.at, instance, role, event: detail.event, ...detail.payload })}
    @navigate=${({ detail }: CustomEvent<{ readonly event?: string }>) => {
      const offer = simulated.offers.find(
        (each) => each.instance === instance && each.role === role && each.event === detail.event,
      );
      if (offer) onOffer(offer);
    }}
  ></pg-view-host>`;
}
