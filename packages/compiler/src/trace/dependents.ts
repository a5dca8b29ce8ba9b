import type { ScenarioStep } from '@zhinan/model';
import { objectsIn, pointerOf, pointerSegments } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import type { Guideline } from '../2-resolve/guideline.ts';
import type { Part, PartKind } from './parts.ts';

/**
 * Parts that do not cite a clause themselves but hang on parts that do: waits and rules that use an instant,
 * transitions that a wait fires, scenarios that expect something of a rule or an amount or pass through a state.
 */
export function dependentsOf(guideline: Guideline, parts: readonly Part[]): readonly Part[] {
  const instants = parts.filter(({ kind }) => kind === 'instant').map(({ name }) => name);
  const byInstant = usersOfInstants(guideline, instants);
  const reached = [...parts, ...byInstant];
  const found = [...byInstant, ...timersOf(guideline, reached), ...scenariosOf(guideline, reached)];
  const known = new Set(parts.map((part) => keyOf(part)));
  return found.filter((part) => {
    const fresh = !known.has(keyOf(part));
    known.add(keyOf(part));
    return fresh;
  });
}

function keyOf({ kind, name, place }: Part): string {
  return `${kind} ${name} ${place.file}`;
}

function usersOfInstants(guideline: Guideline, instants: readonly string[]): readonly Part[] {
  if (instants.length === 0) return [];
  return Object.values(guideline.programs).flatMap(({ machines, rules, source }) => {
    const delays = Object.values(machines).flatMap(({ id, delays: all }) =>
      Object.entries(all)
        .filter(([, delay]) => 'instant' in delay && instants.includes(delay.instant))
        .map(([name, { title }]) =>
          part('delay', `${id}/${name}`, title, source.machines.get(id), ['delays', name]),
        ),
    );
    const collections = { rules: 'rule', amounts: 'amount', tables: 'table' } as const;
    const evaluated = (Object.keys(collections) as (keyof typeof collections)[]).flatMap((key) =>
      (rules[key] ?? []).flatMap((item, index) =>
        item.reference !== undefined && instants.includes(item.reference)
          ? [part(collections[key], item.id, item.title, source.rules, [key, String(index)])]
          : [],
      ),
    );
    return [...evaluated, ...delays].filter((one) => one !== undefined);
  });
}

/** Transitions under `after` that a wait among the parts fires. */
function timersOf(guideline: Guideline, parts: readonly Part[]): readonly Part[] {
  const waits = new Map(parts.filter(({ kind }) => kind === 'delay').map((one) => [one.name, one.title]));
  if (waits.size === 0) return [];
  return Object.values(guideline.programs).flatMap(({ source }) =>
    [...source.machines].flatMap(([id, file]) =>
      [...objectsIn(file.json)]
        .filter(({ pointer }) => pointer.endsWith('/after'))
        .flatMap(({ pointer, object }) =>
          Object.keys(object).flatMap((delay) => {
            const title = waits.get(`${id}/${delay}`);
            const path = pointerSegments(pointer);
            const state = [id, ...path.filter((_, index) => path[index - 1] === 'states')].join('.');
            const found =
              title !== undefined &&
              part('event', `${state} ${delay}`, `${title}到期`, file, [...path, delay]);
            return found ? [found] : [];
          }),
        ),
    ),
  );
}

function scenariosOf(guideline: Guideline, parts: readonly Part[]): readonly Part[] {
  const names = (...kinds: readonly PartKind[]) =>
    new Set(parts.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name));
  const rules = names('rule');
  const amounts = names('amount');
  const states = names('state');
  return guideline.scenarios
    .filter(({ scenario: { program, expect, steps = [] } }) => {
      const machines = Object.values(guideline.programs[program]?.machines ?? {});
      const passes = (step: ScenarioStep) => {
        const machine = machines.find(({ kind }) => kind === (step.machine ?? 'case'));
        return [step.state ?? []].flat().some((state) => states.has(`${machine?.id ?? ''}.${state}`));
      };
      return (
        Object.keys(expect.rules ?? {}).some((id) => rules.has(id)) ||
        Object.keys(expect.amounts ?? {}).some((id) => amounts.has(id)) ||
        steps.some((step) => passes(step))
      );
    })
    .flatMap(({ id, scenario, source }) => part('scenario', id, scenario.title, source, ['title']) ?? []);
}

function part(
  kind: PartKind,
  name: string,
  title: string,
  file: SourceFile | undefined,
  path: readonly string[],
): Part | undefined {
  return file && { kind, name, title, place: file.place(pointerOf(path)) };
}
