import type { Contract, FileTree, FormContract } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { formSchema } from '../../forms/form-schema.ts';
import { camelCase, header, pascalCase } from '../names.ts';
import { remembered } from '../remember.ts';
import { validatorCode } from '../../forms/compile.ts';
import { compileComputed } from '../../forms/computed.ts';
import { shapeOf } from '../../forms/shape-of.ts';

const about = ({ title, clauses }: FormContract): string =>
  `/** ${title}${clauses.length > 0 ? `（${clauses.join('、')}）` : ''} */`;

/** The code of a form, given as JSON. */
const compiled = remembered((form) => validatorCode(shapeOf(formSchema(JSON.parse(form) as FormContract))));

function validatorModule(contract: Contract, form: FormContract): FileTree {
  const name = camelCase(form.id);
  const { code: computed } = compileComputed(form, contract.codeLists);
  return {
    [`validators/${form.id}.js`]: `${header(contract)}
import { accepts, codePoints, ${computed === '' ? '' : 'computedFailures, '}formValidator, formats, samePair } from '@zhinan/engine/validation';
${computed === '' ? '' : `import * as identifiers from '@zhinan/engine/identifiers';\nimport * as z from '@zhinan/engine/rules';\n`}
${compiled(JSON.stringify(form))}
${computed === '' ? '' : `\n/** Answers that follow from others. */\nexport const computed = ${computed};\n`}
${about(form)}
const validator = formValidator(shape, verdict, entries${computed === '' ? '' : `, computedFailures(${JSON.stringify(form.id)}, computed)`});

export { validator as ${name} };
`,
    [`validators/${form.id}.d.ts`]: `${header(contract)}\nexport { ${name} } from '../validators.js';\n`,
  };
}

/**
 * `<program>/validators.js`: one `FormValidator` per form, under the form's id in camelCase, and one module for each
 * alone. As emitted here they import our validation runtime; the Node edge seals them into modules without imports.
 */
export const validatorsEmitter: Emitter = ({ contract, program }) => {
  const forms = Object.values(program.forms);
  const exported = forms.map(({ id }) => `export { ${camelCase(id)} } from './validators/${id}.js';`);
  const declared = forms.map(
    (form) => `${about(form)}
export declare const ${camelCase(form.id)}: FormValidator<${pascalCase(form.id)}>;`,
  );
  const files: FileTree = {
    'validators.js': `${header(contract)}\n${exported.join('\n')}\n`,
    'validators.d.ts': `${header(contract)}
import type { FormValidator } from '../form-validator.js';
import type { ${forms.map(({ id }) => pascalCase(id)).join(', ')} } from './types.js';

export type { FormValidator, ValidationIssue } from '../form-validator.js';

${declared.join('\n')}
`,
    ...Object.assign({}, ...forms.map((form) => validatorModule(contract, form))),
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${program.id}/${path}`, text]));
};
