import { fieldAt, said, type Field } from './label.ts';
import type { Finding } from './finding.ts';
import type { Path } from './shape.ts';
import { subject, type SubjectWords } from './subject.ts';

/** One finding with all that its sentence may mention. */
export interface Told extends Finding {
  /** The field in words, e.g. 第 2 名徒弟的「目标等级」. */
  readonly subject: string;
  readonly field: Field;
  /** `limit` of the keyword, else 0. */
  readonly limit: number;
  readonly inFile: boolean;
  readonly name: (path: Path) => string;
}

/** How one language tells what is wrong. */
export interface IssueWords {
  readonly subject: SubjectWords;
  readonly sentence: (told: Told) => string;
}

/** Puts a finding into the words of one language, without the sentence. */
export function tell(finding: Finding, root: Field, words: SubjectWords): Told {
  let field = root;
  let inFile = false;
  const steps: (string | number)[] = [];
  for (const step of finding.path) {
    inFile ||= said(field, 'k') === 'f';
    field = fieldAt(field, step);
    // Inside a file entry the file is named, never its parts: a person sees files, not hashes.
    if (!inFile || typeof step === 'number') steps.push(step);
  }
  const name = (path: Path): string => subject(root, path, words);
  const limit = typeof finding.params['limit'] === 'number' ? finding.params['limit'] : 0;
  return { ...finding, subject: name(steps), field, limit, inFile, name };
}

/** Number of entries now in a list, of characters in a text. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' ? [...value].length : 0;
}

/** Positions, counted from 1 and in order, of the two equal entries that `uniqueItems` found. */
export function samePositions({ params }: Finding): readonly [number, number] {
  const [one, other] = [Number(params['i']) + 1, Number(params['j']) + 1];
  return one < other ? [one, other] : [other, one];
}

/** Bytes as MB or KB with at most one decimal. */
export function fileSize(bytes: number): string {
  const [amount, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [bytes / 1024, 'KB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
}

/** `application/pdf` → `PDF`, `image/jpeg` → `JPG`: as a person knows the kind of file. */
export function fileKinds(mediaTypes: unknown): readonly string[] {
  if (!Array.isArray(mediaTypes)) return [];
  const known: Readonly<Record<string, string>> = {
    jpeg: 'JPG',
    msword: 'DOC',
    'vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
    'vnd.ms-excel': 'XLS',
    'vnd.ofd': 'OFD',
  };
  return mediaTypes.map((type: unknown) => {
    const kind = String(type).split('/')[1] ?? '';
    return Object.hasOwn(known, kind) ? (known[kind] ?? kind) : kind.toUpperCase();
  });
}
