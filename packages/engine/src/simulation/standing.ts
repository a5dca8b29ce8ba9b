import type { IsoInstant } from '../calendar/instant.ts';
import { roleTitle, type Environment } from '../workflow/environment.ts';
import { activeLeaves } from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Snapshot } from '../workflow/snapshot.ts';
import { awaitsMessages, optionsOf, waitsOf } from './options.ts';
import type { Desk } from './person.ts';
import type { OpenCases } from './result.ts';

/** What a case that is not finished waits for. */
export function standing(
  environment: Environment,
  snapshot: Snapshot,
  desk: Desk | undefined,
  at: IsoInstant,
  children: readonly Snapshot[],
): Pick<OpenCases, 'waitsFor' | 'on'> {
  const { contract } = kernelOf(environment, snapshot.machine);
  if (snapshot.undated.length > 0)
    return {
      waitsFor: 'calendar',
      on: snapshot.undated.map(({ delay }) => contract.delays[delay]?.title ?? delay),
    };
  const options = optionsOf(environment, snapshot, at).filter(({ kind }) => kind !== 'leave');
  const [wait] = waitsOf(environment, snapshot).filter(({ deadline }) => !deadline);
  if (desk?.undertaken || (options.length > 0 && !wait)) {
    const roles = desk?.undertaken ? [desk.undertaken.role] : options.flatMap((option) => option.roles);
    return { waitsFor: 'person', on: [...new Set(roles)].map((role) => roleTitle(environment, role)) };
  }
  const [timer] = snapshot.timers;
  if (timer) return { waitsFor: 'time', on: [contract.delays[timer.delay]?.title ?? timer.delay] };
  return awaitsMessages(environment, snapshot)
    ? { waitsFor: 'message', on: [...new Set(children.map((child) => stepTitle(environment, child)))] }
    : { waitsFor: options.length > 0 ? 'person' : 'nothing', on: [] };
}

/** Machine and step, as officers know them. */
function stepTitle(environment: Environment, { machine, value }: Snapshot): string {
  const { contract, index } = kernelOf(environment, machine);
  const steps = activeLeaves(value).map((leaf) => index.get(leaf)?.meta.title ?? leaf);
  return `${contract.title}：${steps.join('、')}`;
}
