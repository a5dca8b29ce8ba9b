import { compareInstants } from '../../calendar/instant.ts';
import { instantNamed, momentOf } from '../environment.ts';
import { judged, type GuardKind, type Judgement } from './guard.ts';
import { required } from './parameter.ts';
import type { Scope } from './scope.ts';

function compare(guard: string, name: string, scope: Scope, before: boolean): Judgement {
  const instant = instantNamed(scope.environment, name);
  const moment = momentOf(scope.environment, name);
  if (moment === undefined) return judged(guard, null, `没有“${name}”这一时点`);
  const truth = compareInstants(scope.at, moment) < 0 === before;
  const title = instant ? `${instant.title}（${moment}）` : moment;
  return judged(guard, truth, before ? `已过${title}` : `未到${title}`, {
    clauses: instant ? [instant.clause] : [],
  });
}

/** Strictly before: at 20:00:00 sharp a deadline of 20:00 has passed. */
export const before: GuardKind<'before'> = {
  title: '在某时点之前',
  params: { instant: required('text', 'instant') },
  judge: ({ instant }, scope) => compare('before', instant, scope, true),
};

export const notBefore: GuardKind<'notBefore'> = {
  title: '已到某时点',
  params: { instant: required('text', 'instant') },
  judge: ({ instant }, scope) => compare('notBefore', instant, scope, false),
};
