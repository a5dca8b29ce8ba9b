import { fileURLToPath } from 'node:url';
import { getDefaultFormState, type RJSFSchema, type ValidatorType } from '@rjsf/utils';
import { explain, formats } from '@zhinan/engine/validation';
import type { FileTree, FormContract, FormValidator, JsonObject } from '@zhinan/model';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formSchema } from '../forms/form-schema.ts';
import { shapeOf } from '../forms/shape-of.ts';
import { camelCase, pascalCase } from '../6-emit/names.ts';
import { rjsfEmitter } from '../6-emit/rjsf/index.ts';
import { formTypes } from '../6-emit/types/index.ts';
import { validatorsEmitter } from '../6-emit/validators/index.ts';
import { editionsIn } from '../compile.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { mutants, type Mutant } from '../testing/mutants.ts';
import { playable } from '../testing/playable.ts';
import { typeCheck } from '../testing/type-check.ts';
import { bundlePackage } from './bundle.ts';
import { readDefinitions } from './definitions.ts';

const files = await readDefinitions(fileURLToPath(new URL('../../../../definitions', import.meta.url)));
const editions = await Promise.all(editionsIn(files).map((edition) => playable(files, edition)));
const programs = editions.flatMap(({ environments }) => [...environments.values()]);

/** Each form is asked for documents and verdicts several times: what that takes is made once. */
function onceEach<Made>(make: (form: FormContract) => Made): (form: FormContract) => Made {
  const made = new Map<FormContract, Made>();
  return (form) => {
    const known = made.get(form) ?? make(form);
    made.set(form, known);
    return known;
  };
}

const arbitraryOf = onceEach((form) => arbitraryDocument(formSchema(form)));
const documentsOf = (form: FormContract, numRuns: number): readonly JsonObject[] =>
  fc.sample(arbitraryOf(form), { numRuns, seed: 2025 });

/** Ajv polishes its code for longer than these few documents take to check. */
const ajv = (form: FormContract, options: Options = {}) =>
  new Ajv2020({ strict: false, ownProperties: true, formats, code: { optimize: false }, ...options }).compile(
    formSchema(form),
  );
const verdictOf = onceEach((form) => ajv(form));

/** Left out is a matter of types only where the form asks for it always; who asks for it sometimes is a condition. */
const isStructural = (form: FormContract, { kind, pointer }: Mutant): boolean =>
  kind !== 'left out' || (form.schema.required ?? []).some((name) => pointer === `/${name}`);

function literals(form: FormContract): FileTree {
  const type = pascalCase(form.id);
  const documents = documentsOf(form, 12);
  const accepts = verdictOf(form);
  const wrong = documents
    .slice(0, 2)
    .flatMap((document) => mutants(document))
    .filter((mutant) => isStructural(form, mutant) && !accepts(mutant.document));
  expect(wrong.length).toBeGreaterThan(0);
  const line = (document: unknown, at: string) =>
    `export const ${at}: ${type} = ${JSON.stringify(document)};`;
  return {
    [`${form.id}.ts`]: [
      `import type { ${type} } from './types.js';`,
      ...documents.map((document, at) => line(document, `a${at}`)),
      ...wrong.map(
        ({ document, pointer }, at) => `// @ts-expect-error ${pointer}\n${line(document, `b${at}`)}`,
      ),
    ].join('\n'),
  };
}

/** One run of the TypeScript compiler for all: starting it is what takes the time. */
test('types are sound: what is accepted is assignable, what is structurally wrong is not', async () => {
  const trees = await Promise.all(
    programs.map(async ({ contract, program }) => {
      const forms = Object.values(program.forms);
      const tree: FileTree = Object.assign({ 'types.d.ts': await formTypes(forms) }, ...forms.map(literals));
      return Object.entries(tree).map(
        ([path, text]) => [`${contract.id}/${program.id}/${path}`, text] as const,
      );
    }),
  );
  expect(await typeCheck(Object.fromEntries(trees.flat()))).toBe('');
});

interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** `keyword at pointer` of Ajv's errors; a missing or superfluous answer is named itself. What only repeats is left out. */
function positions(errors: readonly AjvError[]): ReadonlySet<string> {
  const told = errors.filter(
    ({ keyword, schemaPath }) =>
      keyword !== 'if' && !(schemaPath.includes('/contains/') && keyword !== 'contains'),
  );
  return new Set(
    told.map(({ instancePath, keyword, params }) => {
      const name = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
      return `${keyword} at ${instancePath}${name === undefined ? '' : `/${String(name)}`}`;
    }),
  );
}

describe.each(programs)('forms of $contract.id $program.id', ({ contract, program }) => {
  const forms = Object.values(program.forms);

  test('errors stand where Ajv has them', () => {
    for (const form of forms) {
      const shape = shapeOf(formSchema(form));
      const judge = ajv(form, { allErrors: true });
      for (const { document, pointer } of documentsOf(form, 2).flatMap((each) => mutants(each))) {
        judge(document);
        const theirs = positions((judge.errors ?? []) as readonly AjvError[]);
        const ours = new Set(
          explain(shape, document).map(
            ({ keyword, path }) => `${keyword} at ${path.map((step) => `/${step}`).join('')}`,
          ),
        );
        // A branch that fails leaves its answers unevaluated for Ajv; for us it is in force, and they belong to it.
        const failing = [...theirs].some((each) => !each.startsWith('unevaluatedProperties'));
        const missed = [...theirs].filter(
          (each) => !ours.has(each) && !(failing && each.startsWith('unevaluatedProperties')),
        );
        const invented = [...ours].filter((each) => !theirs.has(each));
        expect([form.id, pointer, missed, invented]).toEqual([form.id, pointer, [], []]);
      }
    }
  });

  test('sealed validators decide as Ajv does at run time, and every refusal has a message with a title', async () => {
    const tree = await bundlePackage(await validatorsEmitter({ contract, program }));
    const code = tree[`${program.id}/validators.js`] ?? '';
    const validators = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    )) as Readonly<Record<string, FormValidator<unknown>>>;
    for (const form of forms) {
      const accepts = verdictOf(form);
      const validator = validators[camelCase(form.id)];
      if (!validator) throw new Error(`no validator of ${form.id}`);
      const documents = documentsOf(form, 25);
      for (const document of documents) expect([form.id, validator.issues(document)]).toEqual([form.id, []]);
      for (const { document, pointer } of documents.slice(0, 3).flatMap((each) => mutants(each))) {
        const verdict = accepts(document);
        expect([form.id, pointer, validator(document)]).toEqual([form.id, pointer, verdict]);
        const messages = validator.issues(document).map(({ message }) => message);
        expect([form.id, pointer, messages.length > 0]).toEqual([form.id, pointer, !verdict]);
        for (const message of messages) expect(message).not.toMatch(/undefined|NaN|\^|本项/);
      }
    }
  });

  test('RJSF kits accept the same documents and refuse the empty form at its fields', async () => {
    const tree = await bundlePackage(await rjsfEmitter({ contract, program }));
    const code = (tree[`${program.id}/rjsf.js`] ?? '').replaceAll(
      '"@rjsf/validator-ajv8"',
      JSON.stringify(import.meta.resolve('@rjsf/validator-ajv8')),
    );
    const kits = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    )) as Readonly<Record<string, { readonly schema: RJSFSchema; readonly validator: ValidatorType }>>;
    for (const form of forms) {
      const kit = kits[camelCase(form.id)];
      if (!kit) throw new Error(`no kit of ${form.id}`);
      for (const document of documentsOf(form, 10)) {
        const { errors } = kit.validator.validateFormData(document, kit.schema);
        expect([form.id, errors]).toEqual([form.id, []]);
        const state = getDefaultFormState(kit.validator, kit.schema, document, kit.schema);
        expect(state).toMatchObject(document);
      }
      const empty = kit.validator.validateFormData({}, kit.schema).errors;
      expect(empty.map(({ property }) => property?.replace(/^\./, ''))).toEqual(
        expect.arrayContaining([...(form.schema.required ?? [])]),
      );
    }
  });
});
