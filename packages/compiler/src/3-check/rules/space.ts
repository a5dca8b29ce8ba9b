import type { Params } from '@zhinan/engine/rules';
import type { Facts, FormSchema, Json, JsonObject } from '@zhinan/model';
import { fieldsRead, partsOf } from '../../rules/typed.ts';
import type { FieldUse, Typed } from '../../rules/typed.ts';
import { domainOf } from './domain.ts';
import type { Reach } from './domain.ts';
import { evaluators, scopeOf } from './evaluator.ts';
import { Grain } from './grain.ts';
import { HintReader } from './hints.ts';
import { shapesOf } from './shapes.ts';

/** A field (or list) at the root of the answers and the values it is tried with. */
export interface Axis {
  /** Form and pointer: `application/apprentices`. */
  readonly key: string;
  readonly path: readonly string[];
  readonly values: readonly Json[];
  /** Of a list: the axes of one row. */
  readonly rows?: readonly Axis[];
}

/** What is known of a programme when applicants are made up for it. */
export interface Ground {
  readonly schemas: ReadonlyMap<string, FormSchema>;
  /** Values that parameters may have together, defaults first. */
  readonly settings: readonly Params[];
  /** Whose holidays working days know. */
  readonly region?: 'xinjiang';
  /** Coarse where absent. */
  readonly grain?: Grain;
}

/** An expression and the bounds it is held against outside itself (a cap, a floor). */
export interface Asked {
  readonly typed: Typed;
  readonly bounds?: readonly number[];
}

const maxRows = 3000;

const unescape = (segment: string) => segment.replaceAll('~1', '/').replaceAll('~0', '~');
const pathOf = (key: string) => key.split('/').map(unescape);

/** Sets a value deep inside plain data, without touching what it was made from. */
export function withValue(
  data: JsonObject,
  [head = '', ...rest]: readonly string[],
  value: Json,
): JsonObject {
  const inner = Object.hasOwn(data, head) ? data[head] : undefined;
  const base =
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...data, [head]: rest.length > 0 ? withValue(base, rest, value) : value };
}

/** Every expression inside one, itself first. */
export function* inside(typed: Typed): Generator<Typed> {
  yield typed;
  for (const part of partsOf(typed)) yield* inside(part);
}

/**
 * The axes of all applicants that can make a difference to the given expressions; with a prefix
 * (`application/apprentices[]/`) the axes of one row of that list.
 */
export function axesOf(asked: readonly Asked[], ground: Ground, reach: Reach, prefix = ''): readonly Axis[] {
  const { grain = new Grain() } = ground;
  const hints = new HintReader(ground.settings, ground.region);
  for (const { typed, bounds = [] } of asked) {
    hints.read(typed);
    if (bounds.length > 0) hints.near(typed, bounds);
  }
  hints.close();
  const expressions = asked.map(({ typed }) => typed);
  const fields = new Map<string, FieldUse>();
  for (const typed of expressions) {
    for (const { field, type } of fieldsRead(typed)) fields.set(field.key, { ...field, type });
  }

  const children = (prefix: string): readonly Axis[] => {
    const axes = new Map<string, Axis>();
    for (const [key, field] of fields) {
      if (!key.startsWith(prefix)) continue;
      const [head = ''] = key.slice(prefix.length).split('[]');
      const own = prefix + head;
      if (axes.has(own) || key === prefix.replace(/\/$/, '')) continue;
      const scalar = own === key && field.type.is !== 'list';
      const values = scalar ? domainOf(field, ground.schemas.get(key), hints, reach, grain) : lists(own);
      if (values.length === 0) continue;
      const axis = { key: own, path: pathOf(head), values };
      axes.set(own, scalar ? axis : { ...axis, rows: children(`${own}[]/`) });
    }
    return [...axes.values()];
  };

  const lists = (key: string): readonly Json[] => {
    const item = fields.get(`${key}[]`);
    const plain =
      item && item.type.is !== 'record'
        ? domainOf(item, ground.schemas.get(`${key}[]`), hints, reach, grain)
        : undefined;
    const declared = fields.get(key)?.type;
    // Of a list of codes that is only counted, the codes themselves still make it valid.
    const codes =
      declared?.is === 'list' && (declared.item.is === 'text' || declared.item.is === 'rank')
        ? declared.item.options?.codes
        : undefined;
    const rows = plain ?? codes ?? kindsOf(key, children(`${key}[]/`));
    return shapesOf(rows, ground.schemas.get(key), {
      sizes: hints.sizes.get(key) ?? [],
      ratios: hints.ratios.get(key) ?? [],
      reach,
      grain,
    });
  };

  // Rows that no condition tells apart are of one kind.
  const kindsOf = (key: string, axes: readonly Axis[]): readonly Json[] => {
    const rows = [...combinations(axes, maxRows)];
    const telling = expressions
      .flatMap((typed) => [...inside(typed)])
      .filter((typed) => tellsRowsApart(typed, key));
    const asks = evaluators(telling, ground.region);
    const kinds = new Map<string, Json>();
    for (const row of rows) {
      const scope = scopeOf(row);
      const signature = asks
        .map((ask) =>
          ground.settings
            .map((params) => String(plainValue(ask(scopeOf({}), params, scope, scope, scope))))
            .join(),
        )
        .join('|');
      if (!kinds.has(signature)) kinds.set(signature, row);
    }
    return grain.thin([...kinds.values()], grain.bounds.kinds);
  };

  return children(prefix);
}

const plainValue = (value: unknown) => (typeof value === 'object' ? '?' : value);

/** A condition or figure about one row of the list alone. */
function tellsRowsApart(typed: Typed, key: string): boolean {
  if (
    ['and', 'or', 'not', 'literal', 'parameter', 'reference'].includes(typed.is) ||
    typed.type.is === 'list' ||
    typed.type.is === 'record'
  )
    return false;
  const read = fieldsRead(typed);
  const rows = new Set(read.map(({ row }) => row));
  const asks = typed.type.is === 'boolean' || typed.type.is === 'number';
  const whole = ![...inside(typed)].some(
    (one) => one.is === 'quantified' || one.is === 'count' || one.is === 'total',
  );
  return (
    asks &&
    whole &&
    read.length > 0 &&
    rows.size === 1 &&
    !rows.has(undefined) &&
    read.every(({ field }) => field.key.startsWith(`${key}[]`))
  );
}

/** How many combinations the axes have. */
export const sizeOf = (axes: readonly Axis[]): number =>
  axes.reduce((size, { values }) => size * values.length, 1);

/**
 * Combinations of the axes' values: all of them, or, beyond the bound, single and paired changes of the first one
 * and then a spread over the rest in a fixed order.
 */
export function* combinations(axes: readonly Axis[], most: number): Generator<JsonObject> {
  const total = sizeOf(axes);
  if (total <= most) {
    for (let index = 0; index < total; index += 1) yield pick(axes, digitsOf(axes, index));
    return;
  }
  const base = axes.map(() => 0);
  let given = 0;
  for (const [at, axis] of axes.entries()) {
    for (let value = 0; value < axis.values.length && given < most / 2; value += 1, given += 1)
      yield pick(axes, base.with(at, value));
  }
  // A multiplier that shares no factor with the total visits every combination once.
  const step = coprime(Math.floor(total * 0.618_033_988_7), total);
  for (let index = step % total; given < most; given += 1, index = (index + step) % total)
    yield pick(axes, digitsOf(axes, index));
}

function coprime(start: number, total: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, start);
  while (divisor(step, total) !== 1) step += 1;
  return step;
}

function digitsOf(axes: readonly Axis[], index: number): number[] {
  let rest = index;
  return axes.map(({ values }) => {
    const digit = rest % values.length;
    rest = Math.floor(rest / values.length);
    return digit;
  });
}

function pick(axes: readonly Axis[], digits: readonly number[]): JsonObject {
  return axes.reduce<JsonObject>(
    (data, { path, values }, at) => withValue(data, path, values[digits[at] ?? 0] ?? null),
    {},
  );
}

/** Applicants that differ in what the axes say, at most so many. */
export const applicants = (axes: readonly Axis[], most: number): readonly Facts[] =>
  [...combinations(axes, most)] as unknown as readonly Facts[];
