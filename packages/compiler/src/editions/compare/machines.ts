import type { Json, MachineContract } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { changed, finder } from './finding.ts';
import { clausesOf, pairs, same } from './pairs.ts';
import { actionWords, delayWords, formTitle, guardWords, roleTitles } from './procedure-words.ts';
import type { Titles } from './procedure-words.ts';
import { statesOf } from './states.ts';
import type { State, Way } from './states.ts';

interface Sides {
  readonly before: Titles;
  readonly after: Titles;
}

/** Procedures: steps, who acts, ways from step to step, waits. */
export function compareMachines(before: Titles, after: Titles): readonly Finding[] {
  const where = [after.program.title];
  const find = finder('procedure', where);
  const found: Finding[] = [];
  const machines = pairs(before.program.machines, after.program.machines);
  const about = (id: string) => `machine:${after.program.id}/${id}`;
  for (const { id, after: one } of machines.added)
    found.push(
      find({
        kind: 'machine-added',
        subject: one.title,
        what: '新增流程',
        about: about(id),
        clauses: one.clauses,
      }),
    );
  for (const { id, before: one } of machines.removed)
    found.push(
      find({
        kind: 'machine-removed',
        subject: one.title,
        what: '取消流程',
        about: about(id),
        clauses: one.clauses,
      }),
    );
  for (const { id, before: one, after: other } of machines.both)
    found.push(...compareMachine(one, other, `${after.program.id}/${id}`, { before, after }));
  return found;
}

function compareMachine(
  one: MachineContract,
  other: MachineContract,
  id: string,
  sides: Sides,
): readonly Finding[] {
  const find = finder('procedure', [`${sides.after.program.title}“${other.title}”`]);
  const found: Finding[] = [];
  const [old, now] = [statesOf(one.config), statesOf(other.config)];
  const states = pairs(old, now);
  const step = (path: string) => `step:${id}/${path}`;
  const outermost = (path: string, others: readonly { readonly id: string }[]) =>
    !others.some((each) => path.startsWith(`${each.id}.`));
  for (const { id: path, after: state } of states.added) {
    if (!outermost(path, states.added)) continue;
    const actors =
      state.meta.role === undefined ? '' : `，由${roleTitles(state.meta.role as Json, sides.after)}办理`;
    found.push(
      find({
        kind: 'step-added',
        subject: `“${state.title}”`,
        what: `新增环节${actors}`,
        about: step(path),
        clauses: clausesOf(state.meta.clause),
      }),
    );
  }
  for (const { id: path, before: state } of states.removed) {
    if (!outermost(path, states.removed)) continue;
    found.push(
      find({
        kind: 'step-removed',
        subject: `“${state.title}”`,
        what: '取消环节',
        about: step(path),
        clauses: clausesOf(state.meta.clause),
      }),
    );
  }
  // The outermost added or removed step that a state belongs to.
  const owner = (path: string | undefined, others: readonly { readonly id: string }[]) => {
    const home = others.find((each) => path === each.id || path?.startsWith(`${each.id}.`));
    return home === undefined ? [] : [step(home.id)];
  };
  const fresh = (way: Way) => owner(way.target, states.added);
  const gone = (way: Way) => owner(way.target, states.removed);
  const titles = (path: string | undefined, side: Readonly<Record<string, State>>) =>
    path === undefined ? '留在原处' : `“${side[path]?.title ?? path}”`;

  for (const { id: path, before: state, after: next } of states.both) {
    found.push(...compareState(state, next, step(path), sides).map((part) => find(part)));
    for (const { before: way, after: twin } of paired(state.ways, next.ways)) {
      const shown = twin ?? way;
      if (!shown) continue;
      const base = {
        subject: `${path === '' ? '任何环节' : `“${next.title}”`}的“${shown.title}”`,
        about: `transition:${id}/${path}/${shown.trigger}`,
        clauses: clausesOf(
          (shown.meta['clause'] as string | readonly string[] | undefined) ?? next.meta.clause,
        ),
      };
      const from = shown.trigger.startsWith('after ') ? '到期处理' : '可办的事';
      if (!way) {
        found.push(
          find({
            ...base,
            kind: 'transition-added',
            what: `新增${from}`,
            after: titles(shown.target, now),
            because: fresh(shown),
          }),
        );
      } else if (!twin) {
        found.push(
          find({
            ...base,
            kind: 'transition-removed',
            what: `取消${from}`,
            before: titles(shown.target, old),
            because: gone(shown),
          }),
        );
      } else {
        const difference =
          way.target === twin.target
            ? undefined
            : { before: titles(way.target, old), after: titles(twin.target, now) };
        if (difference)
          found.push(
            find({
              ...base,
              kind: 'transition-changed',
              what: '去向',
              ...difference,
              because: [...fresh(twin), ...gone(way)],
            }),
          );
        for (const part of compareWay(way, twin, sides)) found.push(find({ ...base, ...part }));
      }
    }
  }

  const delays = pairs(one.delays, other.delays);
  const uses = (name: string, side: readonly { readonly id: string; readonly state: State }[]) =>
    side
      .filter(({ state }) => state.ways.some(({ trigger }) => trigger === `after ${name}`))
      .map((each) => step(each.id));
  const delay = (name: string) => `delay:${id}/${name}`;
  for (const { id: name, before: was, after: is } of delays.both) {
    const base = { subject: is.title, about: delay(name), clauses: clausesOf(is.clause) };
    const wait = (one: typeof was) => ({ ...one, title: '', clause: '' });
    const difference = same(wait(was), wait(is))
      ? undefined
      : changed(delayWords(was, sides.before), delayWords(is, sides.after));
    if (difference) found.push(find({ ...base, kind: 'delay-changed', what: '期限', ...difference }));
    const counts = (one: typeof was) => ('postingDayCounts' in one ? (one.postingDayCounts ?? '') : '');
    if (!difference && counts(was) !== counts(is))
      found.push(find({ ...base, kind: 'delay-changed', what: '首日是否计入改按另一口径' }));
    const title = changed(was.title, is.title);
    if (title) found.push(find({ ...base, kind: 'reworded', what: '期限改称', ...title }));
  }
  for (const { id: name, after: is } of delays.added)
    found.push(
      find({
        kind: 'delay-added',
        subject: is.title,
        what: '新增期限',
        about: delay(name),
        clauses: clausesOf(is.clause),
        after: delayWords(is, sides.after),
        because: uses(
          name,
          states.added.map(({ id: path, after: state }) => ({ id: path, state })),
        ),
      }),
    );
  for (const { id: name, before: was } of delays.removed)
    found.push(
      find({
        kind: 'delay-removed',
        subject: was.title,
        what: '取消期限',
        about: delay(name),
        clauses: clausesOf(was.clause),
        before: delayWords(was, sides.before),
        because: uses(
          name,
          states.removed.map(({ id: path, before: state }) => ({ id: path, state })),
        ),
      }),
    );
  return found;
}

type Part = Pick<Finding, 'kind' | 'what'> & { readonly before?: string; readonly after?: string };

function compareState(
  before: State,
  after: State,
  about: string,
  sides: Sides,
): readonly (Part & Pick<Finding, 'subject' | 'about' | 'clauses'>)[] {
  const base = { subject: `“${after.title}”`, about, clauses: clausesOf(after.meta.clause) };
  const parts: Part[] = [];
  const compare = (kind: Finding['kind'], what: string, say: (state: State, titles: Titles) => string) => {
    const difference = changed(say(before, sides.before), say(after, sides.after));
    if (difference) parts.push({ kind, what, ...difference });
  };
  if (!same(roleList(before), roleList(after)))
    compare('actor-changed', '由谁办理', ({ meta }, titles) =>
      roleTitles(meta.role as Json | undefined, titles),
    );
  if (before.meta.form !== after.meta.form)
    compare('step-changed', '填写的表', ({ meta }, titles) => formTitle(meta.form, titles));
  if (!same(before.meta.fields, after.meta.fields))
    parts.push({ kind: 'step-changed', what: '可填、可看的字段' });
  if (!same([...(before.meta.documents ?? [])].toSorted(), [...(after.meta.documents ?? [])].toSorted()))
    compare(
      'step-changed',
      '产生的文书',
      ({ meta }, { program }) =>
        (meta.documents ?? [])
          .map((name) => program.documents[name]?.title ?? name)
          .toSorted()
          .join('、') || '无',
    );
  compare('step-changed', '结果的性质', ({ meta }) => meta.outcome ?? '无');
  compare('step-changed', '环节的性质', ({ type }) =>
    type === 'final' ? '终点' : type === 'parallel' ? '并行' : '普通',
  );
  compare('step-changed', '从哪里开始', ({ initial }) => initial ?? '无');
  if (!same(before.entry, after.entry))
    compare('step-changed', '进入时', ({ entry }, titles) => actionWords(entry, titles));
  if (!same(before.exit, after.exit))
    compare('step-changed', '离开时', ({ exit }, titles) => actionWords(exit, titles));
  if (about.split('/').at(-1) !== '') compare('reworded', '环节改称', ({ title }) => title);
  return parts.map((part) => ({ ...base, ...part }));
}

const roleList = ({ meta }: State) => [meta.role ?? []].flat().toSorted();

function compareWay(before: Way, after: Way, sides: Sides): readonly Part[] {
  const parts: Part[] = [];
  const compare = (what: string, say: (way: Way, titles: Titles) => string) => {
    const difference = changed(say(before, sides.before), say(after, sides.after));
    if (difference) parts.push({ kind: 'transition-changed', what, ...difference });
  };
  if (!same(before.guard, after.guard)) compare('前提', ({ guard }, titles) => guardWords(guard, titles));
  if (!same(before.actions, after.actions))
    compare('随即', ({ actions }, titles) => actionWords(actions, titles));
  if (!same(before.meta['by'], after.meta['by']))
    compare('由谁办理', ({ meta }, titles) =>
      meta['by'] === undefined ? '本环节的人' : roleTitles(meta['by'], titles),
    );
  if (!same(before.meta['form'], after.meta['form']))
    compare('填写的表', ({ meta }, titles) => formTitle(meta['form'], titles));
  const reasons: Readonly<Record<string, string>> = { required: '必须说明理由', optional: '可以说明理由' };
  compare('理由', ({ meta }) => reasons[String(meta['reason'])] ?? '不问理由');
  compare('是否随时可退出', ({ meta }) => (meta['escape'] === true ? '是' : '否'));
  if (before.title !== after.title)
    parts.push({ kind: 'reworded', what: '改称', before: before.title, after: after.title });
  return parts;
}

/** Ways of the same trigger side by side: first those with the same guard, then the rest in order. */
function paired(before: readonly Way[], after: readonly Way[]): readonly { before?: Way; after?: Way }[] {
  const rows: { before?: Way; after?: Way }[] = [];
  for (const trigger of new Set([...before, ...after].map((way) => way.trigger))) {
    const old = before.filter((way) => way.trigger === trigger);
    const now = after.filter((way) => way.trigger === trigger);
    const left: Way[] = [];
    for (const way of old) {
      const index = now.findIndex((twin) => same(twin.guard, way.guard));
      const [twin] = index === -1 ? [] : now.splice(index, 1);
      if (twin) rows.push({ before: way, after: twin });
      else left.push(way);
    }
    for (const way of left) {
      const twin = now.shift();
      rows.push(twin ? { before: way, after: twin } : { before: way });
    }
    for (const twin of now) rows.push({ after: twin });
  }
  return rows;
}
