/**
 * How a printed value is written when its own form is not wanted. Money (an integer with a money unit): `yuan`
 * 200,000元, `wan` 20万元, `capital` 贰拾万元整. `masked`: the first character of a name, the rest as *.
 */
export type PrintedAs = 'yuan' | 'wan' | 'capital' | 'masked';

/** What stands at one place of a document. Exactly one of `field`, `count`, `sum`, `instant` says where it comes from. */
export interface DocumentItem {
  /** `form.field`; in a table over a list the field of an entry, in a table over members `form.field`. */
  readonly field?: string;
  /** Number of entries of a list, `form.list`. */
  readonly count?: string;
  /** Sum of a number over a list, `form.list.field`. */
  readonly sum?: string;
  /** A named moment of the guideline. */
  readonly instant?: string;
  /** Default: the field's own title. */
  readonly title?: string;
  readonly as?: PrintedAs;
  /** Takes the whole width instead of half a row. */
  readonly wide?: boolean;
}

export interface DocumentTable {
  /** `form.list`, or `members`: the cases of a batch or round, in their ranking. */
  readonly of: string;
  readonly columns: readonly (string | DocumentItem)[];
  readonly title?: string;
  /** Head of the column of running numbers (default 序号); of members it holds their rank. `false`: no such column. */
  readonly number?: string | false;
  /** Columns whose sum is printed below. */
  readonly total?: readonly string[];
  /** Only members of these statuses. */
  readonly status?: readonly string[];
  /** So many rows at least, empty ones to be filled by hand. */
  readonly minRows?: number;
}

/** Who signs or seals, and the field with the day; without one the day is left to be written by hand. */
export type SignOff = string | { readonly by: string; readonly date?: string };

/** One block of a document: exactly one of the keys. */
export interface DocumentBlock {
  readonly heading?: string;
  /**
   * May hold places to be filled: `{application.name}`, `{leading-group.approvedAmount capital}`,
   * `{count application.apprentices}`, `{sum application.budget.amount wan}`, `{instant personalDeadline}`, `{issued}`.
   */
  readonly text?: string;
  /** `form.field`, or an item that says more. Short ones share a row. */
  readonly fields?: readonly (string | DocumentItem)[];
  readonly table?: DocumentTable;
  readonly signature?: SignOff;
  readonly seal?: SignOff;
  readonly pageBreak?: true;
}

/** A paper the procedure produces: a list of blocks, laid out and rendered by `@zhinan/documents`. */
export interface DocumentContract {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly by: string;
  /** Shown to the public: sensitive fields and third persons never appear in it. */
  readonly public?: boolean;
  /** Default: upright, on its side where a table is broad. */
  readonly page?: 'portrait' | 'landscape';
  readonly blocks: readonly DocumentBlock[];
}
