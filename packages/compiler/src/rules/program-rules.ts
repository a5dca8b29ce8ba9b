import type { CompiledRules, Contract, ProgramContract } from '@zhinan/model';
import { compileRules } from './compile-rules.ts';
import type { CompiledRulesSource } from './compiled-source.ts';
import { evaluateSource } from './evaluate-source.ts';

/** What of a contract its rules need. */
type RulesContext = Pick<Contract, 'codeLists' | 'instants' | 'calendarRegion'> &
  Partial<Pick<Contract, 'interpretations'>>;

/** Generated source of a contract's rules; a contract whose rules do not compile was never checked, and throws. */
export function rulesSourceOf(
  { codeLists, instants, calendarRegion, interpretations }: RulesContext,
  program: Pick<ProgramContract, 'id' | 'rules' | 'forms'>,
): CompiledRulesSource {
  const { value, diagnostics } = compileRules({
    definition: program.rules,
    forms: program.forms,
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
export function rulesOf(
  contract: RulesContext,
  program: Pick<ProgramContract, 'id' | 'rules' | 'forms'>,
): CompiledRules {
  return evaluateSource(rulesSourceOf(contract, program));
}
