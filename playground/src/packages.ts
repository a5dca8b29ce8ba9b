import type {
  CompiledRules,
  Contract,
  Facts,
  FormSchema,
  FormValidator,
  InstanceId,
  JsonObject,
  ProgramContract,
  ScenarioFile,
  UiSchema,
} from '@zhinan/model';
import { packages as sources } from 'virtual:guidelines';
import type { Diagram } from './procedure/diagram.ts';

type Lazy<T> = (() => Promise<T>) | undefined;

/** What `rjsf.js` exports per form. */
export interface RjsfKit {
  readonly schema: FormSchema;
  readonly uiSchema: UiSchema;
  readonly validator: unknown;
  readonly omitExtraData: boolean;
  readonly experimental_defaultFormStateBehavior: object;
}

export type ScenarioEntry = ScenarioFile & { readonly id: string };

interface ProgramSource {
  readonly validators: Lazy<Readonly<Record<string, FormValidator<unknown>>>>;
  readonly rules: Lazy<{ readonly rules: CompiledRules }>;
  readonly define: Lazy<unknown>;
  readonly rjsf: Lazy<Readonly<Record<string, RjsfKit>>>;
  readonly scenarios: Lazy<{ readonly default: unknown }>;
  readonly diagrams: Readonly<Record<string, Lazy<{ readonly default: Diagram }>>>;
}

/** One folder of `dist` as the dev server lists it; nothing is loaded yet. */
export interface PackageSource {
  readonly name: string;
  readonly id: string;
  readonly contract: () => Promise<{ readonly default: Contract }>;
  /** Defines the inbox, which is that of all programmes. */
  readonly inbox: Lazy<unknown>;
  readonly programs: Readonly<Record<string, ProgramSource>>;
}

/** A programme with all that its pages need, loaded once. */
export interface LoadedProgram {
  readonly contract: Contract;
  readonly program: ProgramContract;
  readonly source: ProgramSource;
  readonly inbox: Lazy<unknown>;
  readonly validators: Readonly<Record<string, FormValidator<unknown>>>;
  readonly rules: CompiledRules | undefined;
  readonly scenarios: readonly ScenarioEntry[];
}

const contracts = new Map<string, Promise<Contract>>();
const programs = new Map<string, Promise<LoadedProgram | undefined>>();

function contractOf(source: PackageSource): Promise<Contract> {
  const known = contracts.get(source.id);
  if (known !== undefined) return known;
  const loading = source.contract().then((module) => module.default);
  contracts.set(source.id, loading);
  return loading;
}

/** Contracts of all generated editions, in folder order. */
export function allContracts(): Promise<readonly Contract[]> {
  return Promise.all(sources.map(contractOf));
}

/** Scenarios come as a list or as a record by file name: both read the same. */
function scenarioList(value: unknown): readonly ScenarioEntry[] {
  if (Array.isArray(value)) return value as readonly ScenarioEntry[];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, ScenarioFile>>).map(([id, file]) => ({
    ...file,
    id,
  }));
}

async function load(edition: string, programId: string): Promise<LoadedProgram | undefined> {
  const source = sources.find(({ id }) => id === edition);
  const files = source?.programs[programId];
  if (source === undefined || files === undefined) return undefined;
  const [contract, validators, rules, scenarios] = await Promise.all([
    contractOf(source),
    files.validators?.(),
    files.rules?.(),
    files.scenarios?.(),
  ]);
  const program = contract.programs[programId];
  if (program === undefined) return undefined;
  return {
    contract,
    program,
    source: files,
    inbox: source.inbox,
    validators: validators ?? {},
    rules: rules?.rules,
    scenarios: scenarioList(scenarios?.default),
  };
}

/** The programme behind a page's address, or `undefined` when nothing of that name was generated. */
export function loadProgram(edition: string, programId: string): Promise<LoadedProgram | undefined> {
  const key = `${edition}/${programId}`;
  const known = programs.get(key);
  if (known !== undefined) return known;
  const loading = load(edition, programId);
  programs.set(key, loading);
  return loading;
}

/** A scenario's answers for the case that a machine belongs to; those of the first case stand for batch and round. */
export function factsOfCase({ facts, cases = {} }: ScenarioEntry, instance: InstanceId): Facts {
  return cases[instance.split('/')[0] ?? instance]?.facts ?? facts;
}

/** Answers of one form in a scenario, or nothing. */
export function factsOf(scenario: ScenarioEntry | undefined, form: string): JsonObject | undefined {
  return scenario?.facts[form];
}
