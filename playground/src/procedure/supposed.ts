import type { Contract, Instant, Interpretation, ProgramContract } from '@zhinan/model';
import type { Supposed } from './moves.ts';

/** The contract with other readings chosen and other dates set; the rest is shared. */
export function suppose(contract: Contract, { readings, instants }: Supposed): Contract {
  if (Object.keys(readings).length === 0 && Object.keys(instants).length === 0) return contract;
  const chosen = Object.entries(contract.interpretations).map(
    ([id, interpretation]): [string, Interpretation] => {
      const reading = readings[id];
      const known = reading !== undefined && Object.hasOwn(interpretation.readings, reading);
      return [id, known ? { ...interpretation, chosen: reading } : interpretation];
    },
  );
  const moved = Object.entries(contract.instants).map(([id, instant]): [string, Instant] => {
    const at = instants[id];
    return [id, at === undefined ? instant : { ...instant, at }];
  });
  return {
    ...contract,
    interpretations: Object.fromEntries(chosen),
    instants: Object.fromEntries(moved),
  };
}

/** Interpretations that a wait of this programme takes its counting from: others change nothing here. */
export function readingsThatCount(
  contract: Contract,
  program: ProgramContract,
): readonly (readonly [string, Interpretation])[] {
  const delays = Object.values(program.machines).flatMap((machine) => Object.values(machine.delays));
  const named = new Set(
    delays.flatMap((delay) => ('postingDayCounts' in delay ? [delay.postingDayCounts] : [])),
  );
  return Object.entries(contract.interpretations).filter(([id]) => named.has(id));
}

/** How many things are supposed otherwise. */
export function supposedCount({ readings, instants }: Supposed): number {
  return Object.keys(readings).length + Object.keys(instants).length;
}
