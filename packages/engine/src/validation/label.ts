import type { Path, Shape } from './shape.ts';

/** A field as messages see it: every part of the schema that speaks of it. The first that says something wins. */
export type Field = readonly Shape[];

/** The parts of a shape that speak of the same thing, whatever the answers: itself, its references and branches. */
export function fieldOf(shape: Shape): Field {
  const below = [...(shape.g ?? []), shape.T, shape.E, ...Object.values(shape.D ?? {}), ...(shape.O ?? [])];
  return [shape, ...below.flatMap((part) => (part === undefined ? [] : fieldOf(part)))];
}

/** The field one step further down; an unknown name gives a field of no parts, also for `__proto__` and the like. */
export function fieldAt(field: Field, step: string | number): Field {
  return field
    .flatMap(({ p, i }) =>
      typeof step === 'number' ? (i ?? []) : p && Object.hasOwn(p, step) ? (p[step] ?? []) : [],
    )
    .flatMap(fieldOf);
}

/** What the first part that says something says under a key. */
export function said<K extends keyof Shape>(field: Field, key: K): Shape[K] | undefined {
  return field.find((part) => part[key] !== undefined)?.[key];
}

/** Titles of a field's options. */
export function optionsOf(field: Field): readonly string[] {
  return said(field, 'w') ?? (said(field, 'e') ?? []).map(String);
}

/** Whether the field is answered by choosing. */
export function isChoice(field: Field): boolean {
  return said(field, 'e') !== undefined || said(field, 'y') === 'boolean';
}

/** Position of each step among its siblings in the form, to list findings in the order of the form. */
export function order(root: Field, path: Path): readonly number[] {
  let field = root;
  return path.map((step) => {
    const names = field.flatMap(({ p }) => Object.keys(p ?? {}));
    const position = typeof step === 'number' ? step : names.indexOf(step);
    field = fieldAt(field, step);
    return position === -1 ? Number.MAX_SAFE_INTEGER : position;
  });
}

/** Compares two positions: the form's order, a parent before its children. */
export function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
