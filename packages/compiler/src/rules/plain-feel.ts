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

/**
 * The same expression in plain FEEL (DMN 1.3+), for any FEEL engine: ranks become positions from 0, sets become lists,
 * `age`, `years`, `months` and `share` become arithmetic. Parameters stay names (a rank's value is its position).
 * `days` has no plain form that engines agree on and throws.
 */
export function toPlainFeel(typed: Typed): string {
  const each = (list: Typed, row: number, value: Typed) =>
    `for row${row} in ${toPlainFeel(list)} return ${toPlainFeel(value)}`;
  switch (typed.is) {
    case 'literal':
      return typed.type.is === 'date' ? `date(${quote(typed.value)})` : quote(typed.value);
    case 'unknown':
      return 'null';
    case 'reference':
      return `date(${quote(typed.date)})`;
    case 'parameter':
      return typed.name;
    case 'field': {
      const base = typed.row === undefined ? [] : [`row${typed.row}`];
      const path = [...base, ...typed.field.path.split('/').filter((part) => part !== '')].join('.');
      if (typed.type.is === 'date') return `date(${path})`;
      return typed.type.is === 'rank'
        ? `(index of(${quote(typed.type.options.codes)}, ${path})[1] - 1)`
        : path;
    }
    case 'and':
    case 'or':
      return typed.parts.length
        ? `(${typed.parts.map(toPlainFeel).join(` ${typed.is} `)})`
        : String(typed.is === 'and');
    case 'not':
      return `not(${toPlainFeel(typed.of)})`;
    case 'compare':
      return `(${toPlainFeel(typed.left)} ${operators[typed.op]} ${toPlainFeel(typed.right)})`;
    case 'one-of':
      return `list contains([${typed.options.map(toPlainFeel).join(', ')}], ${toPlainFeel(typed.value)})`;
    case 'arithmetic':
      return `(${toPlainFeel(typed.left)} ${signs[typed.op]} ${toPlainFeel(typed.right)})`;
    case 'measure':
      return measure(typed.op, toPlainFeel(typed.start), toPlainFeel(typed.end));
    case 'share': {
      const whole = toPlainFeel(typed.whole);
      return `(if ${whole} <= 0 then ${toPlainFeel(typed.whenEmpty)} else ${toPlainFeel(typed.part)} / ${whole})`;
    }
    case 'extreme':
      return `${typed.op}(${typed.of.map(toPlainFeel).join(', ')})`;
    case 'choose':
      return `(if ${toPlainFeel(typed.condition)} then ${toPlainFeel(typed.yes)} else ${toPlainFeel(typed.no)})`;
    case 'filter':
      // Not `list[…]`: engines disagree on what function calls inside a filter can see.
      return `flatten(for row${typed.row} in ${toPlainFeel(typed.list)} return if ${toPlainFeel(typed.keep)} then [row${typed.row}] else [])`;
    case 'project':
      return `(${each(typed.list, typed.row, typed.value)})`;
    case 'count':
      return `count(${toPlainFeel(typed.list)})`;
    case 'total': {
      const values = each(typed.list, typed.row, typed.value);
      return typed.op === 'sum' ? `sum(concatenate([0], ${values}))` : `${typed.op}(${values})`;
    }
    case 'quantified':
      return `(${typed.op} row${typed.row} in ${toPlainFeel(typed.list)} satisfies ${toPlainFeel(typed.test)})`;
  }
}

function measure(op: 'age' | 'years' | 'months' | 'days', start: string, end: string): string {
  if (op === 'days') throw new RangeError('days between dates has no plain FEEL form');
  const months = `((${end}.year - ${start}.year) * 12 + ${end}.month - ${start}.month - (if ${end}.day < ${start}.day then 1 else 0))`;
  return op === 'months' ? months : `floor(${months} / 12)`;
}
