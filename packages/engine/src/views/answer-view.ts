import type {
  Attachment,
  FieldPermissions,
  FormContract,
  FormView,
  FormSchema,
  Json,
  JsonObject,
  AnswerView,
  RowView,
} from '@zhinan/model';
import { answerText } from '../workflow/catalogue/field.ts';
import { fieldAccess } from '../workflow/field-permission.ts';
import { isList, isObject, listOf, objectOf, sameJson, textsOf } from '../workflow/json.ts';
import { entryTitle, fieldsOf, resolved, sectionsOf } from './form-fields.ts';
import { matchRows } from './match-rows.ts';

/** Answers of a form in words, with what was there `before` (absent = nothing to compare with). */
export function formView(
  form: FormContract,
  answers: JsonObject,
  before: JsonObject | undefined,
  handed: { readonly at?: string; readonly by: string },
  fields: FieldPermissions = {},
): FormView {
  const sections = sectionsOf(form).map(({ id, title, fields: own }) => ({
    id,
    title,
    items: own.flatMap(({ name, schema }) =>
      answerView(
        { schema, root: form.schema, holder: form.schema, name, path: name, fields },
        `/${escaped(name)}`,
        at(answers, name),
        before && [at(before, name)],
      ),
    ),
  }));
  return {
    id: form.id,
    title: form.title,
    ...handed,
    sections: sections.filter(({ items }) => items.length > 0),
    changes: sections.flatMap(({ items }) => items).reduce((sum, item) => sum + changesIn(item), 0),
  };
}

/** All answers of a form as one list, declarations left out: what somebody said in it. */
export function answersGiven(form: FormContract, answers: JsonObject): readonly AnswerView[] {
  return formView(form, answers, undefined, { by: '' })
    .sections.flatMap(({ items }) => items)
    .filter(({ text, rows, files }) => text !== '' || rows !== undefined || files !== undefined);
}

/** Changes of an answer: each column of a row by itself, an added or removed row once. */
export function changesIn({ was, rows }: AnswerView): number {
  if (!rows) return was === undefined ? 0 : 1;
  return rows.reduce((sum, { change, items }) => {
    if (change === 'added' || change === 'removed') return sum + 1;
    return sum + items.reduce((all, item) => all + changesIn(item), 0);
  }, 0);
}

interface Place {
  readonly name: string;
  readonly schema: FormSchema;
  /** The form's schema, for references. */
  readonly root: FormSchema;
  /** The object that declares the field. */
  readonly holder: FormSchema;
  /** Dotted, rows passed through. */
  readonly path: string;
  readonly fields: FieldPermissions;
}

/** `before` is one value in a list, so that "nothing was there" can be told from "nothing to compare with". */
function answerView(
  place: Place,
  pointer: string,
  value: Json | undefined,
  before: readonly [Json | undefined] | undefined,
): readonly AnswerView[] {
  const { schema, root, holder, name, path, fields } = place;
  // A declaration is shown as what it is, among the declarations; what the step hides is not there at all.
  if (schema['x-declaration'] || fieldAccess(fields, path) === 'hidden') return [];
  const items = schema.items && resolved(schema.items, root);
  const common = {
    pointer,
    title: schema.title ?? name,
    clauses: textsOf(schema['x-clause'] as Json | undefined),
    ...(schema['x-sensitive'] ? { sensitive: true as const } : {}),
  };
  const [was] = before ?? [];
  if (value === undefined && was === undefined && isConditional(holder, name)) return [];
  if (isFileField(schema, items)) {
    const files = filesIn(value);
    const changed =
      before !== undefined && !sameJson(filesIn(was) as unknown as Json, files as unknown as Json);
    return [
      {
        ...common,
        text: names(files),
        ...(files.length > 0 ? { files } : {}),
        ...(changed ? { was: names(filesIn(was)) } : {}),
      },
    ];
  }
  if (items?.type === 'object')
    return [{ ...common, text: '', rows: rowsOf({ ...place, schema: items }, pointer, value, before) }];
  if (schema.type === 'object') {
    return fieldsOf(schema, root).flatMap((field) =>
      answerView(
        { ...field, root, holder: schema, path: `${path}.${field.name}`, fields },
        `${pointer}/${escaped(field.name)}`,
        at(objectOf(value), field.name),
        before && [at(objectOf(was), field.name)],
      ),
    );
  }
  const text = inWords(value, schema);
  return [{ ...common, text, ...(before && !sameJson(was, value) ? { was: inWords(was, schema) } : {}) }];
}

function rowsOf(
  { schema, root, path, fields }: Place,
  pointer: string,
  value: Json | undefined,
  before: readonly [Json | undefined] | undefined,
): readonly RowView[] {
  const after = listOf(value);
  const earlier = before ? listOf(before[0]) : after;
  const pairs = before ? matchRows(earlier, after) : after.map((_, is) => ({ was: is, is }));
  return pairs.map(({ was, is }): RowView => {
    const place = is ?? was ?? 0;
    const row = objectOf(is === undefined ? earlier[was ?? 0] : after[is]);
    const old = before && was !== undefined && is !== undefined ? objectOf(earlier[was]) : undefined;
    const items = fieldsOf(schema, root).flatMap((field) =>
      answerView(
        { ...field, root, holder: schema, path: `${path}.${field.name}`, fields },
        `${pointer}/${place}/${escaped(field.name)}`,
        at(row, field.name),
        old && [at(old, field.name)],
      ),
    );
    const change = !before
      ? undefined
      : was === undefined
        ? 'added'
        : is === undefined
          ? 'removed'
          : items.some((item) => changesIn(item) > 0)
            ? 'changed'
            : undefined;
    return { title: entryTitle(schema, '', place), items, ...(change ? { change } : {}) };
  });
}

/** Plain answers in words: codes by title, numbers with unit, yes and no. */
export function inWords(value: Json | undefined, schema: FormSchema): string {
  if (value === undefined || value === null || value === '') return '';
  const text =
    typeof value === 'number' && schema.enum === undefined
      ? value.toLocaleString('en-US', { maximumFractionDigits: 6 })
      : answerText(value, schema);
  const unit = schema['x-unit'];
  return unit === undefined || typeof value === 'boolean' ? text : `${text} ${unit}`;
}

/** Whether the field is asked under a condition only: then an answer that is missing says nothing. */
function isConditional(holder: FormSchema, name: string): boolean {
  return !Object.hasOwn(holder.properties ?? {}, name);
}

function isFileField(schema: FormSchema, items: FormSchema | undefined): boolean {
  return schema['x-attachment'] !== undefined || items?.['x-attachment'] !== undefined;
}

/** Files among what is stored: whatever is none is left out. */
export function filesIn(value: Json | undefined): readonly Attachment[] {
  return listOf(value).filter(
    (each): each is JsonObject & Attachment => isObject(each) && typeof each['name'] === 'string',
  );
}

function names(files: readonly Attachment[]): string {
  return files.map(({ name }) => name).join('、');
}

function at(answers: JsonObject, name: string): Json | undefined {
  const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
  // An empty list is no answer, as in a form.
  return isList(value) && value.length === 0 ? undefined : value;
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
