import type { FormSchema, Json, JsonObject } from '@zhinan/model';
import type { LoadedProgram } from '../../packages.ts';
import type { Standing } from '../standing.ts';

/** A list of a stored form as a table, in the order in which it was ranked. */
export interface Paper {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The lists in the forms that a batch or a round keeps: summary sheets and the like. */
export function papersOf({ snapshot }: Standing, { program }: LoadedProgram): readonly Paper[] {
  return Object.entries(snapshot.context.forms).flatMap(([id, answers]) => {
    const form = program.forms[id];
    if (form === undefined) return [];
    return Object.entries(form.schema.properties ?? {}).flatMap(([name, field]) => {
      const rows = answers[name];
      const columns = columnsOf(field as FormSchema);
      if (!Array.isArray(rows) || columns.length === 0 || rows.length === 0) return [];
      return [
        {
          title: `${form.title} · ${field.title ?? name}`,
          columns: columns.map(([, title]) => title),
          rows: rows.map((row) => columns.map(([key]) => text((row as JsonObject)[key]))),
        },
      ];
    });
  });
}

function columnsOf(field: FormSchema): readonly (readonly [string, string])[] {
  const items = (field as { readonly items?: FormSchema }).items;
  return Object.entries(items?.properties ?? {}).map(([key, part]) => [key, part.title ?? key]);
}

function text(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}
