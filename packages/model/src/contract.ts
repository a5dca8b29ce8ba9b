import type { Clause, InterpretationContract } from './clause.ts';
import type { CodeList } from './code-list.ts';
import type { DocumentContract } from './document.ts';
import type { FormContract } from './form.ts';
import type { Translation } from './files.ts';
import type { RulesDefinition } from './rules.ts';
import type { MachineContract } from './workflow.ts';

/** A named moment of the guideline, Beijing time with offset, e.g. `2025-10-08T20:00:00+08:00`. */
export interface Instant {
  readonly title: string;
  readonly at: string;
  readonly clause: string;
  readonly interpretation?: string;
}

export interface Role {
  readonly title: string;
  readonly kind: 'person' | 'body' | 'panel' | 'public' | 'system';
  readonly clause?: string;
}

export interface ProgramContract {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly subject: string;
  /** Form an applicant fills; its generated element is the application element. */
  readonly applicationForm: string;
  readonly forms: Readonly<Record<string, FormContract>>;
  readonly machines: Readonly<Record<string, MachineContract>>;
  readonly rules: RulesDefinition;
  readonly documents: Readonly<Record<string, DocumentContract>>;
  /** Forms in other languages, by BCP 47 tag. */
  readonly translations?: Readonly<Record<string, Translation>>;
}

/**
 * One edition of one guideline, canonical and serialisable: all that generated code, elements, simulator
 * and hosts may know of it. `hash` is the sha256 of the canonical JSON (RFC 8785) without `hash` and `generator`.
 */
export interface Contract {
  readonly format: 1;
  readonly id: string;
  readonly scheme: string;
  readonly edition: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly issuer: readonly string[];
  readonly calendarRegion?: 'xinjiang';
  readonly instants: Readonly<Record<string, Instant>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly clauses: readonly Clause[];
  readonly interpretations: Readonly<Record<string, InterpretationContract>>;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly programs: Readonly<Record<string, ProgramContract>>;
  readonly hash: string;
  readonly generator: string;
}
