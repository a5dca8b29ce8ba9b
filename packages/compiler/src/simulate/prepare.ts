import { formatInstant, millisOf, plusYears, type Environment, type IsoInstant } from '@zhinan/engine';
import type { Documents, SimulatedApplicant } from '@zhinan/engine/simulation';
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
  readonly period: { readonly from: IsoInstant; readonly closes: IsoInstant; readonly until: IsoInstant };
}

export interface Preparation {
  readonly diagnostics: readonly Diagnostic[];
  readonly programs: readonly string[];
  readonly prepared?: Prepared;
}

const DAY = 86_400_000;
/** Days before its deadline that a programme is taken to open, where nothing else is said. */
const OPEN_DAYS = 30;

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

/** From a month before the first deadline to three years after it; without a deadline the whole year of the edition. */
function periodOf({ contract, program }: Environment): Prepared['period'] {
  const machines = Object.values(program.machines);
  const deadlines = ['case', 'batch'].flatMap((kind) =>
    machines
      .filter((machine) => machine.kind === kind)
      .flatMap(({ delays }) => Object.values(delays))
      .flatMap((delay) => ('instant' in delay ? [contract.instants[delay.instant]?.at ?? delay.instant] : []))
      .sort((a, b) => millisOf(a) - millisOf(b))
      .slice(0, 1),
  );
  const [closes] = deadlines;
  if (closes !== undefined) {
    const from = formatInstant(millisOf(closes) - OPEN_DAYS * DAY);
    return { from, closes, until: plusYears(closes, 3) };
  }
  const year = /^\d{4}/.exec(contract.edition)?.[0] ?? '2025';
  const from = `${year}-01-01T00:00:00+08:00`;
  return { from, closes: plusYears(from, 1), until: plusYears(from, 4) };
}
