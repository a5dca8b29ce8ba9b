import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { inside } from './space.ts';
import { asTyped } from './subject.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);

/** Parameters, sets, tables and reference dates stand there for an expression that reads them. */
export function everythingDeclaredIsUsed({
  definition,
  parts,
  tables,
  asked,
  place,
  namePlace,
}: Subject): readonly Diagnostic[] {
  // Shared rules are there for several programmes: one of them may leave a part unread.
  const own = (found: Diagnostic) => found.place.file === place('').file;
  const read = parts.map((part) => ({
    part,
    all: [part.main, ...(part.when ? [part.when] : []), ...Object.values(part.more ?? {})].flatMap(
      (typed) => [...inside(typed)],
    ),
  }));
  const outside = new Set(read.flatMap(({ all }) => all));
  // What an unused table reads is not told besides the table itself.
  const everything = [...outside, ...tables.flatMap((table) => [...inside(asTyped(table))])];
  const tablesRead = new Set([
    ...[...outside].flatMap((one) => (one.is === 'table' ? [one.table.id] : [])),
    ...asked.tables,
  ]);
  const parameters = new Set(everything.flatMap((one) => (one.is === 'parameter' ? [one.name] : [])));
  const sets = new Set([
    ...everything.flatMap((one) => (one.is === 'one-of' && one.set !== undefined ? [one.set] : [])),
    ...asked.sets,
  ]);
  const unused = (kind: 'parameters' | 'sets', used: ReadonlySet<string>) =>
    Object.keys(definition[kind] ?? {})
      .filter((name) => !used.has(name))
      .map((name) => report('analysis/declared-but-unused', namePlace(`/${kind}/${name}`), { name }));
  const references = read.flatMap(({ part, all }) => {
    if (part.kind !== 'rule') return [];
    const rule = definition.rules.find(({ id }) => id === part.id);
    if (rule?.reference === undefined || all.some(({ is }) => is === 'reference')) return [];
    return [
      report(
        'analysis/reference-unused',
        place(`${part.pointer}/reference`),
        { rule: rule.title, instant: rule.reference },
        { clause: part.clauses[0] ?? '' },
      ),
    ];
  });
  const idle = tables
    .filter(({ id }) => !tablesRead.has(id))
    .map(({ pointer, title }) =>
      report('analysis/declared-but-unused', place(`${pointer}/id`), { name: title }),
    );
  return [...unused('parameters', parameters), ...unused('sets', sets), ...idle, ...references].filter(own);
}
