import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, FormContract, ProgramContract, ScenarioFile, ScenarioStep } from '@zhinan/model';
import { inject } from 'vitest';

export type Scenario = ScenarioFile & { readonly id: string };

/** One programme as the tests' own build generated it. */
export interface Programme {
  /** `<scheme>/<edition>/<program>`: its address in the playground. */
  readonly id: string;
  readonly contract: Contract;
  readonly program: ProgramContract;
  readonly scenarios: readonly Scenario[];
}

function json<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

/** Every programme of every edition that has definitions: a new one is tested as soon as it exists. */
export function allProgrammes(): readonly Programme[] {
  const dist = inject('dist');
  const folders = readdirSync(dist).filter((name) => existsSync(join(dist, name, 'contract.json')));
  return folders.sort().flatMap((name) => {
    const contract = json<Contract>(dist, name, 'contract.json');
    return Object.values(contract.programs).map((program) => ({
      id: `${contract.id}/${program.id}`,
      contract,
      program,
      scenarios: json<readonly Scenario[]>(dist, name, program.id, 'scenarios.json'),
    }));
  });
}

/** One form, and the programme it is filled in for. */
export interface ProgrammeForm {
  readonly programme: Programme;
  readonly form: FormContract;
}

/** Every form of the programmes that no other one has in the same shape. */
export function distinctForms(programmes: readonly Programme[]): readonly ProgrammeForm[] {
  const forms = programmes.flatMap((programme) =>
    Object.values(programme.program.forms).map((form): readonly [string, ProgrammeForm] => [
      JSON.stringify([form.schema, form.ui]),
      { programme, form },
    ]),
  );
  return [...new Map(forms).values()];
}

/** The shortest scenario that goes from the draft to a good end, completed rather than accepted only. */
export function wayToTheEnd({
  id,
  program,
  scenarios,
}: Programme): Scenario & { steps: readonly ScenarioStep[] } {
  const ways = scenarios.flatMap((scenario) => {
    const { steps = [], expect } = scenario;
    const outcome = expect.outcome ?? outcomeAt(program, expect.state);
    return steps.length > 0 && expect.state !== undefined ? [{ ...scenario, steps, outcome }] : [];
  });
  const [shortest] = ['completed', 'accepted'].flatMap((good) =>
    ways
      .filter(({ outcome }) => outcome === good)
      .toSorted((one, other) => one.steps.length - other.steps.length),
  );
  if (shortest === undefined) throw new Error(`no scenario of ${id} goes from draft to a good end`);
  return shortest;
}

interface StateNode {
  readonly meta?: { readonly outcome?: string };
  readonly states?: Readonly<Record<string, StateNode>>;
}

/** What a final state of the case means, where a scenario names the state only. */
function outcomeAt({ machines }: ProgramContract, state: Scenario['expect']['state']): string | undefined {
  const machine = Object.values(machines).find(({ kind }) => kind === 'case');
  let node = machine?.config as StateNode | undefined;
  for (const name of String(state).split('.')) node = node?.states?.[name];
  return node?.meta?.outcome;
}
