import type { FormSchema, FormValidator, Json, JsonObject } from '@zhinan/model';

/** Days that suit most bounds: a birth, a time of service, the recent past. */
const DATES: readonly string[] = ['1990-01-01', '2000-01-01', '1970-01-01', '2020-01-01'];
/** Options of one field that are tried. */
const MOST_OPTIONS = 8;

/**
 * Invented answers to a form that no scenario fills in: all that is required, once plainly and once more for each other
 * option of a field. Only what the validator accepts; a form with patterns and check digits may have none.
 */
export function plainAnswers(schema: FormSchema, valid: FormValidator<unknown>): readonly JsonObject[] {
  const plain = objectOf(schema, {});
  const others = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    optionsOf(field)
      .slice(1, MOST_OPTIONS)
      .map((value) => objectOf(schema, { [name]: value })),
  );
  return [plain, ...others].filter((answers) => valid(answers));
}

function objectOf(schema: FormSchema, given: JsonObject): JsonObject {
  let answers: JsonObject = { ...required(schema, given), ...given };
  for (const part of [schema, ...(schema.allOf ?? [])]) {
    if (part.if === undefined) answers = { ...required(part, answers), ...answers };
    else if (part.then && holds(part.if, answers)) answers = { ...required(part.then, answers), ...answers };
  }
  return answers;
}

function required({ properties = {}, required: names = [] }: FormSchema, given: JsonObject): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = properties[name];
      return Object.hasOwn(given, name) || !field ? [] : [[name, optionsOf(field)[0] ?? null] as const];
    }),
  );
}

function holds({ properties = {} }: FormSchema, answers: JsonObject): boolean {
  return Object.entries(properties).every(([name, { const: only, enum: some }]) => {
    const answer = answers[name];
    return (
      answer !== undefined &&
      (only === undefined ? (some ?? []).some((each) => each === answer) : only === answer)
    );
  });
}

/** Values of one field, the plainest first. */
function optionsOf(field: FormSchema): readonly Json[] {
  if (field.const !== undefined) return [field.const];
  if (field.enum !== undefined) return field.enum;
  switch (field.type) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return [field.minimum ?? Math.min(1, field.maximum ?? 1)];
    case 'array': {
      const [row] = field.items ? optionsOf(field.items) : [];
      return [Array.from({ length: field.minItems ?? 0 }, () => row ?? null)];
    }
    case 'object':
      return [objectOf(field, {})];
    default:
      return field.format === 'date' ? DATES : ['示例'.repeat(Math.ceil((field.minLength ?? 1) / 2))];
  }
}
