import type {
  AmountOutcome,
  CompiledRules,
  EntryView,
  FactView,
  Language,
  RuleOutcome,
  RuleVerdict,
  TableHit,
} from '@zhinan/model';
import type { Words as Titles } from './specs.ts';

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
  readonly titled: (title: string, requirement: string | undefined) => string;
  readonly entries: (entries: readonly EntryView[], say: (entry: EntryView) => string) => string;
  readonly reading: (title: string) => string;
  readonly row: (hit: TableHit, clause: string) => string;
  readonly replaced: (title: string) => string;
  readonly received: (before: string) => string;
  readonly parts: (parts: readonly string[]) => string;
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
  titled: (title, requirement) => (requirement ? `${title}（要求：${requirement}）` : title),
  entries: (entries, say) => `不符合的是：${entries.map(say).join('；')}。`,
  reading: (title) => `口径：${title}。`,
  row: ({ title, rows, fault }, clause) =>
    fault === 'overlap'
      ? `“${title}”第${rows.join('、')}行同时符合而结果不同，定不下来。`
      : fault
        ? `“${title}”没有符合的行，定不下来。`
        : rows.length
          ? `按“${title}”第${rows.join('、')}行${clause}。`
          : '',
  replaced: (title) => `与“${title}”不重复享受，按较高的计。`,
  received: (before) => `已扣除其他渠道领取的部分，扣除前为 ${before}。`,
  parts: (parts) => `分期：${parts.join('、')}。`,
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
  titled: (title) => `“${title}”`,
  entries: (entries, say) => ` Not met by: ${entries.map(say).join('; ')}.`,
  reading: (title) => ` Reading used: “${title}”.`,
  row: ({ title, rows, fault }, clause) =>
    fault === 'overlap'
      ? ` Rows ${rows.join(', ')} of table “${title}” contradict each other: undecided.`
      : fault
        ? ` No row of table “${title}” matches: undecided.`
        : rows.length
          ? ` By row ${rows.join(', ')} of table “${title}”${clause}.`
          : '',
  replaced: (title) => ` Not paid together with “${title}”; the higher one counts.`,
  received: (before) => ` What was received elsewhere is taken off ${before}.`,
  parts: (parts) => ` Instalments: ${parts.join(', ')}.`,
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

const bare = (sentence: string) => sentence.replace(/[。.]$/, '');

/** One answer: of a single question the answer alone, a bare figure always with its title. */
const answered = (own: readonly FactView[]) =>
  own.map(({ title, text = '' }) =>
    own.length === 1 && !/^-?[\d.]+($|%| )/.test(text) ? text : `${title} ${text}`,
  );

function rule(outcome: RuleOutcome, titles: Titles, words: Words): string {
  const { verdict, relaxedBy, entries = [], tables = [], interpretation } = outcome;
  const [, says, message] = titles.parts[`rule ${outcome.id}`] ?? [];
  const english = words === en;
  const failed = verdict === 'fail' || verdict === 'needs-reason';
  const missing = titlesOf(outcome.missing);
  const plainly = says || (failed || missing.length ? message : undefined);
  // What must be is written in Chinese only; a title can stand in an English sentence.
  const requirement =
    english || !plainly ? words.titled(outcome.title, message ? bare(message) : undefined) : plainly;
  const named = (relaxation: { readonly title: string; readonly clauses: readonly string[] }) =>
    (english ? `“${relaxation.title}”` : relaxation.title) + words.clause(relaxation.clauses);
  const answers = answered(outcome.own);
  const reading = interpretation === undefined ? undefined : titles.readings?.[interpretation];
  return [
    verdict === 'relaxed' ? words.pass : words[verdict],
    missing.length ? `${words.colon}${missing.join(words.comma)}${words.stop}${words.required}` : words.colon,
    bare(requirement),
    words.clause(outcome.clauses),
    words.stop,
    verdict !== 'not-applicable' && answers.length && !entries.length ? words.own(answers) : '',
    entries.length
      ? words.entries(entries, ({ title, own }) =>
          `${title}（${answered(own).join(words.comma)}）`.replace('（）', ''),
        )
      : '',
    ...tables.map((hit) => words.row(hit, words.clause(hit.clauses))),
    relaxedBy ? `${english ? ' ' : ''}${words.relaxed}${named(relaxedBy)}${words.stop}` : '',
    outcome.couldRelax.length
      ? `${words.could}${outcome.couldRelax.map(named).join(words.and)}${words.stop}`
      : '',
    reading === undefined ? '' : words.reading(reading),
  ].join('');
}

function amount(outcome: AmountOutcome, titles: Titles, words: Words): string {
  const { cap, unit, own, replacedBy, instalments = [], tables = [] } = outcome;
  const money = (value: number) => words.money(value, unit);
  const range = ({ min, max }: { readonly min: number; readonly max: number | null }) =>
    max === null ? words.from(money(min)) : min === max ? money(min) : words.between(money(min), money(max));
  const clause = words.clause(outcome.clauses);
  const before = outcome.uncapped === undefined ? '' : money(outcome.uncapped);
  const limit =
    cap?.applied === true
      ? words.capped(money(cap.limit), clause, before)
      : cap
        ? words.maybe(money(cap.limit), clause)
        : clause;
  const missing = titlesOf(outcome.missing);
  const rival =
    replacedBy === undefined ? undefined : (titles.parts[`amount ${replacedBy}`]?.[0] ?? replacedBy);
  const less = own && rival === undefined && own.max !== null && own.max > (outcome.max ?? own.max);
  return [
    words === en ? `“${outcome.title}”` : outcome.title,
    words.colon,
    range(outcome),
    limit,
    words.stop,
    rival === undefined ? '' : words.replaced(rival),
    less ? words.received(range(own)) : '',
    ...tables.map((hit) => words.row(hit, words.clause(hit.clauses))),
    instalments.length && outcome.max !== 0
      ? words.parts(instalments.map((part) => `${part.title} ${range(part)}`))
      : '',
    missing.length ? words.missing(missing) : '',
  ].join('');
}

/** Renders an outcome as one or more plain sentences, from the outcome and the rule's own words only. */
export const explainWith =
  (titles: Titles): CompiledRules['explain'] =>
  (outcome: RuleOutcome | AmountOutcome, language: Language = 'zh-CN') => {
    const words = language === 'en' ? en : zh;
    return 'verdict' in outcome ? rule(outcome, titles, words) : amount(outcome, titles, words);
  };
