import type { Doubt, Fact } from '../fact.ts';

const digits = '〇一二三四五六七八九';
const figures = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月(?:份)?(?:(\d{1,2})日|(底|末|上旬|中旬|下旬))?|年?(底))`;
const clock = String.raw`(?:(上午|下午|晚上?)?(\d{1,2})(?::(\d{2})|[时点](?:(\d{1,2})分|整)?))?`;
const edges = '(之前|以前|前|截止|止|之后|以后|后|开始|起)?';
const pattern = new RegExp(`${figures}${clock}${edges}`, 'gu');
const relative =
  /自[^,。;]{2,12}之日起|(?:次年|当年|明年|今年|每年)(?:\d{1,2}月(?:\d{1,2}日|底)?|年底)?(?:前)/gu;

/** What a date is the end (or beginning) of, by the words just before it. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/网上(?:申报|填报|报名)/u, '网上申报'],
  [/纸质/u, '纸质材料报送'],
  [/评审结果/u, '评审结果报送'],
  [/名单/u, '名单报送'],
  [/推荐报告|推荐材料/u, '推荐报告报送'],
  [/签字盖章|扫描/u, '签章页上传'],
  [/个人|申报人/u, '个人提交'],
  [/公示/u, '公示'],
  [/复审|审核|初审/u, '审核'],
  [/申报|报名|受理|申请/u, '申报'],
  [/提交|上报|报送|报/u, '报送'],
];

/** Dates with their hours, ranges, months' ends and periods that hang on another day. Written-out dates included. */
export function datesIn(sentence: string, assumedYear: number | undefined): readonly Fact[] {
  const text = withFigures(sentence);
  const facts: Fact[] = [];
  let year = assumedYear;
  for (const match of text.matchAll(pattern)) {
    const [found, y, month, day, part, yearEnd, half, hour, minute, minute2, edge] = match;
    const start = match.index;
    const end = start + found.length;
    if (yearEnd === undefined && day === undefined && part === undefined && y === undefined) continue;
    if (yearEnd !== undefined && y === undefined) continue;
    const doubts: Doubt[] = [];
    if (y === undefined) doubts.push('no-year');
    else year = Number(y);
    // “3年2月” is a duration, “20252月” no date at all.
    if (/[\d.第]$/u.test(text.slice(0, start))) continue;
    const date = year === undefined ? undefined : lastDay(year, month, day, part, yearEnd);
    if (date !== undefined && !exists(date)) doubts.push('no-such-date');
    if (day === undefined) doubts.push('no-day');
    if (text !== sentence && !sentence.includes(found)) doubts.push('written-out');
    const born = /^(?:[(（].{0,3}[)）])?出生/u.test(text.slice(end));
    const valid = date !== undefined && exists(date);
    if (born && date !== undefined && valid) {
      facts.push({
        kind: 'birth-date',
        found: `${found}出生`,
        start,
        date,
        side: /前/u.test(edge ?? '') ? 'until' : 'from',
        doubts,
      });
      continue;
    }
    const [next, previous] = [text.slice(end), text.slice(0, start)];
    const opens = /^(?:-|至|到|~)(?:\d{4}年)?\d{1,2}(?:月|日)/u.test(next);
    const closes = /(?:日|\d|起)(?:-|至|到|~)$/u.test(previous);
    const side = opens || /起|开始|后/u.test(edge ?? '') ? 'from' : 'until';
    const cued = closes || opens || edge !== undefined || /截[止至][^,。;]{0,8}$/u.test(previous);
    const time = hour === undefined ? undefined : timeOf(half, hour, minute ?? minute2);
    if (time === undefined) doubts.push('no-hour');
    facts.push({
      kind: 'date',
      found,
      start,
      ...(valid ? { date } : {}),
      ...(time === undefined ? {} : { time }),
      edge: cued ? side : 'on',
      title: `${subjectOf(previous)}${cued ? (side === 'from' ? '开始' : '截止') : ''}`,
      doubts,
    });
  }
  for (const match of text.matchAll(relative)) {
    const [found] = match;
    facts.push({
      kind: 'date',
      found,
      start: match.index,
      edge: found.endsWith('起') ? 'from' : 'until',
      title: `${found}${found.endsWith('起') ? '' : '截止'}`,
      doubts: ['relative'],
    });
  }
  return facts;
}

/** The year a text speaks of: the last one a date or an edition (2025年度) names in it. */
export function yearIn(text: string): number | undefined {
  const year = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].at(-1)?.[1];
  return year === undefined ? undefined : Number(year);
}

function subjectOf(previous: string): string {
  // The nearest words decide: 名单…于, 提交截止时间.
  const near = previous.split(/[。;]/u).at(-1)?.slice(-24) ?? '';
  for (const size of [10, 24]) {
    const subject = subjects.find(([words]) => words.test(near.slice(-size)))?.[1];
    if (subject !== undefined) return subject;
  }
  return '';
}

/** 二〇二六年十月八日 in figures, padded to the same length so that offsets stay. */
function withFigures(text: string): string {
  return text
    .replaceAll(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((one) => String(digits.indexOf(/[○零]/u.test(one) ? '〇' : one))).join(''),
    )
    .replaceAll(
      /(?<=\d{4}年)[一二三四五六七八九十]{1,2}(?=月)|(?<=月)[一二三四五六七八九十]{1,3}(?=日)/gu,
      (part) =>
        // Leading zeros keep the length: 十月 → 10月 grows, 十 alone cannot; offsets inside one sentence may move by one.
        String(spoken(part)).padStart(part.length, '0'),
    );
}

function spoken(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const of = (one: string | undefined) => (one ? digits.indexOf(one) : 0);
  return text.includes('十') ? (tens ? of(tens) : 1) * 10 + of(ones) : of(ones);
}

function lastDay(year: number, month?: string, day?: string, part?: string, yearEnd?: string): string {
  const m = yearEnd === undefined ? Number(month) : 12;
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
  const d = day === undefined ? ({ 上旬: 10, 中旬: 20 }[part ?? ''] ?? last) : Number(day);
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function timeOf(half: string | undefined, hour: string, minute: string | undefined): string | undefined {
  const h = Number(hour) + (half !== undefined && half !== '上午' && Number(hour) < 12 ? 12 : 0);
  const m = Number(minute ?? 0);
  if (h > 24 || m > 59) return undefined;
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}
