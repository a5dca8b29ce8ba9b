import { shiftFeel, tableFeel } from './plain-feel-table.ts';
import type { Comparison, Typed } from './typed.ts';

const operators: Readonly<Record<Comparison, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};
const signs = { add: '+', sub: '-', mul: '*', div: '/' } as const;
const quote = (value: unknown): string => JSON.stringify(value);

/** How names of an expression are written for the place where its FEEL stands. */
export interface PlainNames {
  /** FEEL of parameters that have one value here; the others stay names. */
  readonly parameters?: ReadonlyMap<string, string>;
  /** Stands before the forms' names: `member.` where the facts are one member's. */
  readonly root?: string;
}

/**
 * The same expression in plain FEEL (DMN 1.3+), for any FEEL engine: ranks become positions from 0, sets become lists,
 * `age`, `years`, `months` and `share` become arithmetic. Parameters stay names (a rank's value is its position).
 *
 * FEEL's own `=` takes a missing answer for a value, its `if`, `some` and filters take it for false: here it gives
 * `null`, and no function is called with it. So the result is never said of a partial application whose completion
 * could say otherwise; it is `null` more often than ours, which knows bounds. Names with an underscore are local.
 * A table becomes the list of its hits and what its policy makes of them. `days` and `workdays` have no plain form
 * that engines agree on and throw.
 */
export function toPlainFeel(typed: Typed, names: PlainNames = {}): string {
  const feel = (part: Typed) => toPlainFeel(part, names);
  switch (typed.is) {
    case 'literal':
      return typed.type.is === 'date' ? `date(${quote(typed.value)})` : quote(typed.value);
    case 'unknown':
      return 'null';
    case 'reference':
      return `date(${quote(typed.date)})`;
    case 'parameter':
      return names.parameters?.get(typed.name) ?? typed.name;
    case 'field': {
      const path = pathOf(typed, names);
      if (typed.type.is === 'date') return `(if ${path} = null then null else date(${path}))`;
      if (typed.type.is !== 'rank') return path;
      return `(if ${path} = null then null else index of(${quote(typed.type.options.codes)}, ${path})[1] - 1)`;
    }
    case 'and':
    case 'or':
      return typed.parts.length
        ? `(${typed.parts.map(feel).join(` ${typed.is} `)})`
        : String(typed.is === 'and');
    case 'not':
      return `not(${feel(typed.of)})`;
    case 'compare': {
      const { op, left, right } = typed;
      if (right.is === 'literal' && typeof right.value === 'boolean') {
        return right.value === (op === 'eq') ? feel(left) : `not(${feel(left)})`;
      }
      // Order of something missing is null by itself; equality is not.
      if (op !== 'eq' && op !== 'ne') return `(${feel(left)} ${operators[op]} ${feel(right)})`;
      return given([left, right], names, ([a, b]) => `${a} ${operators[op]} ${b}`);
    }
    case 'one-of':
      return given(
        [typed.value, ...typed.options],
        names,
        ([value, ...options]) => `list contains([${options.join(', ')}], ${value})`,
      );
    case 'arithmetic':
      return `(${feel(typed.left)} ${signs[typed.op]} ${feel(typed.right)})`;
    case 'measure':
      return measure(typed, names);
    case 'share':
      return given(
        [typed.part, typed.whole],
        names,
        ([part, whole]) => `if ${whole} <= 0 then ${feel(typed.whenEmpty)} else ${part} / ${whole}`,
      );
    case 'extreme':
      return given(typed.of, names, (of) => `${typed.op}(${of.join(', ')})`);
    case 'choose':
      return given(
        [typed.condition],
        names,
        ([condition]) => `if ${condition} then ${feel(typed.yes)} else ${feel(typed.no)}`,
      );
    case 'filter':
      // Not `list[…]`: engines disagree on what function calls inside a filter can see.
      return fitting(typed, typed.row, `row${typed.row}`, names);
    case 'project':
      return fitting(typed.list, typed.row, feel(typed.value), names);
    case 'count': {
      const { list } = typed;
      const inner = list.is === 'project' ? list.list : list;
      if (inner.is === 'filter') return total('sum', inner, inner.row, '1', names);
      return given([inner], names, ([rows]) => `count(${rows})`);
    }
    case 'total':
      return total(typed.op, typed.list, typed.row, feel(typed.value), names);
    case 'table':
      return tableFeel(typed, feel);
    case 'shift':
      return shiftFeel(typed, feel);
    case 'workdays':
      throw new RangeError('workdays between dates has no plain FEEL form');
    case 'quantified': {
      const { base, keep } = rowsOf(typed.list, names);
      const test = feel(typed.test);
      const some = typed.op === 'some';
      const all = keep === undefined ? test : some ? `(${keep} and ${test})` : `(not(${keep}) or ${test})`;
      return overRows(base, `${some ? 'any' : 'all'}(for row${typed.row} in ${base} return ${all})`);
    }
  }
}

type Field = Extract<Typed, { is: 'field' }>;

function pathOf({ field, row }: Field, { root = '' }: PlainNames): string {
  const path = field.path
    .split('/')
    .filter((part) => part !== '')
    .join('.');
  if (row === undefined) return root + path;
  return path ? `row${row}.${path}` : `row${row}`;
}

/** Values that are never missing. */
function isGiven(typed: Typed, { parameters }: PlainNames): boolean {
  if (typed.is === 'parameter') return parameters?.has(typed.name) ?? false;
  return typed.is === 'literal' || typed.is === 'reference';
}

/** `null` while one of the parts is, otherwise what is made of them; parts that are long are worked out once. */
function given(
  parts: readonly Typed[],
  names: PlainNames,
  make: (texts: readonly string[]) => string,
): string {
  const entries: string[] = [];
  const open: string[] = [];
  const texts = parts.map((part, index) => {
    const text = toPlainFeel(part, names);
    if (isGiven(part, names)) return text;
    const short = part.is === 'field' && part.type.is !== 'rank' && part.type.is !== 'date';
    const name = short || part.is === 'parameter' ? text : `_${index + 1}`;
    if (name !== text) entries.push(`${name}: ${text}`);
    open.push(`${name} = null`);
    return name;
  });
  if (open.length === 0) return `(${make(texts)})`;
  return local(entries, `if ${open.join(' or ')} then null else ${make(texts)}`);
}

const local = (entries: readonly string[], result: string): string =>
  entries.length ? `{${[...entries, `_is: ${result}`].join(', ')}}._is` : `(${result})`;

/** A list that filters lead back to, and what its rows have to fulfil. */
function rowsOf(list: Typed, names: PlainNames): { readonly base: string; readonly keep?: string } {
  if (list.is !== 'filter') return { base: toPlainFeel(list, names) };
  const { base, keep } = rowsOf(list.list, names);
  const own = toPlainFeel(list.keep, names);
  return { base, keep: keep === undefined ? own : `(${keep} and ${own})` };
}

const overRows = (base: string, result: string): string => `(if ${base} = null then null else ${result})`;

/** Values of the rows that fit; `null` for a row of which that is not known. */
function fitting(list: Typed, row: number, value: string, names: PlainNames): string {
  const { base, keep } = rowsOf(list, names);
  if (keep === undefined) return overRows(base, `for row${row} in ${base} return ${value}`);
  const one = `if ${keep} then [${value}] else if ${keep} = false then [] else [null]`;
  return overRows(base, `flatten(for row${row} in ${base} return ${one})`);
}

function total(
  op: 'sum' | 'min' | 'max',
  list: Typed,
  row: number,
  value: string,
  names: PlainNames,
): string {
  const { base } = rowsOf(list, names);
  const rows = `_rows: ${fitting(list, row, value, names)}`;
  const unknown =
    op === 'sum' ? 'list contains(_rows, null)' : 'count(_rows) = 0 or list contains(_rows, null)';
  const result = op === 'sum' ? 'sum(concatenate([0], _rows))' : `${op}(_rows)`;
  return overRows(base, local([rows], `if ${unknown} then null else ${result}`));
}

function measure({ op, start, end }: Extract<Typed, { is: 'measure' }>, names: PlainNames): string {
  return given([start, end], names, ([from, to]) => {
    if (op === 'days') return `(${to} - ${from}).days`;
    const months = `((${to}.year - ${from}.year) * 12 + ${to}.month - ${from}.month - (if ${to}.day < ${from}.day then 1 else 0))`;
    return op === 'months' ? months : `floor(${months} / 12)`;
  });
}
