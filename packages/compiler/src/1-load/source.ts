import type { Json, Place } from '@zhinan/model';

/** One definition file: its text, its value, and where each part of the value stands. */
export interface SourceFile {
  /** Path relative to `definitions/`, posix. */
  readonly path: string;
  readonly text: string;
  readonly json: Json;
  /** Place of the value at an RFC 6901 pointer; the nearest enclosing one where the value is absent. */
  place(pointer: string): Place;
  /** Place of the property name that a pointer ends in. */
  keyPlace(pointer: string): Place;
}

/** What the author wrote for one programme, by file name. */
export interface ProgramSource {
  readonly id: string;
  readonly program: SourceFile;
  readonly rules: SourceFile;
  readonly forms: ReadonlyMap<string, SourceFile>;
  readonly ui: ReadonlyMap<string, SourceFile>;
  readonly machines: ReadonlyMap<string, SourceFile>;
  readonly documents: ReadonlyMap<string, SourceFile>;
  /** By language. */
  readonly translations: ReadonlyMap<string, SourceFile>;
}

/** A place that takes its value from the reading chosen for an interpretation. */
export interface TakenReading {
  readonly interpretation: string;
  readonly part?: string;
  readonly file: string;
  readonly pointer: string;
  readonly value: string | number | boolean;
}

/** One edition as written, every file parsed and of the right shape; values of chosen readings stand in their places. */
export interface Source {
  readonly id: string;
  readonly scheme: string;
  readonly edition: string;
  readonly guideline: SourceFile;
  readonly clauses: SourceFile;
  readonly programs: ReadonlyMap<string, ProgramSource>;
  /** Rules that several programmes include, by file name. */
  readonly sharedRules: ReadonlyMap<string, SourceFile>;
  readonly scenarios: ReadonlyMap<string, SourceFile>;
  readonly codeLists: ReadonlyMap<string, SourceFile>;
  readonly takenReadings: readonly TakenReading[];
  /** Common form parts, by path. */
  readonly parts: ReadonlyMap<string, SourceFile>;
}
