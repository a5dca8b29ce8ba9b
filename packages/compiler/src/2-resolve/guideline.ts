import type {
  Clause,
  CodeList,
  DocumentContract,
  FormContract,
  GuidelineFile,
  MachineContract,
  Place,
  ProgramFile,
  RulesDefinition,
  ScenarioFile,
  Translation,
} from '@zhinan/model';
import type { ProgramSource, Source, SourceFile } from '../1-load/source.ts';

/** Where a clause is cited. Only what implements a clause accounts for it: a scenario or a role does not. */
export interface Citation {
  readonly clause: string;
  readonly place: Place;
  readonly by:
    | 'program'
    | 'form'
    | 'rule'
    | 'machine'
    | 'document'
    | 'instant'
    | 'supersession'
    | 'role'
    | 'interpretation'
    | 'scenario';
}

export interface ResolvedProgram {
  readonly id: string;
  readonly file: ProgramFile;
  readonly forms: Readonly<Record<string, FormContract>>;
  readonly machines: Readonly<Record<string, MachineContract>>;
  readonly rules: RulesDefinition;
  readonly documents: Readonly<Record<string, DocumentContract>>;
  readonly translations: Readonly<Record<string, Translation>>;
  readonly source: ProgramSource;
}

export interface ResolvedScenario {
  readonly id: string;
  /** With the facts and steps of its bases merged in. */
  readonly scenario: ScenarioFile;
  readonly source: SourceFile;
}

/** One edition with every name bound and every shortcut expanded; `source` still tells where each part stands. */
export interface Guideline {
  readonly id: string;
  readonly scheme: string;
  readonly edition: string;
  readonly file: GuidelineFile;
  readonly clauses: readonly Clause[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly programs: Readonly<Record<string, ResolvedProgram>>;
  readonly scenarios: readonly ResolvedScenario[];
  readonly citations: readonly Citation[];
  readonly source: Source;
}
