import { formatFunctions, type Shape } from '@zhinan/engine/validation';
import { Constants, type ShapePrinter } from './constants.ts';

/** Names that every object inherits: for these a look at own properties is needed. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A part of an object's shape, and the condition (an expression) under which it is in force. */
interface Layer {
  readonly shape: Shape;
  readonly when?: string;
  /** Only its property names count, as for the `if` of a conditional. */
  readonly namesOnly?: true;
}

/**
 * Writes the first pass of a validator: small functions that say yes or no, one per kind of object and list, without
 * keeping errors. What they cannot decide quickly they leave to `accepts`, which reads the shape. With `plain`, all data
 * are known to be plain JSON, made by us: then a name too many is an unknown one, and hardly a shape is needed.
 */
export class VerdictWriter {
  readonly #functions = new Constants();
  readonly #printer: ShapePrinter;
  readonly #made = new Map<string, string>();
  readonly #entries = new Map<Shape, string>();
  readonly #plain: boolean;

  constructor(printer: ShapePrinter, plain = false) {
    this.#printer = printer;
    this.#plain = plain;
  }

  get code(): string {
    return this.#functions.code;
  }

  get statements(): readonly string[] {
    return this.#functions.statements;
  }

  /** Shapes of list entries and the functions that decide them. */
  get entries(): ReadonlyMap<Shape, string> {
    return this.#entries;
  }

  /** Expression that is true when the value of `x` fits. `inObject`: `x` is known to be an object. */
  expression(given: Shape, x: string, inObject = false): string {
    const shape = meant(given);
    const tests = [
      ...this.#scalarTests(shape, x),
      ...(isList(shape) ? [`${this.#listFunction(shape)}(${x})`] : []),
      ...(isOfObjects(shape) ? [this.#objectTest(shape, x, inObject)] : []),
      ...(isOfObjects(shape) ? [] : this.#compoundTests(shape, x)),
    ];
    return tests.length === 0 ? 'true' : tests.join(' && ');
  }

  /** Whether the expression is false for `undefined`. */
  #rejectsMissing(shape: Shape): boolean {
    return (
      shape.y !== undefined ||
      shape.e !== undefined ||
      shape.c !== undefined ||
      (shape.g ?? []).some((part) => this.#rejectsMissing(part))
    );
  }

  #scalarTests(shape: Shape, x: string): readonly string[] {
    const { y, e, c } = shape;
    const ofEnum = e === undefined ? undefined : `${this.#codes(e)}(${x})`;
    const implied = (values: readonly unknown[]) => values.every((value) => typeof value === y);
    const typed =
      (e !== undefined && implied(e)) || (c !== undefined && implied([c])) || y === 'array' || y === 'object';
    const text = this.#textTests(shape, x);
    const number = numberTests(shape, x);
    return [
      ...(typed || y === undefined ? [] : [typeTest(y, x)]),
      ...(ofEnum === undefined ? [] : [ofEnum]),
      ...(c === undefined ? [] : [`${x} === ${JSON.stringify(c)}`]),
      ...guarded(text, y === 'string', `typeof ${x} !== "string"`),
      ...guarded(number, y === 'integer' || y === 'number', `typeof ${x} !== "number"`),
    ];
  }

  #codes(values: readonly (string | number)[]): string {
    const list = this.#printer.codes(values);
    return values.length <= 8 ? `${list}.includes` : `${this.#functions.name('set', `new Set(${list})`)}.has`;
  }

  #textTests({ l, m, r, f, v, V }: Shape, x: string): readonly string[] {
    return [
      ...(l === undefined || l === 0
        ? []
        : [l === 1 ? `${x} !== ""` : `(${x}.length >= ${l * 2} || codePoints(${x}) >= ${l})`]),
      ...(m === undefined ? [] : [`(${x}.length <= ${m} || codePoints(${x}) <= ${m})`]),
      ...(r === undefined ? [] : [`${this.#printer.pattern(r)}.test(${x})`]),
      ...(f === undefined ? [] : [`${this.#formatTest(f)}(${x})`]),
      ...(v === undefined ? [] : [`${x} >= ${JSON.stringify(v)}`]),
      ...(V === undefined ? [] : [`${x} <= ${JSON.stringify(V)}`]),
    ];
  }

  #formatTest(format: string): string {
    if (!this.#plain) return `formats[${JSON.stringify(format)}]`;
    return formatFunctions[format as keyof typeof formatFunctions];
  }

  /** References, conditionals and the like of a shape that is not about objects. */
  #compoundTests(shape: Shape, x: string): readonly string[] {
    const { g = [], I, T, E, o, O } = shape;
    const of = (part: Shape | undefined) => (part === undefined ? 'true' : this.expression(part, x));
    return [
      ...g.map((part) => `(${of(part)})`),
      ...(I && (T || E) ? [`(${of(I)} ? ${of(T)} : ${of(E)})`] : []),
      ...(o ? [`!(${of(o)})`] : []),
      ...(O ? [this.#oneOf(O, x)] : []),
    ];
  }

  #oneOf(alternatives: readonly Shape[], x: string): string {
    return `(${alternatives.map((part) => `+(${this.expression(part, x)})`).join(' + ')} === 1)`;
  }

  #listFunction(shape: Shape): string {
    return this.#function('list', shape, () => {
      const { y, s, b, i, u, a } = shape;
      const item = i && this.expression(i, 'x');
      const decides = item && /^(is\d+)\(x\)$/.exec(item)?.[1];
      if (i && decides) this.#entries.set(i, decides);
      const some = a && this.expression(a, 'x');
      return [
        `if (!Array.isArray(d)) return ${y === undefined};`,
        ...(s === undefined || s === 0 ? [] : [`if (d.length < ${s}) return false;`]),
        ...(b === undefined ? [] : [`if (d.length > ${b}) return false;`]),
        ...(item === undefined || item === 'true'
          ? []
          : [`for (const x of d) if (!(${item})) return false;`]),
        ...(u ? ['if (samePair(d)) return false;'] : []),
        ...(some === undefined ? [] : [`if (!d.some((x) => ${some})) return false;`]),
        'return true;',
      ];
    });
  }

  #objectTest(shape: Shape, x: string, inObject: boolean): string {
    if (inObject && isCondition(shape)) {
      const { p = {}, q = [] } = shape;
      const test = (name: string) =>
        p[name] ? this.expression(p[name], read(x, name)) : `${read(x, name)} !== undefined`;
      return q.map(test).join(' && ') || 'true';
    }
    return `${this.#objectFunction(shape)}(${x})`;
  }

  #objectFunction(shape: Shape): string {
    return this.#function('object', shape, () => {
      const otherwise = shape.y === undefined ? `accepts(${this.#printer.nameOf(shape)}, d)` : 'false';
      const lines = [`if (typeof d !== "object" || d === null || Array.isArray(d)) return ${otherwise};`];
      const layers = this.#layers(shape, undefined, lines);
      if (layers === undefined) return [`return accepts(${this.#printer.nameOf(shape)}, d);`];
      return [...lines, ...this.#objectBody(shape, layers)];
    });
  }

  /** The layers of an object; `undefined` where they are too tangled for the first pass. Conditions become constants. */
  #layers(
    shape: Shape,
    when: string | undefined,
    lines: string[],
    isRoot = true,
  ): readonly Layer[] | undefined {
    if (!isRoot && shape.z !== undefined) return undefined;
    if (shape.O !== undefined || (shape.y !== undefined && shape.y !== 'object')) return undefined;
    const layers: Layer[] = [{ shape, ...(when === undefined ? {} : { when }) }];
    const add = (part: Shape, condition: string | undefined): boolean => {
      const found = this.#layers(part, condition, lines, false);
      if (found) layers.push(...found);
      return found !== undefined;
    };
    const and = (condition: string) => (when === undefined ? condition : `${when} && ${condition}`);
    for (const part of shape.g ?? []) if (!add(part, when)) return undefined;
    for (const [name, part] of Object.entries(shape.D ?? {})) {
      if (!add(part, and(`${read('d', name)} !== undefined`))) return undefined;
    }
    const { I, T, E } = shape;
    if (I !== undefined) {
      const name = `c${lines.length}`;
      lines.push(`const ${name} = ${and(`(${this.expression(I, 'd', true)})`)};`);
      layers.push({ shape: I, when: name, namesOnly: true });
      if (T && !add(T, name)) return undefined;
      if (E && !add(E, and(`!${name}`))) return undefined;
    }
    return layers;
  }

  #objectBody(shape: Shape, layers: readonly Layer[]): readonly string[] {
    const lines = ['let v;'];
    const counted = shape.z === undefined ? [] : shape.z === 1 ? layers.slice(0, 1) : layers;
    const always = new Set(layers.flatMap(({ shape: { q = [] }, when }) => (when === undefined ? q : [])));
    const names = new Set(layers.flatMap(({ shape: { p = {} } }) => Object.keys(p)));
    const surely = [...always].filter((name) =>
      counted.some(({ shape: { p = {} }, when }) => when === undefined && Object.hasOwn(p, name)),
    );
    if (shape.z !== undefined) lines.push(`let n = ${surely.length};`);
    for (const name of new Set([...always, ...names])) {
      const here = layers.filter(({ shape: { p = {} } }) => Object.hasOwn(p, name));
      const tests = here.flatMap(({ shape: { p = {} }, when, namesOnly }) => {
        const test = namesOnly ? 'true' : this.expression(p[name] ?? {}, 'v');
        return test === 'true' ? [] : [{ test, when, sure: this.#rejectsMissing(p[name] ?? {}) }];
      });
      const check = ({ test, when }: (typeof tests)[number]) =>
        `if (${when === undefined ? '' : `${when} && `}!(${test})) return false;`;
      if (always.has(name)) {
        const known = tests.some(({ when, sure }) => when === undefined && sure);
        lines.push(`v = ${read('d', name)};`, ...(known ? [] : ['if (v === undefined) return false;']));
        lines.push(...tests.map(check));
        // Declared under a condition only: it counts when the condition holds.
        if (!surely.includes(name)) lines.push(...countLine(counted, name));
      } else {
        const inside = [...tests.map(check), ...countLine(counted, name)];
        if (inside.length > 0) lines.push(`if ((v = ${read('d', name)}) !== undefined) {`, ...inside, '}');
      }
    }
    for (const layer of layers) lines.push(...this.#rest(layer));
    // A count that differs means unknown names, or data that is no plain JSON: the exact look decides.
    lines.push(
      shape.z === undefined
        ? 'return true;'
        : `return Object.keys(d).length === n${this.#plain ? '' : ` || accepts(${this.#printer.nameOf(shape)}, d)`};`,
    );
    return lines;
  }

  /** What a layer asks of the object beside its properties. */
  #rest({ shape, when, namesOnly }: Layer): readonly string[] {
    if (namesOnly) return [];
    const { q = [], d: needs = {}, o, e, c } = shape;
    const missing = (name: string) => `${read('d', name)} === undefined`;
    const refuse = (test: string) => `if (${when === undefined ? '' : `${when} && `}${test}) return false;`;
    return [
      ...(when === undefined ? [] : q.map((name) => refuse(missing(name)))),
      ...Object.entries(needs).flatMap(([name, others]) =>
        others.map((other) => refuse(`${read('d', name)} !== undefined && ${missing(other)}`)),
      ),
      ...(o ? [refuse(`(${this.expression(o, 'd', true)})`)] : []),
      ...(e !== undefined || c !== undefined ? [refuse('true')] : []),
    ];
  }

  #function(kind: string, shape: Shape, body: () => readonly string[]): string {
    const key = `${kind}${this.#printer.print(shape)}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const name = this.#functions.name('is', `(d) => {\n${body().join('\n')}\n}`);
    this.#made.set(key, name);
    return name;
  }
}

/** Keys of a shape that only messages read. */
const words: ReadonlySet<string> = new Set(['t', 'U', 'w', 'k', 'h']);

const decisive = (shape: Shape): readonly string[] => Object.keys(shape).filter((key) => !words.has(key));

/** What only refers to another shape is that shape. */
function meant(shape: Shape): Shape {
  const [only, ...others] = shape.g ?? [];
  return only !== undefined && others.length === 0 && decisive(shape).length === 1 ? meant(only) : shape;
}

function isList({ y, s, b, i, u, a }: Shape): boolean {
  return y === 'array' || [s, b, i, u, a].some((value) => value !== undefined);
}

function isOfObjects(shape: Shape): boolean {
  const { y, p, q, z, d, D } = shape;
  return (
    y === 'object' ||
    [p, q, z, d, D].some((value) => value !== undefined) ||
    compounds(shape).some(isOfObjects)
  );
}

function compounds({ g = [], I, T, E, o }: Shape): readonly Shape[] {
  return [...g, I, T, E, o].filter((part) => part !== undefined);
}

/** Asks for answers, or compares them, without any more: may be written in place. */
function isCondition(shape: Shape): boolean {
  const { p = {}, q = [] } = shape;
  const compared = Object.entries(p);
  return (
    decisive(shape).every((key) => key === 'p' || key === 'q') &&
    compared.every(([name, { c, e }]) => q.includes(name) && (c !== undefined || e !== undefined))
  );
}

function read(x: string, name: string): string {
  const key = JSON.stringify(name);
  if (inherited.has(name)) return `(Object.hasOwn(${x}, ${key}) ? ${x}[${key}] : undefined)`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${x}.${name}` : `${x}[${key}]`;
}

function countLine(counted: readonly Layer[], name: string): readonly string[] {
  const having = counted.filter(({ shape: { p = {} } }) => Object.hasOwn(p, name));
  if (having.length === 0) return [];
  if (having.some(({ when }) => when === undefined)) return ['n++;'];
  return [`if (${having.map(({ when }) => `(${when})`).join(' || ')}) n++;`];
}

function typeTest(type: NonNullable<Shape['y']>, x: string): string {
  if (type === 'integer') return `Number.isInteger(${x})`;
  if (type === 'number') return `Number.isFinite(${x})`;
  return `typeof ${x} === "${type}"`;
}

function numberTests({ n, x, N, X }: Shape, name: string): readonly string[] {
  return [
    ...(n === undefined ? [] : [`${name} >= ${n}`]),
    ...(x === undefined ? [] : [`${name} <= ${x}`]),
    ...(N === undefined ? [] : [`${name} > ${N}`]),
    ...(X === undefined ? [] : [`${name} < ${X}`]),
  ];
}

/** Tests that speak of one type only, where the type is not sure. */
function guarded(tests: readonly string[], sure: boolean, otherwise: string): readonly string[] {
  if (tests.length === 0 || sure) return tests;
  return [`(${otherwise} || (${tests.join(' && ')}))`];
}
