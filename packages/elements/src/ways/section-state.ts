import type { Issue } from '../form/form-model.ts';

export type SectionState = 'untouched' | 'started' | 'done' | 'faulty';

/** What decides how far a section has come. */
export interface SectionFacts {
  /** Fields answered by the person; what the host brought along or the form began with does not count. */
  readonly answered: number;
  /** The person has been there. */
  readonly visited: boolean;
  /** The person was told what is missing there. */
  readonly told: boolean;
  readonly issues: readonly Pick<Issue, 'keyword'>[];
}

const open = new Set(['required', 'dependentRequired', 'minItems', 'contains', 'unexplained']);

/** Whether something is not there yet, rather than wrong. */
export function isMissing({ keyword }: Pick<Issue, 'keyword'>): boolean {
  return open.has(keyword);
}

/** Something wrong is a fault at once; something missing only once the person was told. */
export function stateOf({ answered, visited, told, issues }: SectionFacts): SectionState {
  if (issues.some((issue) => told || !isMissing(issue))) return 'faulty';
  if (issues.length > 0) return answered > 0 || visited ? 'started' : 'untouched';
  return answered > 0 || visited ? 'done' : 'untouched';
}
