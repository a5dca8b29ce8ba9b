import type { Role } from '@zhinan/model';

/** Working days somebody takes: at least, most often, at most (a triangular distribution; fractions are hours). */
export type Spread = readonly [least: number, usual: number, most: number];

export interface RoleProfile {
  readonly days: Spread;
  /** How many things the role finishes per working day, over all bodies; absent = enough people are there. */
  readonly perDay?: number;
}

/**
 * How people are taken to behave. Nothing of it stands in a guideline: these are assumptions of a simulation, shown in
 * its report and overridable one by one. Chances lie in 0–1.
 */
export interface Profile {
  /** Share of applicants of each kind. */
  readonly applicants: { readonly valid: number; readonly boundary: number; readonly invalid: number };
  /** How strongly applications crowd before the deadline: 0 = evenly, 1.5 = half of them in the last quarter of the time. */
  readonly crowding: number;
  /** Chance that somebody who would be late hurries and acts before the deadline. */
  readonly hurry: number;
  /** Chance at one review of a return, and of a refusal on the merits. */
  readonly returns: number;
  readonly rejects: number;
  /** The same of a panel, where many compete. */
  readonly panelRejects: number;
  /** Chance that a reviewer sees that a condition is not met. */
  readonly detects: number;
  /** Chance of an objection during one public notice. */
  readonly objections: number;
  /** Chance at one step that somebody leaves the procedure (withdrawal, fraud found). */
  readonly leaves: number;
  /** Chance that an applicant whose form is refused corrects it. */
  readonly corrects: number;
  /** Bodies that recommend, each with a batch of its own; earlier ones get more applicants. */
  readonly bodies: number;
  /** Working days without anything new after which a list is closed that has no deadline. */
  readonly quiet: number;
  /** By role id, or by kind of role where the id is not there. */
  readonly roles: Readonly<Record<string, RoleProfile>>;
}

export const defaultProfile: Profile = {
  applicants: { valid: 0.7, boundary: 0.15, invalid: 0.15 },
  crowding: 1.5,
  hurry: 0.95,
  returns: 0.12,
  rejects: 0.04,
  panelRejects: 0.25,
  detects: 0.9,
  objections: 0.03,
  leaves: 0.002,
  corrects: 0.8,
  bodies: 20,
  quiet: 15,
  roles: {
    person: { days: [0.02, 0.3, 3] },
    body: { days: [0.1, 0.8, 5] },
    panel: { days: [3, 8, 20] },
    public: { days: [0.1, 1, 3] },
    system: { days: [0, 0.01, 0.1] },
  },
};

export function roleProfileOf(profile: Profile, id: string, role: Role | undefined): RoleProfile {
  const own = Object.hasOwn(profile.roles, id) ? profile.roles[id] : undefined;
  return own ?? profile.roles[role?.kind ?? 'body'] ?? { days: [0.1, 1, 5] };
}

/** A duration drawn from a spread, in working days. */
export function drawn([least, usual, most]: Spread, chance: number): number {
  const width = most - least;
  if (width <= 0) return least;
  const turn = (usual - least) / width;
  return chance < turn
    ? least + Math.sqrt(chance * width * (usual - least))
    : most - Math.sqrt((1 - chance) * width * (most - usual));
}
