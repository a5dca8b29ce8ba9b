import type { Region } from '@zhinan/engine';
import { calendarCode } from './calendar-code.ts';
import { Identifiers } from './identifiers.ts';
import { fixedDay } from './shift.ts';
import { tableCode } from './table-code.ts';
import type { FieldUse, Typed, TypedTable } from './typed.ts';

const quote = (value: unknown): string => JSON.stringify(value);

/** JavaScript of typed expressions; collects the fields and option lists they need as constants. */
export class Generator {
  readonly #identifiers = new Identifiers();
  readonly #constants = new Map<string, { readonly name: string; readonly code: string }>();

  readonly #fields: FieldUse[] = [];
  readonly #region: Region | undefined;

  constructor(region?: Region) {
    this.#region = region;
  }

  /** A free identifier for a function or constant of the module. */
  name(wanted: string): string {
    return this.#identifiers.take(wanted);
  }

  /** Declarations of all constants used so far, dependencies first. */
  constants(): readonly string[] {
    return [...this.#constants.values()].map(({ name, code }) => `const ${name} = ${code};`);
  }

  /** The variable of one row. */
  rowName(row: number): string {
    return rowName(row);
  }

  /** Fields read so far. */
  fields(): readonly FieldUse[] {
    return this.#fields;
  }

  /** `known`: a part that has been written as a function of its own, and its call. */
  expression(typed: Typed, known?: readonly [Typed, string]): string {
    if (known?.[0] === typed) return known[1];
    const inner = (part: Typed) => this.expression(part, known);
    const call = (name: string, ...parts: readonly Typed[]) => `z.${name}(${parts.map(inner).join(', ')})`;
    switch (typed.is) {
      case 'literal':
        return typed.type.is === 'rank'
          ? `${typed.value} /* ${comment(String(typed.title))} */`
          : quote(typed.value);
      case 'unknown':
        return 'z.unknown';
      case 'reference':
        return quote(typed.date);
      case 'parameter':
        return `p.${typed.name}`;
      case 'field':
        return `${this.field(typed.field)}(${typed.row === undefined ? 'f' : rowName(typed.row)})`;
      case 'and':
      case 'or':
        return call(typed.is, ...typed.parts);
      case 'not':
        return call('not', typed.of);
      case 'compare':
        return this.#compare(typed, known);
      case 'one-of':
        return `z.oneOf(${inner(typed.value)}, ${this.#options(typed)})`;
      case 'arithmetic':
        return call(typed.op, typed.left, typed.right);
      case 'measure':
        return call(typed.op === 'age' ? 'years' : typed.op, typed.start, typed.end);
      case 'share':
        return call('share', typed.part, typed.whole, typed.whenEmpty);
      case 'extreme':
        return call(typed.op, ...typed.of);
      case 'choose':
        return call('choose', typed.condition, typed.yes, typed.no);
      case 'count':
        return call('count', typed.list);
      case 'project':
        return inner(typed.list);
      case 'table':
        return typed.table.hitPolicy === 'C'
          ? `z.hits(${this.table(typed.table)}, ${typed.output}, f, p)`
          : `z.read(${this.table(typed.table)}, ${typed.output}, f, p)`;
      case 'shift': {
        const day = fixedDay(typed);
        if (day !== undefined) return quote(day);
        const by = typed.sign < 0 ? `z.sub(0, ${inner(typed.by)})` : inner(typed.by);
        return `z.shift(${inner(typed.date)}, ${by}, ${quote(typed.unit)})`;
      }
      case 'workdays':
        return `z.workdays(${inner(typed.start)}, ${inner(typed.end)}, ${this.#calendar()})`;
      case 'filter':
        return this.#over('filter', typed.list, typed.row, typed.keep);
      case 'quantified':
        return this.#over(typed.op, typed.list, typed.row, typed.test);
      case 'total':
        return this.#over(
          { sum: 'sum', min: 'least', max: 'greatest' }[typed.op],
          typed.list,
          typed.row,
          typed.value,
        );
    }
  }

  /** `x = true` is x itself, `x = false` its negation. */
  #compare({ op, left, right }: Extract<Typed, { is: 'compare' }>, known?: readonly [Typed, string]): string {
    const [a, b] = [this.expression(left, known), this.expression(right, known)];
    if (right.is !== 'literal' || typeof right.value !== 'boolean') return `z.${op}(${a}, ${b})`;
    return right.value === (op === 'eq') ? a : `z.not(${a})`;
  }

  #over(name: string, list: Typed, row: number, body: Typed): string {
    return `z.${name}(${this.expression(list)}, (${rowName(row)}) => ${this.expression(body)})`;
  }

  #calendar(): string {
    return this.#constant('calendar', 'calendar', () => calendarCode(this.#region)).name;
  }

  /** Identifier of a decision table. */
  table(table: TypedTable): string {
    return this.#constant(`table ${table.id}`, table.id, () =>
      tableCode(table, (part, known) => this.expression(part, known)),
    ).name;
  }

  /** Identifier of a field's reader. */
  field(field: FieldUse): string {
    const [, ...path] = field.key.split('/');
    return this.#constant(`field ${field.key}`, path.join('_').replaceAll('[]', '') || 'all', () =>
      this.#reader(field),
    ).name;
  }

  #reader(field: FieldUse): string {
    const { path, type, min, max } = field;
    const at = quote(path);
    this.#fields.push(field);
    switch (type.is) {
      case 'number': {
        const bounded = min !== undefined || max !== undefined;
        return bounded ? `z.number(${at}, ${min ?? -Infinity}, ${max ?? Infinity})` : `z.number(${at})`;
      }
      case 'boolean':
        return `z.flag(${at})`;
      case 'date':
      case 'text':
      case 'list':
        return `z.${type.is}(${at})`;
      case 'rank': {
        const codes = quote(type.options.codes);
        return `z.rank(${at}, ${this.#constant(codes, 'ranks', () => codes).name})`;
      }
      default:
        throw new TypeError(`a ${type.is} cannot be read as a value`);
    }
  }

  #options(typed: Extract<Typed, { is: 'one-of' }>): string {
    const code = `[${typed.options.map((option) => this.expression(option)).join(', ')}]`;
    if (typed.set === undefined) return code;
    return this.#constant(`set ${typed.set} ${code}`, typed.set, () => code).name;
  }

  #constant(
    key: string,
    wanted: string,
    code: () => string,
  ): { readonly name: string; readonly code: string } {
    const known = this.#constants.get(key);
    if (known) return known;
    // What the code itself needs is declared before it.
    const text = code();
    const made = { name: this.#identifiers.take(wanted), code: text };
    this.#constants.set(key, made);
    return made;
  }
}

const rowName = (row: number): string => (row === 0 ? 'row' : `row${row + 1}`);

/** Text that may stand in a comment of generated code. */
export function comment(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ').replaceAll('*/', '* /');
}
