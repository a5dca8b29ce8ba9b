import type { Finding, Topic } from '../change.ts';

type Draft = Pick<Finding, 'kind' | 'subject' | 'what' | 'about'> &
  Partial<Pick<Finding, 'before' | 'after' | 'clauses' | 'because' | 'details'>>;

/** Makes findings of one topic, all of them holding in the same place. */
export function finder(topic: Topic, where: readonly string[] = []): (draft: Draft) => Finding {
  return (draft) => ({ topic, where, clauses: [], details: [], ...draft });
}

/** Before and after of a text that differs, else nothing. */
export function changed(
  before: string | undefined,
  after: string | undefined,
): { before?: string; after?: string } | undefined {
  if (before === after) return undefined;
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
