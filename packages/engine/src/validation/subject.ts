import { fieldAt, said, type Field } from './label.ts';
import type { Path } from './shape.ts';

/** How a language names a place in a form. */
export interface SubjectWords {
  readonly quote: (title: string) => string;
  readonly entry: (position: number, counter: string, noun: string) => string;
  readonly entryOf: (position: number, list: string) => string;
  readonly file: (position: number) => string;
  readonly join: (outer: string, inner: string) => string;
  readonly unnamed: string;
}

/** Names the field at a path as a person would: 第 2 名徒弟的「目标等级」. Ids never show. */
export function subject(root: Field, path: Path, words: SubjectWords): string {
  let field = root;
  let text = '';
  for (const step of path) {
    const outer = field;
    field = fieldAt(field, step);
    const title = said(field, 't');
    if (typeof step === 'number') {
      const counter = said(outer, 'U');
      const noun = title ?? said(outer, 't');
      if (said(outer, 'k') === 'f') {
        text = words.join(text || words.unnamed, words.file(step + 1));
        continue;
      }
      // With a counter of its own the entry names itself, and the list's title would only repeat it.
      text =
        counter !== undefined && noun !== undefined
          ? words.entry(step + 1, counter, noun)
          : words.entryOf(step + 1, text || words.unnamed);
      continue;
    }
    const own = title === undefined ? words.unnamed : words.quote(title);
    text = text === '' ? own : words.join(text, own);
  }
  const title = said(root, 't');
  return text || (title === undefined ? words.unnamed : words.quote(title));
}
