import type { ActView, InboxEntry, InboxView } from '@zhinan/model';
import { isOverdue } from '../views/due.ts';

export type DueFilter = 'overdue' | 'today' | 'soon' | 'later' | 'unknown' | 'none';
export type InboxSort = 'due' | 'since' | 'title' | 'step';
export type InboxGroup = 'none' | 'program' | 'step' | 'due';

/** What of an inbox is shown, and how. */
export interface InboxFilter {
  /** Anywhere in name, kind, step, programme or id; several words must all occur. */
  readonly text?: string;
  /** Id of a programme. */
  readonly program?: string;
  /** Title of a step. */
  readonly step?: string;
  readonly due?: DueFilter;
  readonly sort?: InboxSort;
  readonly group?: InboxGroup;
}

export interface Group {
  /** Title; of a due group its key. */
  readonly key: string;
  readonly entries: readonly InboxEntry[];
}

/** Something that can be done to several of the selected. */
export interface BatchAct {
  readonly act: ActView;
  readonly included: readonly InboxEntry[];
  readonly excluded: readonly {
    readonly entry: InboxEntry;
    readonly why: 'not-here' | 'other-form' | readonly string[];
  }[];
}

/** An entry by programme and instance: several programmes have a `case`. */
export function keyOf({ program, instance }: InboxEntry): string {
  return `${program.id} ${instance}`;
}

export function dueOf({ due, undated }: InboxEntry, now: string): DueFilter {
  if (!due) return undated ? 'unknown' : 'none';
  if (isOverdue(due, now)) return 'overdue';
  const left = due.workdaysLeft;
  if (left === null) return 'unknown';
  return left === 0 ? 'today' : left <= 3 ? 'soon' : 'later';
}

/** Entries that the filter lets through, in its order, by its groups; groups without an entry are left out. */
export function groupsOf({ entries, at }: InboxView, filter: InboxFilter): readonly Group[] {
  const { program, step, due, group = 'none' } = filter;
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter((entry) => {
    const text = [entry.title, entry.kind, ...entry.steps, entry.program.title, entry.instance]
      .join(' ')
      .toLowerCase();
    return (
      (program === undefined || entry.program.id === program) &&
      (step === undefined || entry.steps.includes(step)) &&
      (due === undefined || dueOf(entry, at) === due) &&
      words.every((word) => text.includes(word))
    );
  });
  const sorted = sortedBy(shown, filter.sort ?? 'due');
  if (group === 'none') return [{ key: '', entries: sorted }];
  const groups = new Map<string, InboxEntry[]>();
  for (const entry of sorted) {
    const key =
      group === 'program' ? entry.program.title : group === 'step' ? stepOf(entry) : dueOf(entry, at);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].map(([key, found]) => ({ key, entries: found }));
}

export function stepOf({ steps }: InboxEntry): string {
  return steps.join('、');
}

/** Steps and programmes that entries stand in, in order of appearance. */
export function choicesOf({ entries }: InboxView): {
  readonly programs: readonly InboxEntry['program'][];
  readonly steps: readonly string[];
} {
  const programs = new Map(entries.map(({ program }) => [program.id, program]));
  return { programs: [...programs.values()], steps: [...new Set(entries.flatMap(({ steps }) => steps))] };
}

/** The given order is by urgency already. */
function sortedBy(entries: readonly InboxEntry[], sort: InboxSort): readonly InboxEntry[] {
  if (sort === 'due') return entries;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const key = (entry: InboxEntry) => (sort === 'title' ? entry.title : stepOf(entry));
  return entries.toSorted((a, b) =>
    sort === 'since'
      ? a.since < b.since
        ? -1
        : Number(a.since > b.since)
      : collator.compare(key(a), key(b)),
  );
}

/** What can be done to several at once: ways out are left to each case by itself. */
export function batchActs(selected: readonly InboxEntry[]): readonly BatchAct[] {
  const offered = new Map<string, ActView>();
  for (const { acts } of selected) {
    for (const act of acts) {
      const key = `${act.event} ${act.title}`;
      if (!act.escape && (act.allowed !== false || !offered.has(key))) offered.set(key, act);
    }
  }
  return [...offered.values()].flatMap((act) => {
    if (act.allowed === false) return [];
    const included: InboxEntry[] = [];
    const excluded: BatchAct['excluded'][number][] = [];
    for (const entry of selected) {
      const own = entry.acts.find(({ event, title }) => event === act.event && title === act.title);
      if (!own) excluded.push({ entry, why: 'not-here' });
      else if (own.allowed === false) excluded.push({ entry, why: own.why });
      else if (own.form?.tag !== act.form?.tag) excluded.push({ entry, why: 'other-form' });
      else included.push(entry);
    }
    const strictest = included.some((entry) =>
      entry.acts.some(({ event, reason }) => event === act.event && reason === 'required'),
    );
    const open = included.flatMap(({ acts }) =>
      acts.filter(({ event, allowed }) => event === act.event && allowed === null),
    );
    const asked: ActView = {
      ...act,
      ...(strictest ? { reason: 'required' as const } : {}),
      allowed: open.length > 0 ? null : true,
      why: [...new Set(open.flatMap(({ why }) => why))],
    };
    return [{ act: asked, included, excluded }];
  });
}
