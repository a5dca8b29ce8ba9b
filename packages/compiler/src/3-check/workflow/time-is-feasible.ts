import { closeOf, formatInstant, isWorkday, addDays, millisOf, type IsoDate } from '@zhinan/engine';
import type { DelayDefinition, Diagnostic, Interpretation } from '@zhinan/model';
import { pointerOf } from '../../1-load/pointer.ts';
import { reporter } from '../../diagnostics/message.ts';
import { workflowTimeMessages } from '../../diagnostics/messages/workflow-time.ts';
import type { Stop } from './statechart/explore.ts';
import { type ChartNode, titleOf } from './statechart/node.ts';
import { properEdges, stopsLeadingTo } from './statechart/ways.ts';
import { type Bound, forcedBy, never, spanOf } from './time/bounds.ts';
import { type BoundWait, type Latest, latestEntries } from './time/latest.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(workflowTimeMessages);

/** With the working-day calendar there is a way to meet each deadline; the last day to begin each wait is told. */
export const timeIsFeasible: WorkflowCheck = (view) => {
  const goals = goalsOf(view);
  if (view.exploration.bounded || goals.size === 0) return [];
  const latest = latestEntries(view, goals, (delay) => ruleOf(view, delay));
  return [...readings(view), ...impossible(view, goals, latest), ...lastDays(view, goals, latest)];
};

/** Where an applicant or body wants to get: acceptance or completion; with no such outcome named, any end without one. */
function goalsOf({ exploration }: MachineView): ReadonlySet<Stop> {
  const ends = exploration.stops.filter((stop) => stop.over);
  const wanted = ends.filter((stop) =>
    outcomesOf(stop).some((each) => each === 'accepted' || each === 'completed'),
  );
  if (wanted.length > 0) return new Set(wanted);
  return new Set(ends.filter((stop) => outcomesOf(stop).every((each) => each === undefined)));
}

function outcomesOf({ config }: Stop) {
  return config.leaves.map(({ meta }) => meta['outcome']);
}

function interpretationOf({ guideline, machine }: MachineView, delay: string): Interpretation | undefined {
  const definition = machine.delays[delay];
  const name = definition && 'workdays' in definition ? definition.postingDayCounts : undefined;
  return name !== undefined && Object.hasOwn(guideline.interpretations, name)
    ? guideline.interpretations[name]
    : undefined;
}

/** Like the kernel: the first day counts only when the reading says so. */
function ruleOf(view: MachineView, delay: string, reading?: string) {
  const interpretation = interpretationOf(view, delay);
  const value = interpretation?.readings[reading ?? interpretation.chosen]?.value;
  return { postingDayCounts: value === true, region: view.guideline.calendarRegion };
}

function readings({ guideline, machine, place }: MachineView): readonly Diagnostic[] {
  return Object.entries(machine.delays).flatMap(([id, delay]): readonly Diagnostic[] => {
    const name = 'workdays' in delay ? delay.postingDayCounts : undefined;
    const interpretation = name === undefined ? undefined : guideline.interpretations[name];
    return Object.values(interpretation?.readings ?? {})
      .filter(({ value }) => typeof value !== 'boolean')
      .map(({ title }) =>
        report('workflow/reading-without-value', place(`/delays${pointerOf([id, 'postingDayCounts'])}`), {
          name: name ?? '',
          reading: title,
        }),
      );
  });
}

/** Stops from which the goal is in sight but no moment is early enough; only where the way breaks, not before it. */
function impossible(view: MachineView, goals: ReadonlySet<Stop>, { entry }: Latest): readonly Diagnostic[] {
  const leading = stopsLeadingTo(view.exploration.stops, (stop) => goals.has(stop));
  const named = new Set<string>();
  return view.exploration.stops.flatMap((stop): readonly Diagnostic[] => {
    if (!leading.has(stop) || (entry.get(stop) ?? never).at > never.at) return [];
    const broken = properEdges(stop).find((edge) => (entry.get(edge.to) ?? never).at > never.at);
    const source = broken?.answer[0]?.source;
    if (!broken || !source || named.has(source.pointer)) return [];
    named.add(source.pointer);
    const span = spanOf(broken, view);
    const bounds = [entry.get(broken.to) ?? never, span.until, forcedBy(stop, view, broken.answer[0])];
    const limit = bounds.reduce((a, b) => (b.at < a.at ? b : a));
    return [
      report(
        'workflow/deadline-impossible',
        view.place(broken.answer[0]?.pointer ?? source.pointer),
        { step: titleOf(source), ...deadlineOf(view, limit), cause: titleOfInstant(view, span.from.instant) },
        clauseOf(view, limit.instant),
      ),
    ];
  });
}

interface Chosen {
  readonly node: ChartNode;
  readonly wait: BoundWait;
}

/** Of all situations in which a state waits, the one that leaves most time. */
function best(waits: readonly BoundWait[]): readonly Chosen[] {
  const found = new Map<string, Chosen>();
  for (const wait of waits) {
    const node = wait.edge.answer[0]?.source;
    if (!node) continue;
    const key = `${node.pointer} ${wait.delay}`;
    const known = found.get(key);
    const later =
      (wait.start?.end ?? Number.NEGATIVE_INFINITY) > (known?.wait.start?.end ?? Number.NEGATIVE_INFINITY);
    if (!known || later) found.set(key, { node, wait });
  }
  return [...found.values()];
}

function lastDays(view: MachineView, goals: ReadonlySet<Stop>, latest: Latest): readonly Diagnostic[] {
  return best(latest.waits).flatMap(({ node, wait }): readonly Diagnostic[] => {
    const definition = view.machine.delays[wait.delay];
    if (!definition) return [];
    const step = titleOf(node);
    const deadline = deadlineOf(view, wait.limit);
    const place = view.keyPlace(`${node.pointer}/after${pointerOf([wait.delay])}`);
    const more = { clause: definition.clause };
    if (wait.start === undefined) {
      const params = { step, delay: definition.title, ...deadline };
      return [report('workflow/wait-date-unknown', place, params, more)];
    }
    if (!wait.start) {
      return [
        report('workflow/calendar-unknown', place, { step, delay: definition.title, ...deadline }, more),
      ];
    }
    const chosen = wait.start;
    const previous = previousDeadline(view, wait);
    const gap = previous ? millisOf(closeOf(chosen.date)) - previous.at : 0;
    const usable = previous && gap > 0;
    const previousNames = previous
      ? { previous: titleOfInstant(view, previous.instant), previousAt: formatInstant(previous.at) }
      : { previous: '', previousAt: '' };
    const found = report(
      'workflow/last-safe-day',
      place,
      {
        step,
        delay: definition.title,
        clause: definition.clause,
        ...deadline,
        ...columns(view, goals, node, wait, definition),
        lastWorkday: lastWorkdayUntil(chosen.date, view),
        ...(usable ? previousNames : { previous: '', previousAt: '' }),
        hoursLeft: usable ? Math.floor(gap / 3_600_000) : -1,
      },
      more,
    );
    if (!previous || gap > 0) return [found];
    const warning = { step, lastDay: chosen.date, ...deadline, ...previousNames };
    return [found, report('workflow/notice-gap', place, warning, more)];
  });
}

/** The answer under each reading, the chosen one first; every reading is counted through the whole machine. */
function columns(
  view: MachineView,
  goals: ReadonlySet<Stop>,
  node: ChartNode,
  wait: BoundWait,
  delay: DelayDefinition,
) {
  const interpretation = interpretationOf(view, wait.delay);
  const name = 'workdays' in delay ? delay.postingDayCounts : undefined;
  const others = Object.keys(interpretation?.readings ?? {}).filter((id) => id !== interpretation?.chosen);
  const rows = [interpretation?.chosen ?? '', ...others].flatMap((reading) => {
    const counting = (id: string) => {
      const definition = view.machine.delays[id];
      const same = definition && 'workdays' in definition && definition.postingDayCounts === name;
      return ruleOf(view, id, same && reading ? reading : undefined);
    };
    const { waits } = latestEntries(view, goals, counting);
    const own = best(waits).find((each) => each.node === node && each.wait.delay === wait.delay);
    const start = own?.wait.start;
    if (!start) return [];
    const kind = isWorkday(start.date, view.guideline.calendarRegion) === false ? 'off' : 'work';
    return [{ title: interpretation?.readings[reading]?.title ?? '', start, kind }];
  });
  return {
    readings: rows.map(({ title }) => title),
    lastDays: rows.map(({ start }) => start.date),
    ends: rows.map(({ start }) => formatInstant(start.end)),
    dayKinds: rows.map(({ kind }) => kind),
  };
}

function lastWorkdayUntil(date: IsoDate, { guideline }: MachineView): IsoDate {
  for (let day = date, back = 0; back < 31; day = addDays(day, -1), back += 1) {
    if (isWorkday(day, guideline.calendarRegion)) return day;
  }
  return '';
}

/** The latest deadline on the way to a wait that is not the wait's own: who just meets it comes here that late. */
function previousDeadline(view: MachineView, { stop, limit }: BoundWait): Bound | undefined {
  const before = stopsLeadingTo(view.exploration.stops, (each) => each === stop);
  let latest: Bound | undefined;
  for (const each of before) {
    for (const edge of properEdges(each)) {
      if (!before.has(edge.to)) continue;
      for (const bound of [spanOf(edge, view).until, forcedBy(each, view, edge.answer[0])]) {
        const usable = Number.isFinite(bound.at) && bound.at < limit.at && bound.instant !== limit.instant;
        if (usable && (!latest || bound.at > latest.at)) latest = bound;
      }
    }
  }
  return latest;
}

function titleOfInstant({ guideline }: MachineView, name: string): string {
  return guideline.instants[name]?.title ?? name;
}

function deadlineOf(view: MachineView, limit: Bound): { deadline: string; deadlineAt: string } {
  const at = view.guideline.instants[limit.instant]?.at ?? limit.instant;
  return { deadline: titleOfInstant(view, limit.instant), deadlineAt: at };
}

function clauseOf({ guideline }: MachineView, instant: string): { clause?: string } {
  const clause = guideline.instants[instant]?.clause;
  return clause === undefined ? {} : { clause };
}
