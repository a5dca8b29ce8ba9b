import type { CompiledRules, Facts, ProgramContract } from '@zhinan/model';
import type { Member } from '../workflow/snapshot.ts';

/** Quotas that a list is held against, by the kind of machine that keeps it. */
export function quotasOf(program: ProgramContract, kind: 'batch' | 'round'): readonly string[] {
  const limited = (program.rules.quotas ?? [])
    .filter(({ max }) => typeof max === 'number')
    .map(({ id }) => id);
  const machines = Object.values(program.machines).filter((machine) => machine.kind === kind);
  const named = JSON.stringify(machines.map(({ config }) => config));
  return limited.filter((id) => named.includes(`"quota":"${id}"`));
}

/** Places that are left while people decide one after the other. */
export class Places {
  readonly #rules: CompiledRules;
  readonly #quotas: readonly string[];
  readonly #taken: Map<string, number>;

  constructor(rules: CompiledRules, quotas: readonly string[], members: readonly Member[]) {
    this.#rules = rules;
    this.#quotas = quotas;
    this.#taken = new Map(
      rules
        .quotas(members.map(({ facts }) => facts ?? {}))
        .map(({ id, count, open = 0 }) => [id, count + open]),
    );
  }

  /** Takes a place in every quota that counts this one; false and nothing taken where one of them is full. */
  take(facts: Facts): boolean {
    const counted = this.#rules
      .quotas([facts])
      .filter(({ id, count, open = 0 }) => this.#quotas.includes(id) && count + open > 0);
    const full = counted.some(({ id, max }) => typeof max === 'number' && (this.#taken.get(id) ?? 0) >= max);
    if (full) return false;
    for (const { id } of counted) this.#taken.set(id, (this.#taken.get(id) ?? 0) + 1);
    return true;
  }
}
