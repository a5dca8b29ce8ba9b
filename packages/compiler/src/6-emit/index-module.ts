import type { Contract, FileTree, ProgramContract } from '@zhinan/model';
import { defineOne, editionElements, elementsOf } from './elements/elements.ts';
import { camelCase, header } from './names.ts';

/** Modules of a programme without side effects; the elements have entries of their own. */
const parts = ['validators', 'machines', 'rules', 'documents'] as const;

function programIndex(contract: Contract, program: ProgramContract, present: ReadonlySet<string>): FileTree {
  const lines = parts
    .filter((part) => present.has(`${program.id}/${part}.js`))
    .map((part) => `export * as ${part} from './${part}.js';`);
  return {
    [`${program.id}/index.js`]: `${header(contract)}\n${lines.join('\n')}\n`,
    [`${program.id}/index.d.ts`]: `${header(contract)}\n${lines.join('\n')}\nexport type * from './types.js';\n`,
  };
}

/** `index.js` of the package and of each programme: what one imports without defining an element. */
export function indexModules(contract: Contract, present: ReadonlySet<string>): FileTree {
  const programs = Object.values(contract.programs);
  const lines = programs
    .map(({ id, title }) => `/** ${title} */\nexport * as ${camelCase(id)} from './${id}/index.js';`)
    .join('\n');
  return {
    'index.js': `${header(contract)}\n${lines}\n`,
    'index.d.ts': `${header(contract)}\n${lines}\n`,
    ...Object.assign({}, ...programs.map((program) => programIndex(contract, program, present))),
  };
}

/** `define.js` defines all tags; `<program>/define/<element>.js` one only, for a page that needs no other. */
export function defineModules(contract: Contract): FileTree {
  const files = Object.values(contract.programs).flatMap((program) =>
    elementsOf(contract, program).flatMap((element) => defineOne(contract, `${program.id}/`, element)),
  );
  const programs = Object.keys(contract.programs);
  const all = `${header(contract)}\n${programs.map((id) => `import './${id}/define.js';`).join('\n')}\n`;
  return {
    'define.js': all,
    'define.d.ts': all,
    ...Object.fromEntries(files),
    ...editionElements(contract),
  };
}
