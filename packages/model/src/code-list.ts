/** How long something holds: from the first day to the day before `until`. Absent = open on that side. */
export interface Validity {
  readonly from?: string;
  readonly until?: string;
}

export interface CodeListItem extends Validity {
  readonly code: string;
  readonly title: string;
  /** Code it stands under, in a list with levels; only what nothing stands under is an answer. */
  readonly parent?: string;
}

export interface CodeGroup extends Validity {
  readonly title: string;
  readonly codes: readonly string[];
  readonly source: string;
  readonly asOf: string;
}

/** A dated list of codes with its source; `ordered` lists run from low to high. An edition has what holds on its day. */
export interface CodeList {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly asOf: string;
  readonly ordered?: boolean;
  readonly items: readonly CodeListItem[];
  readonly groups?: Readonly<Record<string, CodeGroup>>;
}

/** A group as written: a member that joined or left later says when. */
export interface CodeGroupFile extends Omit<CodeGroup, 'codes'> {
  readonly codes: readonly (string | ({ readonly code: string } & Validity))[];
}

/** `shared/codes/<list>.json`: a code may stand several times with terms of validity that follow each other. */
export interface CodeListFile extends Omit<CodeList, 'groups'> {
  readonly groups?: Readonly<Record<string, CodeGroupFile>>;
}
