import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import type { Check } from './checking.ts';

const report = reporter(clauseMessages);

export const clauseIdsAreUnique: Check = ({ clauses, source }) =>
  clauses.flatMap(({ id }, index) =>
    clauses.findIndex((other) => other.id === id) === index
      ? []
      : [report('clause/duplicate', source.clauses.place(`/clauses/${index}/id`), { clause: id })],
  );
