import { openProcedure, type Environment } from '@zhinan/engine';
import type { Facts, JsonObject, ProgramContract } from '@zhinan/model';
import type { Guideline } from '../2-resolve/guideline.ts';
import { lower } from '../4-lower/lower.ts';
import { rehearsalValidators } from '../5-rehearse/rehearsal-validators.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { documentsOf } from '../simulate/documents.ts';
import { version } from '../version.ts';
import { plainAnswers } from './plain-answers.ts';
import { runnable } from './runnable.ts';

/** One programme ready to be played, and what there is to fill in and hand over. */
export interface Stage {
  readonly environment: Environment;
  /** Answers of whole applications, those of the edition's scenarios. */
  readonly facts: readonly Facts[];
  /** Valid answers by form. */
  readonly forms: Readonly<Record<string, readonly JsonObject[]>>;
  /** What events without a form bring, by event. */
  readonly events: Readonly<Record<string, readonly JsonObject[]>>;
}

/** A programme of a guideline that may have mistakes, as far as it can be run; undefined when its rules cannot. */
export async function stageOf(guideline: Guideline, id: string): Promise<Stage | undefined> {
  const contract = await lower(guideline, version);
  const program = contract.programs[id];
  if (!program) return undefined;
  const environment = environmentOf(contract, program);
  if (!environment) return undefined;
  const machines = Object.fromEntries(
    Object.entries(program.machines).map(([name, machine]) => [name, runnable(machine, environment)]),
  );
  const scenarios = guideline.scenarios.filter(({ scenario }) => scenario.program === id);
  const { forms, events } = documentsOf(scenarios, id, environment.validators);
  const mended = { ...environment, program: { ...program, machines } };
  if (!opens(mended)) return undefined;
  const written = Object.values(program.forms).map(({ id: form, schema }) => {
    const valid = environment.validators[form];
    const known = forms[form] ?? [];
    return [form, known.length === 0 && valid ? plainAnswers(schema, valid) : known] as const;
  });
  return {
    environment: mended,
    facts: scenarios.map(({ scenario }) => scenario.facts),
    forms: Object.fromEntries(written),
    events,
  };
}

/** Whether its machines begin at all: what is wrong otherwise than by a name that does not exist stays in them. */
function opens(environment: Environment): boolean {
  try {
    openProcedure(environment, '2025-01-06T10:00:00+08:00');
    return true;
  } catch {
    return false;
  }
}

function environmentOf(contract: Environment['contract'], program: ProgramContract): Environment | undefined {
  try {
    return { contract, program, rules: rulesOf(contract, program), validators: rehearsalValidators(program) };
  } catch {
    // Rules that do not compile, forms that no validator can be made of: both have findings of their own.
    return undefined;
  }
}
