import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import type { Citation } from '../2-resolve/guideline.ts';
import type { Check } from './checking.ts';
import { toBeWritten } from './nothing-is-left-to-be-written.ts';

const report = reporter(clauseMessages);
const implementing: readonly Citation['by'][] = [
  'program',
  'form',
  'rule',
  'machine',
  'document',
  'instant',
  'supersession',
];

/** Implemented by a part that cites it, or left to judgement or narrative with a note: nothing of the text is forgotten. */
export const everyClauseIsAccountedFor: Check = ({ citations, clauses, source }) => {
  const implemented = new Set(
    citations.filter(({ by }) => implementing.includes(by)).map(({ clause }) => clause),
  );
  return clauses.flatMap(({ id, account, summary }, index) =>
    // What nobody has written down yet is reported as that.
    account || implemented.has(id) || summary.startsWith(toBeWritten)
      ? []
      : [
          report(
            'clause/not-accounted-for',
            source.clauses.place(`/clauses/${index}/id`),
            { clause: id, summary },
            { clause: id },
          ),
        ],
  );
};
