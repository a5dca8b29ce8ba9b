import type { Clause } from '@zhinan/model';
import { toBeWritten } from '../3-check/nothing-is-left-to-be-written.ts';
import { isUnder } from '../trace/clause-home.ts';
import type { HashedSentence } from '../trace/sentences.ts';
import type { Fact } from './fact.ts';
import { attachmentsIn, documentsIn } from './facts/documents.ts';
import { datesIn, yearIn } from './facts/dates.ts';
import { measuresIn } from './facts/measures.ts';
import { modalityOf, modalsIn } from './facts/modality.ts';
import { rolesIn } from './facts/roles.ts';
import { kindOf } from './kind.ts';

/** A clause as the text suggests it: where it stands and what was found in it, its words not kept. */
export interface ClauseDraft {
  readonly clause: Clause;
  /** Line of its first sentence in the source, from 1. */
  readonly line: number;
  /** Headings it stands under, innermost last. */
  readonly headings: readonly string[];
  readonly facts: readonly Fact[];
}

const narrative: Readonly<Record<string, string>> = {
  前言: '开篇：名称、依据和部署，不产生字段或步骤',
  联系方式: '联系单位；个人姓名和电话不收',
  落款: '印发机关和日期',
};

/**
 * One clause for each sentence of the body, ids as the existing editions write them: `三(二)` where the heading holds one
 * sentence, `三(二).a`, `三(二).b` where it holds several, `三.0` for what is said before the points of a heading.
 * Preamble, contacts, attachments and signature are one clause each.
 */
export function clausesOf(sentences: readonly HashedSentence[], text: string): readonly ClauseDraft[] {
  const lineAt = lineFinder(text);
  const paths = [...new Set(sentences.map(({ path }) => path))];
  const titles = new Map(sentences.filter(({ heading }) => heading).map((one) => [one.path, one.text]));
  const headed = paths.some((path) => !isSection(path));
  let year = yearIn(sentences.map((one) => one.text).join(''));
  const drafts: ClauseDraft[] = [];
  const waiting: HashedSentence[] = [];

  for (const path of paths) {
    const here = sentences.filter((one) => one.path === path);
    const whole = isSection(path) && (headed || path !== '前言');
    const own = here.filter(({ heading }) => !heading);
    waiting.push(...here.filter(({ heading }) => heading));
    const groups = whole ? [own] : own.map((one) => [one]);
    const below = paths.some((other) => other !== path && isUnder(other, path));
    groups.forEach((group, index) => {
      const [first] = group;
      if (!first) return;
      const id = whole ? path : idOf(headed ? path : '正文', index, own.length, below);
      const facts = group.flatMap((sentence) => {
        const found = factsIn(sentence, path, year);
        year = yearIn(sentence.text) ?? year;
        return found;
      });
      // A heading goes with the first clause under it, so that a renamed heading is noticed.
      const headings = waiting.splice(0);
      const kind = whole ? sectionKind(path) : kindOf(first.text, headingsOf(path, titles), facts);
      const line = lineAt(first.start);
      // Numbered as `zhinan trace --source` prints them.
      const summary = `${toBeWritten}原文第 ${first.number} 句，第 ${line} 行${whole ? '起' : ''}`;
      const note = narrative[whole ? path : ''];
      const clause: Clause = {
        id,
        kind,
        modality: modalityOf(facts, kind),
        summary,
        hashes: [...headings, ...group].map((one) => (one.repeated ? one.placedHash : one.hash)),
        ...(note === undefined ? {} : { account: 'narrative', note }),
      };
      drafts.push({ clause, line, headings: headingsOf(path, titles), facts });
    });
  }
  const [last] = drafts.slice(-1);
  if (last && waiting.length > 0)
    drafts[drafts.length - 1] = {
      ...last,
      clause: { ...last.clause, hashes: [...(last.clause.hashes ?? []), ...waiting.map(({ hash }) => hash)] },
    };
  return drafts;
}

/** `.a` … `.z`, `.aa`: what stands under one heading, in order. */
function idOf(path: string, index: number, count: number, below: boolean): string {
  if (count === 1) return below ? `${path}.0` : path;
  const letter = String.fromCodePoint(97 + (index % 26));
  return `${path}.${index < 26 ? '' : String.fromCodePoint(96 + Math.floor(index / 26))}${letter}`;
}

const isSection = (path: string): boolean => /^(?:前言|联系方式|附件|落款)$/u.test(path);
const sectionKind = (path: string): string => (path === '附件' ? 'document' : 'narrative');

function headingsOf(path: string, titles: ReadonlyMap<string, string>): readonly string[] {
  return [...titles].filter(([other]) => other === path || isUnder(path, other)).map(([, title]) => title);
}

function factsIn({ text }: HashedSentence, path: string, year: number | undefined): readonly Fact[] {
  // Of a contact section nothing is read at all.
  if (path === '联系方式') return [];
  if (path === '附件') return attachmentsIn(text);
  const plain = blanked(text);
  const dates = datesIn(plain, year);
  const rest = dates.reduce((left, { start, found }) => blank(left, start, found.length), plain);
  return [...dates, ...measuresIn(rest), ...rolesIn(text), ...documentsIn(text), ...modalsIn(text)];
}

/** Titles in 《》, document numbers, addresses and nicknames such as “2+5” hold figures that are none. */
function blanked(text: string): string {
  const none = [
    /《[^》]*》/gu,
    /\p{Script=Han}{1,10}\[\d{4}\]\d+号/gu,
    /(?:https?:\/\/|www\.)[\w./#?=&%-]+/gu,
    /"[^"]{0,10}\d[^"]{0,10}"/gu,
    /附件\d{1,2}(?:-\d{1,2})?/gu,
  ];
  return none.reduce((left, pattern) => left.replaceAll(pattern, (found) => '□'.repeat(found.length)), text);
}

function blank(text: string, start: number, length: number): string {
  return text.slice(0, start) + '□'.repeat(length) + text.slice(start + length);
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/gu)) starts.push(index + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
