export { defaultProfile, type Profile, type RoleProfile, type Spread } from './profile.ts';
export type { Documents, FailedRule, SimulatedApplicant } from './person.ts';
export { periodOf, type Period } from './period.ts';
export type { ApplicantKind, Days, SimulationResult } from './result.ts';
export type { SimulationProgress, SimulationRequest } from './request.ts';
export { simulate } from './simulation.ts';
export { pick, randomOf } from '../random.ts';
