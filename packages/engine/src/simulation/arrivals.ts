import { compareInstants, formatInstant, inBeijing, millisOf, type IsoInstant } from '../calendar/instant.ts';
import { pick, randomOf } from '../random.ts';
import { machineOfKind, type Environment } from '../workflow/environment.ts';
import type { CaseFile, SimulatedApplicant } from './person.ts';
import type { Profile } from './profile.ts';

/** Who may apply, and when. */
export interface Arrivals {
  readonly environment: Environment;
  readonly applicants: readonly SimulatedApplicant[];
  readonly profile: Profile;
  readonly seed: number;
  readonly from: IsoInstant;
  readonly closes: IsoInstant;
}

/** Applications crowd before the deadline: the share of time that has passed is a root of an even chance. */
export function arrivalOf({ from, closes, seed, profile }: Arrivals, number: number): IsoInstant {
  const random = randomOf(seed, `arrival ${number}`);
  const share = random() ** (1 / (1 + profile.crowding));
  const [first, last] = [millisOf(from), millisOf(closes)];
  const at = formatInstant(Math.floor((first + (last - first) * share) / 60_000) * 60_000);
  return compareInstants(at, from) < 0 ? inBeijing(from) : at;
}

/** The application of that number. Throws where there is nobody to apply. */
export function caseFile(arrivals: Arrivals, number: number, at: IsoInstant): CaseFile {
  const { environment, seed, profile } = arrivals;
  const random = randomOf(seed, `applicant ${number}`);
  const applicant = applicantFor(arrivals, random(), random());
  // The body's share falls with its number: some recommend many, most few.
  const body = 1 + Math.floor(profile.bodies * random() ** 2);
  const batch = machineOfKind(environment, 'batch') ? `batch:${body}` : undefined;
  return {
    id: `case:${number}`,
    applicant,
    facts: applicant.facts,
    ...(batch === undefined ? {} : { batch }),
    arrivedAt: at,
    score: random(),
  };
}

function applicantFor({ applicants, profile }: Arrivals, kind: number, which: number): SimulatedApplicant {
  const { valid, boundary, invalid } = profile.applicants;
  const share = kind * (valid + boundary + invalid);
  const wanted = share < valid ? 'valid' : share < valid + boundary ? 'boundary' : 'invalid';
  const pool = applicants.filter((each) => each.kind === wanted);
  const found = pick(pool.length > 0 ? pool : applicants, () => which);
  if (!found) throw new RangeError('no applicants to draw from');
  return found;
}
