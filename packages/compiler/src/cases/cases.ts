import type { Contract, Diagnostic, Facts, FileTree, JsonObject } from '@zhinan/model';
import { filesOf, load } from '../1-load/load.ts';
import type { Guideline } from '../2-resolve/guideline.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { rulesAreWellTyped } from '../3-check/rules-are-well-typed.ts';
import { subjectOf } from '../3-check/rules/subject.ts';
import { lower } from '../4-lower/lower.ts';
import { rehearsalValidators } from '../5-rehearse/rehearsal-validators.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { version } from '../version.ts';
import { basesOf } from './bases.ts';
import { boundaryCases } from './boundary.ts';
import type { Aim, Oracle } from './boundary.ts';
import { scenarioFile } from './scenario-file.ts';

/** What was found for one rule. */
export interface RuleCases {
  readonly rule: string;
  readonly title: string;
  readonly files: Readonly<Partial<Record<Aim, string>>>;
}

export interface Cases {
  readonly diagnostics: readonly Diagnostic[];
  readonly rules: readonly RuleCases[];
  /** Scenario files by name. */
  readonly files: FileTree;
  /** Complete accepted applicants the cases start from, by scenario. */
  readonly bases: readonly string[];
}

export interface CasesRequest {
  readonly program: string;
  /** The files will stand beside the edition's scenarios and may build on them; otherwise they are complete. */
  readonly beside?: boolean;
}

/** An edition read once, for the cases of all its programmes. Without `read` it has errors. */
export interface CasesSource {
  readonly edition: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly read?: { readonly guideline: Guideline; readonly contract: Contract };
}

export async function casesSource(files: FileTree, edition: string): Promise<CasesSource> {
  const source = load(filesOf(files, edition), edition);
  const resolved = source.value && resolve(source.value);
  const diagnostics = [...source.diagnostics, ...(resolved?.diagnostics ?? [])];
  const guideline = resolved?.value;
  if (!guideline || diagnostics.some(({ severity }) => severity === 'error')) return { edition, diagnostics };
  return { edition, diagnostics, read: { guideline, contract: await lower(guideline, version) } };
}

/** Boundary applicants for every rule of a programme, as scenarios whose expectations the engine has filled in. */
export function cases(
  { edition, diagnostics, read }: CasesSource,
  { program, beside = false }: CasesRequest,
): Cases {
  const nothing: Cases = { diagnostics, rules: [], files: {}, bases: [] };
  const resolved = read?.guideline.programs[program];
  const made = read?.contract.programs[program];
  if (!read || !resolved || !made) return nothing;
  const { guideline, contract } = read;
  const subject = subjectOf(guideline, resolved);
  if (!subject) return { ...nothing, diagnostics: [...diagnostics, ...rulesAreWellTyped(guideline)] };

  const validators = rehearsalValidators(made);
  const oracle: Oracle = {
    rules: rulesOf(contract, made),
    valid: (facts: Facts) => Object.entries(facts).every(([form, data]) => validators[form]?.(data) ?? false),
  };
  const bases = basesOf(guideline.scenarios, program, oracle);
  const written: Record<string, string> = {};
  const rules = subject.rules.map((one) => {
    const found: Partial<Record<Aim, string>> = {};
    for (const boundary of boundaryCases(subject, one, bases, oracle)) {
      const { id, scenario } = scenarioFile({ one, boundary, subject, oracle, program, beside, edition });
      found[boundary.aim] = id;
      written[`${id}.json`] ??= `${JSON.stringify(scenario as unknown as JsonObject, null, 2)}\n`;
    }
    return { rule: one.rule.id, title: one.rule.title, files: found };
  });
  return { diagnostics, rules, files: written, bases: bases.flatMap(({ scenario }) => scenario ?? []) };
}
