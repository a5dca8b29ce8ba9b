import type { ValidationIssue } from '@zhinan/model';
import { explain, type Failure, type Verdicts } from './explain.ts';
import { findings } from './finding.ts';
import { compareOrder, fieldOf, order, said } from './label.ts';
import { type IssueWords, tell } from './message.ts';
import { toPointer } from './pointer.ts';
import type { Shape } from './shape.ts';

/** What is wrong with the data, in the order of the form and in the words of one language. */
export function issuesOf(
  shape: Shape,
  data: unknown,
  { subject, sentence }: IssueWords,
  entries?: Verdicts,
  more: readonly Failure[] = [],
): readonly ValidationIssue[] {
  const root = fieldOf(shape);
  return findings([...explain(shape, data, entries), ...more], root)
    .map((finding) => ({ finding, position: order(root, finding.path) }))
    .sort((a, b) => compareOrder(a.position, b.position))
    .map(({ finding }) => {
      const told = tell(finding, root, subject);
      return {
        pointer: toPointer(finding.path),
        path: finding.path,
        keyword: finding.keyword,
        params: finding.params,
        title: said(told.field, 't') ?? '',
        message: sentence(told),
      };
    });
}
