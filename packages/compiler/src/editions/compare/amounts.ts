import type { AmountDefinition } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { inPlainWords } from '../expression.ts';
import { changed, finder } from './finding.ts';
import { byId, clausesOf, pairs, same } from './pairs.ts';
import { expressionChange, partOf } from './rules.ts';
import type { Ruled } from './rules.ts';

/** Amounts: how they are computed, caps and floors, instalments. */
export function compareAmounts(before: Ruled, after: Ruled): readonly Finding[] {
  const find = finder('amount', [after.program.title]);
  const found: Finding[] = [];
  const amounts = pairs(byId(before.program.rules.amounts), byId(after.program.rules.amounts));
  for (const { id, before: one, after: other } of amounts.both) {
    const base = {
      subject: other.title,
      about: `amount:${after.program.id}/${id}`,
      clauses: clausesOf(other.clause),
    };
    const [old, now] = [partOf(before, 'amount', id), partOf(after, 'amount', id)];
    const value = expressionChange(
      { typed: old?.main, reference: one.reference },
      { typed: now?.main, reference: other.reference },
      { before, after },
    );
    if (value) {
      const { datesOnly: _, ...words } = value;
      found.push(find({ ...base, kind: 'amount-changed', what: '计算办法', ...words }));
    }
    for (const bound of ['cap', 'floor'] as const) {
      const [was, is] = [one[bound], other[bound]];
      if (was === is) continue;
      const name = bound === 'cap' ? '最高额' : '最低额';
      // No cap is the highest cap, no floor the lowest floor.
      const none = bound === 'cap' ? Number.POSITIVE_INFINITY : 0;
      const raised = (is ?? none) > (was ?? none);
      found.push(
        find({
          ...base,
          kind: raised ? 'amount-raised' : 'amount-lowered',
          what: `${name}${raised ? '提高' : '降低'}`,
          before: money(was, other),
          after: money(is, other),
        }),
      );
    }
    const rest = (amount: AmountDefinition, side: Ruled) => ({
      取整: roundingOf(amount),
      不重复享受: (amount.exclusiveWith ?? [])
        .map((other) => side.program.rules.amounts?.find((each) => each.id === other)?.title ?? other)
        .toSorted()
        .join('、'),
      与已得资助就高补差: amount.topUp === undefined ? '否' : '是',
      分期: instalmentsOf(amount, side),
    });
    const [was, is] = [rest(one, before), rest(other, after)];
    for (const what of Object.keys(is) as (keyof typeof is)[]) {
      if (was[what] === is[what]) continue;
      const difference = { before: was[what] || '无', after: is[what] || '无' };
      found.push(find({ ...base, kind: 'amount-changed', what, ...difference }));
    }
    const title = changed(one.title, other.title);
    if (title) found.push(find({ ...base, kind: 'reworded', what: '金额改称', ...title }));
  }
  const say = (side: Ruled, one: AmountDefinition) => {
    const part = partOf(side, 'amount', one.id);
    const value = part ? inPlainWords(part.main, side.setting, one.reference) : one.value;
    return one.cap === undefined ? value : `${value}，最高 ${money(one.cap, one)}`;
  };
  for (const { id, after: one } of amounts.added)
    found.push(
      find({
        kind: 'amount-added',
        subject: one.title,
        what: '新增金额',
        about: `amount:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        after: say(after, one),
      }),
    );
  for (const { id, before: one } of amounts.removed)
    found.push(
      find({
        kind: 'amount-removed',
        subject: one.title,
        what: '取消这笔金额',
        about: `amount:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        before: say(before, one),
      }),
    );
  const [was, is] = [before.program.rules.support, after.program.rules.support];
  if (!same(was, is))
    found.push(
      find({
        kind: 'support-changed',
        subject: '支持期的起止',
        what: '取自',
        about: `support:${after.program.id}`,
        before: was ? `${was.from ?? '—'} 至 ${was.until}` : '无',
        after: is ? `${is.from ?? '—'} 至 ${is.until}` : '无',
      }),
    );
  return found;
}

function money(value: number | undefined, { unit }: AmountDefinition): string {
  return value === undefined ? '不限' : `${value.toLocaleString('en-US')} ${unit}`;
}

function roundingOf({ round, unit }: AmountDefinition): string {
  if (!round) return '';
  const mode = { 'half-up': '四舍五入', down: '舍去零头', up: '进一' }[round.mode];
  return `${mode}到 ${round.to} ${unit}`;
}

function instalmentsOf(amount: AmountDefinition, side: Ruled): string {
  const part = partOf(side, 'amount', amount.id);
  return (amount.instalments ?? [])
    .map(({ title, share, amount: sum }, index) => {
      const size =
        share === undefined ? (sum === undefined ? '其余' : money(sum, amount)) : `${share * 100}%`;
      const when = part?.more?.[`instalments/${index}`];
      return `${title} ${size}${when ? `（${inPlainWords(when, side.setting, amount.reference)}）` : ''}`;
    })
    .join('；');
}
