import type { Interpretation, RuleDefinition, RulesDefinition } from '@zhinan/model';
import type { FieldUse, Typed } from './typed.ts';
import type { OptionSet } from './types.ts';
import { statement } from './words.ts';

/** Collects what people are told of a programme's rules: the `Words` of the runtime, as JSON. */
export class WordsWriter {
  readonly #parameters: ReadonlyMap<string, string>;
  readonly #parts: Record<string, readonly (string | number)[]> = {};
  readonly #options: (readonly [codes: OptionSet['codes'], titles: readonly string[]])[] = [];

  constructor(parameters: ReadonlyMap<string, string>) {
    this.#parameters = parameters;
  }

  /** A rule's sentence: the author's message, or what its expression says. */
  rule({ id, title, message }: RuleDefinition, requirement: Typed, figure?: string): void {
    const said =
      message === undefined
        ? [statement(requirement, { parameters: this.#parameters, must: true })]
        : [0, message];
    // Up to the figure every place is filled.
    const words = figure === undefined ? said : [said[0] ?? 0, said[1] ?? 0, figure];
    this.#parts[`rule ${id}`] = [title, ...words];
  }

  write(
    { relax = [], amounts = [], quotas = [], tables = [], rules }: RulesDefinition,
    fields: readonly FieldUse[],
    interpretations: Readonly<Record<string, Interpretation>> = {},
  ): string {
    for (const [kind, items] of Object.entries({
      relaxation: relax,
      amount: amounts,
      quota: quotas,
      table: tables,
    })) {
      for (const { id, title } of items) this.#parts[`${kind} ${id}`] = [title];
    }
    const used = [...rules, ...relax, ...amounts, ...quotas].flatMap(
      ({ interpretation }) => interpretation ?? [],
    );
    const readings = used.flatMap((id): [string, string][] => {
      const found = Object.hasOwn(interpretations, id) ? interpretations[id] : undefined;
      const title = found?.readings[found.chosen]?.title;
      return title === undefined ? [] : [[id, title]];
    });
    return JSON.stringify(
      {
        fields: Object.fromEntries(
          fields.flatMap((field) => (field.title ? [[field.key, this.#field(field)]] : [])),
        ),
        ...(this.#options.length ? { options: this.#options } : {}),
        parts: this.#parts,
        ...(readings.length ? { readings: Object.fromEntries(readings) } : {}),
      },
      null,
      2,
    );
  }

  #field({ title, unit, type }: FieldUse): readonly (string | number)[] {
    const item = type.is === 'list' ? type.item : type;
    const options = item.is === 'rank' || item.is === 'text' ? item.options : undefined;
    if (!options?.titles) return unit === undefined ? [title] : [title, unit];
    const { codes, titles } = options;
    const known = this.#options.findIndex(([other]) => other.join() === codes.join());
    if (known < 0) this.#options.push([codes, titles]);
    return [title, unit ?? '', known < 0 ? this.#options.length - 1 : known];
  }
}
