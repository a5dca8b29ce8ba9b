import type { Language } from '@zhinan/model';
import type { ComboboxStrings } from './combobox.ts';
import type { IssueStrings } from './issues.ts';
import type { PasteStrings } from './paste.ts';
import type { RanksStrings } from './ranks.ts';
import type { RowChangeStrings } from './row-changes.ts';
import type { UploadStrings } from './uploads.ts';

/** What the parts of a form that load later say, by part. */
interface Parts {
  readonly combobox: ComboboxStrings;
  readonly issues: IssueStrings;
  readonly paste: PasteStrings;
  readonly ranks: RanksStrings;
  readonly rows: RowChangeStrings;
  readonly uploads: UploadStrings;
}

/**
 * What a language that only some forms have says in parts that load later. It stands with the language, so that a part
 * carries no words of languages its page is not in; what is missing the part says in its own Chinese.
 */
export type PartWords = { readonly [Part in keyof Parts]?: Partial<Parts[Part]> };

/** A form, as far as its words go. */
interface Speaking {
  readonly model: { readonly language: Language };
  readonly strings: { readonly parts?: PartWords };
}

/** What a part says in the language of its form: its own words, and over them what only that language's forms have. */
export function wordsOf<Part extends keyof Parts>(
  { model, strings }: Speaking,
  part: Part,
  own: Readonly<Record<Language, Parts[Part]>>,
): Parts[Part] {
  return { ...own[model.language], ...strings.parts?.[part] };
}
