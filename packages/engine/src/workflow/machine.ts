import type { Json, JsonObject, MachineContract, ProcedureEvent } from '@zhinan/model';
import { assign, createMachine, type AnyStateMachine } from 'xstate';
import type { IsoInstant } from '../calendar/instant.ts';
import { candidatesAt, refusalOf } from './candidate.ts';
import { applyChange, changeNames, effectNames } from './catalogue/actions.ts';
import { evaluateGuard, guardCatalogue } from './catalogue/guards.ts';
import type { Scope } from './catalogue/scope.ts';
import { machineOf, type Environment } from './environment.ts';
import { isObject, listOf, objectOf } from './json.ts';
import { indexMachine, type MachineIndex } from './machine-index.ts';
import { emptyContext, type CaseContext } from './snapshot.ts';
import { machineFaults } from './soundness.ts';

/** XState's context in the kernel: what is remembered, and what the running step is about. */
export interface KernelContext {
  readonly data: CaseContext;
  readonly step: { readonly at: IsoInstant; readonly event?: ProcedureEvent };
}

/** What XState is given when a machine begins. */
export interface Opening {
  readonly at: IsoInstant;
  /** What it begins with, taken over from the machine that opened it. */
  readonly data: CaseContext;
}

/** A machine ready to run: the contract's part, its states as a table, and the XState logic. */
export interface Kernel {
  readonly contract: MachineContract;
  readonly index: MachineIndex;
  readonly logic: AnyStateMachine;
  /** XState gets `position + 1` as the number of milliseconds of a named delay, so that it can be told again. */
  readonly delays: readonly string[];
  /** Whether it keeps a list of members. */
  readonly registers: boolean;
}

const ON = 'zhinan.on';
const MAX_MICROSTEPS = 1000;

/**
 * The XState machine of a contract's machine with guards, actions and delays from the catalogue.
 * Throws when a name or param is unknown, with all faults: a build error that must not reach a running case.
 */
export function createKernelMachine(contract: MachineContract, environment: Environment): AnyStateMachine {
  return createKernel(contract, environment).logic;
}

const kernels = new WeakMap<Environment, Map<string, Kernel>>();

/** The kernel of a machine by id; made once per environment. */
export function kernelOf(environment: Environment, machineId: string): Kernel {
  const made = kernels.get(environment) ?? new Map<string, Kernel>();
  kernels.set(environment, made);
  const kernel = made.get(machineId) ?? createKernel(machineOf(environment, machineId), environment);
  made.set(machineId, kernel);
  return kernel;
}

function createKernel(contract: MachineContract, environment: Environment): Kernel {
  const index = indexMachine(contract);
  const faults = machineFaults(contract, index, environment);
  if (faults.length > 0) throw new Error(`machine ${contract.id}: ${faults.join('; ')}`);
  const delays = Object.keys(contract.delays);
  const scopeOf = ({ data, step }: KernelContext): Scope => ({ environment, context: data, ...step });

  const guard = (type: string) => (args: { context: KernelContext }, params: unknown) =>
    evaluateGuard({ type, params: objectOf(params as Json) }, scopeOf(args.context)).truth === true;

  const implementations = {
    guards: {
      ...Object.fromEntries(Object.keys(guardCatalogue).map((type) => [type, guard(type)])),
      [ON]: ({ context }: { context: KernelContext }, params: unknown) =>
        mayTake(objectOf(params as Json), scopeOf(context), index),
    },
    actions: {
      ...Object.fromEntries(
        changeNames.map((type) => [
          type,
          assign(({ context }: { context: KernelContext }, params: unknown) => ({
            data: applyChange({ type, params: objectOf(params as Json) }, scopeOf(context)),
          })),
        ]),
      ),
      // Effects are read from the list of actions that XState returns; nothing runs here.
      ...Object.fromEntries(effectNames.map((type) => [type, () => undefined])),
    },
    delays: Object.fromEntries(delays.map((name, position) => [name, () => position + 1])),
  };
  const config = {
    ...rewrite(contract.config, ''),
    id: typeof contract.config['id'] === 'string' ? contract.config['id'] : contract.id,
    options: { maxIterations: MAX_MICROSTEPS },
    // XState calls this again without input on later transitions and drops the result.
    context: ({ input }: { input: Opening | undefined }) => ({
      data: input?.data ?? emptyContext,
      step: { at: input?.at ?? '' },
    }),
  };
  // A config that is data cannot be typed as a literal; `machineFaults` above has checked what the types would.
  const logic: AnyStateMachine = createMachine(config as never, implementations as never);
  return { contract, index, logic, delays, registers: registersMembers(index) };
}

function registersMembers(index: MachineIndex): boolean {
  return [...index.values()].some(({ on, after, always, onDone, entry, exit }) =>
    [
      ...entry,
      ...exit,
      ...[...Object.values(on), ...Object.values(after), always, onDone]
        .flat()
        .flatMap(({ actions }) => actions),
    ].some(({ type }) => type === 'member'),
  );
}

/** Puts permission, form and reason before each guard under `on`, so that XState passes over what the actor may not do. */
function rewrite(node: JsonObject, path: string): JsonObject {
  const on = Object.fromEntries(
    Object.entries(objectOf(node['on'])).map(([event, json]) => [
      event,
      listOf(json).map((each, position) => ({
        ...(isObject(each) ? each : { target: each }),
        guard: { type: ON, params: { path, event, position } },
      })),
    ]),
  );
  const states = Object.fromEntries(
    Object.entries(objectOf(node['states'])).map(([key, child]) => [
      key,
      rewrite(objectOf(child), path ? `${path}.${key}` : key),
    ]),
  );
  return { ...node, ...(node['on'] ? { on } : {}), ...(node['states'] ? { states } : {}) };
}

function mayTake(params: JsonObject, scope: Scope, index: MachineIndex): boolean {
  const { path, event: name, position } = params;
  const { event } = scope;
  if (!event || typeof path !== 'string' || typeof name !== 'string') return false;
  const candidate = candidatesAt(index, path, name).find((each) => each.position === position);
  return candidate !== undefined && refusalOf(candidate, { ...scope, event }) === undefined;
}
