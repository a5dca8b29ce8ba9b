import type { FormContract, Json, JsonObject, Place } from '@zhinan/model';
import { pointerOf } from '../1-load/pointer.ts';
import type { Guideline } from '../2-resolve/guideline.ts';

/** One schema object of a form as written, with the property it describes. */
export interface SchemaNode {
  readonly schema: JsonObject;
  readonly pointer: string;
  /** Property name it stands under; absent for the form itself, list items and conditions. */
  readonly field?: string;
  /** Inside `if`, `not` …: it states a condition and describes no field. */
  readonly condition: boolean;
  place(pointer: string): Place;
  keyPlace(pointer: string): Place;
}

/** Every schema object of a form's own file, the form itself first. Parts from shared files have their own checks. */
export function* schemaNodes(guideline: Guideline): Generator<SchemaNode> {
  const files = [
    ...[...guideline.source.programs.values()].flatMap(({ forms }) => [...forms.values()]),
    ...guideline.source.parts.values(),
  ];
  for (const file of files) {
    const walk = function* (
      json: Json,
      pointer: string,
      field: string | undefined,
      condition: boolean,
    ): Generator<SchemaNode> {
      if (json === null || typeof json !== 'object' || Array.isArray(json)) return;
      const schema = json as JsonObject;
      const places = { place: file.place, keyPlace: file.keyPlace };
      yield { schema, pointer, condition, ...(field === undefined ? {} : { field }), ...places };
      for (const key of ['properties', '$defs', 'dependentSchemas']) {
        const members = schema[key];
        if (members === undefined || members === null || typeof members !== 'object') continue;
        for (const [name, member] of Object.entries(members)) {
          yield* walk(
            member as Json,
            `${pointer}/${key}${pointerOf([name])}`,
            key === 'properties' ? name : undefined,
            condition,
          );
        }
      }
      for (const key of ['items', 'then', 'else'])
        yield* walk(schema[key] ?? null, `${pointer}/${key}`, undefined, condition);
      for (const key of ['if', 'not', 'contains'])
        yield* walk(schema[key] ?? null, `${pointer}/${key}`, undefined, true);
      for (const key of ['allOf', 'oneOf', 'anyOf']) {
        const branches = schema[key];
        if (!Array.isArray(branches)) continue;
        for (const [index, branch] of branches.entries())
          yield* walk(branch as Json, `${pointer}/${key}/${index}`, undefined, condition);
      }
    };
    yield* walk(file.json, '', undefined, false);
  }
}

/** A form with the files it was made from; `uiPlace` and `uiKeyPlace` are in the file of its layout, if it has one. */
export interface FormWithFiles {
  readonly form: FormContract;
  place(pointer: string): Place;
  uiPlace(pointer: string): Place;
  uiKeyPlace(pointer: string): Place;
}

export function formsOf(guideline: Guideline): readonly FormWithFiles[] {
  return Object.values(guideline.programs).flatMap(({ forms, source }) =>
    Object.values(forms).flatMap((form) => {
      const file = source.forms.get(form.id);
      if (!file) return [];
      const ui = source.ui.get(form.id) ?? file;
      return [{ form, place: file.place, uiPlace: ui.place, uiKeyPlace: ui.keyPlace }];
    }),
  );
}
