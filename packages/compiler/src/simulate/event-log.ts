import type { ProcedureEntry } from '@zhinan/engine';
import type { InstanceId, MachineKind } from '@zhinan/model';

/** One thing that happened, without what anybody wrote. */
export interface LoggedEvent {
  readonly at: string;
  readonly machine: MachineKind;
  readonly instance: InstanceId;
  readonly event: string;
  readonly title: string;
  readonly clause: string;
  readonly role?: string;
  readonly state: string;
  /** Paid (or, negative, recovered) by it, in 元. */
  readonly paid?: number;
  /** Lists that hear of it. */
  readonly tells: readonly InstanceId[];
}

/**
 * What process mining needs of a simulation. Answers and reasons stay behind: a case is a number, an applicant a pseudonym.
 */
export class EventLog {
  readonly events: LoggedEvent[] = [];
  readonly machines = new Map<InstanceId, MachineKind>();
  readonly batchOf = new Map<InstanceId, InstanceId>();

  readonly note = (entry: ProcedureEntry, batch: InstanceId | undefined): void => {
    const { at, machine, instance, event, title, clauses, role, states, effects, accepted } = entry;
    if (!accepted) return;
    this.machines.set(instance, machine);
    if (batch !== undefined && machine === 'case') this.batchOf.set(instance, batch);
    let paid = 0;
    const tells = new Set<InstanceId>();
    for (const effect of effects) {
      if (effect.type === 'pay') paid += (effect.value ?? 0) / (effect.unit === '分' ? 100 : 1);
      if (effect.type === 'recover') paid -= (effect.value ?? 0) / (effect.unit === '分' ? 100 : 1);
      if (effect.type === 'send' && effect.to === 'round') tells.add('round');
      if (effect.type === 'send' && effect.to === 'batch' && batch !== undefined) tells.add(batch);
    }
    this.events.push({
      at,
      machine,
      instance,
      event,
      title,
      clause: clauses.join('、'),
      ...(role === undefined ? {} : { role }),
      state: states.join(' + '),
      ...(paid === 0 ? {} : { paid }),
      tells: [...tells],
    });
  };
}

/** The case that a machine belongs to, or is. */
export function caseOf(instance: InstanceId): InstanceId | undefined {
  return instance.startsWith('case') ? instance.split('/')[0] : undefined;
}

/** A name for whoever applied with that case. */
export function pseudonymOf(of: InstanceId): string {
  return `applicant-${(of.split(':')[1] ?? '1').padStart(6, '0')}`;
}
