import type { Environment } from '@zhinan/engine';
import type { Contract } from '@zhinan/model';
import { rulesOf } from '../rules/program-rules.ts';
import { rehearsalValidators } from './rehearsal-validators.ts';

/** What scenarios are played in: each programme with the rules and validators that would be emitted. */
export function environmentsOf(contract: Contract): ReadonlyMap<string, Environment> {
  return new Map(
    Object.values(contract.programs).map((program) => [
      program.id,
      { contract, program, rules: rulesOf(contract, program), validators: rehearsalValidators(program) },
    ]),
  );
}
