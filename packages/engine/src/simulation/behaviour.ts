import type { Contract } from '@zhinan/model';
import { pick } from '../random.ts';
import type { Option } from './options.ts';
import type { Desk } from './person.ts';
import type { Profile } from './profile.ts';

/** What kind of step it is that somebody stands before. */
export interface Situation {
  /** Time passes by itself, and people at most interfere. */
  readonly passing: boolean;
  /** A longer period runs around it: what was done once need not be done again. */
  readonly within: boolean;
}

/** Most times that something voluntary is done, and that an applicant is sent back. */
const VOLUNTARY = 2;
const RETURNS = 2;

/** What is done next, and by whom; undefined = nothing, for now. Chance is the desk's own. */
export function choose(
  contract: Contract,
  profile: Profile,
  desk: Desk,
  offered: readonly Option[],
  { passing, within }: Situation,
): Option | undefined {
  const { random, tried, done, file } = desk;
  const times = (option: Option): number => done.get(option.event) ?? 0;
  const options = offered.filter((option) => !tried.has(option.event));
  const of = (...kinds: readonly Option['kind'][]) => options.filter(({ kind }) => kinds.includes(kind));
  const reviewed = (option: Option) => option.roles.some((role) => kindOf(contract, role) !== 'person');
  const panel = (option: Option) => option.roles.some((role) => kindOf(contract, role) === 'panel');

  const leaves = of('leave');
  if (leaves.length > 0 && random() < profile.leaves) return pick(leaves, random);

  if (passing) {
    if (desk.considered) return undefined;
    desk.considered = true;
    const notes = of('side').filter((option) => times(option) < VOLUNTARY);
    if (notes.length > 0 && random() < 0.3) return pick(notes, random);
    const against = of('objection', 'forward', 'back', 'return', 'reject');
    return random() < profile.objections ? pick(against, random) : undefined;
  }

  const rejects = of('reject');
  if (file && file.applicant.fails.length > 0 && rejects.some(reviewed) && random() < profile.detects)
    return pick(rejects.filter(reviewed), random);

  // What prepares the step proper: a pledge to be signed, a form to be stored.
  const prepare = of('side').filter((option) => option.form !== undefined && times(option) === 0);
  if (prepare.length > 0) return pick(prepare, random);

  const forward = of('forward');
  const notes = of('side').filter((option) => times(option) < VOLUNTARY);
  const returns = of('return').filter((option) => times(option) < RETURNS);
  const back = of('back').filter((option) => !within || times(option) < VOLUNTARY);
  // Where nothing leads on at once, a vote or a note does, once enough of them are there.
  const onward = [forward, notes, back, returns].find((some) => some.length > 0);
  const rate = rejects.some(panel) ? profile.panelRejects : profile.rejects;
  if (rejects.length > 0 && (!onward || random() < rate)) return pick(rejects, random);
  if (onward === forward && returns.length > 0 && random() < profile.returns) return pick(returns, random);
  return pick(onward ?? of('return', 'note'), random);
}

function kindOf({ roles }: Contract, role: string): string | undefined {
  return roles[role]?.kind;
}
