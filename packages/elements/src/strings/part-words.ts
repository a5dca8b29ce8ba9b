import type { ComboboxStrings } from './combobox.ts';
import type { IssueStrings } from './issues.ts';
import type { PasteStrings } from './paste.ts';
import type { RanksStrings } from './ranks.ts';
import type { RowChangeStrings } from './row-changes.ts';
import type { UploadStrings } from './uploads.ts';

/**
 * What a language that only some forms have says in parts that load later. It stands with the language, so that a part
 * carries no words of languages its page is not in; what is missing the part says in its own Chinese.
 */
export interface PartWords {
  readonly combobox?: Partial<ComboboxStrings>;
  readonly issues?: Partial<IssueStrings>;
  readonly paste?: Partial<PasteStrings>;
  readonly ranks?: Partial<RanksStrings>;
  readonly rows?: Partial<RowChangeStrings>;
  readonly uploads?: Partial<UploadStrings>;
}
