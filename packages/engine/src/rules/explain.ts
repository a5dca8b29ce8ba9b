import type {
  AmountOutcome,
  CompiledRules,
  FactView,
  Language,
  RuleOutcome,
  RuleVerdict,
} from '@zhinan/model';
import type { ProgramSpec } from './specs.ts';

type Words = Readonly<Record<RuleVerdict, string>> & {
  readonly clause: (ids: readonly string[]) => string;
  readonly own: (answers: readonly string[]) => string;
  readonly relaxed: string;
  readonly could: string;
  readonly missing: (titles: readonly string[]) => string;
  readonly money: (amount: number, unit: '元' | '分') => string;
  readonly between: (from: string, to: string) => string;
  readonly from: (amount: string) => string;
  readonly capped: (limit: string, clause: string, before: string) => string;
  readonly maybe: (limit: string, clause: string) => string;
  readonly required: string;
  readonly comma: string;
  readonly colon: string;
  readonly stop: string;
  readonly and: string;
};

const comma = (amount: number) => amount.toLocaleString('en-US', { maximumFractionDigits: 2 });
const yuan = (amount: number, unit: '元' | '分') => (unit === '分' ? amount / 100 : amount);

const zh: Words = {
  pass: '符合',
  relaxed: '适用放宽：',
  'needs-reason': '需说明（条款用语“原则上”，可报审）',
  fail: '不符合',
  unknown: '还需要填写',
  'not-applicable': '不适用',
  clause: (ids) => (ids.length ? `（指南${ids.join('、')}）` : ''),
  own: (answers) => `您填写：${answers.join('；')}。`,
  could: '可放宽情形：',
  missing: (titles) => `还需要填写：${titles.join('、')}。`,
  money: (amount, unit) => {
    const value = yuan(amount, unit);
    return value < 10_000 ? `${comma(value)} 元` : `${comma(value)} 元（${value / 10_000} 万元）`;
  },
  between: (from, to) => `在 ${from}至 ${to}之间`,
  from: (amount) => `不少于 ${amount}`,
  capped: (limit, clause, before) => `。已按上限 ${limit}计${clause}${before && `，未封顶为 ${before}`}`,
  maybe: (limit, clause) => `。上限 ${limit}${clause}`,
  required: '要求：',
  comma: '、',
  colon: '：',
  stop: '。',
  and: '；',
};

const en: Words = {
  pass: 'Meets',
  relaxed: 'Relaxation applied: ',
  'needs-reason': 'Needs a reason (the clause says “in principle”; may be submitted)',
  fail: 'Does not meet',
  unknown: 'Still to be answered',
  'not-applicable': 'Does not apply',
  clause: (ids) => (ids.length ? ` (guideline ${ids.join(', ')})` : ''),
  own: (answers) => ` Your answer: ${answers.join('; ')}.`,
  could: ' Could be relaxed: ',
  missing: (titles) => ` Still to be answered: ${titles.join(', ')}.`,
  money: (amount, unit) => `CNY ${comma(yuan(amount, unit))}`,
  between: (from, to) => `between ${from} and ${to}`,
  from: (amount) => `at least ${amount}`,
  capped: (limit, clause, before) => `. Capped at ${limit}${clause}${before && `, ${before} before the cap`}`,
  maybe: (limit, clause) => `. Cap: ${limit}${clause}`,
  required: ' Required: ',
  comma: ', ',
  colon: ': ',
  stop: '.',
  and: '; ',
};

/** Titles of missing answers; the same question in many rows of a list is named once. */
export function titlesOf(missing: readonly FactView[]): string[] {
  const questions = missing.map(({ title }) => title.replace(/第\d+项(?=·)/, ''));
  const times = (question: string) => questions.filter((other) => other === question).length;
  const titles = missing.map(({ title }, index) => {
    const question = questions[index] ?? title;
    return times(question) > 2 ? `${question}（${times(question)} 项）` : title;
  });
  return [...new Set(titles)];
}

function rule(outcome: RuleOutcome, spec: ProgramSpec, words: Words): string {
  const { verdict, missing, relaxedBy } = outcome;
  const written = spec.rules.find((one) => one.id === outcome.id);
  const failed = verdict === 'fail' || verdict === 'needs-reason';
  const requirement = (failed && written?.message) || (written?.says ?? outcome.title);
  const named = (relaxation: { readonly title: string; readonly clauses: readonly string[] }) =>
    relaxation.title + words.clause(relaxation.clauses);
  const answers = outcome.own.map(({ title, text = '' }) =>
    outcome.own.length === 1 && !/^-?[\d.]+($|%| )/.test(text) ? text : `${title} ${text}`,
  );
  const titles = titlesOf(missing);
  return [
    verdict === 'relaxed' ? words.pass : words[verdict],
    titles.length ? `${words.colon}${titles.join(words.comma)}${words.stop}${words.required}` : words.colon,
    requirement.replace(/[。.]$/, ''),
    words.clause(outcome.clauses),
    words.stop,
    verdict !== 'not-applicable' && answers.length ? words.own(answers) : '',
    relaxedBy ? `${words.own === en.own ? ' ' : ''}${words.relaxed}${named(relaxedBy)}${words.stop}` : '',
    outcome.couldRelax.length
      ? `${words.could}${outcome.couldRelax.map(named).join(words.and)}${words.stop}`
      : '',
  ].join('');
}

function amount(outcome: AmountOutcome, words: Words): string {
  const { min, max, cap, unit } = outcome;
  const money = (value: number) => words.money(value, unit);
  const clause = words.clause(outcome.clauses);
  const value =
    max === null ? words.from(money(min)) : min === max ? money(min) : words.between(money(min), money(max));
  const before = outcome.uncapped === undefined ? '' : money(outcome.uncapped);
  const limit =
    cap?.applied === true
      ? words.capped(money(cap.limit), clause, before)
      : cap
        ? words.maybe(money(cap.limit), clause)
        : clause;
  const titles = titlesOf(outcome.missing);
  return `${outcome.title}${words.colon}${value}${limit}${words.stop}${titles.length ? words.missing(titles) : ''}`;
}

/** Renders an outcome as one or more plain sentences, from the outcome and the rule's own words only. */
export const explainWith =
  (spec: ProgramSpec): CompiledRules['explain'] =>
  (outcome: RuleOutcome | AmountOutcome, language: Language = 'zh-CN') => {
    const words = language === 'en' ? en : zh;
    return 'verdict' in outcome ? rule(outcome, spec, words) : amount(outcome, words);
  };
