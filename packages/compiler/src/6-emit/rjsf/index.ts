import { hashForSchema, schemaParser, type RJSFSchema } from '@rjsf/utils';
import type { FormContract, FormSchema } from '@zhinan/model';
import type { Emitter } from '../emitter.ts';
import { formSchema, mapSubschemas } from '../../forms/form-schema.ts';
import { camelCase, header } from '../names.ts';
import { Constants, ShapePrinter } from '../../forms/constants.ts';
import { shapeOf } from '../../forms/shape-of.ts';
import { remembered } from '../remember.ts';
import { rjsfUiSchema } from './ui-schema.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Plain JSON Schema: without our extension keywords, which other tools need not know. */
function plain(schema: FormSchema): FormSchema {
  const kept = Object.entries(schema).filter(([key]) => !key.startsWith('x-'));
  return mapSubschemas(Object.fromEntries(kept), plain);
}

/**
 * RJSF would answer for the person where nobody has: tick declarations (`const`), say no to a required yes-or-no, add
 * empty entries. An unanswered field stays unanswered, as in our elements; what is not asked does not count.
 */
const nothingAssumed = {
  omitExtraData: true,
  experimental_defaultFormStateBehavior: {
    arrayMinItems: { populate: 'never' },
    constAsDefaults: 'never',
    emptyObjectFields: 'skipEmptyDefaults',
    requiredBooleanDefault: 'skip',
  },
};

/** Expression that makes the kit of a form (given as JSON). Compiled names stay inside a function of its own. */
const kitExpression = remembered((formText) => {
  const form = JSON.parse(formText) as FormContract;
  const full = formSchema(form);
  const schema = { $schema: draft, ...plain(full) };
  const rootKey = schema.$id ?? hashForSchema(schema as RJSFSchema);
  const asked = Object.entries(schemaParser(schema as RJSFSchema)) as [string, FormSchema][];
  const shapes = asked.map(([key, part]) => {
    // RJSF asks by the id or hash of the form and of each subschema; a part keeps its local references.
    const whole = key === rootKey;
    return {
      key,
      whole,
      shape: shapeOf(whole ? full : { ...(schema.$defs && { $defs: schema.$defs }), ...part }),
    };
  });
  const constants = new Constants();
  const printer = new ShapePrinter(
    constants,
    shapes.map(({ shape }) => shape),
  );
  const functions = shapes.map(({ key, whole, shape }) => {
    const name = printer.nameOf(shape);
    return `${JSON.stringify(key)}: ${whole ? `ajvFunction(${name})` : `(data) => accepts(${name}, data)`}`;
  });
  return `(() => {
${constants.code}
const schema = ${JSON.stringify(schema)};
return {
  schema,
  uiSchema: ${JSON.stringify(rjsfUiSchema(full, form.ui))},
  validator: createPrecompiledValidator({ ${functions.join(', ')} }, schema),
  ...${JSON.stringify(nothingAssumed)},
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
import { accepts, ajvFunction } from '@zhinan/engine/validation';

${kits.join('\n')}
`,
    [`${program.id}/rjsf.d.ts`]: `${header(contract)}
import type {
  Experimental_DefaultFormStateBehavior,
  RJSFSchema,
  UiSchema,
  ValidatorType,
} from '@rjsf/utils';

/** Props for RJSF's <Form>: \`<Form {...kit} />\`. */
export interface RjsfKit {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
  readonly validator: ValidatorType;
  readonly omitExtraData: boolean;
  /** Nothing is answered for the person: no declaration ticked, no "no" assumed, no empty entry added. */
  readonly experimental_defaultFormStateBehavior: Experimental_DefaultFormStateBehavior;
}

${declared.join('\n')}
`,
  };
};
