import type { DeclarationView, FormContract, Json } from '@zhinan/model';
import { roleTitle, type Environment } from '../workflow/environment.ts';
import { textsOf } from '../workflow/json.ts';
import { fieldsOf } from './form-fields.ts';
import type { Handing } from './history.ts';
import { inWords } from './answer-view.ts';

/** What was declared in the stored forms, with what others' forms say of the same clause: conduct is judged by people. */
export function declarationsOf(
  environment: Environment,
  stored: Readonly<Record<string, Readonly<Record<string, Json>>>>,
  handings: readonly Handing[],
): readonly DeclarationView[] {
  const forms = Object.keys(stored).flatMap((id) => environment.program.forms[id] ?? []);
  return forms.flatMap((form) => {
    const answers = stored[form.id] ?? {};
    const at = handings.findLast((each) => each.form === form.id)?.at;
    return fieldsOf(form.schema, form.schema).flatMap(({ name, schema }): readonly DeclarationView[] => {
      if (!schema['x-declaration']) return [];
      const clauses = textsOf(schema['x-clause'] as Json | undefined);
      return [
        {
          form: form.id,
          pointer: `/${name}`,
          title: schema.title ?? name,
          text: schema.description ?? schema.title ?? name,
          clauses,
          declared: Object.hasOwn(answers, name) && answers[name] === true,
          by: roleTitle(environment, form.by),
          ...(at === undefined ? {} : { at }),
          decisions: forms
            .filter(({ by }) => by !== form.by)
            .flatMap((other) => decisionsIn(environment, other, stored[other.id] ?? {}, clauses)),
        },
      ];
    });
  });
}

function decisionsIn(
  environment: Environment,
  form: FormContract,
  answers: Readonly<Record<string, Json>>,
  clauses: readonly string[],
): DeclarationView['decisions'] {
  return fieldsOf(form.schema, form.schema).flatMap(({ name, schema }) => {
    const cited = textsOf(schema['x-clause'] as Json | undefined);
    if (schema['x-declaration'] || !cited.some((clause) => clauses.includes(clause))) return [];
    const text = inWords(Object.hasOwn(answers, name) ? answers[name] : undefined, schema);
    const by = roleTitle(environment, form.by);
    return text === '' ? [] : [{ by, title: schema.title ?? name, text }];
  });
}
