import type {
  CompiledRules,
  Contract,
  FormValidator,
  Instant,
  MachineContract,
  MachineKind,
  ProgramContract,
  Reading,
} from '@zhinan/model';
import { parseInstant, type IsoInstant } from '../calendar/instant.ts';

/** All that the kernel may know besides snapshot and event: one programme of one contract, with its generated parts. */
export interface Environment {
  readonly contract: Contract;
  readonly program: ProgramContract;
  readonly rules: CompiledRules;
  /** Form id → generated validator. */
  readonly validators: Readonly<Record<string, FormValidator<unknown>>>;
}

/** The machine of that id (or, for the procedure, the one of that kind). Throws on an unknown one. */
export function machineOf({ program }: Environment, id: string): MachineContract {
  const machine = Object.hasOwn(program.machines, id)
    ? program.machines[id]
    : Object.values(program.machines).find((each) => each.id === id);
  if (!machine) throw new Error(`program ${program.id} has no machine "${id}"`);
  return machine;
}

export function machineOfKind({ program }: Environment, kind: MachineKind): MachineContract | undefined {
  return Object.values(program.machines).find((machine) => machine.kind === kind);
}

/** A named instant of the guideline. */
export function instantNamed({ contract }: Environment, name: string): Instant | undefined {
  return Object.hasOwn(contract.instants, name) ? contract.instants[name] : undefined;
}

/** Moment of a named instant, or of an instant written out; undefined = neither. */
export function momentOf(environment: Environment, nameOrInstant: string): IsoInstant | undefined {
  const named = instantNamed(environment, nameOrInstant);
  if (named) return named.at;
  return parseInstant(nameOrInstant) === null ? undefined : nameOrInstant;
}

/** Codes of a set of rules.json; undefined when there is none of that name. */
export function setNamed({ contract, program }: Environment, name: string): readonly string[] | undefined {
  const sets = program.rules.sets ?? {};
  const set = Object.hasOwn(sets, name) ? sets[name] : undefined;
  const groups = set && contract.codeLists[set.codeList]?.groups;
  return groups && Object.hasOwn(groups, set.group) ? groups[set.group]?.codes : undefined;
}

/** The chosen reading of an interpretation. */
export function chosenReading({ contract }: Environment, name: string): Reading | undefined {
  const interpretation = Object.hasOwn(contract.interpretations, name)
    ? contract.interpretations[name]
    : undefined;
  return interpretation?.readings[interpretation.chosen];
}

export function roleTitle({ contract }: Environment, role: string): string {
  return (Object.hasOwn(contract.roles, role) ? contract.roles[role]?.title : undefined) ?? role;
}

/** Whether the chosen reading lets the day of posting count; without an interpretation a period begins the day after. */
export function readingCountsPostingDay(name: string | undefined, environment: Environment): boolean {
  return name !== undefined && chosenReading(environment, name)?.value === true;
}
