import type { ParameterDefinition, RelaxationDefinition } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { inPlainWords } from '../expression.ts';
import { changed, finder } from './finding.ts';
import { byId, clausesOf, pairs, same } from './pairs.ts';
import { expressionChange, partOf } from './rules.ts';
import type { Ruled } from './rules.ts';

/** Defaults that rules are tried with, and the exceptions to them. */
export function compareRelaxations(before: Ruled, after: Ruled): readonly Finding[] {
  const find = finder('condition', [after.program.title]);
  const found: Finding[] = [];
  const parameters = pairs(before.program.rules.parameters, after.program.rules.parameters);
  for (const { id, before: one, after: other } of parameters.both) {
    const base = { subject: titleOf(id, other), about: `parameter:${after.program.id}/${id}` };
    const clauses = clausesReading(after, id);
    const value = changed(String(one.default), String(other.default));
    if (value) found.push(find({ ...base, clauses, kind: 'parameter-changed', what: '默认要求', ...value }));
    const best = changed(bestOf(one), bestOf(other));
    if (best)
      found.push(find({ ...base, clauses, kind: 'parameter-changed', what: '几项放宽并存时', ...best }));
  }
  const relaxations = pairs(byId(before.program.rules.relax), byId(after.program.rules.relax));
  for (const { id, before: one, after: other } of relaxations.both) {
    const base = {
      kind: 'relaxation-changed',
      subject: other.title,
      about: `relaxation:${after.program.id}/${id}`,
      clauses: clausesOf(other.clause),
    } as const;
    const [old, now] = [partOf(before, 'relaxation', id), partOf(after, 'relaxation', id)];
    const condition = expressionChange({ typed: old?.main }, { typed: now?.main }, { before, after });
    if (condition) {
      const { datesOnly: _, ...words } = condition;
      found.push(find({ ...base, what: '放宽的对象', ...words }));
    }
    const effect = changed(effectOf(one, before), effectOf(other, after));
    if (effect) found.push(find({ ...base, what: '放宽到', ...effect }));
    if (!same(one.priority, other.priority))
      found.push(
        find({
          ...base,
          what: '并存时的先后',
          before: String(one.priority ?? 0),
          after: String(other.priority ?? 0),
        }),
      );
    const title = changed(one.title, other.title);
    if (title) found.push(find({ ...base, kind: 'reworded', what: '放宽改称', ...title }));
  }
  const say = (side: Ruled, id: string, one: RelaxationDefinition) => {
    const part = partOf(side, 'relaxation', id);
    const when = part ? inPlainWords(part.main, { ...side.setting }) : one.when;
    return `${when}的，${effectOf(one, side)}`;
  };
  for (const { id, after: one } of relaxations.added)
    found.push(
      find({
        kind: 'relaxation-added',
        subject: one.title,
        what: '新增放宽',
        about: `relaxation:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        after: say(after, id, one),
      }),
    );
  for (const { id, before: one } of relaxations.removed)
    found.push(
      find({
        kind: 'relaxation-removed',
        subject: one.title,
        what: '取消放宽',
        about: `relaxation:${after.program.id}/${id}`,
        clauses: clausesOf(one.clause),
        before: say(before, id, one),
      }),
    );
  return found;
}

const titleOf = (id: string, { title }: ParameterDefinition) => title ?? id;

function bestOf({ best }: ParameterDefinition): string {
  return best === undefined ? '按先后' : best === 'lowest' ? '取最低的' : '取最高的';
}

/** Clauses of the rules that read a parameter. */
function clausesReading({ compiled }: Ruled, parameter: string): readonly string[] {
  const reading = compiled.parts.filter(
    (part) => part.kind === 'rule' && part.parameters.includes(parameter),
  );
  return [...new Set(reading.flatMap(({ clauses }) => clauses))];
}

function effectOf({ set, soften = [] }: RelaxationDefinition, { program }: Ruled): string {
  const values = Object.entries(set).map(
    ([name, value]) => `${program.rules.parameters?.[name]?.title ?? name}为${String(value)}`,
  );
  const softened = soften.map((id) => program.rules.rules.find((rule) => rule.id === id)?.title ?? id);
  const reasons = softened.length > 0 ? [`${softened.join('、')}可以说明理由`] : [];
  return [...values, ...reasons].join('，');
}
