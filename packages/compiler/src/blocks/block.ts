import type { ActionRef, Json, JsonObject, MachineKind, RoleRef, StateMeta } from '@zhinan/model';
import type { Params, ValuesOf } from './param.ts';
import type { Next, PeriodParam, Way } from './shared-params.ts';

/** What a block may know of the place where it is used, and what it may leave there. */
export interface Site {
  /** Key of the state that the block stands for. */
  readonly key: string;
  readonly kind: MachineKind;
  /** Absolute target of a state of the block itself: `here('running')` → `#case.employerNotice.running`. */
  here(child?: string): string;
  /** Absolute target of a state named by the author, looked for from near to far. */
  to(name: string): string;
  /** Ways behind `next`, with absolute targets. */
  ways(next: Next | undefined): readonly Way[];
  /**
   * Name of a delay: an existing one, or one put into the machine's `delays` under a name made from the state's. With `less` a
   * copy that days counted under this key are taken from.
   */
  delay(period: PeriodParam, title: string, clause: string, suffix?: string, less?: string): string;
  /** Interpretation that says whether the posting day of a period counts. */
  postingDayCounts(period: PeriodParam): string | undefined;
  /** Makes the step of that name come straight back here once, instead of going its own way. */
  comesBack(name: string): ActionRef;
  /** Titles as people know them; the id where there is none. */
  role(ref: RoleRef): string;
  form(id: string): string;
  /** Roles that are told of a return, a refusal or an expiry: the applicant in a case; nobody in a batch or round. */
  readonly told: readonly string[];
}

export type StateConfig = { readonly meta: StateMeta } & Readonly<Record<string, unknown>>;

/** `param` must be written where `of` is (one of `among`, if given). */
export interface Needed {
  readonly param: string;
  readonly of: string;
  readonly among?: readonly string[];
}

/** A building block of a procedure: a few params become a state of plain XState. */
export interface Block<P extends Params = Params> {
  readonly name: string;
  /** In Chinese, as it is called in an office. */
  readonly title: string;
  /** What it is for, in Chinese, one or two sentences. */
  readonly purpose: string;
  /** Guidelines that need it; empty = every portal expects it. */
  readonly neededBy: readonly string[];
  readonly params: P;
  readonly needs?: readonly Needed[];
  /** Whether `next` must be, may be or cannot be given. */
  readonly next: 'required' | 'none';
  /** It stands around states that the author writes beside `use`; also at the root of a machine. */
  readonly around?: true;
  /** A complete use, as in a machine file: shown in the catalogue page, checked by the tests. */
  readonly example: JsonObject;
  expand(params: ValuesOf<P>, site: Site, next: Next | undefined): StateConfig;
}

export function defineBlock<const P extends Params>(block: Block<P>): Block<P> {
  return block;
}

/** For generated machine parts: drops keys without a value, as JSON would. */
export function json(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as Json as JsonObject;
}
