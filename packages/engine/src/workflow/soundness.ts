import type { JsonObject, MachineContract, RoleRef } from '@zhinan/model';
import { actionCatalogue } from './catalogue/actions.ts';
import { delayCatalogue } from './catalogue/delays.ts';
import { guardCatalogue } from './catalogue/guards.ts';
import { parameterFaults, type CatalogueEntry, type ParameterSpec } from './catalogue/parameter.ts';
import { chosenReading, momentOf, setNamed, type Environment } from './environment.ts';
import { listOf, objectOf } from './json.ts';
import { refList } from './roles.ts';
import {
  nameRef,
  type MachineIndex,
  type NameRef,
  type StateEntry,
  type TransitionEntry,
} from './machine-index.ts';

/**
 * Names that the kernel could not resolve at run time. The compiler reports the same with places and remedies; this is
 * the last lock, for a contract that reached the kernel by another way.
 */
export function machineFaults(
  machine: MachineContract,
  index: MachineIndex,
  environment: Environment,
): readonly string[] {
  const faults: string[] = [...keyFaults(machine.config, '')];
  for (const [name, delay] of Object.entries(machine.delays))
    faults.push(...delayFaults(name, delay, environment));
  for (const state of index.values()) {
    faults.push(
      ...stateFaults(state, machine, environment).map((fault) => `${state.path || '(root)'}: ${fault}`),
    );
  }
  return faults;
}

/** Keys of XState that a JSON definition may use; `invoke`, `context`, `output` and the like would run outside the kernel. */
const STATE_KEYS = new Set(
  'id type initial states on always after entry exit onDone meta history target description tags'.split(' '),
);
const TRANSITION_KEYS = new Set(['target', 'guard', 'actions', 'reenter', 'meta', 'description']);

function keyFaults(node: JsonObject, path: string): readonly string[] {
  const at = path || '(root)';
  const strange = Object.keys(node).filter((key) => !STATE_KEYS.has(key));
  const transitions = [
    ...['on', 'after'].flatMap((key) => Object.values(objectOf(node[key]))),
    ...['always', 'onDone'].flatMap((key) => listOf(node[key])),
  ].flatMap(listOf);
  const strangeIn = transitions.flatMap((each) =>
    Object.keys(objectOf(each)).filter((key) => !TRANSITION_KEYS.has(key)),
  );
  return [
    ...[...strange, ...strangeIn].map((key) => `${at}: key "${key}"`),
    ...Object.entries(objectOf(node['states'])).flatMap(([key, child]) =>
      keyFaults(objectOf(child), path ? `${path}.${key}` : key),
    ),
  ];
}

/** What the kernel cannot make of one wait; none when it can. */
export function delayFaults(name: string, delay: object, environment: Environment): readonly string[] {
  const { title: _, clause: __, ...params } = objectOf(delay as never);
  const kind = Object.keys(delayCatalogue).find((key) => Object.hasOwn(params, key));
  if (kind === undefined) return [`delay "${name}" names no kind of wait`];
  const entry: CatalogueEntry | undefined = delayCatalogue[kind as keyof typeof delayCatalogue];
  const faults = parameterFaults(entry, params).map(
    ({ param, fault }) => `delay "${name}": param "${param}" ${fault}`,
  );
  const { instant, postingDayCounts } = params;
  if (typeof instant === 'string' && momentOf(environment, instant) === undefined) {
    faults.push(`delay "${name}": unknown instant "${instant}"`);
  }
  if (
    typeof postingDayCounts === 'string' &&
    typeof chosenReading(environment, postingDayCounts)?.value !== 'boolean'
  ) {
    faults.push(
      `delay "${name}": interpretation "${postingDayCounts}" has no chosen reading that is true or false`,
    );
  }
  return faults;
}

function stateFaults(
  state: StateEntry,
  machine: MachineContract,
  environment: Environment,
): readonly string[] {
  const events = Object.entries(state.on);
  const waits = Object.entries(state.after);
  return [
    ...roleFaults(state.meta.role, environment),
    ...[...state.entry, ...state.exit].flatMap((ref) => actionFaults(ref, environment)),
    ...events
      .filter(([event]) => !/^[^*.\s][^*\s]*$/.test(event) || event.startsWith('xstate.'))
      .map(([event]) => `event name "${event}"`),
    ...waits
      .filter(([delay]) => !Object.hasOwn(machine.delays, delay))
      .map(([delay]) => `unknown delay "${delay}"`),
    ...[...events, ...waits, ['', state.always] as const, ['done', state.onDone] as const].flatMap(
      ([, entries]) => entries.flatMap((entry) => transitionFaults(entry, environment)),
    ),
  ];
}

function transitionFaults(entry: TransitionEntry, environment: Environment): readonly string[] {
  return [
    ...roleFaults(entry.meta.by, environment),
    ...(entry.guard ? guardFaults(entry.guard, environment) : []),
    ...entry.actions.flatMap((ref) => actionFaults(ref, environment)),
    ...(entry.meta.form === undefined ? [] : referenceFaults('form', entry.meta.form, environment)),
  ];
}

/** Roles, and tables that name them, that the kernel does not know. */
export function roleFaults(
  refs: RoleRef | readonly RoleRef[] | undefined,
  { contract, program }: Environment,
): readonly string[] {
  return refList(refs).flatMap((ref) => {
    if (typeof ref === 'string') return Object.hasOwn(contract.roles, ref) ? [] : [`unknown role "${ref}"`];
    const table = program.rules.tables?.find(({ id }) => id === ref.table);
    if (!table) return [`unknown table "${ref.table}"`];
    const outputs = table.outputs.map(({ name }) => name);
    const known = ref.output === undefined ? outputs.length === 1 : outputs.includes(ref.output);
    return known ? [] : [`table "${ref.table}": no output "${ref.output ?? ''}"`];
  });
}

/** What the kernel cannot make of a guard and of those inside it; none when it can. */
export function guardFaults(ref: NameRef, environment: Environment): readonly string[] {
  const nested = ['not', 'all', 'any'].includes(ref.type)
    ? [...listOf(ref.params['guard']), ...listOf(ref.params['guards'])].map((each) => nameRef(each))
    : [];
  return [
    ...nameFaults('guard', ref, guardCatalogue, environment),
    ...nested.flatMap((each) => guardFaults(each, environment)),
  ];
}

/** What the kernel cannot make of an action; none when it can. */
export const actionFaults = (ref: NameRef, environment: Environment): readonly string[] =>
  nameFaults('action', ref, actionCatalogue, environment);

function nameFaults(
  what: string,
  { type, params }: NameRef,
  catalogue: Readonly<Record<string, CatalogueEntry>>,
  environment: Environment,
): readonly string[] {
  const entry = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (!entry) return [`unknown ${what} "${type}"`];
  const faults = parameterFaults(entry, params).map(
    ({ param, fault }) => `${what} "${type}": param "${param}" ${fault}`,
  );
  if (faults.length > 0) return faults;
  return Object.entries(entry.params).flatMap(([param, spec]) => {
    const value = params[param];
    return typeof value === 'string' ? referenceFaults(spec.refersTo, value, environment) : [];
  });
}

/** Names that only this programme can answer for. */
function referenceFaults(
  refersTo: ParameterSpec['refersTo'],
  name: string,
  environment: Environment,
): readonly string[] {
  const { contract, program, validators } = environment;
  switch (refersTo) {
    case 'form':
      return name === 'event' || (Object.hasOwn(program.forms, name) && Object.hasOwn(validators, name))
        ? []
        : [`unknown form "${name}"`];
    case 'instant':
      return momentOf(environment, name) === undefined ? [`unknown instant "${name}"`] : [];
    case 'rule':
      return program.rules.rules.some(({ id }) => id === name) ? [] : [`unknown rule "${name}"`];
    case 'amount':
      return program.rules.amounts?.some(({ id }) => id === name) ? [] : [`unknown amount "${name}"`];
    case 'quota':
      return program.rules.quotas?.some(({ id }) => id === name) ? [] : [`unknown quota "${name}"`];
    case 'document':
      return Object.hasOwn(program.documents, name) ? [] : [`unknown document "${name}"`];
    case 'role':
      return Object.hasOwn(contract.roles, name) ? [] : [`unknown role "${name}"`];
    case 'table':
      return program.rules.tables?.some(({ id }) => id === name) ? [] : [`unknown table "${name}"`];
    case 'set':
      return setNamed(environment, name) ? [] : [`unknown set "${name}"`];
    case 'machineId':
      return Object.hasOwn(program.machines, name) ? [] : [`unknown machine "${name}"`];
    case 'machine':
      return Object.values(program.machines).some(({ kind }) => kind === name)
        ? []
        : [`no machine of kind "${name}"`];
    default:
      return [];
  }
}
