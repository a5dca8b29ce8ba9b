import type { FormSchema, JsonObject } from '@zhinan/model';
import { sameJson } from './json.ts';

/** Names of the fields that a form asks for with these answers: its own, and those of the conditions that hold. */
export function askedFields(schema: FormSchema | undefined, answers: JsonObject): readonly string[] {
  if (!schema) return [];
  const branches = [schema, ...(schema.allOf ?? [])].flatMap((part) =>
    part.if !== undefined && holds(part.if, answers) ? [part.then] : [],
  );
  const inside = [...(schema.allOf ?? []).filter((part) => part.if === undefined), ...branches];
  return [
    ...new Set([
      ...Object.keys(schema.properties ?? {}),
      ...inside.flatMap((part) => askedFields(part, answers)),
    ]),
  ];
}

/** A condition compares fields of its own level and requires them; no other is let into a definition. */
function holds({ properties = {}, required = [] }: FormSchema, answers: JsonObject): boolean {
  return (
    required.every((name) => Object.hasOwn(answers, name)) &&
    Object.entries(properties).every(([name, { const: only, enum: some }]) => {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
      if (answer === undefined) return true;
      if (only !== undefined) return sameJson(only, answer);
      return some === undefined || some.some((each) => sameJson(each, answer));
    })
  );
}
