import type { FormSchema, Json, JsonObject } from '@zhinan/model';
import { allProperties, dereferenced } from '../../forms/form-schema.ts';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The author's entries win; objects are joined key by key. */
function joined(made: JsonObject, written: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...made };
  for (const [key, value] of Object.entries(written)) {
    const known = result[key];
    result[key] = isObject(known) && isObject(value) ? joined(known, value) : value;
  }
  return result;
}

function field(given: FormSchema, root: FormSchema): JsonObject {
  const schema = dereferenced(given, root);
  const titles = schema['x-titles'];
  if (schema.enum && titles) return { 'ui:enumNames': [...titles] };
  if (schema.type === 'boolean' && !schema['x-declaration'])
    return { 'ui:widget': 'radio', 'ui:enumNames': ['是', '否'] };
  if (schema.type === 'array' && schema.items) {
    const items = field(schema.items, root);
    // A multiple choice takes its names from the list's own entry, a plain list from `items`.
    const names = items['ui:enumNames'];
    return {
      ...(names !== undefined && { 'ui:enumNames': names }),
      ...(Object.keys(items).length > 0 && { items }),
    };
  }
  const children = [...allProperties(schema, root)].flatMap(([name, [first]]) => {
    const child = first ? field(first, root) : {};
    return Object.keys(child).length > 0 ? [[name, child] as const] : [];
  });
  return Object.fromEntries(children);
}

/** The form's uiSchema with what RJSF cannot know from the schema: titles of codes, 是 / 否, the button's word. */
export function rjsfUiSchema(schema: FormSchema, written: JsonObject): JsonObject {
  const button = { 'ui:submitButtonOptions': { submitText: '提交' } };
  return joined({ ...field(schema, schema), ...button }, written);
}
