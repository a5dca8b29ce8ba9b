import { instanceOf, recordScenario, runScenario, type Environment, type Mismatch } from '@zhinan/engine';
import type { CompiledRules, ScenarioFile, ScenarioStep } from '@zhinan/model';
import type { LoadedProgram, ScenarioEntry } from '../packages.ts';
import type { FactsOf } from './link.ts';
import { NOTHING_SUPPOSED, type Move, type Play, type Side, type Supposed } from './moves.ts';
import { progressOf } from './progress.ts';
import { sampleFor } from './sample.ts';
import { openingOf, Simulation } from './simulation.ts';
import { moveOf, scenarioOf } from './start.ts';
import type { Simulated } from './standing.ts';

/** Plays of one programme: everything the procedure page does to a play, without the page. */
export class Rehearsal {
  readonly loaded: LoadedProgram;
  readonly rules: CompiledRules;
  readonly #simulations = new Map<string, Simulation>();
  readonly #mismatches = new Map<ScenarioEntry, readonly Mismatch[]>();

  constructor(loaded: LoadedProgram, rules: CompiledRules) {
    this.loaded = loaded;
    this.rules = rules;
  }

  readonly factsOf: FactsOf = (scenario) => this.scenario(scenario)?.facts ?? {};

  scenario(id: string): ScenarioEntry | undefined {
    return scenarioOf(this.loaded, id);
  }

  environment(side: Side, supposed: Supposed): Environment {
    return this.#simulation(side, supposed).environment;
  }

  run(side: Side, play: Play): Simulated {
    return this.#simulation(side, play.supposed).run(play);
  }

  /** A simulation per side remembers its own play; other suppositions begin a new one. */
  #simulation(side: Side, supposed: Supposed): Simulation {
    const key = `${side} ${JSON.stringify(supposed)}`;
    const known = this.#simulations.get(key);
    if (known !== undefined) return known;
    const made = new Simulation(this.loaded, this.rules, supposed);
    this.#simulations.set(key, made);
    return made;
  }

  /** The play with one more move, and why it was refused. The clock going back is no move at all. */
  add(side: Side, play: Play, move: Move): { readonly play: Play; readonly refusal?: string } {
    const trial = { ...play, moves: [...play.moves, move] };
    const { refusal, backwards } = this.run(side, trial);
    const next = backwards === true ? play : trial;
    return refusal === undefined ? { play: next } : { play: next, refusal };
  }

  /** Takes up the scenario where the play left it, for at most so many steps; stops at an unexpected refusal. */
  playOn(side: Side, play: Play, count: number): { readonly play: Play; readonly refusal?: string } {
    const scenario = this.scenario(play.scenario);
    const steps = scenario?.steps ?? [];
    const { done } = progressOf(steps, play.moves);
    let result: { readonly play: Play; readonly refusal?: string } = { play };
    for (const step of steps.slice(done, done + count)) {
      if (scenario === undefined) break;
      result = this.add(side, result.play, this.#moveOf(side, result.play, scenario, step));
      const expected = 'refused' in step && step.refused === true;
      if (result.refusal !== undefined && !expected) break;
    }
    return result;
  }

  /** A found way brings steps only: what they ask to be filled comes from the programme's samples. */
  #moveOf(side: Side, play: Play, scenario: ScenarioEntry, step: ScenarioStep): Move {
    const simulation = this.#simulation(side, play.supposed);
    const form = simulation.formAsked(play, step);
    const instance = 'advanceTo' in step ? 'case' : instanceOf(simulation.environment, step);
    const move = moveOf(scenario, step, instance, form);
    if (move.kind === 'advance' || move.data !== undefined || form === undefined) return move;
    const { role, event } = move;
    const data = sampleFor(this.loaded, scenario, play.cases, { instance, role, event, form });
    return data === undefined ? move : { ...move, data };
  }

  /** What the scenario promises and does not keep. */
  mismatches(scenario: ScenarioEntry): readonly Mismatch[] {
    const known = this.#mismatches.get(scenario);
    if (known !== undefined) return known;
    const found = runScenario(this.environment('a', NOTHING_SUPPOSED), scenario).mismatches;
    this.#mismatches.set(scenario, found);
    return found;
  }

  /** The play as a scenario file that holds. */
  record(side: Side, play: Play, title: string): ScenarioFile {
    const [first] = play.moves;
    const waited = first !== undefined && Date.parse(first.at) > Date.parse(play.start);
    const steps = play.moves.map(stepOf);
    return recordScenario(this.environment(side, play.supposed), {
      title,
      cases: openingOf(play.cases),
      steps: waited ? [{ advanceTo: play.start }, ...steps] : steps,
    });
  }
}

function stepOf(move: Move): ScenarioStep {
  if (move.kind === 'advance') return { advanceTo: move.at };
  const { at, instance, role, event, reason, data, person, for: principal } = move;
  return {
    at,
    as: role,
    ...(person === undefined ? {} : { person }),
    ...(principal === undefined ? {} : { for: principal }),
    event,
    ...(instance === 'case' ? {} : { instance }),
    ...(reason === undefined ? {} : { reason }),
    ...(data === undefined ? {} : { data }),
  };
}
