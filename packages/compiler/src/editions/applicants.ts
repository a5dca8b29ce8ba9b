import type { Applicant } from './change.ts';
import type { Edition } from './edition.ts';

export function judgedDifferently(
  _before: Edition,
  _after: Edition,
): { applicants: readonly Applicant[]; tried: number } {
  return { applicants: [], tried: 0 };
}
