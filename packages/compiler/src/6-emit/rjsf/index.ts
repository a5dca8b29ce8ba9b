import { schemaParser, type RJSFSchema } from '@rjsf/utils';
import type { FormContract, FormSchema, JsonObject } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { formSchema, mapSubschemas } from '../form-schema.ts';
import { camelCase, header } from '../names.ts';
import { compileValidators } from '../validators/compile.ts';
import { formLabels } from '../validators/labels.ts';
import { rjsfUiSchema } from './ui-schema.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Plain JSON Schema: without our extension keywords, which other tools need not know. */
function plain(schema: FormSchema): FormSchema {
  const kept = Object.entries(schema).filter(([key]) => !key.startsWith('x-'));
  return mapSubschemas(Object.fromEntries(kept), plain);
}

interface Kit {
  readonly name: string;
  readonly form: FormContract;
  readonly schema: FormSchema;
  readonly uiSchema: JsonObject;
  /** RJSF's key (id or hash) of the form and of each subschema it asks about → name of a compiled function. */
  readonly functions: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, FormSchema>>;
}

function kit(form: FormContract): Kit {
  const full = formSchema(form);
  const name = camelCase(form.id);
  const schema = { $schema: draft, ...plain(full) };
  const functions: Record<string, string> = {};
  const schemas: Record<string, FormSchema> = {};
  for (const [key, part] of Object.entries(schemaParser(schema as RJSFSchema)) as [string, FormSchema][]) {
    const compiled = `${name}_${Object.keys(functions).length}`;
    const { $id: _, ...rest } = part;
    functions[key] = compiled;
    // A part keeps its local references, so it needs the shared definitions beside it.
    schemas[compiled] = { ...(schema.$defs && { $defs: schema.$defs }), ...rest };
  }
  return { name, form, schema, uiSchema: rjsfUiSchema(full, form.ui), functions, schemas };
}

function kitModule({ name, form, schema, uiSchema, functions }: Kit): string {
  const [[rootKey, rootFunction] = ['', '']] = Object.entries(functions);
  const others = Object.entries(functions).slice(1);
  const map = others.map(([key, compiled]) => `${JSON.stringify(key)}: ${compiled}`);
  const labels = JSON.stringify(formLabels(formSchema(form)));
  return `
const ${name}Schema = ${JSON.stringify(schema)};
/** ${form.title} */
export const ${name} = {
  schema: ${name}Schema,
  uiSchema: ${JSON.stringify(uiSchema)},
  validator: createPrecompiledValidator(
    { ${[`${JSON.stringify(rootKey)}: rjsfFunction(${rootFunction}, ${labels})`, ...map].join(', ')} },
    ${name}Schema,
  ),
};`;
}

/**
 * `<program>/rjsf.js`: per form the schema, the uiSchema and a precompiled validator for react-jsonschema-form, so the
 * same form runs in a React host without eval and with the same messages.
 */
export const rjsfEmitter: Emitter = ({ contract, program }) => {
  const kits = Object.values(program.forms).map(kit);
  const compiled = compileValidators(Object.assign({}, ...kits.map(({ schemas }) => schemas))).replaceAll(
    /export const ([\w$]+_\d+) = /g,
    'const $1 = ',
  );
  const declared = kits.map(
    ({ name, form }) => `/** ${form.title} */\nexport declare const ${name}: RjsfKit;`,
  );
  return {
    [`${program.id}/rjsf.js`]: `${header(contract)}
import { createPrecompiledValidator } from '@rjsf/validator-ajv8';
import { codePoints, fail, formats, rjsfFunction, sameJson } from '@zhinan/engine/validation';

${compiled}
${kits.map(kitModule).join('\n')}
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
