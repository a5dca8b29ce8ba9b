import { formats } from '@zhinan/engine/validation';
import type { FormSchema } from '@zhinan/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import { mapSubschemas } from './form-schema.ts';
import { compact } from './compact.ts';

const annotations: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'examples',
  'readOnly',
  'x-clause',
  'x-by',
  'x-code-list',
  'x-titles',
  'x-ordered',
  'x-unit',
  'x-attachment',
  'x-declaration',
  'x-sensitive',
  'x-third-person',
  'x-interpretation',
]);

/** The schema without annotations. They decide nothing and would only make the code longer. Any other unknown keyword is refused by Ajv. */
export function bare(schema: FormSchema): FormSchema {
  const kept = Object.entries(schema).filter(([key]) => !annotations.has(key));
  return mapSubschemas(Object.fromEntries(kept), bare);
}

/** The two helpers and the table of formats come from our runtime by import instead of Ajv's `require`. */
const replacements = [
  ['require("ajv/dist/runtime/ucs2length").default', 'codePoints'],
  ['require("ajv/dist/runtime/equal").default', 'sameJson'],
] as const;

/** A fresh Ajv for generating code: draft 2020-12, all errors, own properties only, no prose. */
export function codeAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    messages: false,
    ownProperties: true,
    inlineRefs: false,
    strict: true,
    // Its own schema of schemas is compiled once, below, instead of once for each form.
    meta: false,
    validateSchema: false,
    // Conditionals name properties that their parent declares.
    strictRequired: false,
    strictTypes: false,
    formats,
    code: { source: true, esm: true, formats: _`formats` },
  });
}

const grammar = new Ajv2020({ strict: false });

/**
 * JavaScript of one validation function per schema: `exported name → schema`. It uses the free names
 * `formats`, `codePoints`, `sameJson` and `fail`.
 * @throws Error when a schema has a keyword or format outside our profile (the check stage reports it before).
 */
export function compileValidators(schemas: Readonly<Record<string, FormSchema>>): string {
  const ajv = codeAjv();
  const ids: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const id = `zhinan:${name}`;
    if (grammar.validateSchema(bare(schema)) !== true)
      throw new Error(`${name} is no JSON Schema: ${grammar.errorsText(grammar.errors)}`);
    ajv.addSchema({ ...bare(schema), $id: id }, id);
    ids[name] = id;
  }
  return closed(compact(standalone.default(ajv, ids)));
}

/** Replaces what is left of CommonJS, and keeps prototype names out of look-up objects. */
export function closed(code: string): string {
  const text = replacements.reduce((current, [from, to]) => current.replaceAll(from, to), code);
  // `{}.constructor` is truthy: a look-up by a name from the data must see own properties only.
  const own = text.replaceAll(/!(props\d+)\[(key\d+)\]/g, '!Object.hasOwn($1, $2)');
  const left = /\brequire\s*\([^)]*\)/.exec(own);
  if (left) throw new Error(`generated validator still contains ${left[0]}`);
  return own.replace(/^"use strict";\n?/, '');
}
