import { functions, referenceName, type FieldType } from '@zhinan/compiler/rules';
import {
  COMPARISONS,
  ExpressionContext,
  KEYWORDS,
  opening,
  tokensOf,
  type Subject,
  type Token,
} from './expression-context.ts';
import { fieldsIn, optionsIn, type Vocabulary } from './vocabulary.ts';

/** An option or a word of the language: it means what it says. */
interface Word {
  readonly is: 'option' | 'keyword';
  readonly id: string;
}

/** One thing that may be written at a place. */
export interface Proposal {
  /** Text to insert. */
  readonly insert: string;
  /** The Chinese title, or the text itself. */
  readonly title: string;
  readonly subject: Subject | Word;
}

/** Whether there is more to say of it than its title. */
export function hasMeaning(subject: Proposal['subject']): subject is Subject {
  return subject.is !== 'option' && subject.is !== 'keyword';
}

export interface Proposals {
  readonly from: number;
  readonly to: number;
  readonly list: readonly Proposal[];
}

const AFTER_OPERAND = ['and', 'or', 'in', 'then', 'else', 'satisfies'];
const BEFORE_OPERAND = ['if', 'some', 'every', 'true', 'false'];

/** What can be written at `position`, best first, matched by Chinese title and by id. */
export function propose(text: string, position: number, vocabulary: Vocabulary): Proposals {
  const tokens = tokensOf(text);
  const inside = tokens.findIndex(
    ({ kind, from, to, text: part }) =>
      from < position &&
      (kind === 'string' ? position < to || !isClosed(part) : kind === 'name' && position <= to),
  );
  const token = tokens[inside];
  const index = inside < 0 ? tokens.filter(({ to }) => to <= position).length : inside;
  const context = new ExpressionContext(tokens, vocabulary);
  const from = token?.from ?? position;
  const to = token?.kind === 'string' ? token.to : position;
  const query = text.slice(from, position).replace(/^"/u, '');
  const list =
    token?.kind === 'string' ? options(context, tokens, index) : words(context, tokens, index, vocabulary);
  return { from, to, list: ranked(list, query) };
}

const isClosed = (text: string): boolean => text.length > 1 && /[^\\]"$/u.test(text);

function words(
  context: ExpressionContext,
  tokens: readonly Token[],
  index: number,
  vocabulary: Vocabulary,
): readonly Proposal[] {
  const before = tokens[index - 1];
  if (before?.text === '.') return fieldProposals(fieldsIn(context.typeOf(index - 2)) ?? new Map());
  const operandBefore =
    before !== undefined &&
    (before.kind === 'string' ||
      before.kind === 'number' ||
      before.text === ')' ||
      before.text === ']' ||
      (before.kind === 'name' && !KEYWORDS.has(before.text)));
  if (operandBefore) return AFTER_OPERAND.map(keyword);
  const sets = before?.text === 'in' ? [...vocabulary.sets.keys()] : [];
  return [
    ...options(context, tokens, index),
    ...sets.map((id): Proposal => ({ insert: id, title: id, subject: { is: 'set', id } })),
    ...(COMPARISONS.has(before?.text ?? '') ? parameters(vocabulary) : []),
    ...names(context, index, vocabulary),
    ...BEFORE_OPERAND.map(keyword),
  ];
}

const keyword = (id: string): Proposal => ({ insert: id, title: id, subject: { is: 'keyword', id } });

function fieldProposals(fields: ReadonlyMap<string, FieldType>, form?: string): readonly Proposal[] {
  return [...fields].map(([id, field]) => ({
    insert: id,
    title: field.title,
    subject: { is: 'field', id, field, ...(form === undefined ? {} : { form }) },
  }));
}

/** Everything that may begin an operand, the nearest first. */
function names(context: ExpressionContext, index: number, vocabulary: Vocabulary): readonly Proposal[] {
  const found: Proposal[] = [];
  for (const { variable, type } of context.rowsAt(index)) {
    const fields = fieldsIn(type) ?? new Map<string, FieldType>();
    if (variable === undefined) found.push(...fieldProposals(fields));
    else
      for (const proposal of fieldProposals(fields))
        found.push({ ...proposal, insert: `${variable}.${proposal.insert}` });
  }
  let first = true;
  for (const [id, { title, fields }] of vocabulary.forms) {
    for (const proposal of fieldProposals(fields, title))
      found.push(first ? proposal : { ...proposal, insert: `${id}.${proposal.insert}` });
    first = false;
  }
  for (const proposal of parameters(vocabulary)) found.push(proposal);
  for (const [id, { title }] of vocabulary.tables)
    found.push({ insert: id, title, subject: { is: 'table', id } });
  for (const id of [...Object.keys(functions), 'date'])
    found.push({ insert: `${id}(`, title: id, subject: { is: 'function', id } });
  const [, ...others] = vocabulary.forms;
  for (const [id, { title, fields }] of others)
    found.push({ insert: `${id}.`, title, subject: { is: 'form', id, type: { is: 'record', fields } } });
  return found;
}

/** What a value may be compared with besides its options. */
function parameters(vocabulary: Vocabulary): readonly Proposal[] {
  const found = [...vocabulary.parameters].map(([id, { title, type }]): Proposal => ({
    insert: id,
    title,
    subject: { is: 'parameter', id, ...(type ? { type } : {}) },
  }));
  return [
    ...found,
    { insert: referenceName, title: referenceName, subject: { is: 'reference', id: referenceName } },
  ];
}

/** Options of the field on the left of a comparison, or before `in`. */
function options(context: ExpressionContext, tokens: readonly Token[], index: number): readonly Proposal[] {
  const operator = operatorBefore(tokens, index);
  if (operator < 0) return [];
  const type = context.typeOf(operator - 1);
  if (type?.is === 'boolean') return ['true', 'false'].map(keyword);
  const found = optionsIn(type);
  return (found?.codes ?? []).map((code, at) => ({
    insert: JSON.stringify(code),
    title: found?.titles?.[at] ?? String(code),
    subject: { is: 'option', id: String(code) },
  }));
}

function operatorBefore(tokens: readonly Token[], index: number): number {
  const before = tokens[index - 1]?.text ?? '';
  if (COMPARISONS.has(before) || before === 'in') return index - 1;
  // Inside `in [ … , `: the bracket that is still open, directly after `in`.
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'sign' && (token.text === ']' || token.text === ')')) at = opening(tokens, at);
    else if (token?.text === '[' || token?.text === '(') return tokens[at - 1]?.text === 'in' ? at - 1 : -1;
    else if (token?.kind !== 'string' && token?.text !== ',') return -1;
  }
  return -1;
}

function ranked(proposals: readonly Proposal[], query: string): readonly Proposal[] {
  const seen = new Set<string>();
  const list = proposals.filter(({ insert }) => !seen.has(insert) && seen.add(insert));
  if (query === '') return list;
  return list
    .map((proposal, order) => ({ proposal, order, rank: rank(proposal, query) }))
    .filter(({ rank: value }) => value < 9)
    .toSorted((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ proposal }) => proposal);
}

function rank({ insert, title, subject }: Proposal, query: string): number {
  const wanted = query.toLowerCase();
  if (title === query || subject.id === query) return -1;
  const texts = [subject.id, title, insert].map((text) => text.toLowerCase());
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  if (texts.some((text) => text.includes(wanted))) return 1;
  return texts.some((text) => isScattered(wanted, text)) ? 2 : 9;
}

/** All characters of `wanted` in `text`, in order. */
function isScattered(wanted: string, text: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
