import type { Diagnostic } from '@zhinan/model';
import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import { pointerOf } from '../1-load/pointer.ts';
import { topLevelFields } from '../2-resolve/resolve-form.ts';
import type { Check } from './checking.ts';

const report = reporter(clauseMessages);

/** Each form has a clause, and each field its own or its form's; rules, delays and instants need theirs by shape already. */
export const everyPartCitesAClause: Check = ({ programs }) => {
  const found: Diagnostic[] = [];
  for (const { forms, machines, source } of Object.values(programs)) {
    for (const form of Object.values(forms)) {
      const file = source.forms.get(form.id);
      if (!file || form.clauses.length > 0) continue;
      const bare = Object.entries(topLevelFields(form.schema)).filter(([, field]) => !field['x-clause']);
      if (bare.length === 0) continue;
      found.push(report('clause/uncited', file.place('/title'), { what: `表单“${form.title}”` }));
    }
    for (const machine of Object.values(machines)) {
      const file = source.machines.get(machine.id);
      if (!file) continue;
      if (machine.clauses.length === 0)
        found.push(report('clause/uncited', file.place('/title'), { what: `流程“${machine.title}”` }));
      for (const [id, delay] of Object.entries(machine.delays)) {
        if (!delay.clause)
          found.push(
            report('clause/uncited', file.keyPlace(`/delays${pointerOf([id])}`), {
              what: `期限“${delay.title}”`,
            }),
          );
      }
    }
  }
  return found;
};
