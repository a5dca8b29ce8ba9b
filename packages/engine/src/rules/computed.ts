import type { Scope } from './fields.ts';

/** A field whose answer follows from others. */
export interface ComputedField {
  /** Names from the form's root, lists without row numbers: `budget/share`. */
  readonly path: string;
  /** From all answers and the rows around the field, outermost first; a gap where answers are missing. */
  readonly value: (all: Scope, ...rows: readonly Scope[]) => unknown;
  /** Codes of a rank, whose value is a position. */
  readonly codes?: readonly unknown[];
}

/** One place of a computed field, with what must stand there; undefined = cannot be known yet, so nothing. */
export interface ComputedPlace {
  readonly container: Record<string, unknown>;
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly value: string | number | boolean | undefined;
}

/** All places of computed fields in a form's answers, e.g. one for each row of a list. */
export function computedPlaces(
  form: string,
  fields: readonly ComputedField[],
  answers: unknown,
): readonly ComputedPlace[] {
  const all: Scope = { data: { [form]: answers }, at: '', label: '', open: new Set() };
  return fields.flatMap((field) => {
    const places: ComputedPlace[] = [];
    const visit = (
      node: unknown,
      [name = '', ...rest]: readonly string[],
      path: readonly (string | number)[],
      rows: readonly Scope[],
    ): void => {
      if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
      const container = node as Record<string, unknown>;
      const here = [...path, name];
      if (rest.length === 0) {
        places.push({ container, name, path: here, value: known(field, field.value(all, ...rows)) });
        return;
      }
      const inner = Object.hasOwn(container, name) ? container[name] : undefined;
      if (!Array.isArray(inner)) visit(inner, rest, here, rows);
      else
        for (const [index, data] of inner.entries())
          visit(
            data,
            rest,
            [...here, index],
            [...rows, { ...all, data, at: [form, ...here, index].join('/') }],
          );
    };
    visit(answers, field.path.split('/'), [], []);
    return places;
  });
}

function known({ codes }: ComputedField, value: unknown): ComputedPlace['value'] {
  if (typeof value === 'number') {
    const code = codes ? codes[value] : value;
    return typeof code === 'string' || Number.isFinite(code) ? (code as string | number) : undefined;
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
