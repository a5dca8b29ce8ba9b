import type { ScenarioFile, ScenarioStep } from './files.ts';
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
  /** The shortest way that shows it, to be replayed in the playground. */
  readonly way?: Way;
  readonly related?: readonly { readonly place: Place; readonly code: string }[];
}

/** What to do in a programme until its machines stand where a finding is; the steps carry the answers they need. */
export interface Way {
  readonly program: string;
  /** Cases that are open from the start beside the first. */
  readonly cases?: NonNullable<ScenarioFile['cases']>;
  readonly steps: readonly ScenarioStep[];
  /** Whether the kernel took every step and arrived. */
  readonly replays: boolean;
  /** Where not: the steps are those that were taken, and what stood against going on. */
  readonly stopped?: {
    /** A condition does not hold for any answers at hand; the search was cut; rules or machine cannot be run at all. */
    readonly because: 'condition' | 'cut' | 'machine';
    /** Event or `after <delay>` that would have had to come next. */
    readonly next?: string;
    /** What the condition says of how things stand, in Chinese. */
    readonly notes: readonly string[];
  };
}

/** A finding with its prose in one language. */
export interface RenderedDiagnostic extends Diagnostic {
  readonly message: string;
  readonly hint?: string;
  /** Why the way does not arrive. */
  readonly stopped?: string;
}

/** What a stage returns: never thrown for an author's mistake; `value` is absent when nothing sound was made. */
export interface Result<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}
