import type { Json } from '@zhinan/model';

/** Names of rules.json that machines ask for. */
export interface AskedByMachines {
  /** Decision tables that name roles or decide guards. */
  readonly tables: readonly string[];
  /** Sets that guards compare an answer with. */
  readonly sets: readonly string[];
}

/** What the machines of a programme ask of its rules by name, wherever it stands in their configs. */
export function askedByMachines(
  machines: Readonly<Record<string, { readonly config: Json }>>,
): AskedByMachines {
  const tables = new Set<string>();
  const sets = new Set<string>();
  const visit = (json: Json, key: string): void => {
    if (typeof json !== 'object' || json === null) return;
    if (Array.isArray(json)) {
      for (const each of json as readonly Json[]) visit(each, key);
      return;
    }
    for (const [name, value] of Object.entries(json)) {
      if (typeof value === 'string' && name === 'table' && asks.has(key)) tables.add(value);
      if (typeof value === 'string' && name === 'set' && key === 'params') sets.add(value);
      visit(value as Json, name);
    }
  };
  for (const { config } of Object.values(machines)) visit(config, '');
  return { tables: [...tables], sets: [...sets] };
}

const asks = new Set(['role', 'by', 'params']);
