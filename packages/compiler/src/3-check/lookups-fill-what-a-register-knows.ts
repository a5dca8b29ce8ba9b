import type { Diagnostic, FormContract, FormLookup, FormSchema, Place } from '@zhinan/model';
import { lookupMessages } from '../diagnostics/messages/lookups.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { lookupsOf } from '../forms/form-options.ts';
import { allProperties, dereferenced } from '../forms/form-schema.ts';
import type { Check } from './checking.ts';
import { formsOf } from './form-walk.ts';

const report = reporter(lookupMessages);

/** A register is asked with single answers of the form, and fills in others that somebody else may answer for. */
export const lookupsFillWhatARegisterKnows: Check = (guideline) =>
  formsOf(guideline).flatMap(({ form, uiPlace }) => {
    const lookups = lookupsOf(form.ui);
    const placeOf = (index: number) => (pointer: string) => uiPlace(`/ui:options/lookups/${index}${pointer}`);
    return lookups.flatMap((lookup, index) => [
      ...problemsOf(form, lookup, placeOf(index)),
      ...asAnother(lookup, lookups.slice(0, index), placeOf(index)),
    ]);
  });

type PlaceIn = (pointer: string) => Place;

function problemsOf(form: FormContract, lookup: FormLookup, place: PlaceIn): readonly Diagnostic[] {
  const { by, fills, clause } = lookup;
  const named = [
    ...by.map((field, index) => ({ field, at: place(`/by/${index}`), filled: false })),
    ...fills.map((field, index) => ({ field, at: place(`/fills/${index}`), filled: true })),
  ];
  return named.flatMap(({ field, at, filled }) => {
    if (filled && by.includes(field)) return [report('lookup/field-in-both', at, { field })];
    const found = fieldAt(form.schema, field);
    if ('nearest' in found) return [report('lookup/unknown-field', at, { field, nearest: found.nearest })];
    if ('what' in found) return [report('lookup/several-answers', at, { field, what: found.what })];
    const why = filled ? fixedBy(found.schema) : undefined;
    if (why !== undefined) return [report('lookup/fixed-field', at, { field, why })];
    const what = protectedBy(found.schema);
    return what !== undefined && clause === undefined
      ? [report('lookup/without-clause', at, { field, what })]
      : [];
  });
}

function asAnother(
  { register, by }: FormLookup,
  others: readonly FormLookup[],
  place: PlaceIn,
): readonly Diagnostic[] {
  const key = by.toSorted().join('、');
  const known = others.some((other) => other.register === register && other.by.toSorted().join('、') === key);
  return known ? [report('lookup/twice', place('/register'), { register, by: key })] : [];
}

type Field =
  { readonly schema: FormSchema } | { readonly what: 'list' | 'group' } | { readonly nearest: string };

/** The field at a dotted path, or why there is none that holds a single answer. */
function fieldAt(root: FormSchema, path: string): Field {
  let schema = root;
  const names = path.split('.');
  for (const [depth, name] of names.entries()) {
    if (isList(schema)) return { what: 'list' };
    const fields = allProperties(schema, root);
    const given = fields.get(name)?.find(({ type, $ref }) => type !== undefined || $ref !== undefined);
    if (!given) {
      const near = nearest(name, fields.keys());
      return { nearest: near && [...names.slice(0, depth), near, ...names.slice(depth + 1)].join('.') };
    }
    schema = dereferenced(given, root);
  }
  if (isList(schema)) return { what: 'list' };
  return schema.type === 'object' ? { what: 'group' } : { schema };
}

function isList(schema: FormSchema): boolean {
  return schema.type === 'array' || schema['x-attachment'] !== undefined;
}

/** Why nobody but the form, its host or the person answers this. */
function fixedBy(schema: FormSchema): 'computed' | 'read-only' | 'declaration' | undefined {
  if (schema['x-computed'] !== undefined) return 'computed';
  if (schema.readOnly === true) return 'read-only';
  return schema['x-declaration'] === true ? 'declaration' : undefined;
}

function protectedBy(schema: FormSchema): 'sensitive' | 'third-person' | undefined {
  if (schema['x-sensitive']) return 'sensitive';
  return schema['x-third-person'] === undefined ? undefined : 'third-person';
}
