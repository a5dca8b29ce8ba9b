import type { JsonObject, ValidationIssue } from '@zhinan/model';
import { issueStrings } from '../strings/issues.ts';
import { type Answers, beginGroup, copyAnswers, fieldPath } from './answers.ts';
import { type Explain, type FormModel, type Issue, type Tell } from './form-model.ts';

/**
 * Tells what is wrong with the answers of a form, as the person is to read it at this step: what the screen could not
 * take before what the validator says of the same field, and with whoever must mend it.
 */
export function telling(explain: Explain): Tell {
  return (model) => {
    const said = explained(model, explain, model.counted);
    const known = new Set(said.map(({ pointer }) => pointer));
    const missing = model.lacking.filter((pointer) => !known.has(pointer));
    return [
      ...model.broken.map((pointer) => broken(model, pointer)),
      ...model.complaints.map((issue) => ({ ...issue, keyword: 'input' })),
      ...[...said, ...missing.map((pointer) => missed(model, pointer))]
        .filter(({ pointer }) => !model.local.has(pointer))
        .flatMap((issue) => forThisStep(model, issue)),
    ];
  };
}

/** What is wrong, field by field also in a group that nobody began: the group itself is nothing one could fill in. */
function explained(model: FormModel, explain: Explain, answers: Answers): readonly ValidationIssue[] {
  const issues = explain(answers as JsonObject);
  const isGroup = (pointer: string): boolean =>
    model.definition.groups?.includes(fieldPath(pointer, '/')) === true;
  const groups = issues.filter(({ keyword, pointer }) => keyword === 'required' && isGroup(pointer));
  if (groups.length === 0) return issues;
  const begun = copyAnswers(answers);
  for (const { pointer } of groups) beginGroup(begun, pointer);
  const told = explained(model, explain, begun);
  // One in which nothing is required has only itself to tell of.
  const isTold = (pointer: string): boolean => told.some((issue) => issue.pointer.startsWith(`${pointer}/`));
  return [...told, ...groups.filter(({ pointer }) => !isTold(pointer))];
}

function broken({ titleOf, language }: FormModel, pointer: string): Issue {
  const title = titleOf(pointer) ?? fieldPath(pointer);
  return { pointer, title, keyword: 'text', message: issueStrings[language].broken(title) };
}

/** The title is looked up when it is read: a field that has just come may not stand on the screen yet. */
function missed({ titleOf, language }: FormModel, pointer: string): Issue {
  const title = (): string => titleOf(pointer) ?? fieldPath(pointer);
  return {
    pointer,
    keyword: 'required',
    get title() {
      return title();
    },
    get message() {
      return issueStrings[language].missing(title());
    },
  };
}

/** What is wrong where the person may not mend it says who must; what was never sent here cannot be missed. */
function forThisStep(model: FormModel, issue: Issue): readonly Issue[] {
  const { pointer, title, keyword } = issue;
  const access = model.access(pointer);
  if (access === 'editable') return [issue];
  if (access === 'hidden' && keyword === 'required') return [];
  const strings = issueStrings[model.language];
  // A message may repeat the answer: of a hidden one only the name is told.
  const message = access === 'hidden' ? strings.wrong(title) : issue.message;
  const who = model.isLocked(fieldPath(pointer, '/')) ? strings.filledByItself : strings.filledEarlier;
  return [{ pointer, title, keyword, message: who(message), locked: true }];
}
