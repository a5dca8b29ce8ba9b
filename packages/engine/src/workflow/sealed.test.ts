import type { Actor, JsonObject } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import type { Environment } from './environment.ts';
import { viewOf } from './inbox.ts';
import { act, openProcedure, type Procedure } from './procedure.ts';
import { seenBy } from './sealed.ts';
import { caseMachine, environment as plain } from './testing/fixture.ts';

const START = '2025-09-20T10:00:00+08:00';
const panel = (writing: JsonObject): JsonObject => ({
  id: 'case',
  initial: 'choosing',
  states: {
    choosing: {
      meta: { title: '指派', role: 'office' },
      on: {
        ASSIGN: {
          target: 'scoring',
          actions: { type: 'assign', params: { list: 'scores', field: 'people' } },
          meta: { title: '指派' },
        },
      },
    },
    scoring: {
      meta: { title: '评审', role: 'office', sealed: ['scores'] },
      on: {
        SCORE: { actions: writing, meta: { title: '评分', reason: 'optional' } },
        CLOSE: { target: 'known', meta: { title: '汇总' } },
      },
    },
    known: { meta: { title: '已汇总', role: 'office' }, on: { END: 'ended' } },
    ended: { type: 'final' },
  },
});

function environmentWith(writing: JsonObject): Environment {
  const machines = { case: { ...caseMachine, config: panel(writing) } };
  return { ...plain, program: { ...plain.program, machines } };
}

function does(
  environment: Environment,
  procedure: Procedure,
  type: string,
  actor: Actor,
  data?: JsonObject,
): Procedure {
  const at = new Date(Date.parse(procedure.at) + 60_000).toISOString();
  const said = type === 'SCORE' ? { reason: `${actor.person} 的评语` } : {};
  return act(environment, procedure, { event: { type, actor, ...(data ? { data } : {}), ...said }, at });
}

const expert = (person: string): Actor => ({ role: 'office', person });

describe.each([
  ['tasks of persons', { type: 'vote', params: { list: 'scores', as: 'agree' } }],
  ['rows of a list', { type: 'append', params: { list: 'scores' } }],
])('a sealed list: %s', (what, writing) => {
  const environment = environmentWith(writing);
  const people = what === 'tasks of persons' ? ['甲', '乙'] : [];
  let procedure = openProcedure(environment, START);
  procedure = does(environment, procedure, 'ASSIGN', expert('丙'), { people });
  procedure = does(environment, procedure, 'SCORE', expert('甲'), { total: 61 });
  procedure = does(environment, procedure, 'SCORE', expert('乙'), { total: 92 });
  const text = (actor: Actor, of = procedure): string => JSON.stringify(seenBy(environment, of, actor));

  it('shows each writer his own row and nobody another’s', () => {
    expect(JSON.stringify(procedure)).toMatch(/61.*92|92.*61/);
    expect([text(expert('甲')).includes('61'), text(expert('甲')).includes('92')]).toEqual([true, false]);
    expect([text(expert('乙')).includes('61'), text(expert('乙')).includes('92')]).toEqual([false, true]);
    for (const actor of [expert('丙'), { role: 'office' }, { role: 'applicant', person: '甲' }]) {
      expect(text(actor)).not.toMatch(/"total"|评语/);
    }
  });

  it('tells that there are rows, and how many', () => {
    const { instances } = seenBy(environment, procedure, { role: 'office' });
    expect(instances.case?.context.lists['scores']).toHaveLength(2);
    expect(seenBy(environment, procedure, { role: 'office' }).log).toHaveLength(procedure.log.length);
  });

  it('keeps what was said from the view that everybody is shown', () => {
    expect(JSON.stringify(viewOf(environment, procedure, 'case'))).not.toContain('评语');
  });

  it('is open to all once the step is left', () => {
    const closed = does(environment, procedure, 'CLOSE', expert('丙'));
    expect(text({ role: 'office' }, closed)).toMatch(/61.*92|92.*61/);
    expect(JSON.stringify(viewOf(environment, closed, 'case'))).toContain('甲 的评语');
  });
});
