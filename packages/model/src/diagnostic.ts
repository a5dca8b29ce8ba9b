import type { ScenarioStep } from './files.ts';
import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Language = 'zh-CN' | 'en';
export type Param = string | number | readonly string[];

/**
 * A finding about a definition, as data. Prose is rendered elsewhere from `code` and `params`,
 * so that a terminal, an editor and an officer's page can each say it in their own way.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly params: Readonly<Record<string, Param>>;
  readonly clause?: string;
  /** The shortest way that shows it: what to do in this programme, to be replayed in the playground. */
  readonly way?: { readonly program: string; readonly steps: readonly ScenarioStep[] };
  readonly related?: readonly { readonly place: Place; readonly code: string }[];
}

/** A finding with its prose in one language. */
export interface RenderedDiagnostic extends Diagnostic {
  readonly message: string;
  readonly hint?: string;
}

/** What a stage returns: never thrown for an author's mistake; `value` is absent when nothing sound was made. */
export interface Result<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}
