import type { JsonObject } from '@zhinan/model';

/** One param of a block: what an editor completes, and the TypeScript type of the same thing. */
export interface Param<T> {
  readonly schema: JsonObject;
  readonly required: boolean;
  /** Never set: carries the type. */
  readonly type?: T;
}

export type Params = Readonly<Record<string, Param<unknown>>>;

/** Values of a block's params as the author may write them. */
export type ValuesOf<P extends Params> = {
  readonly [K in keyof P as P[K]['required'] extends true ? K : never]: TypeOf<P[K]>;
} & {
  readonly [K in keyof P as P[K]['required'] extends true ? never : K]?: TypeOf<P[K]>;
};

type TypeOf<P> = P extends Param<infer T> ? T : never;

export interface Required<T> extends Param<T> {
  readonly required: true;
}
export interface Optional<T> extends Param<T> {
  readonly required: false;
}

const make = <T>(schema: JsonObject): Required<T> => ({ schema, required: true });

/** The param may be left out. */
export function optional<T>(param: Param<T>): Optional<T> {
  return { ...param, required: false };
}

/** `title` in Chinese is what an editor shows beside the param. */
export function text(title: string, description?: string): Required<string> {
  return make({ type: 'string', title, ...(description ? { description } : {}), minLength: 1 });
}

/** One text or a list of them. */
export function texts(title: string, description?: string): Required<string | readonly string[]> {
  return make({
    title,
    ...(description ? { description } : {}),
    type: ['string', 'array'],
    minLength: 1,
    minItems: 1,
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
  });
}

export function whole(title: string, minimum: number, description?: string): Required<number> {
  return make({ type: 'integer', title, ...(description ? { description } : {}), minimum });
}

export function flag(title: string, description?: string): Required<boolean> {
  return make({ type: 'boolean', title, ...(description ? { description } : {}) });
}

/** One of a few words; `options` maps each to what it means. */
export function choice<const T extends string>(
  title: string,
  options: Readonly<Record<T, string>>,
  description?: string,
): Required<T> {
  return make({
    title,
    ...(description ? { description } : {}),
    enum: Object.keys(options),
    enumDescriptions: Object.values(options),
  });
}

export function values<T>(title: string, description?: string): Required<readonly T[]> {
  return make({
    type: 'array',
    title,
    ...(description ? { description } : {}),
    items: { title: '值', type: ['string', 'number', 'boolean'] },
    minItems: 1,
  });
}

export function list<T>(title: string, item: Param<T>, minItems = 1): Required<readonly T[]> {
  return make({ type: 'array', title, items: item.schema, minItems });
}

export function record<P extends Params>(
  title: string,
  params: P,
  description?: string,
): Required<ValuesOf<P>> {
  return make({ ...objectSchema(params), title, ...(description ? { description } : {}) });
}

/** A part of the machine format itself, by its name under `$defs`. */
export function part<T>(definition: string, title: string, description?: string): Required<T> {
  return make({ $ref: `#/$defs/${definition}`, title, ...(description ? { description } : {}) });
}

/** Closed: a misspelt param is an error with the nearest name. */
export function objectSchema(params: Params): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(params).map(([name, { schema }]) => [name, schema])),
    required: Object.keys(params).filter((name) => params[name]?.required),
    additionalProperties: false,
  };
}
