import { describe, expect, it } from 'vitest';
import { recordScenario } from './record.ts';
import { runScenario } from './scenario.ts';
import { environment } from './testing/fixture.ts';

const submit = {
  at: '2025-09-25T10:00:00+08:00',
  as: 'applicant',
  event: 'SUBMIT',
  data: { name: '测试人甲', level: 'senior' },
};
const recorded = recordScenario(environment, {
  title: '公示期内有异议且属实',
  steps: [
    { advanceTo: '2025-09-24T09:00:00+08:00' },
    submit,
    { at: '2025-09-26T10:00:00+08:00', as: 'applicant', event: 'POST' },
    { at: '2025-09-26T10:00:00+08:00', as: 'employer', event: 'POST' },
    { at: '2025-09-28T10:00:00+08:00', as: 'public', event: 'OBJECT', reason: '重名' },
    { at: '2025-09-29T10:00:00+08:00', as: 'employer', event: 'UPHELD', reason: '属实' },
  ],
});

describe('recorded scenario', () => {
  it('holds when it is played again', () => {
    expect(runScenario(environment, recorded).mismatches).toEqual([]);
    expect(recorded.expect).toEqual({
      verdict: 'eligible',
      state: 'refused',
      outcome: 'refused',
      instances: { batch: { state: 'preparing' } },
    });
  });

  it('carries what was submitted once, as facts, and promises each refusal and each state', () => {
    expect(recorded.facts).toEqual({ application: submit.data });
    expect(recorded.steps?.map((step) => ('data' in step ? step.data : undefined))).toEqual(
      recorded.steps?.map(() => undefined),
    );
    expect(recorded.steps?.[1]).toMatchObject({ event: 'SUBMIT', state: 'review' });
    expect(recorded.steps?.[2]).toMatchObject({ event: 'POST', refused: true, state: 'review' });
    expect(recorded.clauses.length).toBeGreaterThan(0);
  });

  it('keeps a second case, its batch and its own answers', () => {
    const two = recordScenario(environment, {
      title: '两份申报件，各报一个单位',
      cases: { 'case:2': { batch: 'batch:hotan' } },
      steps: [
        submit,
        { ...submit, instance: 'case:2', data: { name: '测试人乙', level: 'senior' } },
        { at: '2025-09-26T10:00:00+08:00', as: 'employer', event: 'POST', instance: 'case:2' },
      ],
    });
    expect(two.cases).toEqual({ 'case:2': { batch: 'batch:hotan' } });
    expect(two.facts).toEqual({ application: submit.data });
    expect(two.steps?.[1]).toMatchObject({ data: { name: '测试人乙' }, state: 'review' });
    expect(two.expect).toMatchObject({
      state: 'review',
      instances: { 'case:2': { state: 'notice.running' } },
    });
    expect(runScenario(environment, two).mismatches).toEqual([]);
  });

  it('no longer holds once a step is left out', () => {
    const steps = recorded.steps?.filter((step) => !('event' in step && step.event === 'OBJECT')) ?? [];
    expect(runScenario(environment, { ...recorded, steps }).mismatches).not.toEqual([]);
  });

  it('of nothing promises only the verdict', () => {
    const nothing = recordScenario(environment, { title: '只看资格', steps: [], facts: recorded.facts });
    expect(nothing).toMatchObject({ facts: recorded.facts, expect: { verdict: 'eligible' } });
    expect(nothing.steps).toBeUndefined();
    expect(runScenario(environment, nothing).mismatches).toEqual([]);
  });
});
