import type { InstanceId } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';
import type { Environment } from '../workflow/environment.ts';
import type { ProcedureEntry } from '../workflow/procedure.ts';
import type { Documents, SimulatedApplicant } from './person.ts';
import type { Profile } from './profile.ts';

export interface SimulationRequest {
  readonly environment: Environment;
  /** Applicants to draw from; each case takes the answers of one. At least one of them. */
  readonly applicants: readonly SimulatedApplicant[];
  readonly documents: Documents;
  readonly profile: Profile;
  /** Same seed, same result. */
  readonly seed: number;
  readonly cases: number;
  /** Applications are opened from here … */
  readonly from: IsoInstant;
  /** … until here; */
  readonly closes: IsoInstant;
  /** and the procedure is followed until here. */
  readonly until: IsoInstant;
  /** Told of everything that happens, in order; with the batch of the case that it concerns. */
  readonly onEntry?: (entry: ProcedureEntry, batch: InstanceId | undefined) => void;
}

export interface SimulationProgress {
  readonly at: IsoInstant;
  readonly arrived: number;
  readonly acts: number;
}
