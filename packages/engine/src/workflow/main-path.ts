import { evaluateGuard } from './catalogue/guards.ts';
import type { Scope } from './catalogue/scope.ts';
import { lineage, type MachineIndex, type StateEntry, type TransitionEntry } from './machine-index.ts';

/** Guards that only what is known of the case decides; others (time, counts, reasons) may turn true later. */
const LASTING = new Set(['eligible', 'ineligible', 'rule', 'answer', 'is']);
const GOOD = new Set(['accepted', 'completed']);

/**
 * States still ahead if all goes well: from the active leaves the shortest way to a good end (in doubt the first in the
 * order of the file), without leaving the procedure and without what the answers rule out.
 */
export function mainPath(index: MachineIndex, leaves: readonly string[], scope: Scope): readonly string[] {
  const [first = '', ...others] = leaves;
  // Regions still running beside the first come before what follows the whole.
  const beside = others.flatMap((leaf) => regionWay(index, leaf, scope));
  const way = shortestWay(index, first, scope);
  return [...new Set([...beside, ...way])].filter((path) => !leaves.includes(path));
}

function shortestWay(index: MachineIndex, from: string, scope: Scope): readonly string[] {
  const anyGood = [...index.values()].some(isGood);
  const reached = new Set([from]);
  const undecided = new Set<string>();
  const trails: (readonly string[])[] = [[from]];
  for (const trail of trails) {
    const leaf = trail.at(-1) ?? from;
    const state = index.get(leaf);
    if (state?.type === 'final' && state.parent === '' && (isGood(state) || !anyGood)) {
      return trail.filter((path) => !undecided.has(path));
    }
    for (const target of waysOn(index, leaf, scope)) {
      const entered = enter(index, target, scope);
      const last = entered.at(-1);
      if (last === undefined || reached.has(last)) continue;
      reached.add(last);
      trails.push([...trail, ...entered]);
      // Which branch it will be depends on answers not given yet: none of them is promised.
      if (isOpenChoice(index, leaf, scope)) entered.forEach((path) => undecided.add(path));
    }
  }
  return [];
}

/** A state that only chooses a way (`always`) is left by that way, not by what the states around it offer. */
function waysOn(index: MachineIndex, leaf: string, scope: Scope): readonly string[] {
  const own = targetsFrom(index, leaf, leaf, scope);
  const chooses = (index.get(leaf)?.always.length ?? 0) > 0 && own.length > 0;
  return chooses ? own : lineage(leaf).flatMap((path) => targetsFrom(index, path, leaf, scope));
}

function isOpenChoice(index: MachineIndex, leaf: string, scope: Scope): boolean {
  return (index.get(leaf)?.always ?? []).some(
    ({ guard }) => guard !== undefined && evaluateGuard(guard, scope).truth === null,
  );
}

function isGood(state: StateEntry): boolean {
  return state.type === 'final' && GOOD.has(state.meta.outcome ?? '');
}

/** Leaves met when a state is entered: its initial ones; for a parallel state each region's way after the other. */
function enter(index: MachineIndex, path: string, scope: Scope): readonly string[] {
  const state = index.get(path);
  if (!state || state.type === 'history') return [];
  if (state.type === 'parallel') {
    return state.children.flatMap((region) =>
      enter(index, region, scope).flatMap((leaf) => regionWay(index, leaf, scope)),
    );
  }
  if (state.type === 'compound') return state.initial === undefined ? [] : enter(index, state.initial, scope);
  return [path];
}

/** A region's way from a leaf to its final state, that one left out. */
function regionWay(index: MachineIndex, leaf: string, scope: Scope): readonly string[] {
  const region = lineage(leaf).find((path) => isRegion(index, path)) ?? '';
  const trail = [leaf];
  for (let at = leaf; ;) {
    const next = targetsFrom(index, at, at, scope).find(
      (target) =>
        target.startsWith(`${region}.`) && !trail.includes(target) && index.get(target)?.type !== 'final',
    );
    if (next === undefined) return trail;
    trail.push(next);
    at = next;
  }
}

function isRegion(index: MachineIndex, path: string): boolean {
  const parent = index.get(path)?.parent;
  return parent !== undefined && index.get(parent)?.type === 'parallel';
}

/** Where a state's transitions lead while `leaf` is active inside it. */
function targetsFrom(index: MachineIndex, path: string, leaf: string, scope: Scope): readonly string[] {
  const state = index.get(path);
  if (!state) return [];
  return [
    ...state.always,
    ...Object.values(state.on).flat(),
    ...Object.values(state.after).flat(),
    ...(isDone(index, path, leaf) ? state.onDone : []),
  ]
    .filter((entry) => entry.meta.escape !== true && !isRuledOut(entry, scope))
    .flatMap(({ targets }) => targets);
}

/** A compound state is done in its final child, a parallel one when this region (the last looked at) is. */
function isDone(index: MachineIndex, path: string, leaf: string): boolean {
  const state = index.get(leaf);
  if (state?.type !== 'final' || state.parent === undefined) return false;
  return state.parent === path || (isRegion(index, state.parent) && index.get(state.parent)?.parent === path);
}

function isRuledOut({ guard }: TransitionEntry, scope: Scope): boolean {
  return guard !== undefined && LASTING.has(guard.type) && evaluateGuard(guard, scope).truth === false;
}
