import type { CodeList, Contract } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { finder } from './finding.ts';
import { byId, members, pairs, same } from './pairs.ts';

/** Members, order and groups of the code lists both editions use. Source and date of a list are no policy. */
export function compareCodes(before: Contract, after: Contract): readonly Finding[] {
  const find = finder('codes');
  const found: Finding[] = [];
  for (const { id, before: one, after: other } of pairs(before.codeLists, after.codeLists).both) {
    const base = { subject: other.title, about: `codes:${id}` };
    const items = pairs(byCode(one), byCode(other));
    if (items.added.length > 0)
      found.push(
        find({
          ...base,
          kind: 'codes-added',
          what: '增加选项',
          after: titles(items.added.map((item) => item.after)),
        }),
      );
    if (items.removed.length > 0)
      found.push(
        find({
          ...base,
          kind: 'codes-removed',
          what: '去掉选项',
          before: titles(items.removed.map((item) => item.before)),
        }),
      );
    for (const { before: old, after: now } of items.both) {
      if (old.title !== now.title)
        found.push(
          find({ ...base, kind: 'codes-changed', what: '选项改称', before: old.title, after: now.title }),
        );
      const span = ({ from, until }: typeof old) => `${from ?? '—'} 至 ${until ?? '—'}`;
      if (span(old) !== span(now))
        found.push(
          find({
            ...base,
            kind: 'codes-changed',
            what: `选项“${now.title}”的有效期`,
            before: span(old),
            after: span(now),
          }),
        );
    }
    const kept = new Set(items.both.map(({ id: code }) => code));
    const [old, now] = [ranks(one, kept), ranks(other, kept)];
    if ((one.ordered || other.ordered) && !same(old, now) && old.toSorted().join() === now.toSorted().join())
      found.push(
        find({
          ...base,
          kind: 'codes-changed',
          what: '高低顺序',
          before: old.join('＜'),
          after: now.join('＜'),
        }),
      );
    for (const group of pairs(one.groups, other.groups).both) {
      const { added, removed } = members(group.before.codes, group.after.codes);
      if (added.length + removed.length === 0) continue;
      const about = `${base.about}/${group.id}`;
      found.push(
        find({
          kind: 'code-group-changed',
          subject: group.after.title,
          what: added.length > 0 ? (removed.length > 0 ? '范围调整' : '范围扩大') : '范围缩小',
          about,
          ...(removed.length > 0 ? { before: `去掉 ${named(removed, one)}` } : {}),
          ...(added.length > 0 ? { after: `加上 ${named(added, other)}` } : {}),
        }),
      );
    }
  }
  return found;
}

const byCode = ({ items }: CodeList) => byId(items.map((item) => ({ ...item, id: item.code })));

const titles = (list: readonly { readonly title: string }[]): string =>
  list.map(({ title }) => title).join('、');

const ranks = ({ items }: CodeList, kept: ReadonlySet<string>): readonly string[] =>
  items.filter(({ code }) => kept.has(code)).map(({ title }) => title);

const named = (codes: readonly string[], { items }: CodeList): string =>
  codes.map((code) => items.find((item) => item.code === code)?.title ?? code).join('、');
