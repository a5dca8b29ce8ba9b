import type { RulesDefinition } from '@zhinan/model';

export type Path = readonly (string | number)[];

interface Step {
  readonly definition: RulesDefinition;
  /** What was changed to get away from it. */
  readonly pointer: string;
  readonly at: number;
}

/** Edits of one value within this time are one step of undoing. */
const TYPING_MS = 700;

/** The rules while they are edited: immutable states with a history over the whole file. */
export class RuleDocument {
  readonly original: RulesDefinition;
  #now: RulesDefinition;
  #past: Step[] = [];
  #future: Step[] = [];

  constructor(original: RulesDefinition) {
    this.original = original;
    this.#now = original;
  }

  get definition(): RulesDefinition {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Sets a value; `at` in milliseconds tells typing from separate edits. */
  set(path: Path, value: unknown, at: number): void {
    if (Object.is(valueAt(this.#now, path), value)) return;
    this.#replace(put(this.#now, path, value), `/${path.join('/')}`, at);
  }

  /** Back to how it was generated: one part, or everything. */
  reset(path: Path, at: number): void {
    const next = path.length === 0 ? this.original : put(this.#now, path, valueAt(this.original, path));
    this.#replace(next, `/${path.join('/')}`, at - TYPING_MS);
  }

  #replace(next: RulesDefinition, pointer: string, at: number): void {
    const last = this.#past.at(-1);
    const typing = last?.pointer === pointer && at - last.at < TYPING_MS && this.#future.length === 0;
    if (last && typing) this.#past[this.#past.length - 1] = { ...last, at };
    else this.#past.push({ definition: this.#now, pointer, at });
    this.#future = [];
    this.#now = next;
  }

  /** Takes the last step back; returns the pointer of what changed. */
  undo(): string | undefined {
    return this.#travel(this.#past, this.#future);
  }

  redo(): string | undefined {
    return this.#travel(this.#future, this.#past);
  }

  #travel(from: Step[], to: Step[]): string | undefined {
    const step = from.pop();
    if (step === undefined) return undefined;
    to.push({ definition: this.#now, pointer: step.pointer, at: Number.NEGATIVE_INFINITY });
    this.#now = step.definition;
    return step.pointer;
  }

  isChanged(path: Path): boolean {
    return JSON.stringify(valueAt(this.#now, path)) !== JSON.stringify(valueAt(this.original, path));
  }

  /** The file as it stands in a definition folder. */
  toJson(): string {
    const $schema = '../../../../packages/model/schemas/rules.schema.json';
    return `${JSON.stringify({ $schema, ...this.#now }, null, 2)}\n`;
  }
}

/** The value at a path, or `undefined`. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}

function put<T>(root: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(root))
    return root.map((item: unknown, index) => (index === key ? put(item, rest, value) : item)) as T;
  const record = root as Readonly<Record<string, unknown>>;
  return { ...record, [key]: put(record[key], rest, value) } as T;
}
