import type {
  Contract,
  DocumentBlock,
  DocumentContract,
  DocumentItem,
  DocumentTable,
  PrintedAs,
  ProgramContract,
  SignOff,
} from '@zhinan/model';
import { plannedField } from './field.ts';
import type { PlannedField } from './field.ts';
import { parseItem, parseText } from './item.ts';
import type { ParsedItem, ValueSource } from './item.ts';
import { secretPaths } from './secrets.ts';

/** One value to print, with all that is needed to write it. */
export interface PlannedItem {
  readonly title: string;
  readonly source: ValueSource;
  readonly field: PlannedField;
  readonly as?: PrintedAs;
  readonly wide?: boolean;
  /** Of an instant: when it is. */
  readonly at?: string;
}

export interface PlannedTable {
  /** Form and list; absent: the members of a batch or round. */
  readonly of?: readonly [form: string, list: string];
  readonly title?: string;
  readonly number?: string;
  readonly columns: readonly PlannedItem[];
  /** Positions of the columns with a sum. */
  readonly total: readonly number[];
  readonly status?: readonly string[];
  readonly minRows: number;
}

export interface PlannedSignOff {
  readonly by: string;
  readonly date?: readonly string[];
}

export type PlannedBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly pieces: readonly (string | PlannedItem)[] }
  | { readonly kind: 'fields'; readonly items: readonly PlannedItem[] }
  | { readonly kind: 'table'; readonly table: PlannedTable }
  | { readonly kind: 'signature' | 'seal'; readonly signOff: PlannedSignOff }
  | { readonly kind: 'page-break' };

/** A document with everything looked up that does not depend on answers: plain JSON, all a host needs to print it. */
export interface DocumentPlan {
  readonly id: string;
  readonly title: string;
  readonly public: boolean;
  /** Absent: as its widest table needs. */
  readonly page?: 'portrait' | 'landscape';
  /** Edition id, its title, the clauses, and the contract's hash. */
  readonly edition: string;
  readonly guideline: string;
  readonly clauses: readonly string[];
  readonly contract: string;
  readonly by: string;
  readonly blocks: readonly PlannedBlock[];
  /** Of a public document: answers that must not occur in it, by path; an entry of a list is passed through. */
  readonly secrets: readonly (readonly string[])[];
}

/**
 * Plans a document of a checked contract. What a check would have refused (an unknown field) throws here;
 * a field that the public must not read is left out of a public document.
 */
export function planDocument(contract: Contract, program: ProgramContract, id: string): DocumentPlan {
  const document = Object.hasOwn(program.documents, id) ? program.documents[id] : undefined;
  if (!document) throw new RangeError(`no document "${id}" in programme ${program.id}`);
  const planner = { contract, program, isPublic: document.public === true };
  return {
    id,
    title: document.title,
    public: planner.isPublic,
    ...(document.page === undefined ? {} : { page: document.page }),
    edition: contract.id,
    guideline: contract.title,
    clauses: [document.clause].flat(),
    contract: contract.hash,
    by: contract.roles[document.by]?.title ?? document.by,
    blocks: document.blocks.map((block) => planBlock(planner, block)),
    secrets: planner.isPublic ? secretPaths(program) : [],
  };
}

/** Every document of a programme. */
export function planDocuments(
  contract: Contract,
  program: ProgramContract,
): Readonly<Record<string, DocumentPlan>> {
  return Object.fromEntries(
    Object.values(program.documents).map(({ id }: DocumentContract) => [
      id,
      planDocument(contract, program, id),
    ]),
  );
}

interface Planner {
  readonly contract: Contract;
  readonly program: ProgramContract;
  readonly isPublic: boolean;
}

function planBlock(planner: Planner, block: DocumentBlock): PlannedBlock {
  if (block.heading !== undefined) return { kind: 'heading', text: block.heading };
  if (block.text !== undefined) {
    const pieces = parseText(block.text).flatMap((piece): readonly (string | PlannedItem)[] => {
      if (typeof piece === 'string') return [piece];
      if (!piece.item) throw new SyntaxError(`cannot read ${piece.written}`);
      return planItems(planner, [piece.item]);
    });
    return { kind: 'text', pieces };
  }
  if (block.fields)
    return {
      kind: 'fields',
      items: planItems(
        planner,
        block.fields.map((item) => parsed(item)),
      ),
    };
  if (block.table) return { kind: 'table', table: planTable(planner, block.table) };
  if (block.signature !== undefined) return { kind: 'signature', signOff: planSignOff(block.signature) };
  if (block.seal !== undefined) return { kind: 'seal', signOff: planSignOff(block.seal) };
  return { kind: 'page-break' };
}

function parsed(item: string | DocumentItem): ParsedItem {
  const found = parseItem(item);
  if (!found) throw new SyntaxError(`an item needs exactly one source: ${JSON.stringify(item)}`);
  return found;
}

function planSignOff(signOff: SignOff): PlannedSignOff {
  if (typeof signOff === 'string') return { by: signOff };
  const { by, date } = signOff;
  return date === undefined ? { by } : { by, date: date.split('.') };
}

function planTable(planner: Planner, table: DocumentTable): PlannedTable {
  const [form = '', list] = table.of.split('.');
  const ofMembers = list === undefined;
  const written = table.columns.map((column) => parsed(column));
  const columns = planItems(
    planner,
    written.map((column) => ({ ...column, source: below(column.source, ofMembers ? [] : [form, list]) })),
  ).map((column) => ({ ...column, source: above(column.source, ofMembers ? 0 : 2) }));
  const names = columns.map(({ source }) => ('path' in source ? source.path.join('.') : ''));
  const number = table.number ?? (ofMembers ? '排序' : '序号');
  return {
    ...(ofMembers ? {} : { of: [form, list] as const }),
    ...(table.title === undefined ? {} : { title: table.title }),
    ...(number === false ? {} : { number }),
    columns,
    total: (table.total ?? []).map((name) => names.indexOf(name)).filter((index) => index >= 0),
    ...(table.status ? { status: table.status } : {}),
    minRows: table.minRows ?? 0,
  };
}

/** Columns are looked up below the list they stand in, and read from an entry of it. */
function below(source: ValueSource, path: readonly string[]): ValueSource {
  return 'path' in source ? { ...source, path: [...path, ...source.path] } : source;
}

function above(source: ValueSource, steps: number): ValueSource {
  return 'path' in source ? { ...source, path: source.path.slice(steps) } : source;
}

const counted: PlannedField = { title: '', kind: 'number' };
const moment: PlannedField = { title: '', kind: 'moment' };
const day: PlannedField = { title: '', kind: 'date' };

function planItems(planner: Planner, items: readonly ParsedItem[]): readonly PlannedItem[] {
  return items.flatMap((item) => {
    const field = fieldOf(planner, item.source);
    if (planner.isPublic && isWithheld(field, item.as)) return [];
    const { source } = item;
    const at = source.from === 'instant' ? planner.contract.instants[source.name]?.at : undefined;
    return [{ ...item, title: item.title ?? field.title, field, ...(at === undefined ? {} : { at }) }];
  });
}

/** The public reads nothing sensitive, however written; of a third person a masked name at most. */
export function isWithheld({ secret }: PlannedField, as: PrintedAs | undefined): boolean {
  return secret !== undefined && !(secret === 'third-person' && as === 'masked');
}

function fieldOf({ contract, program }: Planner, source: ValueSource): PlannedField {
  if (source.from === 'issued') return { ...day, title: '出具日期' };
  if (source.from === 'instant')
    return { ...moment, title: contract.instants[source.name]?.title ?? source.name };
  const [formId = '', ...path] = source.path;
  const form = Object.hasOwn(program.forms, formId) ? program.forms[formId] : undefined;
  const field = form && plannedField(form, path);
  if (!field) throw new RangeError(`no field ${source.path.join('.')} in programme ${program.id}`);
  // How many entries a list has tells nothing of the persons in it.
  return source.from === 'count' ? { ...counted, title: field.title } : field;
}
