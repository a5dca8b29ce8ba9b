import type { FormSchema } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { formSchema } from '../form-schema.ts';
import { camelCase, header, pascalCase } from '../names.ts';
import { compileValidators } from './compile.ts';
import { formLabels } from './labels.ts';

/**
 * `<program>/validators.js`: one `FormValidator` per form, under the form's id in camelCase. As emitted here it
 * imports our validation runtime; the Node edge seals it into a module without imports.
 */
export const validatorsEmitter: Emitter = ({ contract, program }) => {
  const forms = Object.values(program.forms);
  const schemas: Record<string, FormSchema> = {};
  for (const form of forms) schemas[camelCase(form.id)] = formSchema(form);

  const functions = new Map<string, string>();
  const compiled = compileValidators(schemas).replaceAll(
    /export const ([\w$]+) = (validate\d+);/g,
    (_, name: string, compiledName: string) => {
      functions.set(name, compiledName);
      return '';
    },
  );
  const exported = forms.map(({ id, title, clauses }) => {
    const name = camelCase(id);
    const labels = JSON.stringify(formLabels(schemas[name] ?? {}));
    return `/** ${title}${clauses.length > 0 ? `（${clauses.join('、')}）` : ''} */
export const ${name} = /* @__PURE__ */ formValidator(${functions.get(name)}, ${labels});`;
  });
  const declared = forms.map(
    ({ id, title, clauses }) => `/** ${title}${clauses.length > 0 ? `（${clauses.join('、')}）` : ''} */
export declare const ${camelCase(id)}: FormValidator<${pascalCase(id)}>;`,
  );
  const types = forms.map(({ id }) => pascalCase(id)).join(', ');
  return {
    [`${program.id}/validators.js`]: `${header(contract)}
import { codePoints, formValidator, formats, sameJson } from '@zhinan/engine/validation';

${compiled}

${exported.join('\n')}
`,
    [`${program.id}/validators.d.ts`]: `${header(contract)}
import type { FormValidator } from '../form-validator.js';
import type { ${types} } from './types.js';

export type { FormValidator, ValidationIssue } from '../form-validator.js';

${declared.join('\n')}
`,
  };
};
