import type { DelayDefinition, Diagnostic, Json } from '@zhinan/model';
import { pointerOf } from '../../1-load/pointer.ts';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { callsOf, type Call } from './references/calls.ts';
import { dateIn } from './references/dates.ts';
import { fieldSchema } from './references/fields.ts';
import { mentionsIn } from './references/mentions.ts';
import { buildStatechart } from './statechart/build.ts';
import { listed } from './statechart/json.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** A guard looks at options the field has, and at keys, values and lists that some action writes. */
export const guardsAskWhatCanBeAnswered: WorkflowCheck = (view) => [
  ...options(view),
  ...writtenLists(view),
  ...writtenKeys(view),
];

function options({ calls, program, place }: MachineView): readonly Diagnostic[] {
  return calls.flatMap((call) => {
    if (call.type !== 'answer' || call.what !== 'guard') return [];
    const { form, field } = call.params;
    const id = form === 'event' ? call.transition?.meta['form'] : form;
    if (typeof id !== 'string' || typeof field !== 'string') return [];
    const schema = program.forms[id] && fieldSchema(program.forms[id].schema, field);
    const choices =
      schema?.enum ?? schema?.items?.enum ?? (schema?.type === 'boolean' ? [true, false] : undefined);
    if (!choices) return [];
    return strangers(call, choices).map(({ name, pointer }) =>
      report('workflow/impossible-answer', place(pointer), {
        field: schema?.title ?? field,
        name,
        nearest: nearest(name, choices.map(String)),
      }),
    );
  });
}

function writtenLists({ calls, machine, place }: MachineView): readonly Diagnostic[] {
  const lists = mentionsIn(calls, 'list');
  const written = lists.filter(({ call }) => call.what === 'action').map(({ name }) => name);
  const waits = Object.entries(machine.delays).flatMap(([id, delay]) =>
    'times' in delay && delay.times !== undefined
      ? [{ name: delay.times, pointer: `/delays${pointerOf([id, 'times'])}` }]
      : [],
  );
  return [...lists.filter(({ call }) => call.what === 'guard'), ...waits]
    .filter(({ name }) => !written.includes(name))
    .map(({ name, pointer }) =>
      report('workflow/unwritten-list', place(pointer), { name, nearest: nearest(name, written) }),
    );
}

function writtenKeys({ calls, machine, siblings, place }: MachineView): readonly Diagnostic[] {
  const keys = mentionsIn(calls, 'key');
  // An entitlement or amendment begins with what its case has kept.
  const child = machine.kind === 'entitlement' || machine.kind === 'amendment';
  const inherited = child
    ? siblings
        .filter(({ id }) => id !== machine.id)
        .flatMap((sibling) => mentionsIn(callsOf(buildStatechart(sibling)), 'key'))
    : [];
  const writers = [...keys, ...inherited].filter(({ call }) => call.what === 'action');
  const names = writers.map(({ name }) => name);
  const dates = Object.entries(machine.delays).flatMap(([id, delay]) =>
    namedKeys(delay).map(({ key, name }) => ({
      name,
      pointer: `/delays${pointerOf([id, key])}`,
      call: undefined,
    })),
  );
  const readers = [...keys.filter(({ call }) => call.what === 'guard'), ...dates];
  return readers.flatMap(({ name, pointer, call }): readonly Diagnostic[] => {
    const own = writers.filter((writer) => writer.name === name);
    if (own.length === 0) {
      return [report('workflow/unwritten-key', place(pointer), { name, nearest: nearest(name, names) })];
    }
    // What `keep` copies may be anything.
    if (!call || own.some((writer) => writer.call.type !== 'set')) return [];
    const values = own.map((writer) => writer.call.params['value'] ?? null);
    return strangers(call, values).map((value) =>
      report('workflow/unwritten-value', place(value.pointer), {
        key: name,
        name: value.name,
        nearest: nearest(value.name, values.map(String)),
      }),
    );
  });
}

/** A date without a dot in its name is a key, not a field. */
function namedKeys(delay: DelayDefinition) {
  const date = dateIn(delay);
  return date && !date.name.includes('.') ? [date] : [];
}

/** Values a guard waits for that are none of the possible ones; a text that only looks like one keeps its quotes. */
function strangers(call: Call, possible: readonly Json[]): readonly { name: string; pointer: string }[] {
  const texts = possible.map((value) => JSON.stringify(value));
  return listed(call.params['in']).flatMap((value, index) => {
    const text = JSON.stringify(value);
    if (texts.includes(text)) return [];
    const plain = typeof value === 'string' && !possible.map(String).includes(value);
    return [{ name: plain ? value : text, pointer: `${call.paramsPointer}/in/${index}` }];
  });
}
