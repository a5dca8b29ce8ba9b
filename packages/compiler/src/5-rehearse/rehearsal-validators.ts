import { formValidator } from '@zhinan/engine/validation';
import type { FormValidator, ProgramContract } from '@zhinan/model';
import { codeAjv } from '../forms/compile.ts';
import { formLabels } from '../forms/labels.ts';
import { formSchema } from '../forms/form-schema.ts';
import { bare } from '../forms/compile.ts';

/** The validators of a programme's forms for use inside the compiler: the code that is emitted, compiled in place. */
export function rehearsalValidators(
  program: ProgramContract,
): Readonly<Record<string, FormValidator<unknown>>> {
  const ajv = codeAjv();
  return Object.fromEntries(
    Object.values(program.forms).map((form) => {
      const schema = formSchema(form);
      return [form.id, formValidator(ajv.compile(bare(schema)), formLabels(schema))];
    }),
  );
}
