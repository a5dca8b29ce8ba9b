import { formats } from './formats.ts';
import { codePoints, samePair } from './primitives.ts';
import { isObject, own, type Path, type Shape } from './shape.ts';

/** One keyword that failed, at the place of the answer concerned: a missing answer is named itself, not its parent. */
export interface Failure {
  readonly path: Path;
  /** JSON Schema keyword. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

/** Fast verdicts of shapes, as generated code brings them along: what passes one is not looked through. */
export type Verdicts = ReadonlyMap<Shape, (value: unknown) => boolean>;

/** All that is wrong with the data, in the order of the form. An empty list = valid. */
export function explain(shape: Shape, data: unknown, entries?: Verdicts): readonly Failure[] {
  const found: Failure[] = [];
  visit(ready(shape), data, { path: [], found, entries, failed: false });
  return found;
}

/** The verdict alone. */
export function accepts(shape: Shape, data: unknown): boolean {
  return holds(ready(shape), data);
}

/** Where the walk stands. Without `found` only the verdict is asked for. */
interface Walk {
  readonly path: (string | number)[];
  readonly found: Failure[] | undefined;
  readonly entries: Verdicts | undefined;
  failed: boolean;
}

/** A shape with every key in place and its parts resolved, so that the walk reads objects of one layout only. */
interface Ready {
  readonly type: Shape['y'];
  readonly allowed: readonly unknown[] | undefined;
  readonly among: ReadonlySet<unknown> | undefined;
  readonly only: Shape['c'];
  readonly ofText: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: RegExp | undefined;
  readonly format: string | undefined;
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  readonly ofNumber: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly over: number;
  readonly under: number;
  readonly minItems: number;
  readonly maxItems: number;
  readonly unique: boolean;
  readonly contains: Ready | undefined;
  readonly items: Ready | undefined;
  readonly ofObject: boolean;
  readonly shape: Shape;
  readonly properties: readonly Property[];
  readonly known: ReadonlySet<string>;
  readonly required: readonly string[];
  readonly closed: Shape['z'];
  readonly needs: readonly (readonly [string, readonly string[]])[];
  readonly brings: readonly (readonly [string, Ready])[];
  readonly all: readonly Ready[];
  readonly test: Ready | undefined;
  readonly then: Ready | undefined;
  readonly otherwise: Ready | undefined;
  readonly never: Ready | undefined;
  readonly one: readonly Ready[] | undefined;
  /** It has keywords that apply other schemas to the same value, or ask for all names of an object. */
  readonly compound: boolean;
}

interface Property {
  readonly name: string;
  readonly shape: Ready;
  readonly required: boolean;
  readonly inherited: boolean;
}

const made = new WeakMap<Shape, Ready>();

function ready(shape: Shape): Ready {
  const known = made.get(shape);
  if (known) return known;
  const part = (inner: Shape | undefined): Ready | undefined => inner && ready(inner);
  const { p = {}, q = [], d = {}, D = {} } = shape;
  const says = (...keys: readonly (keyof Shape)[]) => keys.some((key) => shape[key] !== undefined);
  const result: Ready = {
    type: shape.y,
    allowed: shape.e,
    among: shape.e && new Set<unknown>(shape.e),
    only: shape.c,
    ofText: says('l', 'm', 'r', 'f', 'v', 'V'),
    minLength: shape.l ?? 0,
    maxLength: shape.m ?? Infinity,
    pattern: shape.r,
    format: shape.f,
    earliest: shape.v,
    latest: shape.V,
    ofNumber: says('n', 'x', 'N', 'X'),
    minimum: shape.n ?? -Infinity,
    maximum: shape.x ?? Infinity,
    over: shape.N ?? -Infinity,
    under: shape.X ?? Infinity,
    minItems: shape.s ?? 0,
    maxItems: shape.b ?? Infinity,
    unique: shape.u === true,
    contains: part(shape.a),
    items: part(shape.i),
    ofObject: says('p', 'q', 'z', 'd', 'D'),
    shape,
    properties: Object.entries(p).map(([name, inner]) => ({
      name,
      shape: ready(inner),
      required: q.includes(name),
      inherited: name in Object.prototype,
    })),
    known: new Set(Object.keys(p)),
    required: q.filter((name) => !Object.hasOwn(p, name)),
    closed: shape.z,
    needs: Object.entries(d),
    brings: Object.entries(D).map(([name, inner]) => [name, ready(inner)]),
    all: (shape.g ?? []).map(ready),
    test: part(shape.I),
    then: part(shape.T),
    otherwise: part(shape.E),
    never: part(shape.o),
    one: shape.O?.map(ready),
    compound: says('g', 'I', 'o', 'O', 'z'),
  };
  made.set(shape, result);
  return result;
}

function holds(shape: Ready, value: unknown): boolean {
  const walk: Walk = { path: [], found: undefined, entries: undefined, failed: false };
  visit(shape, value, walk);
  return !walk.failed;
}

function fail(walk: Walk, keyword: string, params: Failure['params'], value: unknown, name?: string): void {
  walk.failed = true;
  if (walk.found === undefined) return;
  const path = walk.path.slice();
  if (name !== undefined) path.push(name);
  walk.found.push({ path, keyword, params, value });
}

function visit(shape: Ready, value: unknown, walk: Walk): void {
  const { type } = shape;
  if (type !== undefined && !isOf(type, value)) fail(walk, 'type', { type }, value);
  if (shape.among !== undefined && !shape.among.has(value))
    fail(walk, 'enum', { allowedValues: shape.allowed }, value);
  if (shape.only !== undefined && shape.only !== value)
    fail(walk, 'const', { allowedValue: shape.only }, value);
  if (typeof value === 'string') {
    if (shape.ofText) visitText(shape, value, walk);
  } else if (typeof value === 'number') {
    if (shape.ofNumber) visitNumber(shape, value, walk);
  } else if (Array.isArray(value)) visitList(shape, value, walk);
  else if (shape.ofObject && isObject(value)) visitObject(shape, value, walk);
  if (shape.compound) visitCompound(shape, value, walk);
}

function visitCompound(shape: Ready, value: unknown, walk: Walk): void {
  for (const part of shape.all) visit(part, value, walk);
  if (shape.test !== undefined) {
    const branch = holds(shape.test, value) ? shape.then : shape.otherwise;
    if (branch !== undefined) visit(branch, value, walk);
  }
  if (shape.never !== undefined && holds(shape.never, value)) fail(walk, 'not', {}, value);
  if (shape.one !== undefined) visitOne(shape.one, value, walk);
  if (shape.closed !== undefined && isObject(value)) visitNames(shape, value, walk);
}

function isOf(type: NonNullable<Shape['y']>, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function visitText(shape: Ready, value: string, walk: Walk): void {
  const { minLength, maxLength, pattern, format, earliest, latest } = shape;
  // Counting is needed only where code units do not decide already.
  if (value.length < minLength * 2 && codePoints(value) < minLength)
    fail(walk, 'minLength', { limit: minLength }, value);
  if (value.length > maxLength && codePoints(value) > maxLength)
    fail(walk, 'maxLength', { limit: maxLength }, value);
  if (pattern !== undefined && !pattern.test(value))
    fail(walk, 'pattern', { pattern: pattern.source }, value);
  if (format !== undefined && !formats[format as keyof typeof formats](value))
    fail(walk, 'format', { format }, value);
  // Days are compared as they are written, YYYY-MM-DD.
  else if (earliest !== undefined && value < earliest) fail(walk, 'formatMinimum', { day: earliest }, value);
  else if (latest !== undefined && value > latest) fail(walk, 'formatMaximum', { day: latest }, value);
}

function visitNumber({ minimum, maximum, over, under }: Ready, value: number, walk: Walk): void {
  if (!(value >= minimum)) fail(walk, 'minimum', { limit: minimum }, value);
  if (!(value <= maximum)) fail(walk, 'maximum', { limit: maximum }, value);
  if (!(value > over) && over !== -Infinity) fail(walk, 'exclusiveMinimum', { limit: over }, value);
  if (!(value < under) && under !== Infinity) fail(walk, 'exclusiveMaximum', { limit: under }, value);
}

function visitList(shape: Ready, value: readonly unknown[], walk: Walk): void {
  const { minItems, maxItems, items, contains } = shape;
  if (value.length < minItems) fail(walk, 'minItems', { limit: minItems }, value);
  if (value.length > maxItems) fail(walk, 'maxItems', { limit: maxItems }, value);
  if (items !== undefined) {
    const passes = walk.entries?.get(items.shape);
    for (let at = 0; at < value.length; at++) {
      if (passes?.(value[at])) continue;
      walk.path.push(at);
      visit(items, value[at], walk);
      walk.path.pop();
    }
  }
  if (shape.unique) {
    const same = samePair(value);
    if (same !== undefined) fail(walk, 'uniqueItems', same, value);
  }
  if (contains !== undefined && !value.some((each) => holds(contains, each)))
    fail(walk, 'contains', { minContains: 1 }, value);
}

function visitObject(shape: Ready, value: Readonly<Record<string, unknown>>, walk: Walk): void {
  const { properties, required, needs, brings } = shape;
  for (const name of required) {
    if (own(value, name) === undefined) fail(walk, 'required', { missingProperty: name }, undefined, name);
  }
  for (const [property, others] of needs) {
    if (own(value, property) === undefined) continue;
    for (const name of others) {
      if (own(value, name) === undefined)
        fail(walk, 'dependentRequired', { property, missingProperty: name }, undefined, name);
    }
  }
  // On a plain object only names that Object.prototype has could be read by mistake.
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  for (const { name, shape: inner, required: needed, inherited } of properties) {
    const answer = isPlain && !inherited ? value[name] : own(value, name);
    if (answer !== undefined) {
      walk.path.push(name);
      visit(inner, answer, walk);
      walk.path.pop();
    } else if (needed) fail(walk, 'required', { missingProperty: name }, undefined, name);
  }
  for (const [name, brought] of brings) if (own(value, name) !== undefined) visit(brought, value, walk);
}

/** `oneOf`. Where alternatives tell themselves apart by one answer (`const`), only the one meant is explained. */
function visitOne(alternatives: readonly Ready[], value: unknown, walk: Walk): void {
  const passing = alternatives.filter((each) => holds(each, value)).length;
  if (passing === 1) return;
  const [meant, ...others] = alternatives.filter((each) => isMeant(each, value));
  if (passing === 0 && meant !== undefined && others.length === 0) visit(meant, value, walk);
  else fail(walk, 'oneOf', {}, value);
}

function isMeant({ properties }: Ready, value: unknown): boolean {
  const marks = properties.filter(({ shape, required }) => shape.only !== undefined && required);
  return marks.length > 0 && marks.every(({ name, shape }) => own(value, name) === shape.only);
}

/** Names that the form does not have, or not with the present answers. */
function visitNames(shape: Ready, value: Readonly<Record<string, unknown>>, walk: Walk): void {
  const names = Object.keys(value).filter((name) => !shape.known.has(name));
  if (names.length === 0) return;
  const parts = shape.closed === 1 ? [] : layersInForce(shape, value);
  const [keyword, param] =
    shape.closed === 1
      ? ['additionalProperties', 'additionalProperty']
      : ['unevaluatedProperties', 'unevaluatedProperty'];
  for (const name of names) {
    if (!parts.some(({ known }) => known.has(name)) && value[name] !== undefined)
      fail(walk, keyword, { [param]: name }, value[name], name);
  }
}

/** All parts of a shape that speak of this very object with its present answers. */
function layersInForce(shape: Ready, value: Readonly<Record<string, unknown>>): readonly Ready[] {
  const { test, then, otherwise } = shape;
  const passes = test !== undefined && holds(test, value);
  const parts = [
    ...shape.all,
    ...(passes ? [test] : []),
    (passes ? then : test && otherwise) ?? [],
    ...shape.brings.flatMap(([name, part]) => (own(value, name) === undefined ? [] : [part])),
    ...(shape.one ?? []).filter((part) => isMeant(part, value) || holds(part, value)),
  ].flat();
  return [shape, ...parts.flatMap((part) => layersInForce(part, value))];
}
