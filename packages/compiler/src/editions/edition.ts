import type { Contract, Diagnostic, FileTree, ScenarioFile } from '@zhinan/model';
import { filesOf, load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { lower } from '../4-lower/lower.ts';
import { compileProgramRules } from '../rules/compile-program-rules.ts';
import type { CompiledRulesSource } from '../rules/compiled-source.ts';
import { version } from '../version.ts';

/** One edition as it is compared: contract, typed rules by programme, and the scenarios with their bases merged in. */
export interface Edition {
  readonly contract: Contract;
  readonly rules: Readonly<Record<string, CompiledRulesSource>>;
  readonly scenarios: readonly (ScenarioFile & { readonly id: string })[];
}

/**
 * Reads an edition for comparison. It need not pass every check (an officer compares drafts too), but its files must
 * be readable and its expressions typed; otherwise `edition` is absent and the findings say why.
 */
export async function readEdition(
  files: FileTree,
  id: string,
): Promise<{ readonly edition?: Edition; readonly diagnostics: readonly Diagnostic[] }> {
  const source = load(filesOf(files, id), id);
  const guideline = source.value && resolve(source.value);
  const diagnostics = [...source.diagnostics, ...(guideline?.diagnostics ?? [])];
  const failed = () => diagnostics.some(({ severity }) => severity === 'error');
  if (!guideline?.value || failed()) return { diagnostics };
  const rules: Record<string, CompiledRulesSource> = {};
  for (const program of Object.values(guideline.value.programs)) {
    const compiled = compileProgramRules(guideline.value, program);
    diagnostics.push(...compiled.diagnostics);
    if (compiled.value) rules[program.id] = compiled.value;
  }
  if (failed()) return { diagnostics };
  const contract = await lower(guideline.value, version);
  const scenarios = guideline.value.scenarios.map(({ id: name, scenario }) => ({ id: name, ...scenario }));
  return { edition: { contract, rules, scenarios }, diagnostics };
}
