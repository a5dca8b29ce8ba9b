import type { ProgramContract, RelaxationDefinition } from '@zhinan/model';
import type { CompiledPart } from '../../rules/compiled-source.ts';
import { toPlainFeel } from '../../rules/plain-feel.ts';
import type { Typed } from '../../rules/typed.ts';
import { decision } from './decision.ts';
import type { DecisionParts } from './decision.ts';
import type { DmnNames } from './identifiers.ts';
import type { Sources } from './sources.ts';
import type { Element } from './xml.ts';

/** Name, FEEL type and FEEL of an intermediate value. */
export type Entry = readonly [name: string, typeRef: string, text: string];

/** What the decisions of one programme are written with. */
export class Frame {
  readonly program: ProgramContract;
  readonly names: DmnNames;
  /** Parameters by their defaults: what a relaxation's condition and a quota are asked with. */
  readonly defaults: ReadonlyMap<string, string>;
  /** FEEL of a value of a parameter. */
  readonly valueOf: (parameter: string, value: string | number | boolean) => string;
  readonly #parts: readonly CompiledPart[];
  readonly #sources: Sources;

  constructor(
    program: ProgramContract,
    parts: readonly CompiledPart[],
    valueOf: Frame['valueOf'],
    names: DmnNames,
    sources: Sources,
  ) {
    this.program = program;
    this.names = names;
    this.valueOf = valueOf;
    this.defaults = new Map(
      Object.entries(program.rules.parameters ?? {}).map(([name, { default: value }]) => [
        name,
        valueOf(name, value),
      ]),
    );
    this.#parts = parts;
    this.#sources = sources;
  }

  part(kind: CompiledPart['kind'], id: string): CompiledPart {
    const found = this.#parts.find((part) => part.kind === kind && part.id === id);
    if (found) return found;
    throw new Error(`${kind} ${id} was not compiled`);
  }

  /** FEEL of an expression asked with the parameters' defaults. */
  standard(typed: Typed, root = ''): string {
    return toPlainFeel(typed, { parameters: this.defaults, root });
  }

  /** Relaxations that set one of these parameters, lowest priority first. */
  relaxing(parameters: readonly string[]): readonly RelaxationDefinition[] {
    return (this.program.rules.relax ?? [])
      .filter(({ set }) => parameters.some((name) => Object.hasOwn(set, name)))
      .toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
  }

  /** A decision that requires the forms it reads, and these other decisions. */
  decision(
    parts: Omit<DecisionParts, 'inputs' | 'decisions' | 'description'> & { readonly description?: string },
    reads: { readonly fields: readonly string[]; readonly decisions?: readonly string[] },
  ): Element {
    const inputs = new Set(reads.fields.map((key) => key.split('/')[0] ?? ''));
    const decisions = new Set(reads.decisions);
    return decision(
      { ...parts, description: parts.description ?? parts.title, inputs, decisions },
      this.names,
      this.#sources,
    );
  }
}
