import type { JsonObject, MachineContract, ProgramContract } from '@zhinan/model';
import { pascalCase } from '../names.ts';
import {
  actionsOf,
  allStates,
  guardsOf,
  statesOf,
  transitionsOf,
  type Named,
  type Transition,
} from './walk-config.ts';
import { grouped } from '../grouped.ts';

const text = JSON.stringify;
const union = (parts: readonly string[]): string =>
  parts.length === 0 ? 'never' : [...new Set(parts)].join(' | ');

/** The state value of a node's inside as XState writes it: a name, or an object where a child has states of its own. */
export function stateValue(node: JsonObject): string {
  const children = statesOf(node);
  const value = (child: JsonObject) => (statesOf(child).length > 0 ? stateValue(child) : undefined);
  if (node['type'] === 'parallel') {
    const regions = children.map(([key, child]) => `${text(key)}: ${value(child) ?? '{}'}`);
    return `{ ${regions.join('; ')} }`;
  }
  return union(
    children.map(([key, child]) => {
      const inner = value(child);
      return inner === undefined ? text(key) : `{ ${text(key)}: ${inner} }`;
    }),
  );
}

function eventType(name: string, all: readonly Transition[], program: ProgramContract): string {
  const forms = all.flatMap(({ meta }) =>
    meta?.form !== undefined && program.forms[meta.form] ? [meta.form] : [],
  );
  const everyForm = forms.length === all.length;
  const everyReason = all.every(({ meta }) => meta?.reason === 'required');
  const data = forms.length > 0 ? union(forms.map(pascalCase)) : 'Readonly<Record<string, unknown>>';
  const titles = [...new Set(all.flatMap(({ meta }) => (meta ? [meta.title] : [])))];
  const clauses = [...new Set(all.flatMap(({ meta }) => [meta?.clause ?? []].flat()))];
  const about = titles.join(' / ') + (clauses.length > 0 ? `（${clauses.join('、')}）` : '');
  return `/** ${about.replaceAll('*/', '* /')} */
  | (Envelope & { readonly type: ${text(name)}; readonly data${everyForm ? '' : '?'}: ${data}; readonly reason${everyReason ? '' : '?'}: string })`;
}

function eventUnion(machine: MachineContract, program: ProgramContract): string {
  const all = allStates(machine.config).flatMap((node) => transitionsOf(node, 'on'));
  const groups = [...grouped(all, ({ event }) => event)].filter(([name]) => !name.includes('*'));
  if (groups.length === 0) return 'never';
  return groups.map(([name, group]) => eventType(name, group, program)).join('\n  ');
}

const parameterized = (all: readonly Named[]): string =>
  union(
    [...grouped(all, ({ type }) => type)].map(([type, uses]) => {
      const params = union(uses.map((use) => (use.params ? text(use.params) : 'undefined')));
      return `{ type: ${text(type)}; params: ${params} }`;
    }),
  );

function stateSchema(node: JsonObject): string {
  const children = statesOf(node).map(([key, child]) => `${text(key)}: ${stateSchema(child)}`);
  return children.length === 0 ? '{}' : `{ states: { ${children.join('; ')} } }`;
}

/** Innermost states by dotted path, each with the events that it or a state around it hears. */
function accepted(
  node: JsonObject,
  path: string,
  around: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  const heard = [...around, ...transitionsOf(node, 'on').map(({ event }) => event)];
  const children = statesOf(node);
  if (children.length === 0) return path === '' || node['type'] === 'history' ? [] : [[path, heard]];
  return children.flatMap(([key, child]) => accepted(child, path === '' ? key : `${path}.${key}`, heard));
}

function acceptedEvents(config: JsonObject): string {
  return accepted(config, '', [])
    .map(([path, events]) => `  readonly ${text(path)}: ${union(events.map((event) => text(event)))};`)
    .join('\n');
}

/** Declarations of one machine: its events with the types of the forms they carry, its states, its names, itself. */
export function machineTypes(machine: MachineContract, program: ProgramContract): string {
  const name = pascalCase(machine.id);
  const constant = name.charAt(0).toLowerCase() + name.slice(1);
  const clauses = machine.clauses.length > 0 ? `（${machine.clauses.join('、')}）` : '';
  return `
/** Events of ${machine.title}. */
export type ${name}Event =
  ${eventUnion(machine, program)};

/** Innermost states of ${machine.title} by dotted path: the events that each accepts, its surroundings' included. */
export interface ${name}Accepts {
${acceptedEvents(machine.config)}
}

/** An event of ${machine.title} for a state known to be active: \`${name}EventIn<'…'>\`. */
export type ${name}EventIn<State extends keyof ${name}Accepts> = Extract<${name}Event, { readonly type: ${name}Accepts[State] }>;

/** State values of ${machine.title}. */
export type ${name}State = ${stateValue(machine.config)};

/** Guards that the machine asks for, by name with params. */
export type ${name}Guard = ${parameterized(guardsOf(machine.config))};

/** Actions that the machine asks for, by name with params. */
export type ${name}Action = ${parameterized(actionsOf(machine.config))};

/** Named waits. */
export type ${name}Delay = ${union(Object.keys(machine.delays).map((delay) => text(delay)))};

/** ${machine.title}${clauses} */
export declare const ${constant}Machine: StateMachine<
  MachineContext, ${name}Event, Record<string, never>, never, ${name}Action, ${name}Guard, ${name}Delay,
  ${name}State, string, unknown, unknown, EventObject, MetaObject, ${stateSchema(machine.config)}
>;
`;
}
