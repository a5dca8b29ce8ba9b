import type { Shape } from '@zhinan/engine/validation';

/** Constants of a generated module: what stands in several places is written once, above its first use. */
export class Constants {
  readonly #names = new Map<string, string>();
  readonly #lines: string[] = [];

  /** Name under which the expression is kept; the same text gives the same name. */
  name(prefix: string, expression: string): string {
    const known = this.#names.get(expression);
    if (known !== undefined) return known;
    const name = `${prefix}${this.#lines.length}`;
    this.#names.set(expression, name);
    this.#lines.push(`const ${name} = ${expression};`);
    return name;
  }

  /** One statement per constant, each referring only to earlier ones. */
  get statements(): readonly string[] {
    return this.#lines;
  }

  get code(): string {
    return this.#lines.join('\n');
  }
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** An object literal of given expressions; `__proto__` is a property like any other. */
function objectText(entries: readonly (readonly [string, string])[]): string {
  const key = (name: string) => {
    if (name === '__proto__') return '["__proto__"]';
    return identifier.test(name) ? name : JSON.stringify(name);
  };
  return `{${entries.map(([name, text]) => `${key(name)}:${text}`).join(',')}}`;
}

const tableKeys: ReadonlySet<string> = new Set(['p', 'D']);
const listKeys: ReadonlySet<string> = new Set(['g', 'O']);
const shapeKeys: ReadonlySet<string> = new Set(['i', 'a', 'I', 'T', 'E', 'o']);

/** Texts shorter than this are not worth a name. */
const WORTH_NAMING = 24;

/** Prints shapes as literals, parts that occur again as constants. */
export class ShapePrinter {
  readonly #constants: Constants;
  readonly #seen = new Map<string, number>();
  /** Closed objects and entries of lists: the verdict's code refers to them, so each is one object with a name. */
  readonly #referred = new Set<string>();

  constructor(constants: Constants, roots: readonly Shape[]) {
    this.#constants = constants;
    for (const root of roots) this.#count(root);
  }

  /** Expression of a shape inside the module: a literal, or the name of a constant if others refer to it too. */
  print(shape: Shape): string {
    const text = this.#literal(shape, (part) => this.print(part));
    const key = this.#whole(shape);
    const again = (this.#seen.get(key) ?? 0) > 1 && text.length > WORTH_NAMING;
    return again || this.#referred.has(key) ? this.#constants.name('s', text) : text;
  }

  /** Name of a shape that code refers to. */
  nameOf(shape: Shape): string {
    return this.#constants.name(
      's',
      this.#literal(shape, (part) => this.print(part)),
    );
  }

  codes(values: readonly (string | number)[]): string {
    return this.#constants.name('e', JSON.stringify(values));
  }

  pattern(pattern: RegExp): string {
    return this.#constants.name('r', String(pattern));
  }

  #count(shape: Shape): void {
    const key = this.#whole(shape);
    const times = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, times);
    if (shape.z !== undefined) this.#referred.add(key);
    if (shape.i !== undefined) this.#referred.add(this.#whole(shape.i));
    if (times === 1) for (const part of partsOf(shape)) this.#count(part);
  }

  /** Text of a shape with nothing taken out, to tell equal ones. */
  #whole(shape: Shape): string {
    const known = wholes.get(shape);
    if (known !== undefined) return known;
    const text = objectText(
      Object.entries(shape).map(([key, value]) => [
        key,
        this.#value(key, value as never, (part) => this.#whole(part), false),
      ]),
    );
    wholes.set(shape, text);
    return text;
  }

  #literal(shape: Shape, part: (shape: Shape) => string): string {
    return objectText(
      Object.entries(shape).map(([key, value]) => [key, this.#value(key, value as never, part, true)]),
    );
  }

  #value(key: string, value: never, part: (shape: Shape) => string, named: boolean): string {
    if (tableKeys.has(key))
      return objectText(Object.entries<Shape>(value).map(([name, inner]) => [name, part(inner)]));
    if (listKeys.has(key)) return `[${(value as readonly Shape[]).map(part).join(',')}]`;
    if (shapeKeys.has(key)) return part(value);
    if (key === 'e' && named) return this.codes(value);
    if (key === 'r') return named ? this.pattern(value) : String(value);
    return JSON.stringify(value);
  }
}

const wholes = new WeakMap<Shape, string>();

/** Direct parts of a shape. */
function partsOf(shape: Shape): readonly Shape[] {
  return (Object.entries(shape) as [string, never][]).flatMap(([key, value]): readonly Shape[] => {
    if (tableKeys.has(key)) return Object.values<Shape>(value);
    if (listKeys.has(key)) return value;
    return shapeKeys.has(key) ? [value] : [];
  });
}
