import type { Facts, Json, JsonObject } from '@zhinan/model';
import type { PlannedField } from '../plan/field.ts';
import type { DocumentPlan, PlannedBlock, PlannedItem, PlannedSignOff, PlannedTable } from '../plan/plan.ts';
import { fingerprintOf } from './fingerprint.ts';
import { redacted } from './masks.ts';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedDocument,
  PrintedSignOff,
  PrintedValue,
  Writing,
} from './printed.ts';
import { alignOf, writeValue } from './write-value.ts';
import type { WrittenAs } from './write-value.ts';

/** A case in a batch or round. */
export interface PrintedMember {
  readonly facts: Facts;
  readonly status?: string;
  /** 1 is first; members without a rank stand last, in the order given. */
  readonly rank?: number;
}

/** What fills a document. All of it is the host's: nothing is fetched, no clock is read. */
export interface DocumentData {
  /** Answers by form. */
  readonly facts: Facts;
  readonly members?: readonly PrintedMember[];
  /** Day of issue, `YYYY-MM-DD`. */
  readonly issued?: string;
  /** Default false: printed with a watermark 草稿. */
  readonly final?: boolean;
  /** Default zh-CN. */
  readonly language?: string;
  /** Default by language: ar, ug … from the right, mn-Mong vertical. */
  readonly writing?: Writing;
}

/** Fills a plan: what stands where, as text, with the fingerprint of the content. */
export async function layOut(plan: DocumentPlan, data: DocumentData): Promise<PrintedDocument> {
  const pen = penOf(plan, data);
  const blocks = joined(plan.blocks.map((block) => layOutBlock(pen, block)));
  const content = { title: plan.title, guideline: plan.guideline, by: plan.by, blocks };
  const language = data.language ?? 'zh-CN';
  return {
    id: plan.id,
    title: plan.title,
    guideline: plan.guideline,
    clauses: plan.clauses,
    by: plan.by,
    page: plan.page ?? (blocks.some((block) => isBroad(block)) ? 'landscape' : 'portrait'),
    public: plan.public,
    draft: data.final !== true,
    language,
    writing: data.writing ?? writingOf(language),
    blocks,
    fingerprint: await fingerprintOf(content),
    contract: plan.contract.slice(0, 12),
  };
}

const BROAD = 45;

/** A table that would be squeezed on an upright page turns it. */
function isBroad(block: PrintedBlock): boolean {
  return block.kind === 'table' && block.columns.reduce((sum, { width }) => sum + width, 0) > BROAD;
}

function writingOf(language: string): Writing {
  if (/-Mong\b/i.test(language)) return 'vertical';
  return /^(?:ar|fa|he|ug|ur)\b/i.test(language) ? 'right-to-left' : 'left-to-right';
}

/** Answers at hand, and how a value is written in this document. */
interface Pen {
  readonly data: DocumentData;
  write(value: Json | undefined, field: PlannedField, as?: WrittenAs): PrintedValue;
}

function penOf(plan: DocumentPlan, data: DocumentData): Pen {
  if (!plan.public) return { data, write: writeValue };
  const all = [data.facts, ...(data.members ?? []).map(({ facts }) => facts)];
  const secrets = all.flatMap((facts) => plan.secrets.flatMap((path) => answersAt(facts as Json, path)));
  return {
    data,
    write(value, field, as) {
      const printed = writeValue(value, field, as);
      return { ...printed, text: redacted(printed.text, secrets) };
    },
  };
}

function answersAt(value: Json | undefined, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((entry) => answersAt(entry, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  return value !== null && typeof value === 'object' ? answersAt(own(value as JsonObject, name), rest) : [];
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function layOutBlock(pen: Pen, block: PlannedBlock): PrintedBlock {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'text':
      return {
        kind: 'text',
        pieces: block.pieces.map((piece) =>
          typeof piece === 'string' ? piece : valueOf(pen, piece, facts(pen)),
        ),
      };
    case 'fields':
      return { kind: 'grid', rows: gridOf(block.items.map((item) => cellOf(pen, item))) };
    case 'table':
      return tableOf(pen, block.table);
    case 'signature':
    case 'seal':
      return { kind: 'sign-offs', boxes: [boxOf(pen, block.kind, block.signOff)] };
    case 'page-break':
      return block;
  }
}

/** Signatures and seals that follow each other stand side by side. */
function joined(blocks: readonly PrintedBlock[]): readonly PrintedBlock[] {
  const result: PrintedBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'sign-offs' && last?.kind === 'sign-offs' && last.boxes.length < 2)
      result[result.length - 1] = { kind: 'sign-offs', boxes: [...last.boxes, ...block.boxes] };
    else result.push(block);
  }
  return result;
}

const facts = ({ data }: Pen): JsonObject => data.facts as JsonObject;

function valueOf(
  pen: Pen,
  { source, field, as, at }: Omit<PlannedItem, 'as'> & { readonly as?: WrittenAs },
  from: JsonObject,
): PrintedValue {
  const { data } = pen;
  switch (source.from) {
    case 'issued':
      return pen.write(data.issued, field, as);
    case 'instant':
      return pen.write(at, field, as);
    case 'field':
      return pen.write(source.path.reduce<Json | undefined>(stepInto, from), field, as);
    case 'count': {
      const list = source.path.reduce<Json | undefined>(stepInto, from);
      return pen.write(Array.isArray(list) ? list.length : undefined, field, as);
    }
    case 'sum': {
      const list = source.path.slice(0, -1).reduce<Json | undefined>(stepInto, from);
      const name = source.path.at(-1) ?? '';
      return pen.write(sumOf(Array.isArray(list) ? (list as readonly Json[]) : [], [name]), field, as);
    }
  }
}

function stepInto(value: Json | undefined, name: string): Json | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? own(value as JsonObject, name)
    : undefined;
}

/** Unknown as long as one entry is: a sum of what happens to be there would mislead. */
function sumOf(entries: readonly Json[], path: readonly string[]): number | undefined {
  const numbers = entries.map((entry) => path.reduce<Json | undefined>(stepInto, entry));
  if (numbers.length === 0 || !numbers.every((number) => typeof number === 'number')) return undefined;
  return numbers.reduce((sum, number) => sum + number, 0);
}

interface SizedCell extends PrintedCell {
  readonly wide: boolean;
}

const WIDE_TEXT = 22;

function cellOf(pen: Pen, item: PlannedItem): SizedCell {
  const value = valueOf(pen, item, facts(pen));
  const { kind, long } = item.field;
  const wide =
    item.wide ??
    (long === true ||
      ['declaration', 'files', 'group', 'list'].includes(kind) ||
      [...value.text].length > WIDE_TEXT);
  return { title: item.title, value: { ...value, align: 'start' }, wide };
}

/** Two short cells to a row; a wide one, or one that finds no partner, has the row for itself. */
function gridOf(cells: readonly SizedCell[]): readonly (readonly PrintedCell[])[] {
  const rows: PrintedCell[][] = [];
  let open: PrintedCell[] | undefined;
  for (const { wide, ...cell } of cells) {
    if (open && !wide) {
      open.push(cell);
      open = undefined;
      continue;
    }
    const row = [cell];
    rows.push(row);
    open = wide ? undefined : row;
  }
  return rows;
}

const empty: PrintedValue = { text: '', blank: true, align: 'start' };
const center = (text: string): PrintedValue => ({ text, blank: text === '', align: 'center' });

function tableOf(pen: Pen, table: PlannedTable): PrintedBlock {
  const entries = entriesOf(pen, table);
  const numbered = table.number !== undefined;
  const rows = entries.map(({ number, facts: from }) => [
    ...(numbered ? [center(number)] : []),
    ...table.columns.map((column) => valueOf(pen, columned(column), from)),
  ]);
  const width = table.columns.length + (numbered ? 1 : 0);
  const spare = Math.max(0, Math.max(table.minRows, 1) - rows.length);
  const blanks = Array.from({ length: spare }, () => Array.from({ length: width }, () => empty));
  const total =
    table.total.length > 0
      ? totalOf(
          pen,
          table,
          entries.map(({ facts: from }) => from),
        )
      : undefined;
  return {
    kind: 'table',
    ...(table.title === undefined ? {} : { title: table.title }),
    columns: [
      ...(numbered ? [{ title: table.number ?? '', align: 'center' as const, width: 3 }] : []),
      ...table.columns.map((column) => ({
        title: headOf(column),
        align: alignOf(column.field),
        width: widthOf(column.field, headOf(column)),
      })),
    ],
    rows: [...rows, ...blanks],
    ...(total ? { total: [...(numbered ? [center('合计')] : []), ...total] } : {}),
  };
}

/** In a column figures stand bare, and the head tells their unit once. */
function columned(column: PlannedItem): Omit<PlannedItem, 'as'> & { readonly as?: WrittenAs } {
  return hasUnit(column) ? { ...column, as: 'bare' } : column;
}

function headOf(column: PlannedItem): string {
  return hasUnit(column) ? `${column.title}（${column.field.unit}）` : column.title;
}

function hasUnit({ field: { kind, unit }, as, source }: PlannedItem): boolean {
  const figure = kind === 'money' || kind === 'number';
  return figure && as === undefined && source.from === 'field' && unit !== undefined && unit !== '';
}

interface Entry {
  readonly number: string;
  readonly facts: JsonObject;
}

function entriesOf({ data }: Pen, { of, status }: PlannedTable): readonly Entry[] {
  if (of) {
    const list = stepInto(stepInto(data.facts as JsonObject, of[0]), of[1]);
    const entries = Array.isArray(list) ? (list as readonly Json[]) : [];
    return entries.map((entry, index) => ({ number: String(index + 1), facts: (entry ?? {}) as JsonObject }));
  }
  const shown = (data.members ?? []).filter(
    (member) => status === undefined || status.includes(member.status ?? ''),
  );
  // Ranks are a body's decision: where there are some, nobody is given one for standing in the list.
  const ranked = shown.some(({ rank }) => rank !== undefined);
  return shown
    .toSorted((one, other) => (one.rank ?? shown.length + 1) - (other.rank ?? shown.length + 1))
    .map(({ rank, facts: own }, index) => ({
      number: String(ranked ? (rank ?? '') : index + 1),
      facts: own as JsonObject,
    }));
}

function totalOf(pen: Pen, { columns, total, number }: PlannedTable, entries: readonly JsonObject[]) {
  return columns.map((column, index) => {
    const { source, field, as } = columned(column);
    if (total.includes(index) && 'path' in source) return pen.write(sumOf(entries, source.path), field, as);
    return number === undefined && index === 0 ? center('合计') : { ...empty, blank: false };
  });
}

/** What a column usually needs; a renderer shares the page out in these parts. */
function widthOf({ kind, long, options }: PlannedField, title: string): number {
  if (long === true || kind === 'group') return 10;
  if (kind === 'text' || kind === 'files' || kind === 'list') return 6;
  if (options || kind === 'choice' || kind === 'date' || kind === 'moment') return 5;
  return title.length > 5 ? 5 : 4;
}

function boxOf(pen: Pen, kind: 'signature' | 'seal', { by, date }: PlannedSignOff): PrintedSignOff {
  const value = date?.reduce<Json | undefined>(stepInto, facts(pen));
  return { kind, by, date: pen.write(value, { title: '日期', kind: 'date' }) };
}
