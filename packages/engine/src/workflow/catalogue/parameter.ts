import type { Json, JsonObject } from '@zhinan/model';
import { isList, isObject } from '../json.ts';

/** What a param's text names, so that a check can look the name up. */
export type ReferredTo =
  | 'form'
  | 'field'
  | 'instant'
  | 'rule'
  | 'quota'
  | 'document'
  | 'amount'
  | 'role'
  | 'template'
  | 'event'
  | 'machine'
  /** File name of a machine. */
  | 'machineId'
  | 'table'
  | 'set'
  | 'interpretation'
  | 'key'
  | 'list';

export interface ParameterSpec {
  readonly type: 'text' | 'texts' | 'values' | 'value' | 'count' | 'flag' | 'guard' | 'guards';
  readonly required: boolean;
  readonly refersTo?: ReferredTo;
  /** Of a text: the only words it may be. */
  readonly options?: readonly string[];
}

/** A guard, action or delay as an author meets it: checks read this, never the code behind it. */
export interface CatalogueEntry {
  /** In Chinese. */
  readonly title: string;
  readonly params: Readonly<Record<string, ParameterSpec>>;
}

/** `missing`, `unknown` name or `wrong` type of a param. */
export interface ParameterFault {
  readonly param: string;
  readonly fault: 'missing' | 'unknown' | 'wrong';
}

const fits: Readonly<Record<ParameterSpec['type'], (value: Json) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  texts: (value) => isList(value) && value.length > 0 && value.every((each) => typeof each === 'string'),
  values: (value) => isList(value) && value.length > 0,
  value: () => true,
  count: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  flag: (value) => typeof value === 'boolean',
  guard: (value) => isObject(value) && typeof value['type'] === 'string',
  guards: (value) => isList(value) && value.length > 0 && value.every((each) => isObject(each)),
};

/** All faults of the params against an entry; an empty list = sound. */
export function parameterFaults(entry: CatalogueEntry, params: JsonObject): readonly ParameterFault[] {
  const given = Object.keys(params).filter((param) => !Object.hasOwn(entry.params, param));
  return [
    ...given.map((param): ParameterFault => ({ param, fault: 'unknown' })),
    ...Object.entries(entry.params).flatMap(([param, spec]): readonly ParameterFault[] => {
      const value = Object.hasOwn(params, param) ? params[param] : undefined;
      if (value === undefined) return spec.required ? [{ param, fault: 'missing' }] : [];
      return fits[spec.type](value) && (spec.options?.includes(String(value)) ?? true)
        ? []
        : [{ param, fault: 'wrong' }];
    }),
  ];
}

export const required = (type: ParameterSpec['type'], refersTo?: ReferredTo): ParameterSpec => ({
  type,
  required: true,
  ...(refersTo ? { refersTo } : {}),
});

export const optional = (type: ParameterSpec['type'], refersTo?: ReferredTo): ParameterSpec => ({
  ...required(type, refersTo),
  required: false,
});

export const oneOf = (...options: readonly string[]): ParameterSpec => ({ ...required('text'), options });
