import type { Contract } from '@zhinan/model';
import type { DmnNames } from './identifiers.ts';
import { element } from './xml.ts';
import type { Element } from './xml.ts';

/** What a decision rests on: its clauses and, where the text left a question, the reading chosen. */
export interface Grounds {
  readonly clause: string | readonly string[];
  readonly interpretation?: string;
}

/** Clauses and interpretations as DMN knowledge sources; only those that a decision names are written. */
export class Sources {
  readonly #contract: Contract;
  readonly #names: DmnNames;
  readonly #used = new Map<string, Element>();

  constructor(contract: Contract, names: DmnNames) {
    this.#contract = contract;
    this.#names = names;
  }

  /** The authority requirements of a decision. */
  requirements(owner: string, { clause, interpretation }: Grounds): Element[] {
    const ids = new Set([clause].flat().map((one) => this.#clause(one)));
    if (interpretation !== undefined) ids.add(this.#interpretation(interpretation));
    return [...ids].map((id) =>
      element('authorityRequirement', { id: this.#names.id(`${owner}.${id}`) }, [
        element('requiredAuthority', { href: `#${id}` }),
      ]),
    );
  }

  elements(): readonly Element[] {
    return [...this.#used.entries()]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, source]) => source);
  }

  #clause(id: string): string {
    const written = this.#contract.clauses.find((clause) => clause.id === id);
    return this.#source(`clause.${id}`, `指南${id}`, written?.summary ?? '', '条款');
  }

  #interpretation(name: string): string {
    const { interpretations } = this.#contract;
    const made = Object.hasOwn(interpretations, name) ? interpretations[name] : undefined;
    const reading =
      made && Object.hasOwn(made.readings, made.chosen) ? made.readings[made.chosen] : undefined;
    const said = made ? `${made.question} ${reading?.title ?? made.chosen}（${made.decidedBy}）` : '';
    return this.#source(`interpretation.${name}`, `口径 ${name}`, said, '解释口径');
  }

  #source(key: string, name: string, description: string, type: string): string {
    const id = this.#names.id(key);
    if (!this.#used.has(id)) {
      const content = [
        ...(description ? [element('description', {}, description)] : []),
        element('type', {}, type),
      ];
      this.#used.set(id, element('knowledgeSource', { id, name }, content));
    }
    return id;
  }
}
