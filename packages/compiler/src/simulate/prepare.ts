import type { Environment } from '@zhinan/engine';
import { periodOf } from '@zhinan/engine/simulation';
import type { Documents, Period, SimulatedApplicant } from '@zhinan/engine/simulation';
import type { Diagnostic, Facts, FileTree } from '@zhinan/model';
import { filesOf, load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { rulesAreWellTyped } from '../3-check/rules-are-well-typed.ts';
import { subjectOf } from '../3-check/rules/subject.ts';
import { lower } from '../4-lower/lower.ts';
import { rehearsalValidators } from '../5-rehearse/rehearsal-validators.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { version } from '../version.ts';
import { applicantsFor } from './applicants.ts';
import { documentsOf } from './documents.ts';

/** All that a simulation of one programme needs besides its length and its profile. */
export interface Prepared {
  readonly environment: Environment;
  readonly applicants: readonly SimulatedApplicant[];
  readonly documents: Documents;
  /** When applications are made and how long they are followed, as far as the edition says so. */
  readonly period: Period;
}

export interface Preparation {
  readonly diagnostics: readonly Diagnostic[];
  readonly programs: readonly string[];
  readonly prepared?: Prepared;
}

/** Makes an edition's programme ready to be simulated; without `prepared` the findings, or the programmes, say why. */
export async function prepareSimulation(
  files: FileTree,
  wanted: { readonly edition: string; readonly program: string; readonly seed: number },
): Promise<Preparation> {
  const source = load(filesOf(files, wanted.edition), wanted.edition);
  const guideline = source.value && resolve(source.value);
  const diagnostics = [...source.diagnostics, ...(guideline?.diagnostics ?? [])];
  const failed = () => diagnostics.some(({ severity }) => severity === 'error');
  const programs = Object.keys(guideline?.value?.programs ?? {});
  if (!guideline?.value || failed()) return { diagnostics, programs };
  const resolved = Object.hasOwn(guideline.value.programs, wanted.program)
    ? guideline.value.programs[wanted.program]
    : undefined;
  if (!resolved) return { diagnostics, programs };
  const subject = subjectOf(guideline.value, resolved);
  if (!subject) return { diagnostics: [...diagnostics, ...rulesAreWellTyped(guideline.value)], programs };
  const contract = await lower(guideline.value, version);
  const program = contract.programs[wanted.program];
  if (!program) return { diagnostics, programs };
  const validators = rehearsalValidators(program);
  const rules = rulesOf(contract, program);
  const { scenarios } = guideline.value;
  const oracle = {
    rules,
    valid: (facts: Facts) => Object.entries(facts).every(([form, data]) => validators[form]?.(data) ?? false),
  };
  const environment = { contract, program, rules, validators };
  return {
    diagnostics,
    programs,
    prepared: {
      environment,
      applicants: applicantsFor(subject, oracle, scenarios, program.id, wanted.seed),
      documents: documentsOf(scenarios, program.id, validators),
      period: periodOf(environment),
    },
  };
}
