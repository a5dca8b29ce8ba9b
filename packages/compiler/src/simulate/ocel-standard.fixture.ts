/**
 * What the published schema of OCEL 2.0 JSON asks for, part by part (https://www.ocel-standard.org/2.0/ocel20-schema-json.json,
 * printed as section 8.2 of the specification): draft-07, further properties allowed everywhere, values of attributes as
 * texts.
 */
const text = { type: 'string' } as const;
const moment = { type: 'string', format: 'date-time' } as const;

const listOf = (items: object) => ({ type: 'array', items });
const record = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
});

const declaredType = record(
  { name: text, attributes: listOf(record({ name: text, type: text }, ['name', 'type'])) },
  ['name', 'attributes'],
);
const relationships = listOf(record({ objectId: text, qualifier: text }, ['objectId', 'qualifier']));
const event = record(
  {
    id: text,
    type: text,
    time: moment,
    attributes: listOf(record({ name: text, value: text }, ['name', 'value'])),
    relationships,
  },
  ['id', 'type', 'time'],
);
const object = record(
  {
    id: text,
    type: text,
    relationships,
    attributes: listOf(record({ name: text, value: text, time: moment }, ['name', 'value', 'time'])),
  },
  ['id', 'type'],
);

export const ocelSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...record(
    {
      eventTypes: listOf(declaredType),
      objectTypes: listOf(declaredType),
      events: listOf(event),
      objects: listOf(object),
    },
    ['eventTypes', 'objectTypes', 'events', 'objects'],
  ),
};

/** Types that the specification knows for attributes, and the texts that are values of them. */
export const ocelValues: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  float: /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
};
