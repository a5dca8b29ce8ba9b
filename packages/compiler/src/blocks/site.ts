import type { Json, JsonObject, MachineKind } from '@zhinan/model';
import { objectsIn, pointerOf, pointerSegments, valueAt } from '../1-load/pointer.ts';
import { json, type Site } from './block.ts';
import { blocks } from './catalogue.ts';
import type { Next, PeriodParam, Way } from './shared-params.ts';
import { is, listed, set } from './transitions.ts';

/** Titles that blocks make their own titles from. */
export interface Names {
  readonly roles: Readonly<Record<string, { readonly title: string }>>;
  readonly forms: Readonly<Record<string, { readonly title: string }>>;
}

type Path = readonly string[];

/** One machine while its blocks are expanded: what stands where so far, delays added, steps that lead straight back. */
export class Grounds {
  readonly delays: Record<string, Json> = {};
  /** Added delay → pointer of the state whose block added it. */
  readonly delayOwner = new Map<string, string>();
  /** Reviews that want their case straight back from a state that is no block with a `next`. */
  readonly noWayBack: readonly { readonly pointer: string; readonly state: string }[];
  /** Dotted path of a step → dotted paths of the reviews that it leads straight back to. */
  readonly #backs = new Map<string, string[]>();
  readonly #standing = new Map<string, JsonObject>();
  readonly #root: JsonObject;
  readonly #names: Names;

  constructor(root: JsonObject, names: Names) {
    this.#root = root;
    this.#names = names;
    this.noWayBack = this.#findBacks();
  }

  /** Told of each state before its children are expanded, so that they find what the block has put beside them. */
  stands(path: Path, state: JsonObject): void {
    this.#standing.set(path.join('.'), state);
  }

  site(path: Path, pointer: string, around: boolean): Site {
    const key = path.at(-1) ?? '';
    const kind = this.#root['kind'] as MachineKind;
    const to = (name: string) => this.#absolute(name, path, around);
    const written = (period: PeriodParam): JsonObject =>
      typeof period === 'string'
        ? ((valueAt(this.#root, pointerOf(['delays', period])) ?? {}) as JsonObject)
        : json(period);
    return {
      key,
      kind,
      to,
      here: (child) => this.#id([...path, ...(child === undefined ? [] : [child])]),
      ways: (next) => [
        ...this.#waysBack(path),
        ...waysOf(next).map((way) => (way.target === undefined ? way : { ...way, target: to(way.target) })),
      ],
      comesBack: (name) => set(goesTo(pathOf(to(name))), path.join('.')),
      delay: (period, title, clause, suffix = 'Period', less) =>
        typeof period === 'string' && less === undefined
          ? period
          : this.#addDelay(`${key}${suffix}`, pointer, {
              title,
              clause,
              ...written(period),
              ...(less === undefined ? {} : { less }),
            }),
      postingDayCounts: (period) => {
        const name = written(period)['postingDayCounts'];
        return typeof name === 'string' ? name : undefined;
      },
      // Whom a table will name is not known while the machine is made.
      role: (ref) => (typeof ref === 'string' ? (this.#names.roles[ref]?.title ?? ref) : '承办部门'),
      form: (form) => this.#names.forms[form]?.title ?? form,
      told: kind !== 'batch' && kind !== 'round' && this.#names.roles['applicant'] ? ['applicant'] : [],
    };
  }

  #id(path: Path): string {
    return `#${[String(this.#root['id']), ...path].join('.')}`;
  }

  #absolute(name: string, path: Path, around: boolean): string {
    return name.startsWith('#') ? name : this.#id([...this.#enclosing(path, name, around), name]);
  }

  /** The nearest state around `path` that has a child of that name; the parent where none has. */
  #enclosing(path: Path, name: string, around: boolean): Path {
    const first = name.split('.')[0] ?? name;
    for (let length = around ? path.length : path.length - 1; length >= 0; length -= 1) {
      const scope = path.slice(0, length);
      if (Object.hasOwn(this.#childrenOf(scope), first)) return scope;
    }
    return path.slice(0, -1);
  }

  #childrenOf(path: Path): JsonObject {
    const standing = this.#standing.get(path.join('.'));
    const written = pointerOf([...path.flatMap((key) => ['states', key]), 'states']);
    return ((standing ? standing['states'] : valueAt(this.#root, written)) as JsonObject | undefined) ?? {};
  }

  #addDelay(name: string, pointer: string, delay: JsonObject): string {
    const taken = { ...(this.#root['delays'] as JsonObject | undefined), ...this.delays };
    let free = name;
    for (let number = 2; Object.hasOwn(taken, free); number += 1) {
      // A block may ask twice for the same wait.
      if (
        this.delayOwner.get(free) === pointer &&
        JSON.stringify(this.delays[free]) === JSON.stringify(delay)
      )
        return free;
      free = `${name}${number}`;
    }
    this.delays[free] = delay;
    this.delayOwner.set(free, pointer);
    return free;
  }

  #waysBack(path: Path): readonly Way[] {
    const key = goesTo(path);
    return (this.#backs.get(path.join('.')) ?? []).map((review) => ({
      guard: is(key, review),
      target: this.#id(review.split('.')),
      actions: [set(key, '')],
    }));
  }

  #findBacks(): readonly { readonly pointer: string; readonly state: string }[] {
    return [...objectsIn(this.#root)].flatMap(({ pointer, object }) => {
      const back = valueAt(object, '/with/return') as JsonObject | undefined;
      if (object['use'] !== 'review' || back?.['straightBack'] !== true) return [];
      const segments = pointerSegments(pointer);
      const path = segments.filter((_, index) => segments[index - 1] === 'states');
      return listed(back['to'] as string | readonly string[] | undefined).flatMap((name) => {
        const target = pathOf(this.#absolute(name, path, false));
        const node = valueAt(this.#root, pointerOf(target.flatMap((key) => ['states', key]))) as
          JsonObject | undefined;
        if (blocks[String(node?.['use'])]?.next !== 'required')
          return [{ pointer: `${pointer}/with/return/to`, state: name }];
        const known = this.#backs.get(target.join('.')) ?? [];
        this.#backs.set(target.join('.'), [...known, path.join('.')]);
        return [];
      });
    });
  }
}

const goesTo = (path: Path) => `${path.at(-1) ?? ''}GoesTo`;

/** `#case.group.first` → `['group', 'first']`. */
const pathOf = (target: string): Path => target.split('.').slice(1);

function waysOf(next: Next | undefined): readonly Way[] {
  if (next === undefined) return [{}];
  if (typeof next === 'string') return [{ target: next }];
  return Array.isArray(next) ? (next as readonly Way[]) : [next as Way];
}
