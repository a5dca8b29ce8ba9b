import type { CompiledRules, Contract, ProgramContract } from '@zhinan/model';
import { askedByMachines } from './asked-by-machines.ts';
import { compileRules } from './compile-rules.ts';
import type { CompiledRulesSource } from './compiled-source.ts';
import { evaluateSource } from './evaluate-source.ts';

/** What of a contract its rules need. */
type RulesContext = Pick<Contract, 'codeLists' | 'instants' | 'calendarRegion'> &
  Partial<Pick<Contract, 'interpretations'>>;

/** What of a programme its rules need; its machines, where it has any, ask for tables. */
type RulesOfProgram = Pick<ProgramContract, 'id' | 'rules' | 'forms'> &
  Partial<Pick<ProgramContract, 'machines'>>;

/** Generated source of a contract's rules; a contract whose rules do not compile was never checked, and throws. */
export function rulesSourceOf(
  { codeLists, instants, calendarRegion, interpretations }: RulesContext,
  program: RulesOfProgram,
): CompiledRulesSource {
  const { value, diagnostics } = compileRules({
    definition: program.rules,
    forms: program.forms,
    asked: askedByMachines(program.machines ?? {}).tables,
    codeLists,
    instants,
    ...(interpretations ? { interpretations } : {}),
    ...(calendarRegion ? { region: calendarRegion } : {}),
  });
  if (value) return value;
  throw new Error(
    `rules of ${program.id}: ${diagnostics.map(({ code, place }) => `${code} at ${place.pointer}`).join(', ')}`,
  );
}

/** The rules of a programme, ready to be asked at build time. */
export function rulesOf(contract: RulesContext, program: RulesOfProgram): CompiledRules {
  return evaluateSource(rulesSourceOf(contract, program));
}
