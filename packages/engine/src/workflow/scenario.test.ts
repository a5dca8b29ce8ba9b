import type { ScenarioFile } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { runScenario, standsAt } from './scenario.ts';
import { environment } from './testing/fixture.ts';

const scenario = (more: Partial<ScenarioFile>): ScenarioFile => ({
  title: '测试',
  program: 'test',
  clauses: ['一'],
  facts: { application: { name: '测试人甲', level: 'senior' } },
  expect: {},
  ...more,
});
const submit = { at: '2025-09-25T10:00:00+08:00', as: 'applicant', event: 'SUBMIT' };

describe('scenario', () => {
  it('takes the form’s answers from its facts and keeps its promises', () => {
    const run = runScenario(
      environment,
      scenario({
        expect: {
          verdict: 'eligible',
          rules: { level: 'pass' },
          amounts: { grant: { min: 0, max: null } },
          outcome: 'refused',
        },
        steps: [
          { ...submit, state: 'review', effects: ['notify:employer', 'notify'] },
          { at: '2025-09-26T10:00:00+08:00', as: 'applicant', event: 'POST', refused: true, state: 'review' },
          { at: '2025-09-26T10:00:00+08:00', as: 'employer', event: 'POST', state: 'notice.running' },
          {
            at: '2025-09-28T10:00:00+08:00',
            as: 'public',
            event: 'OBJECT',
            reason: '重名',
            state: ['notice'],
          },
          {
            at: '2025-09-29T10:00:00+08:00',
            as: 'employer',
            event: 'UPHELD',
            reason: '属实',
            state: 'refused',
          },
        ],
      }),
    );
    expect(run.mismatches).toEqual([]);
    expect(run.after.map(({ instances }) => instances.case?.sequence)).toEqual([1, 1, 2, 3, 4]);
  });

  it('acts as the person that a step names, and for a principal', () => {
    const { after } = runScenario(
      environment,
      scenario({ steps: [{ ...submit, person: '测试人甲', for: '测试人乙', body: 'hotan' }] }),
    );
    expect(after[0]?.instances.case?.log.at(-1)).toMatchObject({ person: '测试人甲', for: '测试人乙' });
  });

  it('reports each broken promise with what was found', () => {
    const { mismatches } = runScenario(
      environment,
      scenario({
        expect: {
          verdict: 'ineligible',
          rules: { level: 'fail', nope: 'pass' },
          missing: ['application/level'],
          amounts: { grant: 5, nope: 1 },
          state: 'done',
          outcome: 'completed',
        },
        steps: [
          { ...submit, refused: true, state: 'drafting', effects: ['pay'] },
          { at: '2025-09-26T10:00:00+08:00', as: 'public', event: 'POST' },
          { at: '2025-09-01T10:00:00+08:00', as: 'employer', event: 'POST' },
        ],
      }),
    );
    expect(mismatches.map(({ step, what, name, found }) => [step, what, name, found])).toEqual([
      [undefined, 'verdict', '', 'eligible'],
      [undefined, 'rule', 'level', 'pass'],
      [undefined, 'rule', 'nope', '(no such rule)'],
      [undefined, 'missing', 'application/level', '(none)'],
      [undefined, 'amount', 'grant', '0–∞'],
      [undefined, 'amount', 'nope', '(no such amount)'],
      [0, 'refused', 'SUBMIT', 'accepted'],
      [0, 'state', undefined, 'review'],
      [0, 'effect', undefined, 'notify:employer/submitted'],
      [1, 'accepted', 'POST', 'not-permitted: “张贴公示”由用人单位操作，公众无权操作。'],
      [2, 'time', undefined, '2025-09-01T10:00:00+08:00'],
      [undefined, 'state', undefined, 'review'],
      [undefined, 'outcome', undefined, '(none)'],
    ]);
  });

  it('does not promise a state that was never played', () => {
    expect(runScenario(environment, scenario({ expect: { state: 'drafting' } })).mismatches).toMatchObject([
      { what: 'state', found: '(not played)' },
    ]);
  });

  it('wants every region named, outer states standing for inner ones', () => {
    const value = { signing: { unit: 'signed', office: 'pending' } };
    expect(standsAt(value, ['signing.unit.signed', 'signing.office.pending'])).toBe(true);
    expect(standsAt(value, ['signing'])).toBe(true);
    expect(standsAt(value, ['signing.unit.signed'])).toBe(false);
    expect(standsAt(value, ['signing', 'review'])).toBe(false);
    expect(standsAt('sign', ['signing'])).toBe(false);
  });
});
