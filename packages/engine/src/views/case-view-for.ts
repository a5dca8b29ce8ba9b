import type { Actor, CaseView, InstanceId, NoticeView } from '@zhinan/model';
import { inBeijing, type IsoInstant } from '../calendar/instant.ts';
import { workdaysLeft } from '../calendar/workdays.ts';
import { caseView } from '../workflow/case-view.ts';
import { machineOf, type Environment } from '../workflow/environment.ts';
import { textsOf } from '../workflow/json.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Procedure } from '../workflow/procedure.ts';
import type { Snapshot } from '../workflow/snapshot.ts';
import { actsOf } from './acts.ts';
import { handingsOf, lastReturn, receiptsOf } from './history.ts';

/**
 * Where a machine stands, for somebody in a role: {@link caseView} with what they may do now, the last return, periods of
 * publication and receipts. Undefined where there is no such machine.
 */
export function caseViewFor(
  environment: Environment,
  procedure: Procedure,
  instance: InstanceId,
  actor: Actor,
  at: IsoInstant = procedure.at,
): CaseView | undefined {
  const snapshot = procedure.instances[instance];
  if (snapshot === undefined) return undefined;
  const now = inBeijing(at);
  const handings = handingsOf(environment, procedure, instance);
  const back = lastReturn(environment, handings);
  const notices = noticesOf(environment, snapshot, now);
  return {
    ...caseView(environment, machineOf(environment, snapshot.machine), snapshot, now),
    instance,
    acts: actsOf(environment, { ...procedure, at: now }, instance, actor),
    ...(back ? { returned: back.view } : {}),
    ...(notices.length > 0 ? { notices } : {}),
    receipts: receiptsOf(
      environment,
      instance,
      handings.filter(({ role }) => role === actor.role),
    ),
  };
}

/** Every time the case was shown to the public. */
function noticesOf(environment: Environment, snapshot: Snapshot, now: IsoInstant): readonly NoticeView[] {
  const { index } = kernelOf(environment, snapshot.machine);
  return snapshot.visited.flatMap(({ path, enteredAt, leftAt }): readonly NoticeView[] => {
    const meta = index.get(path)?.meta;
    if (meta?.notice !== true) return [];
    const base = { title: meta.title ?? path, clauses: textsOf(meta.clause), from: enteredAt };
    if (leftAt !== undefined) return [{ ...base, until: leftAt, status: 'over' }];
    const waits = periodsOf(path);
    const timer = snapshot.timers.find(({ delay }) => waits.has(delay));
    if (timer === undefined) return [{ ...base, status: 'running', workdaysLeft: null }];
    const left = workdaysLeft(now, timer.dueAt, environment.contract.calendarRegion);
    return [{ ...base, until: timer.dueAt, status: 'running', workdaysLeft: left }];
  });

  /** Waits counted in working days, of the state or one inside it: a deadline that stands beside them is none. */
  function periodsOf(path: string): ReadonlySet<string> {
    const delays = machineOf(environment, snapshot.machine).delays;
    const inside = [...index.values()].filter(
      (state) => state.path === path || state.path.startsWith(`${path}.`),
    );
    const names = inside.flatMap((state) => Object.keys(state.after));
    return new Set(
      names.filter((name) => {
        const delay = delays[name];
        return delay !== undefined && ('workdays' in delay || 'days' in delay);
      }),
    );
  }
}
