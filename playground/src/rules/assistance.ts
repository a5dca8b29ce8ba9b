import {
  autocompletion,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { hoverTooltip, type EditorView } from '@codemirror/view';
import { hasMeaning, propose, type Proposal } from './completions.ts';
import { ExpressionContext, tokensOf } from './expression-context.ts';
import { isInText, vocabularyField } from './feel-language.ts';
import { card, cardLines, typeName } from './name-card.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Completion of names by Chinese title or id, and a card with their meaning under the pointer. */
export function assistance(): Extension {
  return [
    autocompletion({
      override: [complete],
      icons: false,
      optionClass: ({ type }) => `proposal-${type ?? 'text'}`,
      maxRenderedOptions: 60,
      activateOnTypingDelay: 60,
      // After “field.”, an operator or an opening quote the next step is offered at once.
      activateOnCompletion: ({ type }) => type === 'form',
    }),
    hoverTooltip(hover, { hoverTime: 250 }),
  ];
}

function complete(context: CompletionContext): CompletionResult | null {
  const vocabulary = context.state.field(vocabularyField, false);
  if (vocabulary === undefined) return null;
  const text = context.state.doc.toString();
  const { from, to, list } = propose(text, context.pos, vocabulary);
  const begun =
    from < context.pos || /[.[(]$|(?:[=<>]|\bin|\band|\bor|\bnot\() ?$/u.test(text.slice(0, context.pos));
  if ((!context.explicit && !begun) || list.length === 0) return null;
  return { from, to, filter: false, options: list.map((proposal) => completion(proposal, vocabulary)) };
}

function completion(proposal: Proposal, vocabulary: Vocabulary): Completion {
  const { insert, title, subject } = proposal;
  const meaning = hasMeaning(subject) ? cardLines(subject, vocabulary) : [];
  const kind = subject.is === 'field' ? typeName(subject.field.type) : '';
  const detail = [insert === title ? '' : insert, kind].filter((part) => part !== '').join('  ');
  return {
    label: insert,
    displayLabel: title,
    detail,
    type: subject.is,
    apply: (view, picked, from, to) => insertProposal(view, picked, insert, from, to),
    ...(meaning.length > 0 ? { info: () => card(meaning) } : {}),
  };
}

function insertProposal(
  view: EditorView,
  picked: Completion,
  insert: string,
  from: number,
  to: number,
): void {
  const after = view.state.doc.sliceString(to, to + 1);
  // The bracket of a call is closed, with the cursor inside.
  const call = insert.endsWith('(') && after !== '(';
  const text = call ? `${insert})` : insert.endsWith('(') ? insert.slice(0, -1) : insert;
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + (call ? insert.length : text.length) },
    annotations: pickedCompletion.of(picked),
    userEvent: 'input.complete',
  });
  if (insert.endsWith('.')) startCompletion(view);
}

function hover(view: EditorView, position: number, side: -1 | 1) {
  const { state } = view;
  const vocabulary = state.field(vocabularyField, false);
  if (vocabulary === undefined || isInText(state, position)) return null;
  const tokens = tokensOf(state.doc.toString());
  const index = tokens.findIndex(
    ({ kind, from, to }) =>
      kind === 'name' && (side < 0 ? from < position && position <= to : from <= position && position < to),
  );
  const token = tokens[index];
  const subject = new ExpressionContext(tokens, vocabulary).subjectAt(index);
  if (token === undefined || subject === undefined) return null;
  return {
    pos: token.from,
    end: token.to,
    above: true,
    create: () => ({ dom: card(cardLines(subject, vocabulary)) }),
  };
}
