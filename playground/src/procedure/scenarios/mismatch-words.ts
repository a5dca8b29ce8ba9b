import type { Mismatch } from '@zhinan/engine';
import { t } from '../../language.ts';
import type { Word } from '../../words.ts';

const WHAT: Readonly<Record<Mismatch['what'], Word>> = {
  time: 'whatTime',
  instance: 'whatInstance',
  accepted: 'whatAccepted',
  refused: 'whatRefused',
  state: 'whatState',
  effect: 'whatEffect',
  verdict: 'whatVerdict',
  rule: 'whatRule',
  missing: 'whatMissing',
  amount: 'whatAmount',
  outcome: 'whatOutcome',
};

/** A promise that did not hold, as a sentence. */
export function mismatchText({ step, what, name = '', expected, found }: Mismatch): string {
  const where = step === undefined ? t('atTheEnd') : t('atStep', { step: step + 1 });
  return t('mismatch', { where, what: t(WHAT[what] ?? 'whatState'), name, expected, found });
}
