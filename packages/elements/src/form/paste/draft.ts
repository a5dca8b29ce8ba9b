import { type Answers, copyAnswers } from '../answers.ts';
import type { Column } from '../row-list.ts';
import { cellsOf } from './cells.ts';
import { layoutOf } from './layout.ts';
import { type CellValue, valueOf } from './values.ts';

export interface DraftCell {
  readonly column: Column;
  readonly text: string;
  readonly problem?: Extract<CellValue, { readonly problem: unknown }>['problem'];
}

/** Rows about to be added, as the sheet wrote them and as answers. */
export interface Draft {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cells: readonly DraftCell[]; readonly answers: Answers }[];
  /** Headings, or numbers, of columns that the list does not have. */
  readonly ignored: readonly string[];
  readonly hasHeader: boolean;
}

/** Reads copied cells for a list; `fresh` makes the answers a new row begins with. */
export function draftOf(text: string, columns: readonly Column[], fresh: () => Answers): Draft {
  const [first = [], ...others] = cellsOf(text);
  const layout = layoutOf(first, columns);
  const used = layout.columns.flatMap(({ column }) => column ?? []);
  const rows = (layout.hasHeader ? others : [first, ...others]).filter((row) => row.length > 0);
  return {
    columns: used,
    hasHeader: layout.hasHeader,
    ignored: layout.columns.flatMap(({ column, written }, index) =>
      column ? [] : [written || String(index + 1)],
    ),
    rows: rows.map((row) => {
      const answers = copyAnswers(fresh());
      const cells = layout.columns.flatMap(({ column, times }, index): readonly DraftCell[] => {
        if (!column) return [];
        const text = row[index] ?? '';
        const value = valueOf(text, column, times);
        const answer = 'answer' in value ? value.answer : value.kept;
        if (answer !== undefined) answers[column.key] = answer;
        return [{ column, text, ...('problem' in value ? { problem: value.problem } : {}) }];
      });
      return { cells, answers };
    }),
  };
}
