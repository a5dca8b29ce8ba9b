import type { Contract, FileTree, FormContract, FormSchema } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { formSchema } from '../../forms/form-schema.ts';
import { camelCase, header, pascalCase } from '../names.ts';
import { remembered } from '../remember.ts';
import { compileValidators } from '../../forms/compile.ts';
import { formLabels } from '../../forms/labels.ts';

const about = ({ title, clauses }: FormContract): string =>
  `/** ${title}${clauses.length > 0 ? `（${clauses.join('、')}）` : ''} */`;

/** The compiled function of a schema (as JSON) under the name `check`, kept module-private. */
const compiled = remembered((schema) =>
  compileValidators({ check: JSON.parse(schema) as FormSchema }).replace(
    'export const check = ',
    'const check = ',
  ),
);

function validatorModule(contract: Contract, form: FormContract): FileTree {
  const name = camelCase(form.id);
  return {
    [`validators/${form.id}.js`]: `${header(contract)}
import { codePoints, fail, formValidator, formats, sameJson } from '@zhinan/engine/validation';

${compiled(JSON.stringify(formSchema(form)))}

${about(form)}
const validator = formValidator(check, ${JSON.stringify(formLabels(formSchema(form)))});

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
