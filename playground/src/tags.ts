import type { Contract, ProgramContract } from '@zhinan/model';

/** Tag of a generated element, by the naming rule of the generator: the programme stands in it where there are several. */
export function tagName(contract: Contract, program: ProgramContract, part: string): string {
  const several = Object.keys(contract.programs).length > 1;
  return ['zn', contract.scheme, ...(several ? [program.id] : []), part].join('-');
}

/** Export name of a form in generated modules: `pledge-person` is `pledgePerson`. */
export function exportName(id: string): string {
  return id.replaceAll(/[-_.\s]+(.)/g, (_, letter: string) => letter.toUpperCase());
}
