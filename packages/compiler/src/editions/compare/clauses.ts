import type { Clause, Contract, Modality } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { finder } from './finding.ts';
import { byId, pairs } from './pairs.ts';

const modalities: Readonly<Record<Modality, string>> = {
  must: '应当',
  soft: '一般、原则上',
  prefer: '优先',
  may: '可以',
  info: '说明',
};

/** Clauses added, removed, reworded, or of another force. A clause that only got another number is the same one. */
export function compareClauses(before: Contract, after: Contract): readonly Finding[] {
  const find = finder('clause');
  const found: Finding[] = [];
  const alike = (one: Clause, other: Clause) =>
    one.summary === other.summary && one.modality === other.modality;
  const { both, added, removed } = pairs(byId(before.clauses), byId(after.clauses), alike);
  for (const { id, before: one, after: other } of both) {
    const about = `clause:${id}`;
    const clauses = [id];
    if (one.modality !== other.modality)
      found.push(
        find({
          kind: 'modality-changed',
          subject: `第${id}条“${other.summary}”`,
          what: '语气',
          about,
          clauses,
          before: modalities[one.modality],
          after: modalities[other.modality],
        }),
      );
    if (one.summary !== other.summary)
      found.push(
        find({
          kind: 'reworded',
          subject: `第${id}条`,
          what: '条文概括',
          about,
          clauses,
          before: one.summary,
          after: other.summary,
        }),
      );
  }
  for (const { id, after: one } of added)
    found.push(
      find({
        kind: 'clause-added',
        subject: `第${id}条`,
        what: '新增条文',
        about: `clause:${id}`,
        clauses: [id],
        after: one.summary,
      }),
    );
  for (const { id, before: one } of removed)
    found.push(
      find({
        kind: 'clause-removed',
        subject: `第${id}条`,
        what: '不再有这一条',
        about: `clause:${id}`,
        clauses: [id],
        before: one.summary,
      }),
    );
  return found;
}
