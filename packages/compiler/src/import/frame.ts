import type { HashedSentence } from '../trace/sentences.ts';
import { toBeWritten } from '../3-check/nothing-is-left-to-be-written.ts';
import type { ClauseDraft } from './clauses.ts';

/** What a guideline says of itself before its first heading and after its last. */
export interface Frame {
  readonly title: string;
  /** 文号. */
  readonly number?: string;
  readonly basis: readonly string[];
  readonly issuer: string;
  readonly calendarRegion?: 'xinjiang';
}

const documentNumber = /\p{Script=Han}{2,10}\[\d{4}\]\d+号/gu;
/** A number on a line of its own, or run together with the title above it. */
const ownNumber = /(?:.*(?:通知|指南|方案|办法|细则|\))|^\(?)(\p{Script=Han}{2,10}\[\d{4}\]\d+号)\)?$/u;
const kinds = /(?:申报)?指南|通知|方案|办法|细则|公告|规定/u;

/** Reads title, number, basis and issuer where the text has them in the usual places; what it lacks is to be written. */
export function frameOf(sentences: readonly HashedSentence[]): Frame {
  const opening = sentences.filter(({ path }) => path === '前言');
  const number = opening.map(({ text }) => ownNumber.exec(text)?.[1]).find((one) => one !== undefined);
  const numbers = opening.flatMap(({ text }) => text.match(documentNumber) ?? []);
  const basis = [...new Set(numbers)]
    .map((one) => one.replace(/^(?:和|及|与|根据|按照)/u, ''))
    .filter((one) => number === undefined || !one.endsWith(number));
  const whole = sentences.map(({ text }) => text).join('');
  return {
    title: titleOf(opening.map(({ text }) => text.replace(number ?? '', '').replace(/^\(\)$/u, ''))),
    ...(number === undefined ? {} : { number: printed(number) }),
    basis: basis.map(printed),
    issuer: issuerOf(sentences),
    ...(/新疆|兵团/u.test(whole) ? { calendarRegion: 'xinjiang' as const } : {}),
  };
}

/** A title may be broken over lines: read on until the word that says what kind of text it is. */
function titleOf(lines: readonly string[]): string {
  const joined = lines.slice(0, 4).join('');
  const end = kinds.exec(joined);
  if (end) {
    const title = joined.slice(0, end.index + end[0].length);
    const edition = /^\([^)]{1,16}\)/u.exec(joined.slice(title.length))?.[0] ?? '';
    if (title.length <= 80 && !/[。;]/u.test(title)) return printed(`${title}${edition}`);
  }
  const [first = ''] = lines;
  return first !== '' && first.length <= 40 ? printed(first) : `${toBeWritten}全称`;
}

function issuerOf(sentences: readonly HashedSentence[]): string {
  const tail = sentences.filter(({ path }) => path === '附件' || path === '落款' || path === '联系方式');
  for (const { text } of tail.toReversed()) {
    const found = /(?:^|表|书|\))(\p{Script=Han}{4,24}(?:厅|局|委员会|办公室|人民政府))(?:\d{4}年|$)/u.exec(
      text,
    )?.[1];
    if (found !== undefined && !/联系|地址/u.test(found)) return found;
  }
  return `${toBeWritten}发布机关`;
}

/** `normalise` folds marks to ASCII; in print they are Chinese ones. */
export function printed(text: string): string {
  let open = false;
  return text
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll('[', '〔')
    .replaceAll(']', '〕')
    .replaceAll('"', () => {
      open = !open;
      return open ? '“' : '”';
    });
}

/** Folder of each clause's programme. */
export interface Programs {
  readonly folders: ReadonlyMap<string, string>;
  /** Folder → title. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Sections that are named as a 项目 each are programmes of their own; otherwise the edition has one. */
export function programsOf(drafts: readonly ClauseDraft[], title: string): Programs {
  const parted = drafts.filter(({ headings }) => headings.length > 1);
  const sections = [...new Set(parted.flatMap(({ headings: [first] }) => first ?? []))].filter((heading) =>
    /(?:项目|计划|工程)$/u.test(heading),
  );
  if (sections.length < 2)
    return {
      folders: new Map(drafts.map(({ clause }) => [clause.id, 'program'])),
      titles: new Map([['program', title]]),
    };
  const folderOf = new Map(sections.map((section, index) => [section, `program-${index + 1}`]));
  const folders = drafts.flatMap(({ clause, headings: [first = ''] }) => {
    const folder = folderOf.get(first);
    return folder === undefined ? [] : [[clause.id, folder] as const];
  });
  return {
    folders: new Map(folders),
    titles: new Map([...folderOf].map(([section, folder]) => [folder, printed(section)])),
  };
}
