import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { FormValidator } from '@zhinan/model';

/** A generated validator by its module and export, read anew when the package was generated again. */
export function generatedValidator(file: string, name: string): () => Promise<FormValidator<unknown>> {
  return async () => {
    const { mtimeMs } = await stat(file);
    const module = (await import(`${pathToFileURL(file).href}?at=${mtimeMs}`)) as Readonly<
      Record<string, FormValidator<unknown>>
    >;
    const validator = module[name];
    if (validator === undefined) throw new Error(`${file} exports no ${name}`);
    return validator;
  };
}
