import type { CompiledRules, Facts } from '@zhinan/model';
import type { Simulated, Standing } from '../standing.ts';

/** A case in a batch or a round. */
export interface GroupMember {
  readonly instance: string;
  /** The case in words. */
  readonly of: string;
  /** Whom it is about, where an answer tells. */
  readonly name: string;
  readonly facts: Facts;
  readonly states: string;
  readonly outcome: Standing['view']['outcome'];
  /** Absent for a member that is no case: a batch in the round. */
  readonly verdict?: ReturnType<CompiledRules['eligibility']>['verdict'];
  /** Place in the batch's order, from 1. */
  readonly rank?: number;
  /** What it had answered before it was moved. */
  readonly adjusted: readonly string[];
  /** Titles of the quotas it is counted in. */
  readonly places: readonly string[];
}

/** Answers under which an application names whom it is about, the first that is there. */
const NAMES = ['name', 'leaderName', 'unitName', 'teamName', 'projectName', 'enterpriseName'];

/** Members that a group counts, with what is known of each. */
export function membersOf(
  { snapshot }: Standing,
  { standings }: Simulated,
  rules: CompiledRules,
): readonly GroupMember[] {
  const members = Object.entries(snapshot.context.members).map(([instance, member]): GroupMember => {
    const standing = standings.find((each) => each.instance === instance);
    const facts: Facts = member.facts ?? {};
    const isCase = standing?.machine === 'case';
    return {
      instance,
      of: standing?.of ?? instance,
      name: nameIn(facts),
      facts,
      states: standing?.states.map(({ title }) => title).join('、') ?? member.status,
      outcome: standing?.view.outcome,
      ...(member.rank === undefined ? {} : { rank: member.rank }),
      adjusted: Object.values(member.adjusted ?? {}).map(String),
      ...(isCase ? { verdict: rules.eligibility(facts).verdict } : {}),
      places: isCase ? rules.quotas([facts]).flatMap(({ count, title }) => (count > 0 ? [title] : [])) : [],
    };
  });
  return members.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
}

function nameIn(facts: Facts): string {
  const answers = Object.values(facts);
  for (const key of NAMES) {
    for (const form of answers) {
      const value = form?.[key];
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return '';
}
