import type { Diagnostic, DocumentBlock, FormContract, FormSchema } from '@zhinan/model';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { topLevelFields } from '../2-resolve/resolve-form.ts';
import type { ResolvedProgram } from '../2-resolve/guideline.ts';
import type { Check } from './checking.ts';
import { itemsOf } from './document-items.ts';

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
  block: DocumentBlock,
  pointer: string,
): readonly Diagnostic[] {
  const file = program.source.documents.get(document);
  if (!file) return [];
  const list = block.table && block.table.of !== 'members' ? block.table.of.split('.') : undefined;
  const head = list ? missing(program.forms, list) : [];
  // Columns of a list that is not there would only repeat that.
  const paths =
    head.length > 0
      ? head.map((problem) => ({ ...problem, at: '/table/of' }))
      : itemsOf(block).flatMap(({ at, item }) =>
          item && 'path' in item.source
            ? missing(program.forms, item.source.path).map((problem) => ({ ...problem, at }))
            : [],
        );
  return paths.map(({ form, name, candidates, at }) => {
    const place = file.place(`${pointer}${at}`);
    const near = nearest(name, candidates);
    return form === undefined
      ? report('reference/unknown-form', place, { name, nearest: near })
      : report('reference/unknown-field', place, { name, form, nearest: near });
  });
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
