import type { MachineContract } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { camelCase, header, pascalCase } from '../names.ts';
import { machineTypes } from './machine-types.ts';
import { actionsOf, guardsOf } from './walk-config.ts';

const names = (all: readonly { readonly type: string }[]): readonly string[] =>
  [...new Set(all.map(({ type }) => type))].toSorted();

function entries(kind: 'guard' | 'action' | 'delay', all: readonly string[]): string {
  return all
    .map((name) => `\n    ${JSON.stringify(name)}: unprovided('${kind}', ${JSON.stringify(name)}),`)
    .join('');
}

function machineModule(machine: MachineContract): string {
  const name = camelCase(machine.id);
  const clauses = machine.clauses.length > 0 ? `（${machine.clauses.join('、')}）` : '';
  return `
/** ${machine.title}${clauses} */
export const ${name}Machine = setup({
  guards: {${entries('guard', names(guardsOf(machine.config)))}
  },
  actions: {${entries('action', names(actionsOf(machine.config)))}
  },
  delays: {${entries('delay', Object.keys(machine.delays).toSorted())}
  },
}).createMachine(${JSON.stringify(machine.config, null, 2)});
`;
}

/**
 * `<program>/machines.js`: each machine as a literal XState 5 config through `setup()`. The kernel of @zhinan/engine
 * gives guards, actions and delays their meaning; a host that starts a machine without them gets an error, not a guess.
 */
export const machinesEmitter: Emitter = ({ contract, program }) => {
  const machines = Object.values(program.machines);
  if (machines.length === 0) return {};
  const declarations = machines.map((machine) => machineTypes(machine, program)).join('\n');
  const types = Object.keys(program.forms)
    .map(pascalCase)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(declarations));
  return {
    [`${program.id}/machines.js`]: `${header(contract)}
import { setup } from 'xstate';

function unprovided(kind, name) {
  return () => {
    throw new Error(\`\${kind} \${name} has no implementation: use the kernel of @zhinan/engine, or machine.provide()\`);
  };
}
${machines.map(machineModule).join('\n')}`,
    [`${program.id}/machines.d.ts`]: `${header(contract)}
import type { EventObject, MachineContext, MetaObject, StateMachine } from 'xstate';
${types.length > 0 ? `import type { ${types.join(', ')} } from './types.js';` : ''}

/** What every event may carry besides its own data. */
export interface Envelope {
  readonly actor?: { readonly role: string; readonly body?: string; readonly person?: string; readonly for?: string };
  /** Idempotency key: a repeated key changes nothing. */
  readonly key?: string;
}
${declarations}`,
  };
};
