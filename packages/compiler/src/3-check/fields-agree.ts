import type { Json, JsonObject } from '@zhinan/model';
import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { pointerOf } from '../1-load/pointer.ts';
import type { Check } from './checking.ts';
import { schemaNodes } from './form-walk.ts';

const report = reporter(formMessages);

/** What makes two fields of one name the same field: whoever answered one has answered the other. */
const telling = ['$ref', 'type', 'enum', 'format', 'title', 'items', 'x-code-list', 'x-unit', 'x-attachment'];

/** A field that stands under several conditions is one field: its answer is kept while the conditions change. */
export const fieldsAgree: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, condition, keyPlace }) => {
    if (condition || schema['type'] !== 'object') return [];
    const first = new Map<string, string>();
    return [...declarations(schema, pointer)].flatMap(({ name, field, at }) => {
      const said = JSON.stringify(telling.map((key) => field[key] ?? null));
      const known = first.get(name);
      if (known === undefined) first.set(name, said);
      return known === undefined || known === said
        ? []
        : [report('form/field-differs', keyPlace(at), { field: name })];
    });
  });

interface Declaration {
  readonly name: string;
  readonly field: JsonObject;
  readonly at: string;
}

/** Fields declared for one object, by itself and under its conditions; a branch that only narrows declares nothing. */
function* declarations(json: Json | undefined, pointer: string): Generator<Declaration> {
  if (!isObject(json)) return;
  const { properties, allOf, oneOf, dependentSchemas } = json;
  for (const [name, field] of Object.entries(isObject(properties) ? properties : {})) {
    if (isObject(field) && (field['type'] ?? field['$ref']) !== undefined)
      yield { name, field, at: `${pointer}/properties${pointerOf([name])}` };
  }
  for (const [keyword, list] of Object.entries({ allOf, oneOf })) {
    for (const [index, part] of (Array.isArray(list) ? (list as readonly Json[]) : []).entries())
      yield* declarations(part, `${pointer}/${keyword}/${index}`);
  }
  for (const keyword of ['then', 'else']) yield* declarations(json[keyword], `${pointer}/${keyword}`);
  for (const [name, part] of Object.entries(isObject(dependentSchemas) ? dependentSchemas : {}))
    yield* declarations(part, `${pointer}/dependentSchemas${pointerOf([name])}`);
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
