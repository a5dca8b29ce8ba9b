import { addressOf, type Environment, indexMachine, instanceOf, type Mismatch } from '@zhinan/engine';
import type { ScenarioFile } from '@zhinan/model';
import { t } from '../../language.ts';
import type { Word } from '../../words.ts';
import { titleOf } from '../machine.ts';
import { outcomeWord } from '../standing-panel.ts';
import { verdictWord } from '../verdict-word.ts';

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

/** A promise that did not hold, as a sentence: states, outcomes and verdicts by their titles. */
export function mismatchText(
  mismatch: Mismatch,
  environment: Environment,
  scenario: Pick<ScenarioFile, 'steps'>,
): string {
  const { step, what, name = '', expected, found } = mismatch;
  const where = step === undefined ? t('atTheEnd') : t('atStep', { step: step + 1 });
  const say = (text: string): string => inWords(text, mismatch, environment, scenario);
  return t('mismatch', { where, what: t(WHAT[what]), name, expected: say(expected), found: say(found) });
}

function inWords(
  text: string,
  { what, step, name }: Mismatch,
  environment: Environment,
  { steps = [] }: Pick<ScenarioFile, 'steps'>,
): string {
  if (what === 'outcome') return outcomeWord(text) ?? text;
  if (what === 'verdict') return verdictWord(text) ?? text;
  if (what !== 'state') return text;
  const at = step === undefined ? undefined : steps[step];
  const instance = at === undefined ? (name ?? 'case') : instanceOf(environment, at);
  const machine = addressOf(environment, instance)?.machine;
  if (machine === undefined) return text;
  const index = indexMachine(machine);
  const titles = text.split(', ').map((path) => (index.has(path) ? `“${titleOf(index, path)}”` : path));
  return titles.join('、');
}
