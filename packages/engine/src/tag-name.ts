import type { Contract, ProgramContract } from '@zhinan/model';

/** Custom element name: `zn-{scheme}-{part}`, with the programme in between where a guideline has several. */
export function tagName(contract: Contract, program: ProgramContract, part: string): string {
  const several = Object.keys(contract.programs).length > 1;
  return ['zn', contract.scheme, ...(several ? [program.id] : []), part].join('-');
}

/** Of an element that belongs to a whole edition, all its programmes: `zn-{scheme}-{part}`. */
export function editionTagName({ scheme }: Contract, part: string): string {
  return ['zn', scheme, part].join('-');
}
