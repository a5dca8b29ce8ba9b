import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Check } from './checking.ts';

const report = reporter(clauseMessages);

export const citedClausesExist: Check = ({ citations, clauses }) => {
  const ids = new Set(clauses.map(({ id }) => id));
  return citations
    .filter(({ clause }) => !ids.has(clause))
    .map(({ clause, place }) =>
      report('clause/unknown', place, { clause, nearest: nearest(clause, ids) }, { clause }),
    );
};
