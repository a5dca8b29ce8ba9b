import type { RulesDefinition } from '@zhinan/model';
import { nearest } from '../diagnostics/nearest.ts';
import { functions } from './bind-call.ts';
import type { CompileRulesInput } from './compiled-source.ts';
import { parameterType } from './parameters.ts';
import type { Reports } from './reports.ts';
import { referenceName } from './scope.ts';
import type { Names } from './scope.ts';
import { fieldsOf } from './types.ts';
import type { FieldType, Type } from './types.ts';

const words = new Set(
  'and or not in between if then else some every satisfies for return true false null instance of date time item f p v z __proto__'.split(
    ' ',
  ),
);

/** All names expressions may use, with faults in their declarations reported. */
export function namesOf(input: CompileRulesInput, reports: Reports): Omit<Names, 'tables'> {
  const { definition } = input;
  const forms = formsOf(input, reports);
  const first = forms.values().next().value;
  const taken = (name: string) =>
    words.has(name) ||
    name === referenceName ||
    Object.hasOwn(functions, name) ||
    first?.has(name) ||
    forms.has(name);
  const checkName = (name: string, pointer: string) => {
    if (/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) && !taken(name)) return;
    reports.at(pointer)('rules/bad-name', undefined, { name });
  };

  const parameters = new Map<string, Type>();
  for (const [name, parameter] of Object.entries(definition.parameters ?? {})) {
    checkName(name, `/parameters/${name}`);
    parameters.set(name, parameterType(parameter, forms, reports.at(`/parameters/${name}/of`)));
  }
  for (const [index, { id }] of (definition.tables ?? []).entries()) {
    checkName(id, `/tables/${index}/id`);
    if (parameters.has(id)) reports.at(`/tables/${index}/id`)('rules/bad-name', undefined, { name: id });
  }
  const { support } = definition;
  return {
    forms,
    parameters,
    sets: setsOf(definition, input, reports, checkName),
    ...(support ? { support } : {}),
  };
}

function formsOf(
  { definition, forms, codeLists }: CompileRulesInput,
  reports: Reports,
): ReadonlyMap<string, ReadonlyMap<string, FieldType>> {
  const found = new Map<string, ReadonlyMap<string, FieldType>>();
  for (const [index, id] of definition.facts.entries()) {
    const form = Object.hasOwn(forms, id) ? forms[id] : undefined;
    if (form) found.set(id, fieldsOf(form.schema, codeLists));
    else {
      reports.at(`/facts/${index}`)('rules/unknown-form', undefined, {
        name: id,
        nearest: nearest(id, Object.keys(forms)),
      });
    }
  }
  return found;
}

function setsOf(
  definition: RulesDefinition,
  { codeLists }: CompileRulesInput,
  reports: Reports,
  checkName: (name: string, pointer: string) => void,
): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>();
  for (const [name, { codeList, group }] of Object.entries(definition.sets ?? {})) {
    checkName(name, `/sets/${name}`);
    const list = Object.hasOwn(codeLists, codeList) ? codeLists[codeList] : undefined;
    const groups = list?.groups ?? {};
    const codes = Object.hasOwn(groups, group) ? groups[group]?.codes : undefined;
    if (!codes) {
      const [part, wrong, known] = list
        ? ['group', group, Object.keys(groups)]
        : ['codeList', codeList, Object.keys(codeLists)];
      reports.at(`/sets/${name}/${part}`)('rules/unknown-set', undefined, {
        name: wrong,
        nearest: nearest(wrong, known),
      });
    }
    // Declared all the same: one fault is reported once.
    sets.set(name, codes ?? []);
  }
  return sets;
}
