import { t } from '../language.ts';
import type { Word } from '../words.ts';

const WORDS: Readonly<Record<string, Word>> = {
  eligible: 'verdictEligible',
  'needs-reason': 'verdictNeedsReason',
  ineligible: 'verdictIneligible',
  undecided: 'verdictUndecided',
};

/** An eligibility verdict in a word; `undefined` when it is none. */
export function verdictWord(verdict: string): string | undefined {
  const word = WORDS[verdict];
  return word && t(word);
}
