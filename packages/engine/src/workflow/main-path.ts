import type { Truth } from '@zhinan/model';
import { evaluateGuard } from './catalogue/guards.ts';
import type { Scope } from './catalogue/scope.ts';
import { lineage, type MachineIndex, type StateEntry, type TransitionEntry } from './machine-index.ts';

/** Guards that only what is known of the case decides; others (time, counts, reasons) may turn true later. */
const LASTING = new Set(['eligible', 'ineligible', 'rule', 'answer', 'is']);
const GOOD = new Set(['accepted', 'completed']);

/**
 * States still ahead if all goes well: from the active leaves, the first way in the order of the file that leads to a
 * good end without leaving the procedure, without a step back and without what the answers rule out.
 */
export function mainPath(
  index: MachineIndex,
  leaves: readonly string[],
  past: ReadonlySet<string>,
  scope: Scope,
): readonly string[] {
  const good = [...index.values()].some((state) => isGood(state));
  const isEnd = (state: StateEntry) =>
    state.type === 'final' && state.parent === '' && (isGood(state) || !good);

  function onward(path: string, trail: readonly string[]): readonly string[] | undefined {
    const state = index.get(path);
    if (!state) return undefined;
    if (isEnd(state)) return trail;
    for (const each of lineage(path)) {
      for (const { targets } of exits(index, each, path, scope)) {
        for (const target of targets) {
          const entered = enter(index, target, scope).filter((next) => !trail.includes(next));
          const last = entered.at(-1);
          if (last === undefined || trail.includes(target) || past.has(target)) continue;
          const way = onward(last, [...trail, ...entered]);
          if (way) return way;
        }
      }
    }
    return undefined;
  }

  // Regions still running beside this one come first, then what follows the whole.
  const [first = '', ...others] = leaves;
  const beside = others.flatMap((leaf) => within(index, leaf, scope));
  const way = onward(first, [first]) ?? [first];
  return [...new Set([...beside, ...way])].filter((path) => !leaves.includes(path));
}

function isGood(state: StateEntry): boolean {
  return state.type === 'final' && GOOD.has(state.meta.outcome ?? '');
}

/** Leaves met when a state is entered: its initial ones, every region's whole way for a parallel state. */
function enter(index: MachineIndex, path: string, scope: Scope): readonly string[] {
  const state = index.get(path);
  if (!state || state.type === 'history') return [];
  if (state.type === 'parallel')
    return state.children.flatMap((region) =>
      enter(index, region, scope).flatMap((leaf) => within(index, leaf, scope)),
    );
  if (state.type === 'compound') return state.initial === undefined ? [] : enter(index, state.initial, scope);
  return [path];
}

/** A region's way from a leaf to its final state, that one left out. */
function within(index: MachineIndex, leaf: string, scope: Scope): readonly string[] {
  const region =
    lineage(leaf).find((path) => index.get(index.get(path)?.parent ?? '')?.type === 'parallel') ?? '';
  const trail = [leaf];
  for (let at = leaf; ;) {
    const next = exits(index, at, at, scope)
      .flatMap(({ targets }) => targets)
      .find(
        (target) =>
          target.startsWith(`${region}.`) && !trail.includes(target) && index.get(target)?.type !== 'final',
      );
    if (next === undefined) return trail;
    trail.push(next);
    at = next;
  }
}

function exits(index: MachineIndex, path: string, leaf: string, scope: Scope): readonly TransitionEntry[] {
  const state = index.get(path);
  if (!state) return [];
  // `onDone` of a state follows when a final child has been reached, so it is a way on from any leaf inside.
  const done = path === leaf ? [] : state.onDone;
  return [
    ...state.always,
    ...Object.values(state.on).flat(),
    ...Object.values(state.after).flat(),
    ...done,
  ].filter((entry) => entry.meta.escape !== true && ruledOut(entry, scope) !== true);
}

function ruledOut({ guard }: TransitionEntry, scope: Scope): Truth {
  if (!guard || !LASTING.has(guard.type)) return false;
  return evaluateGuard(guard, scope).truth === false;
}
