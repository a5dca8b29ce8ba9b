import type { FieldType, OptionSet, Type } from '../../rules/types.ts';
import type { DmnNames } from './identifiers.ts';
import { element } from './xml.ts';
import type { Element } from './xml.ts';

const quote = (value: unknown): string => JSON.stringify(value);

/** FEEL type of a single answer as it stands in JSON: a date is text there, and the expressions read it. */
function simpleType(type: Type): string {
  if (type.is === 'number' || type.is === 'boolean') return type.is;
  return type.is === 'text' || type.is === 'rank' || type.is === 'date' ? 'string' : 'Any';
}

function allowed({ codes, titles }: OptionSet): Element {
  const described = titles
    ? [element('description', {}, codes.map((code, index) => `${code} ${titles[index] ?? ''}`).join('；'))]
    : [];
  return element('allowedValues', {}, [...described, element('text', {}, codes.map(quote).join(', '))]);
}

function definition(
  names: DmnNames,
  tag: 'itemDefinition' | 'itemComponent',
  key: string,
  name: string,
  title: string,
  type: Type,
  unit?: string,
): Element {
  const list = type.is === 'list';
  const one = type.is === 'list' ? type.item : type;
  const attributes = { id: names.id(key), name, label: title, isCollection: list ? 'true' : undefined };
  const note = one.is === 'date' ? 'YYYY-MM-DD' : unit;
  const described = note === undefined ? [] : [element('description', {}, note)];
  if (one.is === 'record' && one.fields.size > 0) {
    return element(tag, attributes, [...described, ...components(names, key, one.fields)]);
  }
  const options = (one.is === 'text' || one.is === 'rank') && one.options ? [allowed(one.options)] : [];
  return element(tag, attributes, [...described, element('typeRef', {}, simpleType(one)), ...options]);
}

const components = (names: DmnNames, key: string, fields: ReadonlyMap<string, FieldType>): Element[] =>
  [...fields].map(([name, field]) =>
    definition(names, 'itemComponent', `${key}.${name}`, name, field.title, field.type, field.unit),
  );

/** A type with components: a form's answers with their options, lists as collections. */
export const recordType = (
  names: DmnNames,
  name: string,
  title: string,
  fields: ReadonlyMap<string, FieldType>,
): Element => definition(names, 'itemDefinition', name, name, title, { is: 'record', fields });

/** A list of records. */
export const recordsType = (
  names: DmnNames,
  name: string,
  title: string,
  fields: ReadonlyMap<string, FieldType>,
): Element =>
  definition(names, 'itemDefinition', name, name, title, { is: 'list', item: { is: 'record', fields } });

/** A type of one of some words, e.g. a verdict. */
export const wordType = (names: DmnNames, name: string, title: string, words: readonly string[]): Element =>
  definition(names, 'itemDefinition', name, name, title, { is: 'text', options: { codes: words } });
