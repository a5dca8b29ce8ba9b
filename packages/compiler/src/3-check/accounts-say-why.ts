import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import type { Check } from './checking.ts';

const report = reporter(clauseMessages);

export const accountsSayWhy: Check = ({ clauses, source }) =>
  clauses.flatMap(({ id, account, note }, index) =>
    account && !note?.trim()
      ? [
          report(
            'clause/account-without-note',
            source.clauses.place(`/clauses/${index}/account`),
            { clause: id },
            { clause: id },
          ),
        ]
      : [],
  );
