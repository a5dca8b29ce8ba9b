import type { AmountDefinition } from '@zhinan/model';
import { toPlainFeel } from '../../rules/plain-feel.ts';
import { boxedContext } from './decision.ts';
import type { Entry, Frame } from './frame.ts';
import type { Element } from './xml.ts';

/** Each amount as the number that is paid; one that excludes others has its worth before that as a decision of its own. */
export function amountDecisions(frame: Frame): readonly Element[] {
  return (frame.program.rules.amounts ?? []).flatMap((amount) => {
    const others = rivals(amount, frame);
    const paid = frame.names.feel('amount', amount.id);
    const parts = amount.instalments ? [instalmentsDecision(amount, frame)] : [];
    if (others.length === 0) return [worthDecision(amount, paid, frame), ...parts];
    const due = frame.names.feel('due', amount.id);
    return [worthDecision(amount, due, frame), paidDecision(amount, due, paid, others, frame), ...parts];
  });
}

/** Amounts of which only the highest is paid, by connection, in the order written. */
function rivals(amount: AmountDefinition, { program }: Frame): readonly AmountDefinition[] {
  const { amounts = [] } = program.rules;
  const group = new Set([amount]);
  for (const one of group) {
    for (const other of amounts) {
      if (one.exclusiveWith?.includes(other.id) || other.exclusiveWith?.includes(one.id)) group.add(other);
    }
  }
  return amounts.filter((one) => group.has(one) && one !== amount);
}

function rounded({ round }: AmountDefinition): string {
  if (!round) return '_value';
  const units = `_value / ${round.to}`;
  const whole = { down: `floor(${units})`, up: `ceiling(${units})`, 'half-up': `floor(${units} + 0.5)` };
  return `(${whole[round.mode]} * ${round.to})`;
}

function worthDecision(amount: AmountDefinition, name: string, frame: Frame): Element {
  const { main, more = {}, fields, parameters } = frame.part('amount', amount.id);
  const least = `max(${Math.max(amount.floor ?? 0, 0)}, ${rounded(amount)})`;
  const own = amount.cap === undefined ? least : `min(${amount.cap}, ${least})`;
  const against = more['topUp'];
  const entries: Entry[] = [
    ['_value', 'number', toPlainFeel(main)],
    ['_own', 'number', `if _value = null then null else ${own}`],
  ];
  if (against) entries.push(['_received', 'number', toPlainFeel(against)]);
  const due = 'if _own = null or _received = null then null else max(0, _own - max(0, _received))';
  return frame.decision(
    {
      name,
      title: amount.title,
      typeRef: 'number',
      description: `${amount.title}（${amount.unit}）`,
      grounds: amount,
      origin: { kind: name.startsWith('due') ? 'due' : 'amount', id: amount.id },
      written: amount.value,
      logic: boxedContext(entries, against ? due : '_own', 'number'),
    },
    { fields, decisions: parameters },
  );
}

/** The highest is paid, of equal ones the first written; the others are 0. */
function paidDecision(
  amount: AmountDefinition,
  due: string,
  name: string,
  others: readonly AmountDefinition[],
  frame: Frame,
): Element {
  const { amounts = [] } = frame.program.rules;
  const place = amounts.indexOf(amount);
  const theirs = others.map((other) => frame.names.feel('due', other.id));
  const beaten = others.map(
    (other, index) => `${theirs[index]} ${amounts.indexOf(other) < place ? '>=' : '>'} ${due}`,
  );
  const open = [due, ...theirs].map((one) => `${one} = null`).join(' or ');
  return frame.decision(
    {
      name,
      title: amount.title,
      typeRef: 'number',
      description: `${amount.title}：与${others.map(({ title }) => title).join('、')}不重复享受，就高。`,
      grounds: amount,
      origin: { kind: 'amount', id: amount.id },
      logic: boxedContext(
        [],
        `if ${open} then null else if ${beaten.join(' or ')} then 0 else ${due}`,
        'number',
      ),
    },
    { fields: [], decisions: [due, ...theirs] },
  );
}

/** Parts in whole units, the remainder to the last: a list of what is paid and whether it is due. */
function instalmentsDecision(amount: AmountDefinition, frame: Frame): Element {
  const paid = frame.names.feel('amount', amount.id);
  const { instalments = [] } = amount;
  const { more = {}, fields } = frame.part('amount', amount.id);
  const entries = instalments.map((one, index): Entry => {
    const before = instalments.slice(0, index).map((_, at) => ` - _part_${at + 1}`);
    const left = `${paid}${before.join('')}`;
    const part =
      one.share !== undefined
        ? `floor(${paid} * ${one.share})`
        : one.amount !== undefined
          ? `min(${one.amount}, ${left})`
          : left;
    return [`_part_${index + 1}`, 'number', `if ${paid} = null then null else ${part}`];
  });
  const list = instalments.map(({ title }, index) => {
    const when = more[`instalments/${index}`];
    return `{title: ${JSON.stringify(title)}, amount: _part_${index + 1}, due: ${when ? frame.standard(when) : 'true'}}`;
  });
  return frame.decision(
    {
      name: frame.names.feel('instalments', amount.id),
      title: `${amount.title}（分期）`,
      typeRef: 'Any',
      grounds: amount,
      origin: { kind: 'instalments', id: amount.id },
      logic: boxedContext(entries, `[${list.join(', ')}]`, 'Any'),
    },
    { fields, decisions: [paid] },
  );
}
