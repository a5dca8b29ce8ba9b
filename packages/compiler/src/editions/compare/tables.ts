import type { TableDefinition, TableRow } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { finder } from './finding.ts';
import { byId, clausesOf, members, pairs } from './pairs.ts';
import type { Ruled } from './rules.ts';

/** Decision tables, row by row. */
export function compareTables(before: Ruled, after: Ruled): readonly Finding[] {
  const find = finder('condition', [after.program.title]);
  const found: Finding[] = [];
  const tables = pairs(byId(before.program.rules.tables), byId(after.program.rules.tables));
  for (const { id, before: one, after: other } of tables.both) {
    const base = {
      kind: 'table-changed',
      subject: other.title,
      about: `table:${after.program.id}/${id}`,
    } as const;
    const clauses = clausesOf(other.clause);
    const frame = (table: TableDefinition) =>
      [
        table.inputs.map((input) => squeeze(input.expression)).join('；'),
        table.outputs
          .map(({ name, default: rest }) => (rest === undefined ? name : `${name}（否则 ${String(rest)}）`))
          .join('；'),
        table.hitPolicy,
      ].join(' → ');
    const [was, is] = [frame(one), frame(other)];
    if (was !== is) found.push(find({ ...base, clauses, what: '表头', before: was, after: is }));
    const rows = (table: TableDefinition) =>
      table.rows.map(({ when, then }) => ({ when: when.map(cell), then: then.map(cell) }));
    const { added, removed } = members(rows(one), rows(other));
    const paired = Math.max(added.length, removed.length);
    for (let index = 0; index < paired; index += 1) {
      const [old, now] = [removed[index], added[index]];
      const clause = now && other.rows[rows(other).findIndex((row) => row === now)]?.clause;
      found.push(
        find({
          ...base,
          clauses: clause === undefined ? clauses : clausesOf(clause),
          what: old && now ? '一行' : now ? '增加一行' : '去掉一行',
          ...(old ? { before: rowText(old) } : {}),
          ...(now ? { after: rowText(now) } : {}),
        }),
      );
    }
    // With these policies the order of the rows decides.
    const order = (table: TableDefinition) => rows(table).map(rowText).join(' | ');
    if (paired === 0 && ['F', 'P'].includes(other.hitPolicy) && order(one) !== order(other))
      found.push(find({ ...base, clauses, what: '各行的先后', before: order(one), after: order(other) }));
  }
  for (const { id, after: one } of tables.added)
    found.push(
      find({
        kind: 'table-added',
        subject: one.title,
        what: '新增判定表',
        about: `table:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
      }),
    );
  for (const { id, before: one } of tables.removed)
    found.push(
      find({
        kind: 'table-removed',
        subject: one.title,
        what: '取消判定表',
        about: `table:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
      }),
    );
  return found;
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const cell = (value: TableRow['when'][number]): string => squeeze(String(value));
const rowText = ({ when, then }: { readonly when: readonly string[]; readonly then: readonly string[] }) =>
  `${when.join('，')} → ${then.join('，')}`;
