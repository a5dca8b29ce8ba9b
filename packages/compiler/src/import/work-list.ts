import type { Json, JsonObject } from '@zhinan/model';
import type { Suggestion, Target } from './suggestion.ts';
import { doubtWords, kindNames, readingOf } from './words.ts';

/** What became of a suggestion: the officer writes `accepted` or `declined`, the command `written`. */
export type Status = 'open' | 'accepted' | 'declined' | 'written';

/** An entry of `import.json`, as an officer reads and edits it. */
export interface WorkItem {
  readonly id: string;
  readonly status: Status;
  readonly clause: string;
  readonly line: number;
  readonly kind: string;
  readonly found: string;
  readonly reading: string;
  readonly uncertain: readonly string[];
  readonly targets: readonly Target[];
}

export interface WorkList {
  readonly items: readonly WorkItem[];
}

/** `import.json`: the compiler passes it over; it can be deleted when all of it is settled. */
export function workListOf(suggestions: readonly Suggestion[], source: string): JsonObject {
  return {
    说明: '从原文认出的内容，逐项核对。采用的把 status 改成 accepted，不要的改成 declined，值是 null 的先填上，再运行 zhinan import <计划>/<年度> --accept。全部处理完后可以删掉这个文件。',
    source,
    items: suggestions.map(({ id, kind, clause, line, found, fact, doubts, targets }): JsonObject => ({
      id,
      status: 'open',
      clause,
      line,
      kind: kindNames[kind].zh,
      found,
      reading: readingOf(fact, 'zh'),
      uncertain: doubts.map((doubt) => doubtWords[doubt].zh),
      targets: targets.map((target) => ({ ...target }) as unknown as Json),
    })),
  };
}
