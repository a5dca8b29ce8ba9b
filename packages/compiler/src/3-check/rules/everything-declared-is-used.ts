import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { inside } from './space.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);

/** Parameters, sets and reference dates stand there for an expression that reads them. */
export function everythingDeclaredIsUsed({
  definition,
  parts,
  place,
  namePlace,
}: Subject): readonly Diagnostic[] {
  const read = parts.map((part) => ({
    part,
    all: [part.main, ...(part.when ? [part.when] : [])].flatMap((typed) => [...inside(typed)]),
  }));
  const everything = read.flatMap(({ all }) => all);
  const parameters = new Set(everything.flatMap((one) => (one.is === 'parameter' ? [one.name] : [])));
  const sets = new Set(
    everything.flatMap((one) => (one.is === 'one-of' && one.set !== undefined ? [one.set] : [])),
  );
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
  return [...unused('parameters', parameters), ...unused('sets', sets), ...references];
}
