import type { Result } from '@zhinan/model';
import type { Guideline, ResolvedProgram } from '../2-resolve/guideline.ts';
import { askedByMachines } from './asked-by-machines.ts';
import { compileRules } from './compile-rules.ts';
import type { CompiledRulesSource } from './compiled-source.ts';

/** Compiles the rules of one resolved programme, with findings at their places in `rules.json`. */
export function compileProgramRules(
  guideline: Guideline,
  program: ResolvedProgram,
): Result<CompiledRulesSource> {
  return compileRules({
    definition: program.rules,
    forms: program.forms,
    asked: askedByMachines(program.machines).tables,
    codeLists: guideline.codeLists,
    instants: guideline.file.instants,
    ...(guideline.file.interpretations ? { interpretations: guideline.file.interpretations } : {}),
    ...(guideline.file.calendarRegion ? { region: guideline.file.calendarRegion } : {}),
    place: (pointer) => program.source.rules.place(pointer),
  });
}
