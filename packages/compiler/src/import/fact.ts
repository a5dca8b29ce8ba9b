/** Which side of a number counts: 以上/不少于 `min`, 以下/不超过 `max` (both include it), 超过 `over`, 不满 `under`. */
export type Bound = 'min' | 'max' | 'over' | 'under';

/** Why a fact must be looked at before it is accepted; prose in `words.ts`. */
export type Doubt =
  | 'no-hour'
  | 'no-day'
  | 'no-year'
  | 'no-such-date'
  | 'relative'
  | 'no-reference'
  | 'not-full-years'
  | 'no-bound'
  | 'range-without-rule'
  | 'posting-day'
  | 'written-out'
  | 'part-of-the-sentence'
  | 'not-in-the-list'
  | 'who-fills-in'
  | 'body-not-known';

interface Found {
  /** The words recognised, as `normalise` leaves them: a figure with its unit, a name of an office; never a sentence. */
  readonly found: string;
  /** UTF-16 offset in the sentence. */
  readonly start: number;
  readonly doubts: readonly Doubt[];
}

export type Fact = Found &
  (
    | {
        readonly kind: 'date';
        /** YYYY-MM-DD, the last day of it where the text names a month's end; absent for “自印发之日起”. */
        readonly date?: string;
        /** HH:MM, Beijing time. */
        readonly time?: string;
        readonly edge: 'until' | 'from' | 'on';
        /** What must be done by then, as the words before it suggest. */
        readonly title: string;
      }
    | { readonly kind: 'birth-date'; readonly date: string; readonly side: 'from' | 'until' }
    | { readonly kind: 'age'; readonly years: number; readonly bound?: Bound }
    | {
        readonly kind: 'amount';
        /** Integer 元. */
        readonly least: number;
        readonly most: number;
        readonly bound?: Bound;
        readonly per: readonly ('year' | 'month' | 'day' | 'person')[];
        readonly once: boolean;
      }
    | { readonly kind: 'share'; readonly percent: number; readonly bound?: Bound }
    | {
        readonly kind: 'count';
        readonly least: number;
        readonly most: number;
        readonly unit: string;
        readonly bound?: Bound;
      }
    | {
        readonly kind: 'duration';
        /** ISO 8601: P3Y, P6M. */
        readonly least: string;
        readonly most: string;
        readonly bound?: Bound;
      }
    | { readonly kind: 'workdays'; readonly days: number; readonly notice: boolean; readonly bound?: Bound }
    | {
        readonly kind: 'role';
        readonly id?: string;
        readonly title: string;
        readonly role: 'person' | 'body' | 'panel';
      }
    | {
        readonly kind: 'document';
        readonly id: string;
        readonly title: string;
        /** Number in the list of attachments. */
        readonly attachment?: string;
      }
    | {
        readonly kind: 'modality';
        readonly modality: 'soft' | 'prefer' | 'may' | 'must';
        readonly word: string;
      }
  );

export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;
