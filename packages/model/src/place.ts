/** A position in a text file. Lines and columns count from 1, `offset` from 0 in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where in the definition something stands: file relative to `definitions/`, RFC 6901 pointer, text range. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly range?: Range;
  /** Building block whose expansion holds what the finding is about; the pointer leads to its `use` or a param. */
  readonly block?: string;
}
