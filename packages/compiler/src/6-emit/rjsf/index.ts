import { hashForSchema, schemaParser, type RJSFSchema } from '@rjsf/utils';
import type { FormContract, FormSchema } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { formSchema, mapSubschemas } from '../../forms/form-schema.ts';
import { camelCase, header } from '../names.ts';
import { compileValidators } from '../../forms/compile.ts';
import { formLabels } from '../../forms/labels.ts';
import { remembered } from '../remember.ts';
import { rjsfUiSchema } from './ui-schema.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Plain JSON Schema: without our extension keywords, which other tools need not know. */
function plain(schema: FormSchema): FormSchema {
  const kept = Object.entries(schema).filter(([key]) => !key.startsWith('x-'));
  return mapSubschemas(Object.fromEntries(kept), plain);
}

/** Expression that makes the kit of a form (given as JSON). Compiled names stay inside a function of its own. */
const kitExpression = remembered((formText) => {
  const form = JSON.parse(formText) as FormContract;
  const full = formSchema(form);
  const schema = { $schema: draft, ...plain(full) };
  const rootKey = schema.$id ?? hashForSchema(schema as RJSFSchema);
  const functions: string[] = [];
  const schemas: Record<string, FormSchema> = {};
  for (const [key, part] of Object.entries(schemaParser(schema as RJSFSchema)) as [string, FormSchema][]) {
    // RJSF asks by the id or hash of the form and of each subschema. Hashes that look like array indexes come first.
    const name = `part${functions.length}`;
    const check = key === rootKey ? `rjsfFunction(${name}, ${JSON.stringify(formLabels(full))})` : name;
    functions.push(`${JSON.stringify(key)}: ${check}`);
    const { $id: _, ...rest } = part;
    // A part keeps its local references, so it needs the shared definitions beside it.
    schemas[name] = { ...(schema.$defs && { $defs: schema.$defs }), ...rest };
  }
  const compiled = compileValidators(schemas).replaceAll(/export const (part\d+) = /g, 'const $1 = ');
  return `(() => {
${compiled}
const schema = ${JSON.stringify(schema)};
return {
  schema,
  uiSchema: ${JSON.stringify(rjsfUiSchema(full, form.ui))},
  validator: createPrecompiledValidator({ ${functions.join(', ')} }, schema),
};
})()`;
});

/**
 * `<program>/rjsf.js`: per form the schema, the uiSchema and a precompiled validator for react-jsonschema-form, so the
 * same form runs in a React host without eval and with the same messages.
 */
export const rjsfEmitter: Emitter = ({ contract, program }) => {
  const forms = Object.values(program.forms).map((form) => ({ form, name: camelCase(form.id) }));
  const kits = forms.map(
    ({ form, name }) =>
      `/** ${form.title} */\nexport const ${name} = ${kitExpression(JSON.stringify(form))};`,
  );
  const declared = forms.map(
    ({ form, name }) => `/** ${form.title} */\nexport declare const ${name}: RjsfKit;`,
  );
  return {
    [`${program.id}/rjsf.js`]: `${header(contract)}
import { createPrecompiledValidator } from '@rjsf/validator-ajv8';
import { codePoints, fail, formats, rjsfFunction, sameJson } from '@zhinan/engine/validation';

${kits.join('\n')}
`,
    [`${program.id}/rjsf.d.ts`]: `${header(contract)}
import type { RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';

/** Props for RJSF's <Form>: \`<Form {...kit} />\`. */
export interface RjsfKit {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
  readonly validator: ValidatorType;
}

${declared.join('\n')}
`,
  };
};
