import { functions, type Type } from '@zhinan/compiler/rules';
import { language, t } from '../language.ts';
import type { Word } from '../words.ts';
import type { Subject } from './expression-context.ts';
import { functionGuide } from './function-guide.ts';
import { fieldsIn, optionsIn, type Vocabulary } from './vocabulary.ts';

const MANY = 12;

/** The kind of a value in a word. */
export function typeName(type: Type | undefined): string {
  if (type === undefined) return '';
  if (type.is === 'text' && type.options) return t('typeOption');
  const words: Readonly<Partial<Record<Type['is'], Word>>> = {
    number: 'typeNumber',
    boolean: 'typeBoolean',
    date: 'typeDate',
    text: 'typeText',
    rank: 'typeRank',
    list: 'typeList',
    record: 'typeRecord',
  };
  const word = words[type.is];
  return word === undefined ? '' : t(word);
}

function some(titles: readonly string[]): string {
  return titles.slice(0, MANY).join('、') + (titles.length > MANY ? ` …（${titles.length}）` : '');
}

/** Title and lines that tell what a name means; none for words of the language itself. */
export function cardLines(subject: Subject, vocabulary: Vocabulary): readonly string[] {
  const { id } = subject;
  switch (subject.is) {
    case 'field': {
      const { title, type, unit } = subject.field;
      const kind = [typeName(type), unit].filter((part) => part !== undefined && part !== '').join('，');
      const home = subject.form === undefined ? [] : [t('inForm', { form: subject.form })];
      return [`${title}（${kind}）`, ...valueLines(type), ...home];
    }
    case 'form':
      return [`《${vocabulary.forms.get(id)?.title ?? id}》`];
    case 'parameter': {
      const parameter = vocabulary.parameters.get(id);
      return [
        `${t('kindParameter')}：${parameter?.title ?? id}`,
        t('defaultIs', { value: parameter?.value ?? '' }),
      ];
    }
    case 'set':
      return [`${t('kindSet')}：${id}`, t('membersOf', { options: some(vocabulary.sets.get(id) ?? []) })];
    case 'table':
      return [`${t('kindTable')}：${vocabulary.tables.get(id)?.title ?? id}`];
    case 'variable':
      return [`${t('kindVariable')}：${id}`, ...valueLines(subject.type)];
    case 'reference':
      return [t('referenceMeaning')];
    case 'function': {
      const guide = Object.hasOwn(functionGuide, id) ? functionGuide[id] : undefined;
      const usage = functions[id]?.usage ?? guide?.example;
      return [
        guide?.signature ?? `${id}(…)`,
        ...(guide ? [guide.meaning[language() === 'en' ? 1 : 0]] : []),
        ...(usage === undefined ? [] : [`${t('example')}：${usage}`]),
      ];
    }
  }
}

function valueLines(type: Type | undefined): readonly string[] {
  const options = optionsIn(type);
  if (options) {
    const titles = options.codes.map((code, at) => options.titles?.[at] ?? String(code));
    return [t(type?.is === 'rank' ? 'ranksOf' : 'optionsOf', { options: some(titles) })];
  }
  const fields = fieldsIn(type);
  return fields
    ? [t('columnsOf', { fields: some([...fields].map(([name, { title }]) => `${title} ${name}`)) })]
    : [];
}

/** The lines as a small card. */
export function card(lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'name-card';
  for (const [index, line] of lines.entries()) {
    const row = document.createElement(index === 0 ? 'strong' : 'p');
    row.textContent = line;
    box.append(row);
  }
  return box;
}
