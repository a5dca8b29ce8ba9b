import type { Clause, Interpretation } from '@zhinan/model';
import type { Guideline } from '../2-resolve/guideline.ts';
import { compareSentences } from './compare.ts';
import type { Comparison } from './compare.ts';
import { dependentsOf } from './dependents.ts';
import { implementsClause, partsByClause } from './parts.ts';
import type { Part } from './parts.ts';
import type { HashedSentence } from './sentences.ts';

/** How a clause is accounted for; `open` is the one that must not remain. */
export type ClauseStatus = 'implemented' | 'judgement' | 'narrative' | 'open';

export interface ClauseTrace {
  readonly clause: Clause;
  readonly status: ClauseStatus;
  readonly implementedBy: readonly Part[];
  /** Roles, interpretations and scenarios that cite it. */
  readonly alsoCitedBy: readonly Part[];
  /** Parts that hang on it through others: the wait that uses its instant, the scenario that expects its amount. */
  readonly dependents: readonly Part[];
}

/** Where every clause of an edition went, and with a text how its sentences stand to the clauses. */
export interface TraceReport {
  readonly edition: string;
  readonly title: string;
  readonly clauses: readonly ClauseTrace[];
  readonly counts: Readonly<Record<ClauseStatus, number>>;
  /** Interpretations by name, with their alternatives. */
  readonly readings: Readonly<Record<string, Interpretation>>;
  readonly text?: Comparison & { readonly sentences: number; readonly headings: number };
}

/** Builds the report. `sentences`: the official text, split and hashed; without it only the coverage is told. */
export function traceReport(guideline: Guideline, sentences?: readonly HashedSentence[]): TraceReport {
  const parts = partsByClause(guideline);
  const clauses = guideline.clauses.map((clause): ClauseTrace => {
    const cited = parts.get(clause.id) ?? [];
    const implementedBy = cited.filter((part) => implementsClause(part));
    // The programme as a whole naming a clause does not turn a narrative or a judgement into something done.
    const made = implementedBy.some(({ kind }) => kind !== 'program' || clause.account === undefined);
    const status = made ? 'implemented' : (clause.account ?? 'open');
    return {
      clause,
      status,
      implementedBy,
      alsoCitedBy: cited.filter((part) => !implementsClause(part)),
      dependents: dependentsOf(guideline, cited),
    };
  });
  const count = (status: ClauseStatus) => clauses.filter((item) => item.status === status).length;
  return {
    edition: guideline.id,
    title: guideline.file.title,
    clauses,
    counts: {
      implemented: count('implemented'),
      judgement: count('judgement'),
      narrative: count('narrative'),
      open: count('open'),
    },
    readings: guideline.file.interpretations ?? {},
    ...(sentences
      ? {
          text: {
            ...compareSentences(guideline.clauses, sentences),
            sentences: sentences.length,
            headings: sentences.filter(({ heading }) => heading).length,
          },
        }
      : {}),
  };
}

/** Whether somebody has to act: an open clause, an uncovered or altered sentence. */
export function hasFindings({ counts, text }: TraceReport): boolean {
  if (counts.open > 0) return true;
  return text !== undefined && text.added.length + text.changed.length + text.removed.length > 0;
}
