import { fileURLToPath } from 'node:url';
import { compile } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import type { Contract, FileTree, FormContract } from '@zhinan/model';

/** The forms to compare: one of 60 controls, and one that is nothing but a list of rows with five columns. */
export type FormName = 'application' | 'members';

export interface BenchPackage {
  readonly files: FileTree;
  readonly contract: Contract;
  form(name: FormName): FormContract;
}

const edition = 'bench/1';
export const program = 'craftsman';

/**
 * Compiles the definition in `form/` in memory. It stands outside `definitions/`, where it would be a guideline among
 * others, and takes code lists and shared parts from there. Throws when it does not compile.
 */
export async function benchPackage(): Promise<BenchPackage> {
  const folder = (path: string) => readDefinitions(fileURLToPath(new URL(path, import.meta.url)));
  const [shared, own] = await Promise.all([folder('../../../definitions'), folder('form')]);
  const compiled = await compile(
    {
      ...Object.fromEntries(Object.entries(shared).filter(([path]) => path.startsWith('shared/'))),
      ...Object.fromEntries(Object.entries(own).map(([path, text]) => [`${edition}/${path}`, text])),
    },
    edition,
  );
  const { files, contract } = compiled;
  if (!files || !contract)
    throw new Error(`the form to compare does not compile: ${JSON.stringify(compiled.diagnostics[0])}`);
  return {
    files,
    contract,
    form: (name) => {
      const form = contract.programs[program]?.forms[name];
      if (!form) throw new Error(`no form ${name}`);
      return form;
    },
  };
}
