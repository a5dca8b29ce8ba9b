import type { FormContract, ProgramContract } from '@zhinan/model';
import { namesBelow, plannedField } from './field.ts';

/**
 * Answers of a programme that never go to the public, by path: texts and dates. Codes, counts and yes/no recur in
 * other answers and tell nothing by themselves; a third person's name or unit may be the applicant's own.
 */
export function secretPaths({ forms }: ProgramContract): readonly (readonly string[])[] {
  return Object.values(forms).flatMap((form) => below(form, []).map((path) => [form.id, ...path]));
}

function below(form: FormContract, path: readonly string[]): readonly (readonly string[])[] {
  return namesBelow(form, path).flatMap((name) => {
    const inner = [...path, name];
    const field = plannedField(form, inner);
    if (field?.kind === 'group' || (field?.kind === 'list' && field.entry?.kind === 'group'))
      return below(form, inner);
    const isText = field?.kind === 'text' || field?.kind === 'date' || field?.entry?.kind === 'text';
    return isText && field.secret !== undefined && field.secret !== 'third-person' ? [inner] : [];
  });
}
