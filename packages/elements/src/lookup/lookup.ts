/** What a register of the host may fill in, as the generated class says it; fields by dotted path from the root. */
export interface Lookup {
  readonly register: string;
  /** What the register is called. */
  readonly title: string;
  /** Answers it is asked with. */
  readonly by: readonly string[];
  readonly fills: readonly string[];
}
