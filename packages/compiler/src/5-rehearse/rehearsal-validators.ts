import { formValidator } from '@zhinan/engine/validation';
import type { FormValidator, ProgramContract } from '@zhinan/model';
import { formSchema } from '../forms/form-schema.ts';
import { shapeOf } from '../forms/shape-of.ts';

/** The validators of a programme's forms for use inside the compiler: what is emitted, without its fast first pass. */
export function rehearsalValidators(
  program: ProgramContract,
): Readonly<Record<string, FormValidator<unknown>>> {
  return Object.fromEntries(
    Object.values(program.forms).map((form) => [form.id, formValidator(shapeOf(formSchema(form)))]),
  );
}
