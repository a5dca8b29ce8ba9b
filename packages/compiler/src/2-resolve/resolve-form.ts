import type {
  CodeList,
  Diagnostic,
  FormContract,
  FormSchema,
  FormSection,
  Json,
  JsonObject,
} from '@zhinan/model';
import { reporter } from '../diagnostics/message.ts';
import { formMessages } from '../diagnostics/messages/forms.ts';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { formOptions } from '../forms/form-options.ts';
import { pointerOf, valueAt } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import { branchesAsConditions } from './branches.ts';
import { answersOf, titleInFull } from './code-levels.ts';

const report = reporter(resolveMessages);
const reportForm = reporter(formMessages);
const subschemas = ['items', 'if', 'then', 'else', 'not', 'contains'] as const;

export interface FormScope {
  readonly codeLists: ReadonlyMap<string, CodeList>;
  /** Files a `$ref` may lead to, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** What came of one form: the contract, the code lists it uses, and what could not be bound. */
export interface ResolvedForm {
  readonly form: FormContract;
  readonly usedCodeLists: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a form self-contained: parts from other files move under `$defs`, code lists become `enum` with titles, all
 * that is conditional becomes `if` / `then`,
 * objects are closed (unknown answers are refused, JSON Schema 2020-12 `unevaluatedProperties` where there are conditions).
 */
export function resolveForm(
  id: string,
  file: SourceFile,
  ui: SourceFile | undefined,
  scope: FormScope,
): ResolvedForm {
  const diagnostics: Diagnostic[] = [];
  const usedCodeLists = new Set<string>();
  const definitions = new Map<string, FormSchema>();
  /** Absolute reference → name under `$defs`. */
  const names = new Map<string, string>();

  const schemaIn = (source: SourceFile, json: Json, pointer: string, condition: boolean): FormSchema => {
    const node = { ...(json as JsonObject) } as Record<string, unknown>;
    delete node['$schema'];
    delete node['$defs'];
    if (typeof node['$ref'] === 'string') node['$ref'] = bind(source, node['$ref'], pointer);
    const list = node['x-code-list'];
    if (typeof list === 'string') Object.assign(node, expand(source, list, pointer));
    for (const key of subschemas) {
      if (node[key] === undefined) continue;
      const open = condition || (key !== 'items' && key !== 'contains');
      node[key] = schemaIn(source, node[key] as Json, `${pointer}/${key}`, open && key !== 'items');
    }
    for (const key of ['properties', 'dependentSchemas'] as const) {
      const members = node[key];
      if (members === undefined) continue;
      node[key] = Object.fromEntries(
        Object.entries(members as JsonObject).map(([name, member]) => [
          name,
          schemaIn(source, member, `${pointer}/${key}${pointerOf([name])}`, key === 'dependentSchemas'),
        ]),
      );
    }
    for (const key of ['allOf', 'oneOf', 'anyOf'] as const) {
      const branches = node[key];
      if (Array.isArray(branches)) {
        node[key] = branches.map((branch: Json, index) =>
          schemaIn(source, branch, `${pointer}/${key}/${index}`, true),
        );
      }
    }
    const { schema: conditional, faults } = branchesAsConditions(node as FormSchema, shared);
    for (const { problem, at, name } of faults)
      diagnostics.push(
        reportForm('form/one-of-not-decidable', source.place(pointer + at), { problem, name }),
      );
    return condition ? conditional : closed(conditional);
  };

  /** A part already moved under `$defs`, where a schema refers to one. */
  const shared = ({ $ref, ...beside }: FormSchema): FormSchema =>
    ({ ...definitions.get($ref?.split('/').at(-1) ?? ''), ...beside }) as FormSchema;

  const bind = (source: SourceFile, reference: string, pointer: string): string => {
    const [path = '', fragment = ''] = reference.split('#');
    const target = path ? joinPath(source.path, path) : source.path;
    const key = `${target}#${fragment}`;
    const known = names.get(key);
    if (known) return `#/$defs/${known}`;
    const targetFile = target === file.path ? file : scope.files.get(target);
    const json = targetFile && valueAt(targetFile.json, fragment);
    if (!targetFile || json === undefined) {
      diagnostics.push(report('reference/unknown-file', source.place(`${pointer}/$ref`), { reference }));
      return '#';
    }
    const name = freeName(fragment.split('/').at(-1) || baseName(target), new Set(names.values()));
    names.set(key, name);
    definitions.set(name, schemaIn(targetFile, json, fragment, false));
    return `#/$defs/${name}`;
  };

  const expand = (source: SourceFile, list: string, pointer: string): Partial<FormSchema> => {
    const codeList = scope.codeLists.get(list);
    if (!codeList) {
      const near = nearest(list, scope.codeLists.keys());
      diagnostics.push(
        report('reference/unknown-code-list', source.place(`${pointer}/x-code-list`), {
          name: list,
          nearest: near,
        }),
      );
      return {};
    }
    usedCodeLists.add(list);
    const leaves = answersOf(codeList);
    return {
      enum: leaves.map(({ code }) => code),
      'x-titles': leaves.map((item) => titleInFull(item, codeList)),
      ...(codeList.ordered ? { 'x-ordered': true } : {}),
    };
  };

  const root = schemaIn(file, file.json, '', false);
  const schema: FormSchema =
    definitions.size > 0 ? { ...root, $defs: Object.fromEntries(definitions) } : root;
  const uiSchema = { ...(ui?.json as JsonObject | undefined) };
  delete (uiSchema as Record<string, Json>)['$schema'];
  const form: FormContract = {
    id,
    title: schema.title ?? id,
    by: schema['x-by'] ?? 'applicant',
    clauses: [schema['x-clause'] ?? []].flat(),
    schema,
    ui: uiSchema,
    sections: sectionsOf(schema, uiSchema),
  };
  return { form, usedCodeLists, diagnostics };
}

function closed(node: FormSchema): FormSchema {
  if (node.type !== 'object' || !node.properties) return node;
  const conditional = node.allOf ?? node.if;
  return { ...node, [conditional ? 'unevaluatedProperties' : 'additionalProperties']: false };
}

/** Top-level fields of a form, those that appear only under a condition included, in the order written. */
export function topLevelFields(schema: FormSchema): Readonly<Record<string, FormSchema>> {
  const parts = [...(schema.allOf ?? []), schema.then, schema.else];
  return Object.assign(
    {},
    schema.properties,
    ...parts.flatMap((part) => (part ? [declared(topLevelFields(part))] : [])),
  );
}

/** A condition may narrow a field it does not declare (`const` only): that is no new field. */
function declared(properties: Readonly<Record<string, FormSchema>>): Record<string, FormSchema> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, field]) => field.type !== undefined || field.$ref !== undefined),
  );
}

function sectionsOf(schema: FormSchema, ui: JsonObject): readonly FormSection[] {
  return (
    formOptions(ui).sections ?? [
      { id: 'all', title: schema.title ?? '', fields: Object.keys(topLevelFields(schema)) },
    ]
  );
}

function joinPath(from: string, relative: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function baseName(path: string): string {
  return path.split('/').at(-1)?.split('.')[0] ?? path;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${number}`;
  return free;
}
