import { addDays, addMonths } from '@zhinan/engine';
import type { Facts, Json, JsonObject } from '@zhinan/model';
import type { CompiledRulesSource } from '../rules/compiled-source.ts';
import { partsOf } from '../rules/typed.ts';
import type { FieldUse, Typed } from '../rules/typed.ts';
import type { Type } from '../rules/types.ts';

/** Answers at and beside the bounds that rules hold a field against. */
export interface Bounds {
  readonly field: FieldUse;
  readonly type: Type;
  readonly values: readonly Json[];
}

/** An applicant who differs from another in one answer (or in the size of one list). */
export interface Variation {
  readonly facts: Facts;
  readonly differs: string;
}

const maxOptions = 150;

/** What the rules compare their fields with: numbers and dates at the bound and one beside it, every option of a choice. */
export function boundsOf({ parts }: CompiledRulesSource): readonly Bounds[] {
  const found = new Map<string, { field: FieldUse; type: Type; values: Set<Json> }>();
  const note = (typed: Typed, values: readonly Json[]) => {
    if (typed.is !== 'field') return;
    const known = found.get(typed.field.key) ?? {
      field: typed.field,
      type: typed.type,
      values: new Set<Json>(),
    };
    for (const value of values) known.values.add(value);
    found.set(typed.field.key, known);
  };
  const walk = (typed: Typed): void => {
    if (typed.is === 'field') note(typed, optionsOf(typed.type));
    if (typed.is === 'compare') {
      for (const [side, bound] of [
        [typed.left, typed.right],
        [typed.right, typed.left],
      ] as const) {
        const value =
          bound.is === 'literal' ? bound.value : bound.is === 'reference' ? bound.date : undefined;
        if (value === undefined) continue;
        if (side.is === 'count' && typeof value === 'number') note(listOf(side.list), beside(value));
        else if (side.is === 'measure' && typeof value === 'number') note(side.start, spanning(side, value));
        else if (typeof value === 'number' && side.type.is === 'number') note(side, beside(value));
        else if (typeof value === 'string' && side.type.is === 'date') note(side, around(value));
      }
    }
    for (const part of partsOf(typed)) walk(part);
  };
  for (const part of parts) {
    if (part.kind !== 'rule' && part.kind !== 'relaxation') continue;
    walk(part.main);
    if (part.when) walk(part.when);
  }
  return [...found.values()].map(({ field, type, values }) => ({ field, type, values: [...values] }));
}

const beside = (value: number): number[] => [value - 1, value, value + 1].filter((one) => one >= 0);
const around = (date: string): string[] => [addDays(date, -1), date, addDays(date, 1)];

/** Dates whose distance to the end is just the bound, and the days beside them. */
function spanning({ op, end }: Extract<Typed, { is: 'measure' }>, bound: number): readonly string[] {
  const date = end.is === 'reference' ? end.date : end.is === 'literal' ? String(end.value) : undefined;
  if (date === undefined) return [];
  const back = (count: number) =>
    op === 'days' ? addDays(date, -count) : addMonths(date, -count * (op === 'months' ? 1 : 12));
  return [bound, bound + 1].flatMap((count) => around(back(count)));
}

function listOf(list: Typed): Typed {
  return list.is === 'filter' ? listOf(list.list) : list;
}

function optionsOf(type: Type): readonly Json[] {
  if (type.is === 'boolean') return [true, false];
  if (type.is === 'rank' || type.is === 'text') return (type.options?.codes ?? []).slice(0, maxOptions);
  return [];
}

/** All applicants who differ from one in an answer that some rule looks at. */
export function* variationsOf(facts: Facts, bounds: readonly Bounds[]): Generator<Variation> {
  for (const { field, type, values } of bounds) {
    const [form = '', ...path] = field.key.split('/');
    const answers = facts[form];
    if (!answers) continue;
    const rows = path.findIndex((segment) => segment.endsWith('[]'));
    if (rows === -1) {
      const [name] = path;
      if (name === undefined || path.length > 1) continue;
      const own = answers[name];
      for (const value of type.is === 'list' ? resized(own, values) : values) {
        if (JSON.stringify(value) === JSON.stringify(own)) continue;
        const said = Array.isArray(value)
          ? `${field.title}有 ${value.length} 项`
          : `${field.title}为${titleOf(value, type)}`;
        yield { facts: { ...facts, [form]: { ...answers, [name]: value } }, differs: said };
      }
      continue;
    }
    const list = path[0]?.slice(0, -2) ?? '';
    const name = path[1];
    const entries = answers[list];
    if (rows !== 0 || name === undefined || path.length > 2 || !Array.isArray(entries)) continue;
    for (const value of values) {
      // The last rows first: 1, 2, … of them, up to all.
      for (let count = 1; count <= entries.length; count += 1) {
        const changed = entries.map((entry: Json, index): Json =>
          index >= entries.length - count ? { ...(entry as JsonObject), [name]: value } : entry,
        );
        if (JSON.stringify(changed) === JSON.stringify(entries)) continue;
        const which = count === entries.length ? '每项' : `有 ${count} 项`;
        yield {
          facts: { ...facts, [form]: { ...answers, [list]: changed } },
          differs: `${which}的${field.title}为${titleOf(value, type)}`,
        };
      }
    }
  }
}

/** The list cut or lengthened (by its last row) to other sizes. */
function resized(list: Json | undefined, sizes: readonly Json[]): readonly Json[] {
  if (!Array.isArray(list) || list.length === 0) return [];
  const rows = list as readonly Json[];
  return sizes
    .filter((size): size is number => typeof size === 'number' && size <= 60)
    .map((size) =>
      Array.from({ length: size }, (_, index) => rows[Math.min(index, rows.length - 1)] ?? null),
    );
}

function titleOf(value: Json, type: Type): string {
  if (typeof value === 'boolean') return value ? '“是”' : '“否”';
  const options = type.is === 'rank' || type.is === 'text' ? type.options : undefined;
  const index = options?.codes.findIndex((code) => code === value) ?? -1;
  return `“${options?.titles?.[index] ?? String(value)}”`;
}
