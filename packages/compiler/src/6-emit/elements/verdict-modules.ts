import type { Contract, FileTree, FormContract } from '@zhinan/model';
import { compileComputed } from '../../forms/computed.ts';
import { splitValidatorCode } from '../../forms/compile.ts';
import { formSchema } from '../../forms/form-schema.ts';
import { shapeOf } from '../../forms/shape-of.ts';
import { header } from '../names.ts';
import { remembered } from '../remember.ts';
import { literal } from './literal.ts';

/** The code of a form, given as JSON. */
const compiled = remembered((form) =>
  splitValidatorCode(shapeOf(formSchema(JSON.parse(form) as FormContract))),
);

/**
 * What a form's element knows of its answers, in two modules: the verdict, which loads with the form, and what explains
 * a no, which loads when somebody needs it. `validators/` has both in one, for servers.
 */
export function verdictModules(contract: Contract, form: FormContract, folder: string): FileTree {
  const { verdict, used, exported, explanation } = compiled(JSON.stringify(form));
  const { code: computed } = compileComputed(form, contract.codeLists);
  const follows = computed === '' ? [] : ['follows'];
  const runtime = [...used, ...(computed === '' ? [] : ['computedFailures'])];
  const parts = [...exported, ...follows];
  return {
    [`${folder}/${form.id}.verdict.js`]: [
      header(contract),
      ...(runtime.length === 0 ? [] : [`import { ${runtime.join(', ')} } from '@zhinan/engine/validation';`]),
      ...(computed === ''
        ? []
        : [
            `import * as identifiers from '@zhinan/engine/identifiers';`,
            `import * as z from '@zhinan/engine/rules';`,
          ]),
      '',
      verdict,
      ...(computed === ''
        ? ['const verdict = fits;']
        : [
            `\n/** Answers that follow from others. */\nexport const computed = ${computed};`,
            `const follows = computedFailures(${literal(form.id)}, computed);`,
            'const verdict = (data) => fits(data) && follows(data).length === 0;',
          ]),
      '',
      `export { ${['verdict', ...parts].join(', ')} };`,
      '',
    ].join('\n'),
    [`${folder}/${form.id}.explanation.js`]: [
      header(contract),
      ...(parts.length === 0 ? [] : [`import { ${parts.join(', ')} } from './${form.id}.verdict.js';`]),
      '',
      explanation,
      '',
      `export { ${['shape', 'entries', ...follows].join(', ')} };`,
      '',
    ].join('\n'),
  };
}
