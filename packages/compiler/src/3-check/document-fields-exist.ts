import type { Diagnostic, FormContract, FormSchema, JsonObject } from '@zhinan/model';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { topLevelFields } from '../2-resolve/resolve-form.ts';
import type { ResolvedProgram } from '../2-resolve/guideline.ts';
import type { Check } from './checking.ts';

const report = reporter(resolveMessages);

/** A document prints answers by name: `fields` of a form, or a `table` over a list with its columns. */
export const documentFieldsExist: Check = ({ programs }) =>
  Object.values(programs).flatMap((program) =>
    Object.values(program.documents).flatMap((document) =>
      document.blocks.flatMap((block, index) =>
        blockProblems(program, document.id, block, `/blocks/${index}`),
      ),
    ),
  );

function blockProblems(
  program: ResolvedProgram,
  document: string,
  block: JsonObject,
  pointer: string,
): readonly Diagnostic[] {
  const file = program.source.documents.get(document);
  if (!file) return [];
  const table = block['table'] as { of: string; columns: readonly string[] } | undefined;
  const fields = (block['fields'] ?? []) as readonly string[];
  const found = fields.flatMap((path, index) =>
    missing(program.forms, path.split('.')).map((problem) => ({
      ...problem,
      at: `${pointer}/fields/${index}`,
    })),
  );
  if (table) {
    const list = table.of.split('.');
    const head = missing(program.forms, list).map((problem) => ({ ...problem, at: `${pointer}/table/of` }));
    found.push(...head);
    if (head.length === 0) {
      table.columns.forEach((column, index) => {
        const problems = missing(program.forms, [...list, column]);
        found.push(...problems.map((problem) => ({ ...problem, at: `${pointer}/table/columns/${index}` })));
      });
    }
  }
  return found.map(({ form, name, candidates, at }) =>
    form === undefined
      ? report('reference/unknown-form', file.place(at), { name, nearest: nearest(name, candidates) })
      : report('reference/unknown-field', file.place(at), {
          name,
          form,
          nearest: nearest(name, candidates),
        }),
  );
}

interface Missing {
  /** Title of the form looked in; absent when the form itself is unknown. */
  readonly form?: string;
  readonly name: string;
  readonly candidates: readonly string[];
}

function missing(forms: Readonly<Record<string, FormContract>>, path: readonly string[]): readonly Missing[] {
  const [formId = '', ...names] = path;
  const form = Object.hasOwn(forms, formId) ? forms[formId] : undefined;
  if (!form) return [{ name: formId, candidates: Object.keys(forms) }];
  let schema: FormSchema = form.schema;
  for (const name of names) {
    const object = target(form, schema.items ?? schema);
    const fields = topLevelFields(target(form, object));
    const next = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!next) return [{ form: form.title, name, candidates: Object.keys(fields) }];
    schema = target(form, next);
  }
  return [];
}

function target(form: FormContract, schema: FormSchema): FormSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return (name !== undefined && form.schema.$defs?.[name]) || schema;
}
