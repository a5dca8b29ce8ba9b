import { dateMessages } from '../diagnostics/messages/dates.ts';
import { reporter } from '../diagnostics/message.ts';
import { pointerOf } from '../1-load/pointer.ts';
import type { Check } from './checking.ts';

const report = reporter(dateMessages);

/** A procedure is written down in its order; instants that run backwards are most often a slip of the pen. */
export const instantsAreInOrder: Check = ({ file, source }) => {
  const instants = Object.entries(file.instants);
  return instants.flatMap(([, { at, title }], index) => {
    const next = instants[index + 1];
    if (!next || at <= next[1].at) return [];
    const place = source.guideline.place(`/instants${pointerOf([next[0]])}/at`);
    return [report('date/instants-out-of-order', place, { earlier: title, later: next[1].title })];
  });
};
