import type { ParameterDefinition } from '@zhinan/model';
import { nearest } from '../diagnostics/nearest.ts';
import { optionIn } from './bind-compare.ts';
import { nearestField } from './scope.ts';
import type { Tell } from './scope.ts';
import { errorType } from './types.ts';
import type { FieldType, OptionSet, Type } from './types.ts';

const everything = { from: 0, to: 0 };

/** A parameter's value as code uses it: the position of a rank, otherwise itself; undefined after a fault. */
export function parameterValue(
  value: string | number | boolean,
  type: Type,
  name: string,
  tell: Tell,
): string | number | boolean | undefined {
  if (type.is === 'error') return value;
  const options: OptionSet | undefined = type.is === 'rank' || type.is === 'text' ? type.options : undefined;
  if (options && typeof value === 'string') {
    const option = optionIn(options, value, type);
    if (option?.is === 'literal') return option.value;
    const codes = options.codes.map(String);
    tell('rules/unknown-option', everything, {
      value,
      field: name,
      nearest: nearest(value, codes),
      options: codes.slice(0, 12),
    });
    return undefined;
  }
  const is = typeOfValue(value).is;
  if (is === type.is) return value;
  tell('rules/type-mismatch', everything, {
    what: String(value),
    is,
    wanted: type.is,
    example: options
      ? `"${options.codes[0] ?? ''}"`
      : ({ number: '5', boolean: 'true', date: '"2025-10-08"' }[String(type.is)] ?? '"…"'),
  });
  return undefined;
}

function typeOfValue(value: string | number | boolean): Type {
  if (typeof value === 'number') return { is: 'number' };
  if (typeof value === 'boolean') return { is: 'boolean' };
  return /^\d{4}-\d\d-\d\d$/.test(value) ? { is: 'date' } : { is: 'text' };
}

/** Type of a parameter: of the field it is compared with, or of its default. */
export function parameterType(
  definition: ParameterDefinition,
  forms: ReadonlyMap<string, ReadonlyMap<string, FieldType>>,
  tell: Tell,
): Type {
  if (definition.of === undefined) return typeOfValue(definition.default);
  const [head = '', ...rest] = definition.of.split('.');
  const first = forms.values().next().value ?? new Map<string, FieldType>();
  let type: Type = { is: 'record', fields: first };
  let path = [head, ...rest];
  if (!first.has(head) && forms.has(head)) {
    type = { is: 'record', fields: forms.get(head) ?? first };
    path = rest;
  }
  for (const name of path) {
    const inner: Type = type.is === 'list' ? type.item : type;
    const fields: ReadonlyMap<string, FieldType> = inner.is === 'record' ? inner.fields : new Map();
    const field = fields.get(name);
    if (!field) {
      tell('rules/unknown-field', everything, { name: definition.of, ...nearestField(name, fields) });
      return errorType;
    }
    ({ type } = field);
  }
  return type;
}
