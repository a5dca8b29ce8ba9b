import { isList } from '../json.ts';
import { askTable } from '../tables.ts';
import { judged, type GuardKind } from './guard.ts';
import { optional, required } from './parameter.ts';
import { factsOf } from './scope.ts';

export const table: GuardKind<'table'> = {
  title: '决策表的结果为指定值',
  params: { table: required('text', 'table'), output: optional('text'), in: required('values') },
  judge({ table: id, output, in: options }, scope) {
    const answer = askTable(scope.environment, factsOf(scope), { table: id, ...(output ? { output } : {}) });
    const { title, clauses, values, missing } = answer;
    if (values === null) {
      const needed = missing.map((fact) => fact.title).join('、');
      return judged('table', null, `“${title}”尚不能确定${needed ? `，还缺：${needed}` : ''}`, {
        clauses,
        missing,
      });
    }
    const holds = values.some((value) => isList(options) && options.includes(value));
    return judged('table', holds, `“${title}”为${values.join('、') || '（无）'}`, { clauses });
  },
};
