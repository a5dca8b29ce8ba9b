import { camelCase } from '../names.ts';
import { pastedLists } from './columns.ts';
import type { Field, Option } from './field.ts';
import { literal, member } from './literal.ts';

/** Name of the constant that holds a list of options, by the list as it is written. */
export type ChoiceNames = ReadonlyMap<string, string>;

/** The call that says one field: `text('name', '姓名', { required: true })`. */
export function fieldCall(field: Field, choices: ChoiceNames): string {
  const { name, before = [], options = [], after = [] } = call(field, choices);
  const written = [...options, ...common(field)];
  const given = [literal(field.key), literal(field.title), ...before, `{ ${written.join(', ')} }`, ...after];
  return `${name}(${given.join(', ')})`;
}

/** Functions of `@zhinan/elements` that a field's call needs. */
export function importsOf(field: Field): readonly string[] {
  const inner = 'fields' in field ? field.fields.flatMap(importsOf) : [];
  return [call(field, new Map()).name, ...inner];
}

/** Name of the function that loads the options of a code list. */
export function optionsName(list: string): string {
  return `${camelCase(list)}Options`;
}

/** Name of the constant with the fields of one row or nested object. */
export function partName(field: Field): string {
  return camelCase(field.path.replaceAll('/', '-')) + (field.kind === 'rows' ? 'Row' : 'Group');
}

/** Lists of options of a form by how they are written, each once, named after the first field that has it. */
export function choiceNames(fields: readonly Field[]): ChoiceNames {
  const names = new Map<string, string>();
  const visit = (field: Field): void => {
    if ('options' in field && field.kind !== 'ranks' && !names.has(written(field.options)))
      names.set(written(field.options), `${camelCase(field.path.replaceAll('/', '-'))}Choices`);
    if ('fields' in field) field.fields.forEach(visit);
  };
  fields.forEach(visit);
  return names;
}

function written(options: readonly Option[]): string {
  return literal(options.map(({ value, title }) => (value === title ? title : [value, title])));
}

interface Call {
  readonly name: string;
  /** Arguments between the title and the options, and after the options. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** Members of the options that this kind of field has of its own. */
  readonly options?: readonly string[];
}

function call(field: Field, choices: ChoiceNames): Call {
  switch (field.kind) {
    case 'text':
    case 'money':
    case 'date':
    case 'tick':
      return { name: field.kind };
    case 'code':
      return { name: field.format === 'mobile' ? 'phone' : 'code' };
    case 'long-text':
      return {
        name: field.lists ? 'listedText' : 'longText',
        options: [`limit: ${field.limit}`, ...(field.rows === undefined ? [] : [`rows: ${field.rows}`])],
      };
    case 'number':
      return {
        name: 'number',
        options: [
          ...(field.unit === undefined ? [] : [`unit: ${literal(field.unit)}`]),
          ...(field.whole ? [] : ['decimal: true']),
        ],
      };
    case 'amount':
      return {
        name: 'amount',
        options: [...(field.wan ? ['wan: true'] : []), ...(field.capitals ? ['capitals: true'] : [])],
      };
    case 'combobox':
      return { name: 'combobox', before: [optionsName(field.list)] };
    case 'select':
      return { name: 'select', options: [of(field.options, choices)] };
    case 'radios':
    case 'checkboxes':
      return { name: field.kind, options: [of(field.options, choices), ...laidOut(field.options)] };
    case 'ranks': {
      const pairs = literal(field.options.map(({ value, title }) => [value, title]));
      const max = field.max === undefined ? [] : [`max: ${field.max}`];
      return { name: 'ranks', options: [`of: ${pairs}`, ...max] };
    }
    case 'files':
      return { name: 'files', options: [`rule: ${literal(field.rule)}`] };
    case 'rows':
      return { name: 'rows', options: rowsOptions(field), after: [partName(field)] };
    case 'group':
      return { name: 'group', after: [partName(field)] };
  }
}

function of(options: readonly Option[], choices: ChoiceNames): string {
  const text = written(options);
  return `of: ${choices.get(text) ?? text}`;
}

/** Options that would not stand beside each other get lines of their own, and many of them the whole width. */
function laidOut(options: readonly Option[]): readonly string[] {
  const letters = options.reduce((sum, { title }) => sum + title.length + 4, 0);
  const long = options.some(({ title }) => title.length > 20) || letters > 60;
  return [...(long ? ['column: true'] : []), ...(letters > 28 ? ['wide: true'] : [])];
}

function rowsOptions(field: Field & { readonly kind: 'rows' }): readonly string[] {
  const once = field.fields.flatMap(({ kind, key }) => (kind === 'tick' ? [key] : []));
  return [
    `noun: ${literal(field.noun)}`,
    `measure: ${literal(field.measure)}`,
    ...(Object.keys(field.fresh).length === 0 ? [] : [`fresh: ${literal(field.fresh)}`]),
    ...(field.max === undefined ? [] : [`max: ${field.max}`]),
    ...(once.length === 0 ? [] : [`once: ${literal(once)}`]),
    ...(pastedLists([field]).includes(field)
      ? [`columns: () => columns().then((of) => of[${literal(field.path)}])`]
      : []),
    ...(field.name === undefined ? [] : [`name: (row) => ${member('row', field.name)}`]),
  ];
}

/** Members of the options that every field may have. */
function common({ required, path, hints, sensitive, autocomplete }: Field): readonly string[] {
  return [
    ...(required === false ? [] : [`required: ${required === true ? 'true' : member('required', path)}`]),
    ...(hints.length === 0 ? [] : [`hint: ${literal(hints.join(''))}`]),
    ...(sensitive === undefined ? [] : [`sensitive: ${literal(sensitive)}`]),
    ...(autocomplete === undefined ? [] : [`autocomplete: ${literal(autocomplete)}`]),
  ];
}
