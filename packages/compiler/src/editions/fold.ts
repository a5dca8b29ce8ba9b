import type { Change, Finding } from './change.ts';

const subordinate = new Set<Finding['kind']>(['reworded', 'clause-added', 'clause-removed']);

/**
 * Puts what merely follows under what it follows from: a new wording under the change of the same thing or of the same
 * clause, a way into a new step under that step. Equal changes of several programmes become one.
 */
export function fold(findings: readonly Finding[]): readonly Change[] {
  const merged = merge(findings);
  const details = new Map<Finding, string[]>();
  const kept: Finding[] = [];
  for (const one of merged) {
    const home = homeOf(one, merged);
    if (home) details.set(home, [...(details.get(home) ?? []), sentence(one), ...one.details]);
    else kept.push(one);
  }
  return kept.map((one) => {
    const { because: _, ...change } = one;
    return { ...change, details: [...one.details, ...(details.get(one) ?? [])] };
  });
}

function homeOf(one: Finding, all: readonly Finding[]): Finding | undefined {
  const causes = one.because ?? [];
  if (causes.length > 0 && causes.every((cause) => all.some(({ about }) => about === cause)))
    return all.find((other) => other !== one && other.about === causes[0] && !isSubordinate(other, all));
  if (!subordinate.has(one.kind)) return undefined;
  const own = all.find((other) => other !== one && other.about === one.about && !isSubordinate(other, all));
  if (own) return own;
  return all.find(
    (other) => !isSubordinate(other, all) && other.clauses.some((clause) => one.clauses.includes(clause)),
  );
}

/** Whether something goes under another change and so can carry none itself. */
function isSubordinate({ kind, because = [] }: Finding, all: readonly Finding[]): boolean {
  return (
    subordinate.has(kind) ||
    (because.length > 0 && because.every((cause) => all.some(({ about }) => about === cause)))
  );
}

/** `“填写申报书”的“提交”：去向 “初审” → “复核”`. */
export function sentence({
  subject,
  what,
  before,
  after,
}: Pick<Change, 'subject' | 'what' | 'before' | 'after'>): string {
  if (before !== undefined && after !== undefined) return `${subject}：${what}，${before} → ${after}`;
  if (after !== undefined) return `${subject}：${what}，${after}`;
  if (before !== undefined) return `${subject}：${what}，原为 ${before}`;
  return `${subject}：${what}`;
}

/** The same change found in several programmes or forms, once, with all places. */
function merge(findings: readonly Finding[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const one of findings) {
    const key = JSON.stringify([one.topic, one.kind, one.subject, one.what, one.before, one.after]);
    const known = found.get(key);
    found.set(
      key,
      known
        ? {
            ...known,
            where: [...new Set([...known.where, ...one.where])],
            clauses: [...new Set([...known.clauses, ...one.clauses])],
          }
        : one,
    );
  }
  return [...found.values()];
}
