import type { ruleMessages } from '../diagnostics/messages/rules.ts';
import type { ParamsOf } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Span } from './syntax.ts';
import type { FieldUse, RowVariable, Typed, TypedTable } from './typed.ts';
import { date, errorType, number } from './types.ts';
import type { FieldType, Type } from './types.ts';

export type RuleCode = keyof typeof ruleMessages;
/** Tells a fault at a span of the expression's text. */
export type Tell = <C extends RuleCode>(
  code: C,
  span: Span,
  params: ParamsOf<(typeof ruleMessages)[C]>,
) => void;

/** Rows that stand around an expression: of a filter (fields stand bare) or of a quantifier (behind a variable). */
export interface RowScope {
  readonly row: RowVariable;
  readonly variable?: string;
  readonly item: Type;
  readonly listKey: string;
}

/** Names of one programme's rules. */
export interface Names {
  /** Forms by id, in the order of `facts`; the first one's fields stand bare. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<string, FieldType>>;
  readonly parameters: ReadonlyMap<string, Type>;
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** Fields of rows that `inSupport` reads. */
  readonly support?: { readonly until: string; readonly from?: string };
  /** Decision tables by id. */
  readonly tables: ReadonlyMap<string, TypedTable>;
}

export interface Scope {
  readonly names: Names;
  readonly rows: readonly RowScope[];
  /** Date of the rule's reference instant. */
  readonly reference?: string;
  readonly tell: Tell;
  /** The expression's text, to quote parts of it. */
  readonly text: string;
}

export const referenceName = '基准日';

/** A value whose fault has been told. */
export const faulty: Typed = { is: 'unknown', type: errorType };

const inRow = (scope: RowScope): Typed => ({
  is: 'field',
  type: scope.item,
  row: scope.row,
  field: { key: `${scope.listKey}[]`, path: '', title: '', type: scope.item },
});

const atRoot = (path: string, type: Type, title: string): Typed => ({
  is: 'field',
  type,
  field: { key: path, path, title, type },
});

/** The field `name` of a record. */
export function member(record: Extract<Typed, { is: 'field' }>, name: string, field: FieldType): Typed {
  const { path, key } = record.field;
  const segment = name.replaceAll('~', '~0').replaceAll('/', '~1');
  const use: FieldUse = { ...field, key: `${key}/${segment}`, path: path ? `${path}/${segment}` : segment };
  return {
    is: 'field',
    type: field.type,
    field: use,
    ...(record.row === undefined ? {} : { row: record.row }),
  };
}

/** Binds a bare name: nearest row first, then reference date, parameters, fields of the first form, other forms. */
export function bindName(name: string, span: Span, scope: Scope): Typed {
  for (const row of scope.rows.toReversed()) {
    const item = inRow(row);
    if (row.variable === name || (row.variable === undefined && name === 'item')) return item;
    const field =
      row.variable === undefined && row.item.is === 'record' ? row.item.fields.get(name) : undefined;
    if (field && item.is === 'field') return member(item, name, field);
  }
  if (name === referenceName) {
    if (scope.reference !== undefined) return { is: 'reference', type: date, date: scope.reference };
    scope.tell('rules/missing-reference', span, { what: referenceName });
    return faulty;
  }
  const parameter = scope.names.parameters.get(name);
  if (parameter) return { is: 'parameter', type: parameter, name };
  const table = scope.names.tables.get(name);
  if (table) return outputOf(table, undefined, span, scope);
  const [first] = scope.names.forms;
  const field = first?.[1].get(name);
  if (first && field) {
    const form = atRoot(first[0], { is: 'record', fields: first[1] }, '');
    return form.is === 'field' ? member(form, name, field) : faulty;
  }
  const form = scope.names.forms.get(name);
  if (form) return atRoot(name, { is: 'record', fields: form }, '');
  tellUnknown(name, span, scope);
  return faulty;
}

/** The value of a table's output, its only one when none is named. */
export function outputOf(table: TypedTable, name: string | undefined, span: Span, scope: Scope): Typed {
  const names = table.outputs.map((output) => output.name);
  const index = name === undefined ? (names.length === 1 ? 0 : -1) : names.indexOf(name);
  const output = table.outputs[index];
  if (!output) {
    const near = nearest(name ?? '', names) || (names[0] ?? '');
    scope.tell('rules/unknown-field', span, {
      name: name === undefined ? table.id : `${table.id}.${name}`,
      nearest: `${table.id}.${near}`,
      title: table.title,
    });
    return faulty;
  }
  if (output.type.is === 'error') return faulty;
  const type: Type =
    table.hitPolicy === 'C#'
      ? number
      : table.hitPolicy === 'C'
        ? { is: 'list', item: output.type }
        : output.type;
  return { is: 'table', table, output: index, type };
}

function tellUnknown(name: string, span: Span, scope: Scope): void {
  const fields = new Map(scope.names.forms.values().next().value ?? []);
  for (const { item, variable } of scope.rows) {
    if (item.is === 'record' && variable === undefined) {
      for (const [inner, field] of item.fields) fields.set(inner, field);
    }
  }
  const near = nearestField(name, fields);
  const parameters = [...scope.names.parameters.keys(), ...scope.names.tables.keys(), referenceName];
  const parameter = nearest(name, parameters);
  const qualified = near.nearest ? undefined : elsewhere(name, scope.names);
  if (near.nearest === '' && parameter)
    scope.tell('rules/unknown-parameter', span, { name, nearest: parameter });
  else scope.tell('rules/unknown-field', span, { name, ...(qualified ?? near) });
}

/** The same field in another form, with its form in front. */
function elsewhere(name: string, names: Names): { nearest: string; title: string } | undefined {
  for (const [form, fields] of names.forms) {
    const field = fields.get(name);
    if (field) return { nearest: `${form}.${name}`, title: field.title };
  }
  return undefined;
}

/** The field meant by a mistyped name: one whose name, or whose Chinese title, is nearest. */
export function nearestField(
  name: string,
  fields: ReadonlyMap<string, FieldType>,
): { nearest: string; title: string } {
  const titles = new Map([...fields].map(([id, field]) => [field.title, id]));
  const id = fields.has(name)
    ? name
    : nearest(name, fields.keys()) || (titles.get(nearest(name, titles.keys())) ?? '');
  return { nearest: id, title: fields.get(id)?.title ?? '' };
}
