import type { CaseStep, CaseView, MachineContract, StateMeta } from '@zhinan/model';
import { workdaysLeft } from '../calendar/workdays.ts';
import { compareInstants, inBeijing, type IsoInstant } from '../calendar/instant.ts';
import { roleTitle, type Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves, lineage, type MachineIndex } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { mainPath } from './main-path.ts';
import { explainRefusal } from './refusal.ts';
import { rolesOf } from './roles.ts';
import { isSealed } from './sealed.ts';
import type { Scope } from './catalogue/scope.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a machine stands at that moment, as titles, clauses and dates to show: no names of our own inside. */
export function caseView(
  environment: Environment,
  machine: MachineContract,
  snapshot: Snapshot,
  at: IsoInstant,
): CaseView {
  const { index } = kernelOf(environment, machine.id);
  const now = inBeijing(at);
  const outcome = snapshot.status === 'done' ? outcomeOf(index, snapshot) : undefined;
  const region = environment.contract.calendarRegion;
  const wait = (delay: string) => ({
    title: machine.delays[delay]?.title ?? delay,
    clause: machine.delays[delay]?.clause ?? '',
  });
  return {
    title: machine.title,
    status: snapshot.status,
    ...(outcome ? { outcome } : {}),
    steps: stepsOf(environment, index, snapshot, now),
    due: snapshot.timers.map(({ delay, dueAt }) => ({
      ...wait(delay),
      at: dueAt,
      workdaysLeft: workdaysLeft(now, dueAt, region),
    })),
    ...(snapshot.undated.length > 0
      ? { undated: snapshot.undated.map(({ delay, since }) => ({ ...wait(delay), since })) }
      : {}),
    log: logOf(environment, snapshot),
    at: now,
  };
}

/** Accepted events and, in their place in time, waits that ended without effect. */
function logOf(environment: Environment, snapshot: Snapshot): CaseView['log'] {
  const { log, lapsed } = snapshot;
  const events = log.map((entry) => ({
    at: entry.at,
    title: entry.title,
    ...(entry.role === undefined ? {} : { actor: roleTitle(environment, entry.role) }),
    // Everybody is shown this view: what a step still seals stays unsaid.
    ...(entry.reason === undefined || isSealed(environment, snapshot, entry.event, entry.at)
      ? {}
      : { reason: entry.reason }),
    clauses: entry.clauses,
  }));
  const idle = lapsed.map(({ at, refusal }) => ({
    at,
    title: explainRefusal(refusal),
    clauses: refusal.clauses,
  }));
  return [...events, ...idle].sort((a, b) => compareInstants(a.at, b.at));
}

/** What a final state of the machine means for the applicant. */
export function outcomeOf(index: MachineIndex, snapshot: Snapshot): StateMeta['outcome'] {
  return activeLeaves(snapshot.value)
    .map((path) => index.get(path)?.meta.outcome)
    .find((outcome) => outcome !== undefined);
}

function stepsOf(
  environment: Environment,
  index: MachineIndex,
  snapshot: Snapshot,
  at: IsoInstant,
): readonly CaseStep[] {
  const { visited } = snapshot;
  const leaves = activeLeaves(snapshot.value);
  const isStep = (path: string) => {
    const state = index.get(path);
    // A final state inside a compound one only says that its parent is done.
    if (!state || state.children.length > 0 || (state.type === 'final' && state.parent !== '')) return false;
    // Nor is a state that only chooses the way a step for anybody.
    return state.always.length === 0 || Object.keys(state.on).length > 0 || leaves.includes(path);
  };
  const done = visited.filter((each) => isStep(each.path) && each.leftAt !== undefined);
  const current = visited.filter((each) => isStep(each.path) && each.leftAt === undefined);
  const scope = { environment, at, context: snapshot.context };
  const ahead = snapshot.status === 'done' ? [] : mainPath(index, leaves, scope).filter(isStep);
  const finished = snapshot.status === 'done';
  const steps = [
    ...done.map((each) => ({ ...each, status: 'done' as const })),
    ...current.map((each) => ({ ...each, status: finished ? ('done' as const) : ('current' as const) })),
    ...ahead.map((path) => ({ path, status: 'upcoming' as const })),
  ];
  return steps.map((each) => ({ ...each, ...described(scope, index, each.path) }));
}

/** Title, clauses and actors of a state; what it does not say itself, the states around it say. */
function described(
  scope: Scope,
  index: MachineIndex,
  path: string,
): Pick<CaseStep, 'title' | 'clauses' | 'actors'> {
  const metas = lineage(path).map((each) => index.get(each)?.meta ?? {});
  const nearest = <K extends keyof StateMeta>(key: K) => metas.find((meta) => meta[key] !== undefined)?.[key];
  return {
    title: titleOf(metas.slice(0, -1).flatMap(({ title }) => title ?? [])) ?? path,
    clauses: textsOf(nearest('clause')),
    actors: actorsIn(nearest('role'), scope),
  };
}

/** Titles of those who act; what a table has not decided yet is said as such. */
function actorsIn(refs: StateMeta['role'], scope: Scope): readonly string[] {
  const { roles, open } = rolesOf(refs, scope);
  return [...roles.map((role) => roleTitle(scope.environment, role)), ...open.map(({ text }) => text)];
}

/** A step inside a larger one names both, unless its own title says so already. */
function titleOf([own, around]: readonly string[]): string | undefined {
  return own === undefined || around === undefined || own.includes(around) ? own : `${around}：${own}`;
}
