import { askedByMachines } from '../rules/asked-by-machines.ts';
import { rulesSourceOf } from '../rules/program-rules.ts';
import type { Emitter } from './emitter.ts';
import { header } from './names.ts';

const always = ['eligibility', 'amounts', 'quotas'] as const;

const declared = (names: readonly string[]) =>
  names
    .map(
      (name) =>
        `export declare const ${name}: ${name === 'tables' ? `NonNullable<CompiledRules['${name}']>` : `CompiledRules['${name}']`};`,
    )
    .join('\n');

/**
 * `<program>/decide.js`: the rules as plain functions that name their clauses, for hosts that only decide.
 * `<program>/rules.js`: the same with titles and sentences, for whoever shows them to people.
 */
export const rulesEmitter: Emitter = ({ contract, program }) => {
  const { body, program: table, words } = rulesSourceOf(contract, program);
  // Tables are there to be asked by machines; a programme whose machines ask none has nothing to export.
  const asksTables = askedByMachines(program.machines).tables.length > 0;
  const deciding = asksTables ? [...always, 'tables'] : always;
  return {
    [`${program.id}/decide.js`]: `${header(contract)}
import * as z from '@zhinan/engine/rules';

${body}

export const spec = ${table};

export const { ${deciding.join(', ')} } = z.decide(spec);
`,
    [`${program.id}/decide.d.ts`]: `${header(contract)}
import type { ProgramSpec } from '@zhinan/engine/rules';
import type { CompiledRules } from '@zhinan/model';

/** The rules of ${program.title}, without words. */
export declare const spec: ProgramSpec;
${declared(deciding)}
`,
    [`${program.id}/rules.js`]: `${header(contract)}
import * as z from '@zhinan/engine/rules';
import { spec } from './decide.js';

const words = ${words};

export const rules = z.program(spec, words);

export const { ${deciding.join(', ')}, explain } = rules;
`,
    [`${program.id}/rules.d.ts`]: `${header(contract)}
import type { CompiledRules } from '@zhinan/model';

/** The rules of ${program.title}. */
export declare const rules: CompiledRules;
${declared([...deciding, 'explain'])}
`,
  };
};
