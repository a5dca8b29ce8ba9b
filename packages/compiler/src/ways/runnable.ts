import {
  actionFaults,
  delayFaults,
  guardFaults,
  nameRef,
  roleFaults,
  type Environment,
} from '@zhinan/engine';
import type { Json, JsonObject, MachineContract, RoleRef } from '@zhinan/model';
import { pointerOf } from '../1-load/pointer.ts';
import { buildStatechart } from '../3-check/workflow/statechart/build.ts';
import { isJsonObject, listed, objectOr } from '../3-check/workflow/statechart/json.ts';

/**
 * A machine without what the kernel cannot run: a reference to something that does not exist is taken out, and with it
 * what hangs on it. So the way to a mistake can be played although the mistake itself cannot.
 */
export function runnable(machine: MachineContract, environment: Environment): MachineContract {
  const delays = Object.fromEntries(
    Object.entries(machine.delays).filter(
      ([name, delay]) => delayFaults(name, delay, environment).length === 0,
    ),
  );
  const lost = new Set(buildStatechart(machine).lost.map(({ pointer }) => pointer));
  return { ...machine, delays, config: state(machine.config, '', { environment, delays, lost }) };
}

interface Known {
  readonly environment: Environment;
  readonly delays: MachineContract['delays'];
  /** Pointers of targets that lead nowhere. */
  readonly lost: ReadonlySet<string>;
}

/** Keys of a state that name nothing else; those that do are read one by one. */
const PLAIN_KEYS = new Set('id type initial history target description tags'.split(' '));

function state(config: JsonObject, pointer: string, known: Known): JsonObject {
  const kept = Object.fromEntries(Object.entries(config).filter(([key]) => PLAIN_KEYS.has(key)));
  const states = Object.entries(objectOr(config['states'])).flatMap(([key, child]) =>
    isJsonObject(child)
      ? [[key, state(child, `${pointer}${pointerOf(['states', key])}`, known)] as const]
      : [],
  );
  const group = (key: 'on' | 'after', keep: (name: string) => boolean): JsonObject => {
    const written = Object.entries(objectOr(config[key])).filter(([name]) => keep(name));
    const answers = written.map(
      ([name, value]) => [name, transitions(value, `${pointer}${pointerOf([key, name])}`, known)] as const,
    );
    return written.length === 0 ? {} : { [key]: Object.fromEntries(answers) };
  };
  const single = (key: 'always' | 'onDone'): JsonObject =>
    config[key] === undefined ? {} : { [key]: transitions(config[key], `${pointer}/${key}`, known) };
  const actionsOf = (key: 'entry' | 'exit'): JsonObject =>
    config[key] === undefined ? {} : { [key]: actions(config[key], known) };
  const first = states.some(([key]) => key === config['initial']) ? {} : { initial: states[0]?.[0] };
  return {
    ...kept,
    ...(config['meta'] === undefined ? {} : { meta: meta(objectOr(config['meta']), known) }),
    ...(states.length === 0 ? {} : { states: Object.fromEntries(states) }),
    ...(states.length > 0 && config['type'] !== 'parallel' ? (first as JsonObject) : {}),
    ...group('on', (name) => /^[^*.\s][^*\s]*$/.test(name)),
    ...group('after', (name) => Object.hasOwn(known.delays, name)),
    ...single('always'),
    ...single('onDone'),
    ...actionsOf('entry'),
    ...actionsOf('exit'),
  };
}

/** A transition whose condition cannot be asked is never taken; one that leads nowhere stays where it is. */
function transitions(value: Json | undefined, pointer: string, known: Known): readonly Json[] {
  return listed(value).flatMap((each, index): readonly Json[] => {
    const own = Array.isArray(value) ? `${pointer}/${index}` : pointer;
    const written = isJsonObject(each) ? each : { target: each };
    const { target, guard, actions: does, meta: says } = written;
    if (guard !== undefined && guardFaults(nameRef(guard), known.environment).length > 0) return [];
    const at = isJsonObject(each) ? `${own}/target` : own;
    const targets = listed(target).filter(
      (_, place) => !known.lost.has(Array.isArray(target) ? `${at}/${place}` : at),
    );
    return [
      {
        ...(targets.length === 0 ? {} : { target: targets }),
        ...(guard === undefined ? {} : { guard }),
        ...(does === undefined ? {} : { actions: actions(does, known) }),
        ...(written['reenter'] === undefined ? {} : { reenter: written['reenter'] }),
        ...(says === undefined ? {} : { meta: meta(objectOr(says), known) }),
      },
    ];
  });
}

function actions(value: Json | undefined, { environment }: Known): readonly Json[] {
  return listed(value).filter((each) => actionFaults(nameRef(each), environment).length === 0);
}

function meta(written: JsonObject, { environment }: Known): JsonObject {
  const { role, by, form, ...rest } = written;
  const roles = (value: Json | undefined): readonly Json[] =>
    listed(value).filter((each) => roleFaults(each as RoleRef, environment).length === 0);
  const known = typeof form === 'string' && Object.hasOwn(environment.validators, form);
  return {
    ...rest,
    ...(role === undefined ? {} : { role: roles(role) }),
    ...(by === undefined ? {} : { by: roles(by) }),
    ...(known ? { form } : {}),
  };
}
