import type { Contract, ProgramContract } from '@zhinan/model';
import { namesOf } from '../../rules/names.ts';
import { parameterValue } from '../../rules/parameters.ts';
import { Reports } from '../../rules/reports.ts';
import { errorType } from '../../rules/types.ts';

/** Writes values of a programme's parameters as FEEL: of a rank its position, of a date a date. */
export function parameterFeel(
  { codeLists, instants }: Pick<Contract, 'codeLists' | 'instants'>,
  program: Pick<ProgramContract, 'rules' | 'forms'>,
): (name: string, value: string | number | boolean) => string {
  const input = { definition: program.rules, forms: program.forms, codeLists, instants };
  const { parameters } = namesOf(input, new Reports((pointer) => ({ file: 'rules.json', pointer })));
  return (name, value) => {
    const type = parameters.get(name) ?? errorType;
    const found = JSON.stringify(parameterValue(value, type, name, () => undefined) ?? value);
    return type.is === 'date' ? `date(${found})` : found;
  };
}
