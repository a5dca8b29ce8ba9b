import { addDays, workdaysBetween } from '@zhinan/engine';
import type { Facts, JsonObject } from '@zhinan/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { input, ruleOf } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';
import { toPlainFeel } from './plain-feel.ts';

function compiled(require: string, support?: { until: string; from?: string }) {
  const { value, diagnostics } = compileRules({
    ...input(ruleOf(require, support ? { support } : {})),
    region: 'xinjiang',
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
const verdict = (require: string, application: JsonObject, support?: { until: string; from?: string }) =>
  evaluateSource(compiled(require, support)).eligibility({ application } as Facts).rules[0]?.verdict;

describe('a date some years, months or days on', () => {
  test.each([
    ['workingSince = 基准日 + years(1)', '2026-10-08'],
    ['workingSince = 基准日 - months(1)', '2025-09-08'],
    ['workingSince = 基准日 + days(30)', '2025-11-07'],
    ['workingSince = 基准日 + duration("P1Y6M")', '2027-04-08'],
    ['workingSince = 基准日 + duration("-P10D")', '2025-09-28'],
    ['workingSince = date("2024-02-29") + years(1)', '2025-02-28'],
    ['workingSince = date("2025-01-31") + months(1)', '2025-02-28'],
    ['workingSince = date("2025-03-31") - months(1)', '2025-02-28'],
    ['workingSince = birthDate + years(score)', '2020-05-01'],
  ])('%s', (require, day) => {
    const more = { birthDate: '2000-05-01', score: 20 };
    expect(verdict(require, { workingSince: day, ...more })).toBe('pass');
    expect(verdict(require, { workingSince: addDays(day, 1), ...more })).toBe('fail');
    expect(verdict(require, more)).toBe('unknown');
  });

  test('of an unknown day is unknown, and a day beyond the calendar of dates too', () => {
    expect(verdict('workingSince < birthDate + years(1)', { workingSince: '2020-01-01' })).toBe('unknown');
    expect(verdict('workingSince < 基准日 + years(9000)', { workingSince: '2020-01-01' })).toBe('unknown');
  });

  test('is a duration in plain FEEL, and a plain date in the code and the words', () => {
    const { parts, body, words } = compiled('workingSince <= 基准日 + years(3)');
    const [rule] = parts.filter(({ kind }) => kind === 'rule');
    expect(rule && toPlainFeel(rule.main)).toContain('(date("2025-10-08") + duration("P3Y"))');
    expect(body).toContain('"2028-10-08"');
    expect(words).toContain('不晚于2028-10-08');
  });
});

describe('working days', () => {
  const within = 'workdays(workingSince, birthDate) = score';
  test('are counted from the day after, with 调休 and the region’s own holidays', () => {
    // 29 September to 9 October 2025: the holiday lasts to the 8th, Saturday 11 October is worked.
    expect(verdict(within, { workingSince: '2025-09-29', birthDate: '2025-10-09', score: 2 })).toBe('pass');
    expect(verdict(within, { workingSince: '2025-10-10', birthDate: '2025-10-11', score: 1 })).toBe('pass');
    expect(verdict(within, { workingSince: '2025-06-05', birthDate: '2025-06-11', score: 1 })).toBe('pass');
    expect(verdict(within, { workingSince: '2025-10-09', birthDate: '2025-10-09', score: 0 })).toBe('pass');
  });

  test('are unknown beyond the calendar', () => {
    expect(verdict(within, { workingSince: '2025-09-29', birthDate: '2040-10-09', score: 2 })).toBe(
      'unknown',
    );
    expect(verdict(within, { workingSince: '2025-09-29', score: 2 })).toBe('unknown');
  });

  test('are those of the kernel, for any two days', () => {
    const rules = evaluateSource(compiled(within));
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 3000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        const workingSince = addDays('2019-01-01', start);
        const birthDate = addDays(workingSince, length);
        const wanted = workdaysBetween(addDays(workingSince, 1), birthDate, 'xinjiang');
        const outcome = (score: number) =>
          rules.eligibility({ application: { workingSince, birthDate, score } } as Facts).rules[0]?.verdict;
        expect(outcome(wanted ?? 0)).toBe(wanted === null ? 'unknown' : 'pass');
        expect(outcome((wanted ?? 0) + 1)).toBe(wanted === null ? 'unknown' : 'fail');
      }),
      { numRuns: 500 },
    );
  });
});

test('inSupport: some entry lasts on the day, its last day included', () => {
  const support = { until: 'since' };
  const of = (...days: readonly (string | undefined)[]) =>
    verdict(
      'not(inSupport(apprentices, 基准日))',
      { apprentices: days.map((since) => (since ? { since } : {})) } as never,
      support,
    );
  expect([of(), of('2025-10-07'), of('2025-10-08'), of('2025-10-07', '2025-10-09')]).toEqual([
    'pass',
    'pass',
    'fail',
    'fail',
  ]);
  expect([of('2025-10-07', undefined), of('2025-10-09', undefined)]).toEqual(['unknown', 'fail']);
  expect(verdict('not(inSupport(apprentices, 基准日))', {}, support)).toBe('unknown');
});
