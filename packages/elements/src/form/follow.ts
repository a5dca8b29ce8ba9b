import { type ComputedField, computedPlaces } from '@zhinan/engine/rules';
import { type Answers, askedAnswers, type Conditions, fieldPath, isObject, putAnswer } from './answers.ts';

/** Puts in what follows from other answers; what cannot be known yet is left empty. Changes the answers in place. */
export function fillComputed(
  form: string,
  fields: readonly ComputedField[],
  answers: Answers,
  asked: Conditions,
): void {
  // One may follow from another: they come in this order.
  for (const field of fields) {
    // Only answers that count are reckoned with; where they stand is looked up in all of them.
    const found = computedPlaces(form, [field], askedAnswers(answers, asked));
    for (const { path, value } of found) {
      let container: unknown = answers;
      for (const step of path.slice(0, -1))
        container = (container as Readonly<Record<string | number, unknown>> | undefined)?.[step];
      if (isObject(container)) putAnswer(container, String(path.at(-1)), value);
    }
  }
}

/** Takes away answers that are not asked any more, of fields whose definition wants them cleared. */
export function clearUnasked(answers: Answers, asked: Conditions, paths: readonly string[]): void {
  const counted = askedAnswers(answers, asked);
  const visit = (node: Answers, kept: Answers, at: string): void => {
    for (const [name, value] of Object.entries(node)) {
      const pointer = `${at}/${name}`;
      const other = kept[name];
      if (other === undefined) {
        if (paths.includes(fieldPath(pointer, '/'))) delete node[name];
      } else if (isObject(value) && isObject(other)) visit(value, other, pointer);
      else if (Array.isArray(value) && Array.isArray(other)) {
        for (const [index, row] of value.entries()) {
          const same = other[index];
          if (isObject(row) && isObject(same)) visit(row, same, `${pointer}/${index}`);
        }
      }
    }
  };
  visit(answers, counted, '');
}
