import type { FormContract } from '@zhinan/model';
import { compile } from 'json-schema-to-typescript';
import type { Emitter } from '../emitter.ts';
import { camelCase, header } from '../names.ts';
import { Definitions } from './definitions.ts';

/** The tool's note on where a type came from: it names the throw-away schema we made for it. */
const provenance =
  /(?: \* *\n)? \* This interface was referenced by [^\n]*\n \* via the `definition` [^\n]*\n/g;

/** One module of types for a list of forms: each form's type by its id in PascalCase, and `Forms` from id to type. */
export async function formTypes(forms: readonly FormContract[]): Promise<string> {
  const definitions = new Definitions();
  const names = forms.map((form) => [form, definitions.form(form)] as const);
  const root = {
    title: 'Forms',
    description: 'Form id in camelCase → its answers.',
    type: 'object' as const,
    additionalProperties: false,
    required: names.map(([{ id }]) => camelCase(id)),
    properties: Object.fromEntries(
      names.map(([form, name]) => [camelCase(form.id), { tsType: name, description: form.title }]),
    ),
    definitions: definitions.all,
  };
  const text = await compile(root as Parameters<typeof compile>[0], 'Forms', {
    additionalProperties: false,
    bannerComment: '',
    format: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    unreachableDefinitions: true,
    // Schemas arrive complete: nothing is ever read from a disk or fetched.
    $refOptions: { resolve: { file: false, http: false } },
  });
  return text.replaceAll(provenance, '').replaceAll(/^(?=\/\*\*$)/gm, '\n');
}

/** `<program>/types.d.ts`: every accepted document is assignable to its form's type. */
export const typesEmitter: Emitter = async ({ contract, program }) => ({
  [`${program.id}/types.d.ts`]: `${header(contract)}\n${await formTypes(Object.values(program.forms))}`,
});
