/* oxlint-disable unicorn/no-thenable -- `then` is what a table's row gives */
import type { HitPolicy, TableCell, TableDefinition, TableOutput } from '@zhinan/model';
import { nearest } from '../diagnostics/nearest.ts';
import { bindIn, optionIn } from './bind-compare.ts';
import { bind } from './bind.ts';
import { parameterType } from './parameters.ts';
import { parse } from './parse.ts';
import type { ExpressionReader } from './reader.ts';
import type { Report, Reports } from './reports.ts';
import { faulty } from './scope.ts';
import type { Names, Scope } from './scope.ts';
import type { Typed, TypedRow, TypedTable } from './typed.ts';
import { boolean, date, number } from './types.ts';
import type { OptionSet, Type } from './types.ts';

type Output = TypedTable['outputs'][number];

/** What one table is read with. */
interface Reading {
  readonly table: TableDefinition;
  readonly names: Names;
  readonly reports: Reports;
  readonly reader: ExpressionReader;
  readonly pointer: string;
  readonly reference: string | undefined;
}

const numeric: ReadonlySet<HitPolicy> = new Set(['C+', 'C<', 'C>']);

/** Binds a decision table: inputs, unary tests and values; every fault is told at its cell. */
export function bindTable(reading: Reading): TypedTable {
  const { table, pointer, reader, reference } = reading;
  const clause = clausesOf(table.clause)[0];
  const inputs = table.inputs.map(({ label, expression }, index) => {
    const value = reader.read(
      expression,
      `${pointer}/inputs/${index}/expression`,
      undefined,
      clause,
      reference,
    );
    return { label: label ?? (value.is === 'field' ? value.field.title : expression), value };
  });
  const outputs = table.outputs.map((output, index) =>
    outputOf(output, `${pointer}/outputs/${index}`, reading),
  );
  const tests = new Map<string, Typed | undefined>();
  const rows = table.rows.map((row, index): TypedRow => {
    const at = `${pointer}/rows/${index}`;
    for (const [key, wanted] of [
      ['when', inputs.length],
      ['then', outputs.length],
    ] as const) {
      if (row[key].length === wanted) continue;
      reading.reports.at(`${at}/${key}`)('rules/table-row', undefined, {
        found: String(row[key].length),
        wanted: String(wanted),
        what: key,
      });
    }
    const when = inputs.map(({ value }, column) => {
      const cell = row.when[column] ?? '-';
      const known = `${column} ${typeof cell} ${cell}`;
      // The same cell in a column is the same test: thousands of rows have few different ones.
      if (!tests.has(known)) tests.set(known, testOf(cell, value, `${at}/when/${column}`, reading));
      return tests.get(known);
    });
    const then = outputs.map((output, column) =>
      row.then[column] === undefined
        ? faulty
        : valueOf(row.then[column], output, `${at}/then/${column}`, reading),
    );
    return { pointer: at, when, then, clauses: row.clause === undefined ? [] : clausesOf(row.clause) };
  });
  return {
    id: table.id,
    title: table.title,
    clauses: clausesOf(table.clause),
    hitPolicy: table.hitPolicy,
    complete: table.complete === true,
    pointer,
    inputs,
    outputs,
    rows,
  };
}

const clausesOf = (clause: string | readonly string[]): readonly string[] => [clause].flat();

function outputOf(output: TableOutput, pointer: string, reading: Reading): Output {
  const { names, reports, table } = reading;
  const type: Type =
    output.of === undefined
      ? { number, boolean, date, text: { is: 'text' } as const }[output.type ?? 'number']
      : parameterType({ of: output.of, default: '' }, names.forms, reports.at(`${pointer}/of`));
  if (numeric.has(table.hitPolicy) && type.is !== 'number' && type.is !== 'error') {
    reports.at(pointer)('rules/type-mismatch', undefined, {
      what: output.name,
      is: type.is,
      wanted: 'number',
      example: '"type": "number"',
    });
  }
  const made: Output = {
    name: output.name,
    type,
    ...(output.unit === undefined ? {} : { unit: output.unit }),
  };
  const literal = (cell: TableCell, at: string) => valueOf(cell, made, at, reading);
  return {
    ...made,
    ...(output.default === undefined ? {} : { default: literal(output.default, `${pointer}/default`) }),
    ...(output.values === undefined
      ? {}
      : { values: output.values.map((cell, index) => literal(cell, `${pointer}/values/${index}`)) }),
  };
}

const optionsOf = (type: Type): OptionSet | undefined =>
  type.is === 'rank' || type.is === 'text' ? type.options : undefined;

/** A value of an output: a literal, or for numbers an expression. */
function valueOf(
  cell: TableCell,
  { type, name }: Output,
  pointer: string,
  { reports, reader, table, reference }: Reading,
): Typed {
  if (type.is === 'error') return faulty;
  if (type.is === 'number' && typeof cell === 'string')
    return reader.read(cell, pointer, 'number', clausesOf(table.clause)[0], reference);
  const options = optionsOf(type);
  if (options) {
    const option = optionIn(options, String(cell), type);
    if (option) return option;
    tellOption(reports.at(pointer), String(cell), name, options);
    return faulty;
  }
  const is = { number: 'number', boolean: 'boolean', string: 'text' }[
    typeof cell as 'number' | 'boolean' | 'string'
  ];
  const fits = type.is === 'date' ? typeof cell === 'string' : is === type.is;
  if (type.is === 'date' && fits && !isDay(String(cell))) {
    reports.at(pointer)('rules/bad-date', undefined, { value: String(cell) });
    return faulty;
  }
  if (fits) return { is: 'literal', type, value: cell };
  reports.at(pointer)('rules/type-mismatch', undefined, {
    what: String(cell),
    is,
    wanted: type.is,
    example: { number: '5000', boolean: 'true', date: '"2025-10-08"' }[String(type.is)] ?? '"…"',
  });
  return faulty;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function tellOption(report: Report, value: string, field: string, options: OptionSet): void {
  const codes = options.codes.map(String);
  report('rules/unknown-option', undefined, {
    value,
    field,
    nearest: nearest(value, codes),
    options: codes.slice(0, 12),
  });
}

/** A cell as a condition on its input; undefined for `-`. */
function testOf(
  cell: TableCell,
  value: Typed,
  pointer: string,
  { names, reports, reference, table }: Reading,
): Typed | undefined {
  const written = String(cell).trim();
  if (written === '-' || written === '' || value.type.is === 'error') return undefined;
  const report = reports.at(pointer, undefined, clausesOf(table.clause)[0]);
  const negated = /^not\s*\((.*)\)$/su.exec(written)?.[1];
  const plain = negated ?? written;
  const options = optionsOf(value.type);
  const feel = inFeel(plain, value.type);
  const bare =
    options &&
    /^[\p{L}\p{N}]+$/u.test(feel) &&
    !/^\d/.test(feel) &&
    !names.parameters.has(feel) &&
    !names.sets.has(feel);
  if (bare) {
    tellOption(report, feel, value.is === 'field' ? value.field.title : table.title, options);
    return faulty;
  }
  const parsed = parse(`x in (${feel})`);
  if ('fault' in parsed) {
    report(
      parsed.fault.code,
      undefined,
      (parsed.fault.code === 'rules/syntax' ? { found: plain } : parsed.fault.params) as never,
    );
    return faulty;
  }
  const { syntax } = parsed;
  if (syntax.is !== 'in' || syntax.value.is !== 'name' || syntax.value.from !== 0) {
    report('rules/syntax', undefined, { found: plain });
    return faulty;
  }
  const scope: Scope = {
    names,
    rows: [],
    text: feel,
    tell: (code, _, params) => report(code, undefined, params),
    ...(reference === undefined ? {} : { reference }),
  };
  const test = bindIn(syntax, value, scope, bind);
  return negated === undefined || test.type.is === 'error' ? test : { is: 'not', type: boolean, of: test };
}

/** Options and dates may stand bare in a cell, as an officer writes them: `>= 技师`, `技师、高级技师`, `>= 2025-01-01`. */
function inFeel(written: string, type: Type): string {
  if (type.is === 'date') {
    return written.replaceAll(/(?<!["\d])\d{4}-\d\d-\d\d(?!["\d])/g, (day) => `date("${day}")`);
  }
  const options = optionsOf(type);
  if (!options) return written;
  const codeOf = (name: string): string | undefined => {
    const index = options.codes.findIndex((code) => String(code) === name);
    const titled = index < 0 ? (options.titles?.indexOf(name) ?? -1) : index;
    return titled < 0 ? undefined : JSON.stringify(String(options.codes[titled]));
  };
  const whole = codeOf(written);
  if (whole !== undefined) return whole;
  // A quoted text may hold a comma of its own.
  const parts = written.match(/(?:"(?:[^"\\]|\\.)*"|[^,，、"])+/g) ?? [];
  return parts
    .map((part) => {
      const [, op = '', name = ''] = /^\s*(<=|>=|<|>|!=|=)?\s*(.*?)\s*$/su.exec(part) ?? [];
      const code = codeOf(name);
      return code === undefined ? part : op + code;
    })
    .join(', ');
}
