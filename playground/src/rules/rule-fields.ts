import type { Requirement, RulesDefinition } from '@zhinan/model';
import type { Type } from '@zhinan/compiler/rules';
import { t } from '../language.ts';
import type { Word } from '../words.ts';
import type { Path } from './rule-document.ts';
import { optionsIn, type Vocabulary } from './vocabulary.ts';

/** How a value is edited. */
export type Control =
  | { readonly is: 'expression' | 'cell' }
  | { readonly is: 'number'; readonly nullable: boolean }
  | {
      /** `tag`: so small that it stands beside the title. */
      readonly is: 'choice' | 'tag';
      readonly options: readonly { readonly value: unknown; readonly title: string }[];
    }
  | { readonly is: 'text' };

/** One editable value of `rules.json`. */
export interface RuleField {
  readonly path: Path;
  /** As the checker names it. */
  readonly pointer: string;
  readonly label: string;
  readonly value: unknown;
  readonly control: Control;
  /** Stands before the first of several conditions: all of them, or any. */
  readonly joint?: string;
}

export interface RuleItem {
  readonly id: string;
  readonly pointer: string;
  readonly path: Path;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly reference?: string;
  readonly interpretation?: string;
  readonly fields: readonly RuleField[];
}

export interface RuleSection {
  readonly id: string;
  readonly word: Word;
  readonly items: readonly RuleItem[];
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly reference?: string;
  readonly interpretation?: string;
}

const EXPRESSION: Control = { is: 'expression' };

function field(path: Path, label: string, value: unknown, control: Control = EXPRESSION): RuleField {
  return { path, pointer: `/${path.join('/')}`, label, value, control };
}

/** Only what is written; `nullable` numbers can be “not published”. */
function number(path: Path, label: string, value: number | null | undefined, nullable = false): RuleField[] {
  return value === undefined ? [] : [field(path, label, value, { is: 'number', nullable })];
}

function expression(path: Path, label: string, value: string | undefined): RuleField[] {
  return value === undefined ? [] : [field(path, label, value)];
}

function item(part: Part, path: Path, fields: readonly RuleField[]): RuleItem {
  return {
    id: part.id,
    title: part.title,
    clauses: [part.clause].flat(),
    path,
    pointer: `/${path.join('/')}`,
    fields,
    ...(part.reference === undefined ? {} : { reference: part.reference }),
    ...(part.interpretation === undefined ? {} : { interpretation: part.interpretation }),
  };
}

function literal(path: Path, label: string, value: unknown, type: Type | undefined): RuleField {
  const options = optionsIn(type);
  if (options) {
    const choices = options.codes.map((code, at) => ({
      value: code,
      title: options.titles?.[at] ?? String(code),
    }));
    const known = choices.some((choice) => choice.value === value);
    const wrong = known ? [] : [{ value, title: String(value) }];
    return field(path, label, value, { is: 'choice', options: [...wrong, ...choices] });
  }
  if (typeof value === 'boolean') {
    const options = [true, false].map((one) => ({ value: one, title: String(one) }));
    return field(path, label, value, { is: 'choice', options });
  }
  if (typeof value === 'number') return field(path, label, value, { is: 'number', nullable: false });
  return field(path, label, value, { is: 'text' });
}

function requirement(value: Requirement, path: Path, label: string): RuleField[] {
  if (typeof value === 'string') return [field(path, label, value)];
  const [key, list, word] =
    'all' in value ? (['all', value.all, 'fieldAll'] as const) : (['any', value.any, 'fieldAny'] as const);
  const joint = t(word);
  return list.flatMap((one, index) => {
    const parts = requirement(one, [...path, key, index], `${label} ${index + 1}`);
    const [first, ...rest] = parts;
    return index > 0 || first === undefined
      ? parts
      : [{ ...first, joint: first.joint ? `${joint} › ${first.joint}` : joint }, ...rest];
  });
}

/** Everything editable of a programme's rules, in the order an officer thinks of it. */
export function sectionsOf(definition: RulesDefinition, vocabulary: Vocabulary): readonly RuleSection[] {
  const sections: RuleSection[] = [
    { id: 'rules', word: 'rulesTitle', items: rules(definition) },
    { id: 'relax', word: 'relaxTitle', items: relaxations(definition, vocabulary) },
    { id: 'parameters', word: 'ruleParameters', items: parameters(definition, vocabulary) },
    { id: 'amounts', word: 'amountsTitle', items: amounts(definition) },
    { id: 'tables', word: 'ruleTables', items: tables(definition) },
    { id: 'quotas', word: 'quotasTitle', items: quotas(definition) },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function rules(definition: RulesDefinition): readonly RuleItem[] {
  const strengths: Control = {
    is: 'tag',
    options: [
      { value: 'must', title: t('strengthMust') },
      { value: 'soft', title: t('strengthSoft') },
    ],
  };
  return definition.rules.map((rule, index) => {
    const path: Path = ['rules', index];
    return item(rule, path, [
      field([...path, 'strength'], t('fieldStrength'), rule.strength, strengths),
      ...expression([...path, 'when'], t('fieldWhen'), rule.when),
      ...requirement(rule.require, [...path, 'require'], t('fieldRequire')),
    ]);
  });
}

function relaxations(definition: RulesDefinition, vocabulary: Vocabulary): readonly RuleItem[] {
  return (definition.relax ?? []).map((relax, index) => {
    const path: Path = ['relax', index];
    const sets = Object.entries(relax.set).map(([name, value]) =>
      literal([...path, 'set', name], t('fieldSet', { name }), value, vocabulary.parameters.get(name)?.type),
    );
    return item(relax, path, [field([...path, 'when'], t('fieldWhen'), relax.when), ...sets]);
  });
}

function parameters(definition: RulesDefinition, vocabulary: Vocabulary): readonly RuleItem[] {
  return Object.entries(definition.parameters ?? {}).map(([name, parameter]) => {
    const path: Path = ['parameters', name];
    const title = parameter.title === undefined ? name : `${name}（${parameter.title}）`;
    return item({ id: name, title, clause: [] }, path, [
      literal(
        [...path, 'default'],
        t('fieldDefault'),
        parameter.default,
        vocabulary.parameters.get(name)?.type,
      ),
    ]);
  });
}

function amounts(definition: RulesDefinition): readonly RuleItem[] {
  return (definition.amounts ?? []).map((amount, index) => {
    const path: Path = ['amounts', index];
    return item(amount, path, [
      field([...path, 'value'], t('fieldValue'), amount.value),
      ...number([...path, 'floor'], t('fieldFloor'), amount.floor),
      ...number([...path, 'cap'], t('fieldCap'), amount.cap),
      ...expression([...path, 'topUp', 'against'], t('fieldTopUp'), amount.topUp?.against),
      ...(amount.instalments ?? []).flatMap(({ title, when }, at) =>
        expression([...path, 'instalments', at, 'when'], t('fieldInstalment', { title }), when),
      ),
    ]);
  });
}

function tables(definition: RulesDefinition): readonly RuleItem[] {
  return (definition.tables ?? []).map((table, index) => {
    const path: Path = ['tables', index];
    const columns = [
      ...table.inputs.map(({ label, expression: text }) => label ?? text),
      ...table.outputs.map(({ name }) => name),
    ];
    const cells = table.rows.flatMap(({ when, then }, row) => [
      ...when.map((value, at) => cell([...path, 'rows', row, 'when', at], row, columns[at], value)),
      ...then.map((value, at) =>
        cell([...path, 'rows', row, 'then', at], row, columns[when.length + at], value),
      ),
    ]);
    return item(table, path, [
      ...table.inputs.map(({ label, expression: text }, at) =>
        field([...path, 'inputs', at, 'expression'], label ?? t('fieldInput', { index: at + 1 }), text),
      ),
      ...cells,
    ]);
  });
}

function cell(path: Path, row: number, column: string | undefined, value: unknown): RuleField {
  return field(path, t('fieldCell', { row: row + 1, column: column ?? '' }), value, { is: 'cell' });
}

function quotas(definition: RulesDefinition): readonly RuleItem[] {
  return (definition.quotas ?? []).map((quota, index) => {
    const path: Path = ['quotas', index];
    return item(quota, path, [
      ...expression([...path, 'where'], t('fieldWhere'), quota.where),
      ...expression([...path, 'per'], t('fieldPer'), quota.per),
      ...number([...path, 'min'], t('fieldMin'), quota.min, true),
      ...number([...path, 'max'], t('fieldMax'), quota.max, true),
    ]);
  });
}
