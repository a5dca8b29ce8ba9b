import type { Contract, ProgramContract, RulesDefinition } from '@zhinan/model';
import { fieldsOf, type FieldType, type OptionSet, type Type } from '@zhinan/compiler/rules';

export interface FormFields {
  readonly title: string;
  readonly fields: ReadonlyMap<string, FieldType>;
}

/** All names an expression of one programme may use, with their Chinese titles. */
export interface Vocabulary {
  /** In the order of `facts`: the first one's fields stand bare. */
  readonly forms: ReadonlyMap<string, FormFields>;
  readonly parameters: ReadonlyMap<string, ParameterName>;
  readonly sets: ReadonlyMap<string, readonly string[]>;
  readonly tables: ReadonlyMap<string, TableName>;
}

interface ParameterName {
  readonly title: string;
  readonly type: Type | undefined;
  readonly value: string;
}

interface TableName {
  readonly title: string;
  readonly outputs: readonly string[];
}

const record = (fields: ReadonlyMap<string, FieldType>): Type => ({ is: 'record', fields });

/** Reads the names off a contract; a form's fields stay the same objects while only rules change. */
export function formsOf(
  { codeLists }: Contract,
  { forms, rules }: ProgramContract,
): ReadonlyMap<string, FormFields> {
  const found = new Map<string, FormFields>();
  for (const id of rules.facts) {
    const form = forms[id];
    if (form) found.set(id, { title: form.title, fields: fieldsOf(form.schema, codeLists) });
  }
  return found;
}

export function vocabularyOf(
  forms: ReadonlyMap<string, FormFields>,
  definition: RulesDefinition,
  codeLists: Contract['codeLists'],
): Vocabulary {
  const parameters = Object.entries(definition.parameters ?? {}).map(([name, parameter]) => {
    const type = parameter.of === undefined ? plainType(parameter.default) : typeAt(forms, parameter.of);
    return [name, { title: parameter.title ?? name, type, value: String(parameter.default) }] as const;
  });
  const sets = Object.entries(definition.sets ?? {}).map(([name, { codeList, group }]) => {
    const list = codeLists[codeList];
    const codes = list?.groups?.[group]?.codes ?? [];
    const titles = new Map(list?.items.map(({ code, title }) => [String(code), title]));
    return [name, codes.map((code) => titles.get(code) ?? code)] as const;
  });
  const tables = (definition.tables ?? []).map(
    ({ id, title, outputs }) => [id, { title, outputs: outputs.map(({ name }) => name) }] as const,
  );
  return { forms, parameters: new Map(parameters), sets: new Map(sets), tables: new Map(tables) };
}

function plainType(value: string | number | boolean): Type {
  if (typeof value === 'number') return { is: 'number' };
  if (typeof value === 'boolean') return { is: 'boolean' };
  return { is: /^\d{4}-\d\d-\d\d$/u.test(value) ? 'date' : 'text' };
}

/** Type of `field`, `group.field` or `form.field`; `undefined` when it leads nowhere. */
function typeAt(forms: ReadonlyMap<string, FormFields>, path: string): Type | undefined {
  const [head = '', ...rest] = path.split('.');
  const [first] = forms.values();
  let type = first?.fields.get(head)?.type ?? (forms.has(head) ? record(formFields(forms, head)) : undefined);
  for (const name of rest) type = memberOf(type, name)?.type;
  return type;
}

function formFields(forms: ReadonlyMap<string, FormFields>, id: string): ReadonlyMap<string, FieldType> {
  return forms.get(id)?.fields ?? new Map();
}

/** The field of a record, or of a list's rows. */
export function memberOf(type: Type | undefined, name: string): FieldType | undefined {
  return fieldsIn(type)?.get(name);
}

/** Fields of a record or of a list's rows. */
export function fieldsIn(type: Type | undefined): ReadonlyMap<string, FieldType> | undefined {
  if (type?.is === 'record') return type.fields;
  return type?.is === 'list' ? fieldsIn(type.item) : undefined;
}

/** What can be chosen; of a list of options, its members. */
export function optionsIn(type: Type | undefined): OptionSet | undefined {
  if (type?.is === 'text' || type?.is === 'rank') return type.options;
  return type?.is === 'list' ? optionsIn(type.item) : undefined;
}
