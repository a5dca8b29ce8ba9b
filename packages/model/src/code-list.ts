export interface CodeListItem {
  readonly code: string;
  readonly title: string;
  readonly from?: string;
  readonly until?: string;
}

export interface CodeGroup {
  readonly title: string;
  readonly codes: readonly string[];
  readonly source: string;
  readonly asOf: string;
}

/** A dated list of codes with its source; `ordered` lists run from low to high. */
export interface CodeList {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly asOf: string;
  readonly ordered?: boolean;
  readonly items: readonly CodeListItem[];
  readonly groups?: Readonly<Record<string, CodeGroup>>;
}
