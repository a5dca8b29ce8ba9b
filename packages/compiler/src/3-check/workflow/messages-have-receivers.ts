import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Call, callsOf } from './references/calls.ts';
import { buildStatechart } from './statechart/build.ts';
import type { Statechart } from './statechart/node.ts';
import type { MachineUnderCheck } from './subject.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** What one machine sends another one hears, and what it waits for is sent. */
export const messagesHaveReceivers: WorkflowCheck = (view) => {
  const machines = [view.machine, ...view.siblings.filter(({ id }) => id !== view.machine.id)].map(read);
  return [...unheard(view, machines), ...unsent(view, machines)];
};

interface Correspondent {
  readonly id: string;
  readonly kind: string;
  readonly hears: readonly string[];
  readonly sends: readonly Sent[];
}

interface Sent {
  readonly to: string;
  readonly event: string;
  /** File name of the only machine that it goes to. */
  readonly machine?: string;
}

function read(machine: MachineUnderCheck): Correspondent {
  const chart = buildStatechart(machine);
  return {
    id: machine.id,
    kind: machine.kind,
    hears: heard(chart),
    sends: callsOf(chart).flatMap(messageOf),
  };
}

function heard({ transitions }: Statechart): readonly string[] {
  return transitions.flatMap(({ trigger }) => (trigger.type === 'event' ? [trigger.name] : []));
}

function messageOf({ type, params }: Call): Correspondent['sends'] {
  const { to, event, machine } = params;
  if (type !== 'send' || typeof to !== 'string' || typeof event !== 'string') return [];
  return [{ to, event, ...(typeof machine === 'string' ? { machine } : {}) }];
}

function unheard({ calls, place }: MachineView, machines: readonly Correspondent[]): readonly Diagnostic[] {
  return calls.flatMap((call) =>
    messageOf(call).flatMap(({ to, event, machine }): readonly Diagnostic[] => {
      const ofKind = machines.filter(({ kind }) => kind === to);
      const receivers = ofKind.filter(({ id }) => machine === undefined || id === machine);
      if (ofKind.length > 0 && receivers.length === 0) {
        const params = {
          kind: to,
          name: machine ?? '',
          nearest: nearest(
            machine ?? '',
            ofKind.map(({ id }) => id),
          ),
        };
        return [report('workflow/unknown-machine', place(`${call.paramsPointer}/machine`), params)];
      }
      if (receivers.length === 0) {
        return [report('workflow/no-receiver', place(`${call.paramsPointer}/to`), { kind: to, event })];
      }
      const names = receivers.flatMap(({ hears }) => hears);
      if (names.includes(event) || names.includes('*')) return [];
      return [
        report('workflow/unheard-message', place(`${call.paramsPointer}/event`), {
          kind: to,
          event,
          nearest: nearest(event, names),
        }),
      ];
    }),
  );
}

function unsent(
  { chart, machine, keyPlace }: MachineView,
  machines: readonly Correspondent[],
): readonly Diagnostic[] {
  return chart.transitions.flatMap(({ trigger, meta, pointer }): readonly Diagnostic[] => {
    const from = meta['from'];
    if (trigger.type !== 'event' || typeof from !== 'string') return [];
    const sends = machines.filter(({ kind }) => kind === from).flatMap((sender) => sender.sends);
    const names = sends
      .filter(({ to, machine: only }) => to === machine.kind && (only === undefined || only === machine.id))
      .map(({ event }) => event);
    if (names.includes(trigger.name)) return [];
    return [
      report('workflow/unsent-message', keyPlace(pointer), {
        kind: from,
        event: trigger.name,
        nearest: nearest(trigger.name, names),
      }),
    ];
  });
}
