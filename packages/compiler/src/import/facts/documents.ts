import type { Fact } from '../fact.ts';

/** Papers by the last words of their name. */
const papers: readonly (readonly [id: string, words: RegExp])[] = [
  ['summary-sheet', /(?:汇总表|信息表|名册)$/u],
  ['application-form', /(?:申报表|申报书|申请表|申请书)$/u],
  ['pledge', /承诺书$/u],
  ['task-contract', /任务书$/u],
  ['recommendation-report', /推荐报告$/u],
  ['agreement', /(?:协议|合同)$/u],
  ['plan-table', /计划表$/u],
  ['selection-notice', /入选通知$/u],
  ['name-list', /名单$/u],
];
const named = /《([^》]{2,50})》(?:\(附件(\d{1,2}(?:-\d{1,2})?)\))?/gu;
const spoken =
  /(?:项目)?(?:申报表|申报书|汇总表|诚信承诺书|承诺书|任务书|推荐报告|意向协议|入选通知|帮扶协议|研修协议)/gu;
const mention = /附件(\d{1,2}(?:-\d{1,2})?)/gu;

export function paperId(title: string): string | undefined {
  return papers.find(([, words]) => words.test(title))?.[0];
}

/** Papers a sentence speaks of: titles in 《》 that are papers, usual papers by their name, numbered attachments. */
export function documentsIn(text: string): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (start: number, found: string, title: string, id: string, attachment?: string) => {
    if (facts.some((one) => one.kind === 'document' && one.title.endsWith(title))) return;
    const doubts = ['who-fills-in' as const];
    facts.push({ kind: 'document', found, start, title, id, doubts, ...(attachment ? { attachment } : {}) });
  };
  for (const match of text.matchAll(named)) {
    const [found, title = '', number] = match;
    const id = paperId(title);
    if (id !== undefined || number !== undefined) add(match.index, found, title, id ?? 'document', number);
  }
  const rest = text.replaceAll(named, (title) => '□'.repeat(title.length));
  for (const match of rest.matchAll(spoken))
    add(match.index, match[0], match[0], paperId(match[0]) ?? 'document');
  for (const match of rest.matchAll(mention)) {
    const number = match[1] ?? '';
    if (!facts.some((one) => one.kind === 'document' && one.attachment === number))
      add(match.index, match[0], match[0], 'document', number);
  }
  return facts;
}

/** The list of attachments at the end: 附件：1．申报表 2．汇总表. */
export function attachmentsIn(text: string): readonly Fact[] {
  const facts: Fact[] = [];
  // “附件2” on a line of its own and the year its title begins with are printed as one: 附件22023年….
  const list = text.replace(/^附件(\d{1,2}?)(?=\d{4}年|\D|$)/u, (_, number: string) => `附件${number}.`);
  const items = [...list.matchAll(/(?<!\d)(?:附件)?(\d{1,2}(?:-\d{1,2})?)[.、:](?!\d{1,2}\D)/gu)];
  items.forEach((item, index) => {
    const title = list
      .slice(item.index + item[0].length, items[index + 1]?.index)
      .replace(/^[:.、]+|[;,。]+$/gu, '')
      // The issuer's name may follow the last one without a break.
      .replace(/(?<=[表书单])\p{Script=Han}{4,24}(?:厅|局|委员会|办公室|人民政府)$/u, '')
      .slice(0, 60);
    if (!/\p{Script=Han}{2}/u.test(title)) return;
    facts.push({
      kind: 'document',
      found: `附件${item[1] ?? ''}`,
      start: item.index,
      title,
      id: paperId(title) ?? 'document',
      attachment: item[1] ?? '',
      doubts: ['who-fills-in'],
    });
  });
  return facts;
}
