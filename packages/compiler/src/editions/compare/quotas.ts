import type { QuotaDefinition } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { changed, finder } from './finding.ts';
import { byId, clausesOf, pairs } from './pairs.ts';
import { expressionChange, partOf } from './rules.ts';
import type { Ruled } from './rules.ts';

type Limit = number | null | undefined;

/** Places: how many, of whom, counted how. A number not yet published is said so. */
export function compareQuotas(before: Ruled, after: Ruled): readonly Finding[] {
  const find = finder('quota', [after.program.title]);
  const found: Finding[] = [];
  const quotas = pairs(byId(before.program.rules.quotas), byId(after.program.rules.quotas));
  for (const { id, before: one, after: other } of quotas.both) {
    const base = {
      subject: other.title,
      about: `quota:${after.program.id}/${id}`,
      clauses: clausesOf(other.clause),
    };
    const limits = (quota: QuotaDefinition): Readonly<Record<string, Limit>> => ({
      最少: quota.min,
      最多: quota.max,
      占比不低于: quota.share?.min,
      占比不超过: quota.share?.max,
    });
    const [was, is] = [limits(one), limits(other)];
    for (const what of Object.keys(is)) {
      const [old, now] = [was[what], is[what]];
      if (old === now) continue;
      const both = typeof old === 'number' && typeof now === 'number';
      const kind = both ? (now > old ? 'quota-raised' : 'quota-lowered') : 'quota-changed';
      found.push(find({ ...base, kind, what, before: limit(old, what), after: limit(now, what) }));
    }
    const [old, now] = [partOf(before, 'quota', id), partOf(after, 'quota', id)];
    const where = expressionChange({ typed: old?.main }, { typed: now?.main }, { before, after });
    if (where) {
      const { datesOnly: _, ...words } = where;
      found.push(find({ ...base, kind: 'quota-changed', what: '计入的人', ...words }));
    }
    const per = expressionChange(
      { typed: old?.more?.['per'] },
      { typed: now?.more?.['per'] },
      { before, after },
    );
    if (per)
      found.push(
        find({
          ...base,
          kind: 'quota-changed',
          what: '按什么分别计算',
          before: per.before ?? '合计',
          after: per.after ?? '合计',
        }),
      );
    const titled = (quota: QuotaDefinition, { program }: Ruled, ids: readonly string[]) =>
      ids.map((each) => program.rules.quotas?.find((q) => q.id === each)?.title ?? each).join('、') || '无';
    const of = changed(
      titled(one, before, [one.of ?? []].flat()),
      titled(other, after, [other.of ?? []].flat()),
    );
    if (of) found.push(find({ ...base, kind: 'quota-changed', what: '在哪项之内', ...of }));
    const except = changed(
      titled(one, before, (one.except ?? []).toSorted()),
      titled(other, after, (other.except ?? []).toSorted()),
    );
    if (except) found.push(find({ ...base, kind: 'quota-changed', what: '不计入（单列）', ...except }));
    const title = changed(one.title, other.title);
    if (title) found.push(find({ ...base, kind: 'reworded', what: '名额改称', ...title }));
  }
  const say = ({ min, max, share }: QuotaDefinition) =>
    Object.entries({ 最少: min, 最多: max, 占比不低于: share?.min, 占比不超过: share?.max })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name} ${limit(value, name)}`)
      .join('，');
  for (const { id, after: one } of quotas.added)
    found.push(
      find({
        kind: 'quota-added',
        subject: one.title,
        what: '新增名额',
        about: `quota:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        after: say(one),
      }),
    );
  for (const { id, before: one } of quotas.removed)
    found.push(
      find({
        kind: 'quota-removed',
        subject: one.title,
        what: '取消这项名额',
        about: `quota:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        before: say(one),
      }),
    );
  return found;
}

function limit(value: Limit, name: string): string {
  if (value === undefined) return '不限';
  if (value === null) return '尚未公布';
  return name.startsWith('占比') ? `${Number((value * 100).toPrecision(12))}%` : `${value} 人`;
}
