import { labelAt, type FieldLabel, type Path } from './label.ts';

/** How a language names a place in a form. */
export interface SubjectWords {
  readonly quote: (title: string) => string;
  readonly entry: (position: number, counter: string, noun: string) => string;
  readonly entryOf: (position: number, list: string) => string;
  readonly file: (position: number) => string;
  readonly join: (outer: string, inner: string) => string;
  readonly unnamed: string;
}

const chinese: SubjectWords = {
  quote: (title) => `「${title}」`,
  entry: (position, counter, noun) => `第 ${position} ${counter}${noun}`,
  entryOf: (position, list) => `${list}第 ${position} 项`,
  file: (position) => `第 ${position} 个文件`,
  join: (outer, inner) => `${outer}的${inner}`,
  unnamed: '本项',
};

const english: SubjectWords = {
  quote: (title) => `“${title}”`,
  entry: (position, _counter, noun) => `${noun} no. ${position}`,
  entryOf: (position, list) => `entry ${position} of ${list}`,
  file: (position) => `file ${position}`,
  join: (outer, inner) => `${inner} of ${outer}`,
  unnamed: 'this entry',
};

export const subjectWords = { 'zh-CN': chinese, en: english } as const;

/** Names the field at a path as a person would: 第 2 名徒弟的「目标等级」. Ids never show. */
export function subject(root: FieldLabel, path: Path, words: SubjectWords): string {
  let label = root;
  let text = '';
  for (const step of path) {
    const outer = label;
    label = labelAt(label, step);
    if (typeof step === 'number') {
      const { u: counter } = outer;
      const noun = label.t ?? outer.t;
      // With a counter of its own the entry names itself, and the list's title would only repeat it.
      if (outer.k === 'f') {
        text = words.join(text || words.unnamed, words.file(step + 1));
        continue;
      }
      text =
        counter !== undefined && noun !== undefined
          ? words.entry(step + 1, counter, noun)
          : words.entryOf(step + 1, text || words.unnamed);
      continue;
    }
    const own = label.t === undefined ? words.unnamed : words.quote(label.t);
    text = text === '' ? own : words.join(text, own);
  }
  return text || (root.t === undefined ? words.unnamed : words.quote(root.t));
}
