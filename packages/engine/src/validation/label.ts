/**
 * What messages need to know of a field, as a tree that mirrors the form's data. Keys are short because
 * one such tree travels with every generated validator.
 */
export interface FieldLabel {
  /** Title. */
  readonly t?: string;
  /** Unit of a number, or counter of a list's entries (名, 项). */
  readonly u?: string;
  /** Titles of the options. */
  readonly o?: readonly string[];
  /** `f` a list of files, `d` a declaration to be ticked, `c` a choice. */
  readonly k?: 'f' | 'd' | 'c';
  /** An example of a well-formed value. */
  readonly e?: string;
  readonly p?: Readonly<Record<string, FieldLabel>>;
  readonly i?: FieldLabel;
}

export type Path = readonly (string | number)[];

const none: FieldLabel = {};

/** The label one step further down; an unknown name gives an empty label, also for `__proto__` and the like. */
export function labelAt(label: FieldLabel, step: string | number): FieldLabel {
  if (typeof step === 'number') return label.i ?? none;
  return label.p !== undefined && Object.hasOwn(label.p, step) ? (label.p[step] ?? none) : none;
}

/** True when the form knows a field at this path. */
export function isKnown(root: FieldLabel, path: Path): boolean {
  return path.reduce<FieldLabel>((label, step) => labelAt(label, step), root) !== none;
}

/** Position of each step among its siblings in the form, to list findings in the order of the form. */
export function order(root: FieldLabel, path: Path): readonly number[] {
  let label = root;
  return path.map((step) => {
    const position = typeof step === 'number' ? step : Object.keys(label.p ?? {}).indexOf(step);
    label = labelAt(label, step);
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
