import { compareInstants, formatInstant, millisOf, type IsoInstant } from '../calendar/instant.ts';
import type { Random } from '../random.ts';
import type { Environment } from '../workflow/environment.ts';
import { activeLeaves } from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Snapshot, Timer } from '../workflow/snapshot.ts';
import { practicalDeadline } from './foresight.ts';
import { between, later } from './moments.ts';
import type { OfficeHours } from './office-hours.ts';
import { awaitsMessages } from './options.ts';
import { drawn, roleProfileOf, type Profile } from './profile.ts';

/** When people get to what they have to do. */
export class Diary {
  readonly #environment: Environment;
  readonly #profile: Profile;
  readonly #hours: OfficeHours;
  /** When a role with limited hands is free again. */
  readonly #free = new Map<string, IsoInstant>();
  /** Until when steps have to be done for a deadline: the same for all cases. */
  readonly #practical = new Map<string, IsoInstant>();

  constructor(environment: Environment, profile: Profile, hours: OfficeHours) {
    this.#environment = environment;
    this.#profile = profile;
    this.#hours = hours;
  }

  /** When somebody in the role gets to a step that came to him `at`; `timer` is the deadline that runs. */
  when(
    at: IsoInstant,
    role: string,
    snapshot: Snapshot,
    { timer, random }: { readonly timer: Timer | undefined; readonly random: Random },
  ): IsoInstant {
    const environment = this.#environment;
    const profile = this.#profile;
    const deadline = timer?.dueAt;
    if (awaitsMessages(environment, snapshot)) {
      // A list is closed shortly before its deadline; without one, once nothing new comes.
      const quiet = this.#hours.after(at, profile.quiet);
      if (deadline === undefined) return quiet;
      return later(at, formatInstant(millisOf(deadline) - Math.ceil((0.1 + random() * 0.9) * 86_400) * 1000));
    }
    const { days, perDay } = roleProfileOf(profile, role, environment.contract.roles[role]);
    const begin = perDay === undefined ? at : later(at, this.#free.get(role) ?? at);
    if (perDay !== undefined) this.#free.set(role, this.#hours.after(begin, 1 / perDay));
    const usual = this.#hours.after(begin, drawn(days, random()));
    if (!timer || deadline === undefined) return usual;
    const { index, contract } = kernelOf(environment, snapshot.machine);
    const [leaf = ''] = activeLeaves(snapshot.value).slice(-1);
    const key = `${contract.id} ${leaf} ${timer.delay} ${timer.dueAt}`;
    const practical =
      this.#practical.get(key) ?? practicalDeadline(environment, index, contract, leaf, timer);
    this.#practical.set(key, practical);
    if (compareInstants(usual, practical) < 0) return usual;
    const last = compareInstants(at, practical) < 0 ? practical : deadline;
    return random() < profile.hurry ? between(at, last, 0.1 + 0.6 * random()) : usual;
  }
}
