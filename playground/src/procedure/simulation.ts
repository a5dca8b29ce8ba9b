import {
  act,
  activeLeaves,
  advance,
  amendmentsOf,
  available,
  caseView,
  childId,
  explainRefusal,
  formAsked,
  indexMachine,
  instanceOf,
  openProcedure,
  type Environment,
  type OpeningCases,
  type Procedure,
  type Snapshot,
} from '@zhinan/engine';
import type { CompiledRules, InstanceId, MachineKind, ScenarioStep } from '@zhinan/model';
import { language, t } from '../language.ts';
import type { LoadedProgram } from '../packages.ts';
import { exportName } from '../tags.ts';
import { logOf } from './log.ts';
import { instanceTitle } from './machine-words.ts';
import { machineOf, titleOf, type Machine } from './machine.ts';
import type { Move, Play, Supposed } from './moves.ts';
import type { Offer, Simulated, Standing, Timer } from './standing.ts';
import { suppose } from './supposed.ts';
import { waitsOf } from './waits.ts';

/** The order in which people think of them: their own case first, with what belongs to it. */
const KINDS: readonly MachineKind[] = ['case', 'entitlement', 'amendment', 'batch', 'round'];

interface Played {
  readonly move: Move;
  readonly procedure: Procedure;
  readonly refusal?: string;
  readonly backwards?: true;
}

/** Plays lists of moves through the engine. What two plays have in common from the start is computed once. */
export class Simulation {
  readonly #environment: Environment;
  readonly #machines: readonly Machine[];
  #start: string | undefined;
  #opened: Procedure | undefined;
  #played: readonly Played[] = [];

  constructor(loaded: LoadedProgram, rules: CompiledRules, supposed: Supposed) {
    const { program, validators } = loaded;
    const contract = suppose(loaded.contract, supposed);
    const byForm = Object.keys(program.forms).flatMap((id) => {
      const validator = validators[exportName(id)];
      return validator === undefined ? [] : [[id, validator] as const];
    });
    this.#environment = { contract, program, rules, validators: Object.fromEntries(byForm) };
    this.#machines = Object.entries(program.machines).map(([name, machine]) => ({
      name,
      kind: machine.kind,
      contract: machine,
      index: indexMachine(machine),
    }));
  }

  /** What the kernel is given besides snapshot and event. */
  get environment(): Environment {
    return this.#environment;
  }

  /** Where the play leads to. `refusal` is that of the last move. */
  run(play: Play): Simulated {
    const played = this.#replay(play);
    const last = played.at(-1);
    const opened = this.#open(play);
    const procedure = last?.procedure ?? opened;
    const standings = this.#standings(procedure);
    return {
      at: procedure.at,
      procedure,
      standings,
      offers: [...Object.keys(procedure.instances), ...this.#unopened(procedure)]
        .toSorted((a, b) => this.#rank(a) - this.#rank(b))
        .flatMap((instance) => this.#offers(instance, procedure)),
      timers: standings.flatMap(timersOf).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
      waits: waitsOf(this.#environment, this.#machines, [opened, ...played.map((each) => each.procedure)]),
      log: logOf(
        this.#environment,
        this.#machines,
        procedure,
        played.map((each) => each.procedure.log.length),
      ),
      ...(last?.refusal === undefined ? {} : { refusal: last.refusal }),
      ...(last?.backwards === true ? { backwards: true } : {}),
    };
  }

  /** Form that a step of a scenario asks for after the play; waits due before it have run out by then. */
  formAsked(play: Play, step: ScenarioStep): string | undefined {
    const procedure = this.#replay(play).at(-1)?.procedure ?? this.#open(play);
    if ('advanceTo' in step || Date.parse(step.at) < Date.parse(procedure.at)) return undefined;
    const instance = instanceOf(this.#environment, step);
    return formAsked(this.#environment, advance(this.#environment, procedure, step.at), instance, step.event);
  }

  #open({ start, cases }: Play): Procedure {
    const key = `${start} ${JSON.stringify(cases)}`;
    if (this.#opened === undefined || this.#start !== key) {
      this.#start = key;
      this.#opened = openProcedure(this.#environment, start, openingOf(cases));
      this.#played = [];
    }
    return this.#opened;
  }

  #replay(play: Play): readonly Played[] {
    let procedure = this.#open(play);
    const played: Played[] = [];
    for (const [index, move] of play.moves.entries()) {
      const known = this.#played[index];
      const same = known?.move === move && played.length === index;
      const next = same ? known : this.#step(procedure, move);
      // The rest of the earlier play no longer follows from here.
      if (!same) this.#played = played;
      played.push(next);
      procedure = next.procedure;
    }
    if (played.length > this.#played.length) this.#played = played;
    return played;
  }

  #step(before: Procedure, move: Move): Played {
    if (Date.parse(move.at) < Date.parse(before.at)) {
      return { move, procedure: before, refusal: t('clockBack'), backwards: true };
    }
    if (move.kind === 'advance') return { move, procedure: advance(this.#environment, before, move.at) };
    const { instance, at, role, event: type, reason, data, person, for: principal } = move;
    const event = {
      type,
      actor: {
        role,
        ...(person === undefined ? {} : { person }),
        ...(principal === undefined ? {} : { for: principal }),
      },
      ...(reason === undefined ? {} : { reason }),
      ...(data === undefined ? {} : { data }),
    };
    const procedure = act(this.#environment, before, { instance, event, at });
    const entry = procedure.log
      .slice(before.log.length)
      .find((each) => each.instance === instance && each.event === type && each.from === undefined);
    if (entry?.refusal === undefined) return { move, procedure };
    return { move, procedure, refusal: explainRefusal(entry.refusal, language()) };
  }

  /** Kind first, then the case it belongs to. */
  #rank(instance: InstanceId): number {
    const kind = machineOf(this.#environment, this.#machines, instance)?.kind;
    return kind === undefined ? KINDS.length : KINDS.indexOf(kind);
  }

  #standings(procedure: Procedure): readonly Standing[] {
    return Object.entries(procedure.instances)
      .toSorted(([a], [b]) => this.#rank(a) - this.#rank(b))
      .flatMap(([instance, snapshot]) => {
        const machine = machineOf(this.#environment, this.#machines, instance);
        if (snapshot === undefined || machine === undefined) return [];
        return [this.#standing(instance, machine, snapshot, procedure)];
      });
  }

  #standing(
    instance: InstanceId,
    { name, kind, contract, index }: Machine,
    snapshot: Snapshot,
    procedure: Procedure,
  ): Standing {
    const leaves = activeLeaves(snapshot.value);
    return {
      instance,
      of: instanceTitle(this.#environment, instance),
      file: name,
      machine: kind,
      title: contract.title,
      states: leaves.map((path) => ({ path, title: titleOf(index, path) })),
      active: withAncestors(leaves),
      visited: withAncestors(snapshot.visited.map(({ path }) => path)),
      view: caseView(this.#environment, contract, snapshot, procedure.at),
      snapshot,
    };
  }

  /** Amendments that could be asked for: the next one of each kind for each case, while none of it is under way. */
  #unopened({ instances }: Procedure): readonly InstanceId[] {
    const cases = Object.keys(instances).filter((id) => !id.includes('/') && id.split(':')[0] === 'case');
    return cases.flatMap((of) =>
      amendmentsOf(this.#environment).flatMap((name) => {
        let position = 1;
        while (instances[childId(of, name, position)]?.status === 'done') position += 1;
        const id = childId(of, name, position);
        return instances[id] === undefined ? [id] : [];
      }),
    );
  }

  #offers(instance: InstanceId, procedure: Procedure): readonly Offer[] {
    const kind = machineOf(this.#environment, this.#machines, instance)?.kind;
    if (kind === undefined) return [];
    const of = instanceTitle(this.#environment, instance);
    return available(this.#environment, procedure, instance).flatMap(
      ({ by, event, title, clauses, form, reason, allowed, why, escape }) =>
        by.map((role) => ({
          instance,
          of,
          machine: kind,
          event,
          title,
          role,
          clauses,
          // A request for a change is always there; it is no next step either.
          escape: escape || procedure.instances[instance] === undefined,
          ...(form === undefined ? {} : { form }),
          ...(reason === undefined ? {} : { reason }),
          blocked: allowed === false,
          notes: why.map(({ text }) => text),
        })),
    );
  }
}

/** The cases as the kernel opens them. */
export function openingOf(cases: Play['cases']): OpeningCases {
  return Object.fromEntries(
    Object.entries(cases).map(([id, { batch }]) => [id, batch === undefined ? {} : { batch }]),
  );
}

function timersOf({ instance, of, view }: Standing): readonly Timer[] {
  return view.due.map((due) => ({ instance, of, ...due }));
}

function withAncestors(paths: readonly string[]): ReadonlySet<string> {
  return new Set(
    paths.flatMap((path) => {
      const parts = path.split('.');
      return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    }),
  );
}
