import type { FormSchema, Json } from '@zhinan/model';
import type { FieldUse } from '../../rules/typed.ts';
import type { Grain } from './grain.ts';
import type { Hints } from './hints.ts';

/**
 * How far values may go: `form` keeps to what the form accepts; `any` also takes what only the form forbids
 * (a missing tick, a list too short), so that a rule is not called idle because the form asks the same.
 */
export type Reach = 'form' | 'any';

/** One of each class of codes that the expressions tell apart, in the order of the options. */
function representatives(
  codes: readonly string[],
  groups: readonly ReadonlySet<string>[],
): readonly string[] {
  const seen = new Map<string, string>();
  for (const code of codes) {
    const signature = groups.map((group) => (group.has(code) ? '1' : '0')).join('');
    if (!seen.has(signature)) seen.set(signature, code);
  }
  return [...seen.values()];
}

function numbers(hinted: readonly number[], schema: FormSchema | undefined, reach: Reach): readonly number[] {
  const whole = schema?.type !== 'number';
  const low =
    schema?.minimum ??
    (schema?.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + (whole ? 1 : 0.01));
  const high =
    schema?.maximum ??
    (schema?.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - (whole ? 1 : 0.01));
  // Nobody has fewer than no things: a lower limit of 0 lies in the nature of the field.
  const from = reach === 'form' || (low !== undefined && low >= 0) ? (reach === 'form' ? low : 0) : undefined;
  const to = reach === 'form' ? high : undefined;
  const values = [...hinted, 0, 1, low, high].filter((value) => value !== undefined);
  return [...new Set(values)]
    .filter(
      (value) =>
        (!whole || Number.isInteger(value)) &&
        (from === undefined || value >= from) &&
        (to === undefined || value <= to),
    )
    .toSorted((a, b) => a - b);
}

/** The few values of a field at which expressions may turn out differently, as they stand in a form's data. */
export function domainOf(
  field: FieldUse,
  schema: FormSchema | undefined,
  hints: Hints,
  reach: Reach,
  grain: Grain,
): readonly Json[] {
  const few = <T>(values: readonly T[]) => grain.thin(values, grain.bounds.values);
  if (schema?.const !== undefined && reach === 'form') return [schema.const];
  const hinted = [...(hints.values.get(field.key) ?? [])];
  const groups = hints.groups.get(field.key) ?? [];
  const { type } = field;
  switch (type.is) {
    case 'boolean':
      return [true, false];
    case 'rank': {
      const codes = type.options.codes.map(String);
      if (codes.length <= 8) return codes;
      const last = codes.length - 1;
      const positions = new Set([0, last, ...hinted.map(Number)]);
      return codes.filter((_, position) => positions.has(position));
    }
    case 'text': {
      const codes = (type.options?.codes ?? []).map(String);
      if (codes.length > 0) return few(representatives(codes, groups));
      return few([...new Set([...groups.flatMap((group) => [...group]), '其他'])]);
    }
    case 'date': {
      const dates = hinted.filter((value) => typeof value === 'string').toSorted();
      return dates.length > 0 ? few(dates) : ['2020-01-01'];
    }
    case 'number':
      return few(
        numbers(
          hinted.filter((value) => typeof value === 'number'),
          schema,
          reach,
        ),
      );
    default:
      return [];
  }
}
