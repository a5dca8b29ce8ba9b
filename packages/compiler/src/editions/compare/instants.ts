import { compareInstants, dateOf, daysBetween, inBeijing } from '@zhinan/engine';
import type { Contract } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { changed, finder } from './finding.ts';
import { pairs } from './pairs.ts';

/** `2025-10-08 20:00`, Beijing time. */
export const moment = (at: string): string => inBeijing(at).replace('T', ' ').slice(0, 16);

/** Named moments: moved by how much, added, removed. */
export function compareMoments(before: Contract, after: Contract): readonly Finding[] {
  const find = finder('time');
  const found: Finding[] = [];
  const { both, added, removed } = pairs(
    before.instants,
    after.instants,
    (one, other) => one.title === other.title,
  );
  for (const { id, before: one, after: other } of both) {
    const about = `instant:${id}`;
    const clauses = [other.clause];
    if (compareInstants(one.at, other.at) !== 0)
      found.push(
        find({
          kind: 'instant-moved',
          subject: other.title,
          what: movedBy(one.at, other.at),
          about,
          clauses,
          before: moment(one.at),
          after: moment(other.at),
        }),
      );
    const difference = changed(one.title, other.title);
    if (difference)
      found.push(
        find({ kind: 'reworded', subject: other.title, what: '时点改称', about, clauses, ...difference }),
      );
  }
  for (const { id, after: one } of added)
    found.push(
      find({
        kind: 'instant-added',
        subject: one.title,
        what: '新增时点',
        about: `instant:${id}`,
        clauses: [one.clause],
        after: moment(one.at),
      }),
    );
  for (const { id, before: one } of removed)
    found.push(
      find({
        kind: 'instant-removed',
        subject: one.title,
        what: '不再有这个时点',
        about: `instant:${id}`,
        clauses: [one.clause],
        before: moment(one.at),
      }),
    );
  return found;
}

/** `推后 5 天`, `提前 2 小时`; whole years are named as such. */
export function movedBy(before: string, after: string): string {
  const later = compareInstants(after, before) > 0;
  const direction = later ? '推后' : '提前';
  const days = Math.abs(daysBetween(dateOf(before), dateOf(after)));
  if (days === 0) {
    const minutes = Math.abs(compareInstants(after, before)) / 60_000;
    return minutes % 60 === 0 ? `${direction} ${minutes / 60} 小时` : `${direction} ${minutes} 分钟`;
  }
  const sameDay = inBeijing(before).slice(4) === inBeijing(after).slice(4);
  const years = Math.abs(Number(inBeijing(after).slice(0, 4)) - Number(inBeijing(before).slice(0, 4)));
  return `${direction} ${days} 天${sameDay && years > 0 ? `（整 ${years} 年）` : ''}`;
}
