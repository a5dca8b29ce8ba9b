import { topics } from './change.ts';
import type { Applicant, Change, EditionDiff, Topic } from './change.ts';
import { sentence } from './fold.ts';
import { quoted } from './quoted.ts';

export const verdicts: Readonly<Record<Applicant['before'], string>> = {
  eligible: '符合',
  'needs-reason': '说明理由后可以申报',
  ineligible: '不符合',
  undecided: '尚不能判断',
};

/** Changes by topic, in the order a report is read; topics without any are left out. */
export function byTopic({
  changes,
}: EditionDiff): readonly { readonly title: string; readonly changes: readonly Change[] }[] {
  return (Object.keys(topics) as Topic[])
    .map((topic) => ({ title: topics[topic], changes: changes.filter((one) => one.topic === topic) }))
    .filter((group) => group.changes.length > 0);
}

/** `〔二.1c；新疆工匠〕` */
export function placeOf({ clauses, where }: Change): string {
  const parts = [...clauses, ...where];
  return parts.length > 0 ? `〔${parts.join('；')}〕` : '';
}

/** Who came in, who went out, whose verdict is another one for other reasons. */
export function groupsOf({
  applicants,
}: EditionDiff): readonly { readonly title: string; readonly applicants: readonly Applicant[] }[] {
  const allowed = new Set<Applicant['before']>(['eligible', 'needs-reason']);
  const came = applicants.filter(({ before, after }) => !allowed.has(before) && allowed.has(after));
  const went = applicants.filter(({ before, after }) => allowed.has(before) && after === 'ineligible');
  const other = applicants.filter((one) => !came.includes(one) && !went.includes(one));
  return [
    { title: '新符合条件的', applicants: came },
    { title: '不再符合条件的', applicants: went },
    { title: '结论有别的变化的', applicants: other },
  ].filter((group) => group.applicants.length > 0);
}

/** One applicant in sentences: what is special, the verdicts, the conditions that came out differently. */
export function applicantLines(one: Applicant): {
  readonly who: string;
  readonly verdict: string;
  readonly why: readonly string[];
} {
  const facts = one.facts.map(({ title, text }) => `${title}：${text ?? '没有填'}`).join('；');
  return {
    who: `${one.program}　举例：${one.scenario}${one.differs.length > 0 ? `，但${one.differs.join('，')}` : ''}`,
    verdict: `${verdicts[one.before]} → ${verdicts[one.after]}`,
    why: [
      ...one.rules.map(({ title, before, after }) => `${quoted(title)}${before} → ${after}`),
      ...(facts ? [`有关的回答：${facts}`] : []),
    ],
  };
}

/** What stands above the applicants: how many were tried, and how they were dated. */
export function triedWords({ tried, redated }: EditionDiff): string {
  const dated = redated === undefined ? '' : `；旧版情形里的日期先${redated}`;
  return `用两版的情形和边界上的变化试了 ${tried} 个申报人${dated}。`;
}

/** The report for a terminal or a mail: plain text in Chinese. */
export function diffText(diff: EditionDiff): string {
  const { from, to, changes } = diff;
  const lines = [`${from.shortTitle}（${from.id}） → ${to.shortTitle}（${to.id}）`];
  lines.push(changes.length === 0 ? '政策上没有变化。' : `政策变化 ${changes.length} 处`);
  let number = 0;
  for (const group of byTopic(diff)) {
    lines.push('', group.title);
    for (const change of group.changes) {
      number += 1;
      lines.push(`  ${number}. ${sentence(change)} ${placeOf(change)}`.trimEnd());
      for (const detail of change.details) lines.push(`     · ${detail}`);
    }
  }
  if (diff.tried > 0) lines.push('', '谁的结论变了', `  ${triedWords(diff)}`);
  if (diff.tried > 0 && diff.applicants.length === 0) lines.push('  没有人的结论改变。');
  for (const group of groupsOf(diff)) {
    lines.push(`  ${group.title}`);
    for (const one of group.applicants) {
      const { who, verdict, why } = applicantLines(one);
      lines.push(`    - ${who}`, `      ${verdict}`, ...why.map((reason) => `      ${reason}`));
    }
  }
  return `${lines.join('\n')}\n`;
}
