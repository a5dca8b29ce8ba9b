import type { Facts, InstanceId, JsonObject } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';
import type { Random } from '../random.ts';
import type { StateValue } from '../workflow/snapshot.ts';
import type { ApplicantKind } from './result.ts';

/** Somebody made up, whose answers a case is played with. */
export interface SimulatedApplicant {
  readonly kind: ApplicantKind;
  /** Answers by form; reviewers' forms may be among them. */
  readonly facts: Facts;
  /** What is handed in after a form was refused. */
  readonly corrected?: Facts;
  /** Mandatory conditions that are not met. */
  readonly fails: readonly FailedRule[];
}

export interface FailedRule {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

/** One application. */
export interface CaseFile {
  readonly id: InstanceId;
  readonly applicant: SimulatedApplicant;
  facts: Facts;
  readonly batch?: InstanceId;
  readonly arrivedAt: IsoInstant;
  /** What a panel would think of it, 0–1. */
  readonly score: number;
  recommendedAt?: IsoInstant;
  selectedAt?: IsoInstant;
  gaveUp?: true;
}

/** A machine that runs, as those who work on it see it. */
export interface Desk {
  readonly id: InstanceId;
  readonly random: Random;
  readonly file?: CaseFile;
  /** Changes with each plan: an older plan is void. */
  plan: number;
  /** What somebody has undertaken to do. */
  undertaken?: { readonly event: string; readonly role: string; readonly at: IsoInstant };
  /** When the time is over that has to pass in this step. */
  passes?: IsoInstant;
  /** Since when it waits for somebody. */
  since: IsoInstant;
  /** Where it stood when people last looked, and the same as a text. */
  value: StateValue | undefined;
  step: string | undefined;
  /** Events tried in this step that did not change anything since. */
  readonly tried: Set<string>;
  /** How often each event was done. */
  readonly done: Map<string, number>;
  /** Whether the public and others have considered to interfere with this step. */
  considered: boolean;
  retries: number;
}

/** Documents to answer forms and events with that are not the applicant's. */
export interface Documents {
  readonly forms: Readonly<Record<string, readonly JsonObject[]>>;
  /** Answers of events without a form, e.g. the people assigned. */
  readonly events: Readonly<Record<string, readonly JsonObject[]>>;
}
