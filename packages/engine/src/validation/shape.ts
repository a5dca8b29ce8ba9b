/**
 * A schema of our profile in the short form in which it travels with a validator: constraints and the words that
 * messages need, once each. Keys are single letters because every portal loads them; keywords of JSON Schema 2020-12
 * keep their meaning. Shapes may share parts (`$defs` become constants of the generated module).
 */
export interface Shape {
  /** `type`. */
  readonly y?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  /** `enum`. */
  readonly e?: readonly (string | number)[];
  /** `const`. */
  readonly c?: string | number | boolean;
  /** `minLength`, `maxLength`. */
  readonly l?: number;
  readonly m?: number;
  /** `pattern`. */
  readonly r?: RegExp;
  /** `format`. */
  readonly f?: string;
  /** `formatMinimum`, `formatMaximum`: the first and last day of a date. */
  readonly v?: string;
  readonly V?: string;
  /** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`. */
  readonly n?: number;
  readonly x?: number;
  readonly N?: number;
  readonly X?: number;
  /** `minItems`, `maxItems`. */
  readonly s?: number;
  readonly b?: number;
  /** `uniqueItems`. */
  readonly u?: true;
  /** `contains`. */
  readonly a?: Shape;
  /** `items`. */
  readonly i?: Shape;
  /** `properties`, in the order of the form. */
  readonly p?: Readonly<Record<string, Shape>>;
  /** `required`. */
  readonly q?: readonly string[];
  /** 1 = `additionalProperties: false`, 2 = `unevaluatedProperties: false`. */
  readonly z?: 1 | 2;
  /** `dependentRequired`. */
  readonly d?: Readonly<Record<string, readonly string[]>>;
  /** `dependentSchemas`. */
  readonly D?: Readonly<Record<string, Shape>>;
  /** `allOf`, and a `$ref` that has keywords beside it. */
  readonly g?: readonly Shape[];
  /** `if`, `then`, `else`. */
  readonly I?: Shape;
  readonly T?: Shape;
  readonly E?: Shape;
  /** `not`. */
  readonly o?: Shape;
  /** `oneOf`. */
  readonly O?: readonly Shape[];

  /** Title; of a list's entry, what one entry is called. */
  readonly t?: string;
  /** Unit of a number, or counter of a list's entries (名, 项). */
  readonly U?: string;
  /** Titles of the `enum` values where they differ from the values. */
  readonly w?: readonly string[];
  /** `f` a list of files, `d` a declaration to be ticked. */
  readonly k?: 'f' | 'd';
  /** An example of a value that fits the pattern. */
  readonly h?: string;
}

export type Path = readonly (string | number)[];

/** Value of an own property; `undefined` for none, and for what is no object. */
export function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return found !== undefined && Object.hasOwn(value, name) ? found : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
