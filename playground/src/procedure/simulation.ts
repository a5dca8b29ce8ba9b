import {
  act,
  activeLeaves,
  advance,
  available,
  caseView,
  explainRefusal,
  formOf,
  indexMachine,
  openProcedure,
  type Environment,
  type Procedure,
  type Snapshot,
} from '@zhinan/engine';
import type { CompiledRules, MachineKind, ScenarioStep } from '@zhinan/model';
import { language, t } from '../language.ts';
import type { LoadedProgram } from '../packages.ts';
import { exportName } from '../tags.ts';
import { logOf } from './log.ts';
import { titleOf, type Machine } from './machine.ts';
import type { Move, Play, Supposed } from './moves.ts';
import type { Offer, Simulated, Standing, Timer } from './standing.ts';
import { suppose } from './supposed.ts';
import { waitsOf } from './waits.ts';

/** The order in which people think of them: their own case first. */
const KINDS: readonly MachineKind[] = ['case', 'batch', 'round', 'entitlement', 'amendment'];

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
    this.#machines = KINDS.flatMap((kind) => {
      const machine = Object.values(program.machines).find((each) => each.kind === kind);
      return machine === undefined ? [] : [{ kind, contract: machine, index: indexMachine(machine) }];
    });
  }

  /** What the kernel is given besides snapshot and event. */
  get environment(): Environment {
    return this.#environment;
  }

  /** Where the play leads to. `refusal` is that of the last move. */
  run({ start, moves }: Play): Simulated {
    const played = this.#replay(start, moves);
    const last = played.at(-1);
    const procedure = last?.procedure ?? this.#open(start);
    const standings = this.#machines.flatMap((machine) => {
      const snapshot = procedure.instances[machine.kind];
      return snapshot === undefined ? [] : [this.#standing(machine, snapshot, procedure)];
    });
    return {
      at: procedure.at,
      standings,
      offers: this.#machines.flatMap((machine) => this.#offers(machine, procedure)),
      timers: standings.flatMap(timersOf).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
      waits: waitsOf(this.#machines, [this.#open(start), ...played.map((each) => each.procedure)]),
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
  formAsked({ start, moves }: Play, step: ScenarioStep): string | undefined {
    const procedure = this.#replay(start, moves).at(-1)?.procedure ?? this.#open(start);
    if ('advanceTo' in step || Date.parse(step.at) < Date.parse(procedure.at)) return undefined;
    const snapshot = advance(this.#environment, procedure, step.at).instances[step.machine ?? 'case'];
    return snapshot === undefined ? undefined : formOf(this.#environment, snapshot, step.event);
  }

  #open(start: string): Procedure {
    if (this.#opened === undefined || this.#start !== start) {
      this.#start = start;
      this.#opened = openProcedure(this.#environment, start);
      this.#played = [];
    }
    return this.#opened;
  }

  #replay(start: string, moves: readonly Move[]): readonly Played[] {
    let procedure = this.#open(start);
    const played: Played[] = [];
    for (const [index, move] of moves.entries()) {
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
    const { machine, at, role, event: type, reason, data } = move;
    const event = {
      type,
      actor: { role },
      ...(reason === undefined ? {} : { reason }),
      ...(data === undefined ? {} : { data }),
    };
    const procedure = act(this.#environment, before, { machine, event, at });
    const entry = procedure.log
      .slice(before.log.length)
      .find((each) => each.machine === machine && each.event === type && each.from === undefined);
    if (entry?.refusal === undefined) return { move, procedure };
    return { move, procedure, refusal: explainRefusal(entry.refusal, language()) };
  }

  #standing({ kind, contract, index }: Machine, snapshot: Snapshot, procedure: Procedure): Standing {
    const leaves = activeLeaves(snapshot.value);
    return {
      machine: kind,
      title: contract.title,
      states: leaves.map((path) => ({ path, title: titleOf(index, path) })),
      active: withAncestors(leaves),
      visited: withAncestors(snapshot.visited.map(({ path }) => path)),
      view: caseView(this.#environment, contract, snapshot, procedure.at),
    };
  }

  #offers({ kind }: Machine, procedure: Procedure): readonly Offer[] {
    return available(this.#environment, procedure, kind).flatMap(
      ({ by, event, title, clauses, form, reason, allowed, why, escape }) =>
        by.map((role) => ({
          machine: kind,
          event,
          title,
          role,
          clauses,
          escape,
          ...(form === undefined ? {} : { form }),
          ...(reason === undefined ? {} : { reason }),
          blocked: allowed === false,
          notes: why.map(({ text }) => text),
        })),
    );
  }
}

function timersOf({ machine, view }: Standing): readonly Timer[] {
  return view.due.map((due) => ({ machine, ...due }));
}

function withAncestors(paths: readonly string[]): ReadonlySet<string> {
  return new Set(
    paths.flatMap((path) => {
      const parts = path.split('.');
      return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    }),
  );
}
