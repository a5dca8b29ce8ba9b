import type { QuotaOutcome } from '@zhinan/model';
import type { IsoDate } from '../calendar/date.ts';
import type { IsoInstant } from '../calendar/instant.ts';
import type { Profile } from './profile.ts';

export type ApplicantKind = 'valid' | 'boundary' | 'invalid';

/** Days: how many there were, their mean, and the day that half / nine tenths of them did not exceed. */
export interface Days {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

export interface CaseEnd {
  readonly outcome: string;
  readonly state: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly count: number;
}

export interface OpenCases {
  readonly state: string;
  readonly title: string;
  /** Time has to pass; somebody is to act; another machine is to report; nobody can tell the end; nothing is left. */
  readonly waitsFor: 'time' | 'person' | 'message' | 'calendar' | 'nothing';
  /** Titles of the roles or waits. */
  readonly on: readonly string[];
  readonly count: number;
}

export interface Missed {
  readonly machine: string;
  /** Step that was not done in time. */
  readonly state: string;
  readonly title: string;
  readonly delay: string;
  readonly clauses: readonly string[];
  /** Whether the matter ended by it, or was only marked. */
  readonly ended: boolean;
  readonly count: number;
  /** How much later it would have been done, or the time would have passed, in calendar days. */
  readonly late?: Days;
}

export interface Refused {
  /** `rule` = a condition of the rules; `judgement` = a person's decision; `kernel` = an attempt that was turned down. */
  readonly by: 'rule' | 'judgement' | 'kernel';
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly count: number;
}

export interface QuotaUse extends Pick<
  QuotaOutcome,
  'id' | 'title' | 'clauses' | 'count' | 'max' | 'min' | 'holds'
> {
  /** Counted over all that were selected, or over the fullest list of one body. */
  readonly over: 'selected' | 'body';
}

export interface BudgetYear {
  readonly year: string;
  /** By those selected that year, all their amounts, between what is certain and what is possible; 元. */
  readonly committed: number;
  readonly committedMost: number;
  readonly paid: number;
  readonly recovered: number;
  /** Payments whose amount could not be decided. */
  readonly undecided: number;
}

export interface Month {
  readonly month: string;
  readonly arrived: number;
  readonly selected: number;
  readonly accepted: number;
  readonly refused: number;
  readonly expired: number;
  readonly acts: number;
}

export interface SimulationResult {
  readonly edition: string;
  readonly program: string;
  readonly title: string;
  readonly contractHash: string;
  readonly seed: number;
  readonly cases: number;
  readonly from: IsoInstant;
  /** Last moment of arrivals. */
  readonly closes: IsoInstant;
  readonly until: IsoInstant;
  readonly profile: Profile;
  /** Titles of machines that nobody is taken to open: requests for a change. */
  readonly notSimulated: readonly string[];
  /** First day for which no official calendar is known and weekends alone were assumed. */
  readonly assumedFrom?: IsoDate;
  readonly applicants: Readonly<Record<ApplicantKind, number>>;
  readonly machines: Readonly<Record<string, number>>;
  readonly entries: number;
  readonly acts: number;
  readonly recommended: number;
  readonly selected: number;
  readonly ended: number;
  readonly ends: readonly CaseEnd[];
  readonly open: readonly OpenCases[];
  readonly duration: Days;
  readonly toSelection: Days;
  readonly waiting: readonly (Days & { readonly role: string; readonly title: string })[];
  readonly missed: readonly Missed[];
  readonly refused: readonly Refused[];
  readonly quotas: readonly QuotaUse[];
  readonly budget: readonly BudgetYear[];
  readonly months: readonly Month[];
}
