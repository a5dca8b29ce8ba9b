import { sha256 } from '../4-lower/canonical.ts';
import { isUnder } from './clause-home.ts';
import { keyOf, markAt, pathWith } from './headings.ts';
import type { HeadingMark, HeadingPath } from './headings.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { normalise } from './normalise.ts';
import { withoutPersonalData } from './personal.ts';

/** One sentence of an official text: up to 。！？ or a ； outside brackets, or a heading, title or label line. */
export interface Sentence {
  /** From 1, in the order of the text. */
  readonly number: number;
  /**
   * As {@link normalise} leaves it, heading mark excluded: renumbering does not change a sentence.
   * Names and numbers of contacts are replaced by （略）, so that neither a report nor a hash gives them away.
   */
  readonly text: string;
  /** How many names and numbers were replaced. */
  readonly dropped: number;
  /** Headings it stands under as clause ids write them: `三(二)1`; `前言`, `联系方式` or `附件` outside of them. */
  readonly path: string;
  readonly heading: boolean;
  /** UTF-16 range in the source, heading mark excluded. */
  readonly start: number;
  readonly end: number;
}

/** A sentence with its sha256. A sentence that stands more than once is told apart by its path. */
export interface HashedSentence extends Sentence {
  readonly hash: string;
  /** sha256 of path and text: matches where a text that was repeated no longer is. */
  readonly placedHash: string;
  readonly repeated: boolean;
}

/** Longest heading without punctuation inside; what is longer is a sentence of the body. */
const longestHeading = 40;
const contact =
  /^(?:联\s*系\s*(?:人|方式|电话)|咨询电话|电子邮箱|邮\s*箱|传\s*真|地\s*址|邮\s*编)[^。；]{0,16}[:：]/u;
const attachment = /^附\s*(?:件|表|录)\s*[0-9０-９]{0,2}\s*(?:[:：]|$)/u;
const label = /^[^，,。；;:：（(]{1,24}(?:[（(][^）)]{1,12}[）)])?[:：]/u;
const dateline = /^[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日$/u;

interface Pending {
  readonly mark?: HeadingMark;
  readonly path: string;
  readonly start: number;
  text: string;
  end: number;
  depth: number;
}

/** Splits an official text. Neither line breaks inside a paragraph nor page marks make a difference. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let path: HeadingPath = [];
  let section: string | undefined = '前言';
  let pending: Pending | undefined;

  const close = (heading = false) => {
    const normal = pending ? normalise(pending.text) : '';
    if (pending && normal !== '')
      sentences.push({
        number: sentences.length + 1,
        text: normal,
        dropped: 0,
        path: pending.path,
        heading,
        start: pending.start,
        end: pending.end,
      });
    pending = undefined;
  };
  const feed = (line: string, start: number, mark?: HeadingMark) => {
    const before = sentences.length;
    let index = 0;
    for (const character of line) {
      const at = start + index;
      index += character.length;
      const last = sentences.at(-1);
      // A closing bracket or quote after the full stop belongs to the sentence that has just ended.
      if (!pending && last && /[）)”’」』》】]/u.test(character)) {
        sentences[sentences.length - 1] = {
          ...last,
          text: normalise(`${text.slice(last.start, last.end)}${character}`),
          end: at + character.length,
        };
        continue;
      }
      if (!pending && /\s/u.test(character)) continue;
      pending ??= {
        ...(mark && sentences.length === before ? { mark } : {}),
        path: section ?? keyOf(path),
        start: at,
        text: '',
        end: at,
        depth: 0,
      };
      pending.text += character;
      pending.end = at + character.length;
      if (/[（(]/u.test(character)) pending.depth += 1;
      if (/[）)]/u.test(character)) pending.depth = Math.max(0, pending.depth - 1);
      if (/[。！？]/u.test(character) || (/[；;]/u.test(character) && pending.depth === 0))
        close(pending.mark !== undefined && isTitle(pending.text.slice(0, -1)));
    }
  };

  for (const line of linesOf(text)) {
    const found = headingIn(line, pending, path, section);
    const contacts = contact.test(line.text);
    const attachments = attachment.test(line.text);
    const tail = section !== undefined && section !== '前言';
    if (pending && ends(pending, line, found !== undefined, tail)) {
      const mark = pending.mark;
      close(mark !== undefined && isHeading(pending.text, longestHeading));
    }
    if (found) {
      path = found.path;
      section = undefined;
      feed(line.text.slice(found.mark.length), line.start + found.mark.length, found.mark);
      continue;
    }
    if (!pending && (path.length > 0 || section !== '前言')) {
      if (contacts || (label.test(line.text) && tail)) section = attachments ? '附件' : '联系方式';
      else if (attachments) section = '附件';
      else if (dateline.test(line.text)) section = '落款';
    }
    feed(line.text, line.start);
  }
  if (pending) close(false);
  // A heading with nothing under it says what it says itself.
  return sentences.map((sentence, index) => {
    const below = sentences[index + 1]?.path ?? '';
    const title = below === sentence.path || isUnder(below, sentence.path);
    return { ...sentence, heading: sentence.heading && title, ...withoutPersonalData(sentence.text) };
  });
}

function headingIn(
  line: Line,
  pending: Pending | undefined,
  path: HeadingPath,
  section: string | undefined,
): { readonly mark: HeadingMark; readonly path: HeadingPath } | undefined {
  const mark = markAt(line.text);
  if (!mark) return undefined;
  const paragraph = line.before === 'blank' || line.before === 'indent';
  const announced = mark.value === 1 && pending !== undefined && /[:：]$/u.test(pending.text);
  const settled =
    !pending || announced || (pending.mark !== undefined && isHeading(pending.text, longestHeading));
  // Inside a list of attachments only a section of the text itself is a heading again.
  if (section !== undefined && section !== '前言' && mark.style !== 'counted') return undefined;
  if (!settled && !paragraph) return undefined;
  const next = pathWith(path, mark, paragraph && settled);
  return next && { mark, path: next };
}

/** Whether a line break ends what has no final punctuation: a heading, a title, a label. Otherwise the sentence goes on. */
function ends(pending: Pending, line: Line, heading: boolean, tail: boolean): boolean {
  if (heading) return true;
  if (line.before === 'line')
    return tail && [contact, attachment, dateline].some((begins) => begins.test(line.text));
  const short = isHeading(pending.text, longestHeading);
  if (line.before === 'page') return pending.mark?.style === 'counted' && short;
  if (pending.mark && short) return true;
  if (/[:：]$/u.test(pending.text)) return true;
  if (pending.path === '前言' && short) return true;
  return (
    contact.test(line.text) ||
    attachment.test(line.text) ||
    dateline.test(line.text) ||
    (tail && label.test(line.text))
  );
}

function isHeading(text: string, longest: number): boolean {
  return text.length <= longest && !/[，,。；;:：]/u.test(text);
}

/** A heading on the line of its paragraph: 个人申报。 A figure or a “must not” in it makes it a provision. */
function isTitle(text: string): boolean {
  return isHeading(text, 16) && !/[0-9０-９]|不得|不予|应当|必须/u.test(text);
}

/** {@link sentencesOf} with the hashes that clauses keep. */
export async function hashedSentences(text: string): Promise<readonly HashedSentence[]> {
  const sentences = sentencesOf(text);
  const times = new Map<string, number>();
  for (const sentence of sentences) times.set(sentence.text, (times.get(sentence.text) ?? 0) + 1);
  return Promise.all(
    sentences.map(async (sentence) => ({
      ...sentence,
      hash: await sha256(sentence.text),
      placedHash: await sha256(`${sentence.path}\n${sentence.text}`),
      repeated: (times.get(sentence.text) ?? 0) > 1,
    })),
  );
}
