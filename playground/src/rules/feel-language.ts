import { LRLanguage, LanguageSupport, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import {
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';
import { parser } from 'lezer-feel';
import { ExpressionContext, tokensOf, type Subject } from './expression-context.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Classes, not colours: the playground's style sheet colours them for light and dark. */
const highlighter = tagHighlighter([
  { tag: tags.string, class: 'feel-text' },
  { tag: tags.number, class: 'feel-number' },
  { tag: [tags.bool, tags.null], class: 'feel-number' },
  { tag: [tags.controlKeyword, tags.operatorKeyword], class: 'feel-keyword' },
  { tag: [tags.compareOperator, tags.arithmeticOperator], class: 'feel-operator' },
  { tag: tags.function(tags.variableName), class: 'feel-function' },
]);

// The same configuration as the checker's parser.
const language = LRLanguage.define({
  name: 'feel',
  parser: parser.configure({ top: 'Expression' }),
  languageData: { closeBrackets: { brackets: ['(', '[', '"'] } },
});

const CLASSES: Readonly<Record<Subject['is'], string>> = {
  field: 'feel-field',
  form: 'feel-form',
  parameter: 'feel-parameter',
  set: 'feel-parameter',
  table: 'feel-parameter',
  reference: 'feel-parameter',
  variable: 'feel-variable',
  function: 'feel-function',
};

/** Tells the editor which names there are. */
export const setVocabulary = StateEffect.define<Vocabulary>();

export const vocabularyField = StateField.define<Vocabulary | undefined>({
  create: () => undefined,
  update: (value, transaction) =>
    transaction.effects.reduce((last, effect) => (effect.is(setVocabulary) ? effect.value : last), value),
});

/** Colours names by what they stand for: a field, a parameter, a variable. */
const names = StateField.define<DecorationSet>({
  create: (state) => decorate(state),
  update: (value, transaction) =>
    transaction.docChanged || transaction.effects.some((effect) => effect.is(setVocabulary))
      ? decorate(transaction.state)
      : value,
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(state: EditorState): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const vocabulary = state.field(vocabularyField, false);
  if (vocabulary === undefined) return builder.finish();
  const tokens = tokensOf(state.doc.toString());
  const context = new ExpressionContext(tokens, vocabulary);
  for (const [index, { kind, from, to }] of tokens.entries()) {
    if (kind !== 'name') continue;
    const subject = context.subjectAt(index);
    if (subject) builder.add(from, to, Decoration.mark({ class: CLASSES[subject.is] }));
  }
  return builder.finish();
}

/** FEEL as the checker reads it, highlighted. */
export function feel(): Extension {
  return [new LanguageSupport(language), syntaxHighlighting(highlighter), vocabularyField, names];
}

/** Whether the place is inside a text literal. */
export function isInText(state: EditorState, position: number): boolean {
  return syntaxTree(state).resolveInner(position, -1).name === 'StringLiteral';
}
