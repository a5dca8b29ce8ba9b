import * as chineseDays from 'chinese-days';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, regionalCoverage } from './coverage.ts';
import { addDays, daysBetween } from './date.ts';
import { lastPostingDay, noticeEnd } from './notice.ts';
import { addWorkdays, isWorkday, workdaysBetween, workdaysLeft } from './workdays.ts';

// chinese-days reads the weekday in local time, so it is right only where the day began before UTC's.
const reliable = new Date('2025-01-01T00:00:00Z').getTimezoneOffset() <= 0;

describe('national calendar', () => {
  it.runIf(reliable)('agrees with chinese-days on every day of the coverage', () => {
    const wrong: string[] = [];
    for (let day = coverage.from; day <= coverage.until; day = addDays(day, 1)) {
      if (isWorkday(day) !== chineseDays.isWorkday(day)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(daysBetween(coverage.from, coverage.until) + 1).toBe(2922);
  });

  it('knows the National Day break and the make-up Saturday of 2025', () => {
    for (let day = '2025-10-01'; day <= '2025-10-08'; day = addDays(day, 1))
      expect(isWorkday(day)).toBe(false);
    expect(isWorkday('2025-09-28')).toBe(true);
    expect(isWorkday('2025-10-11')).toBe(true);
    expect(isWorkday('2025-10-12')).toBe(false);
  });

  it('takes the extension of the 2020 Spring Festival, whose make-up Saturday fell away', () => {
    expect(['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map((day) => isWorkday(day))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('does not guess beyond its coverage', () => {
    expect(isWorkday('2018-12-31')).toBeNull();
    expect(isWorkday('2027-01-01')).toBeNull();
    expect(addWorkdays('2026-12-30', 1)?.lastDay).toBe('2026-12-31');
    expect(addWorkdays('2026-12-30', 2)).toBeNull();
    expect(workdaysBetween('2026-12-30', '2027-01-02')).toBeNull();
  });
});

describe('Xinjiang', () => {
  it('adds the feasts of the years whose notice is known', () => {
    const feasts = ['2022-05-05', '2022-07-13', '2023-04-21', '2023-06-30', '2025-03-31', '2025-06-10'];
    expect(feasts.filter((day) => isWorkday(day) !== true)).toEqual([]);
    expect(feasts.filter((day) => isWorkday(day, 'xinjiang') !== false)).toEqual([]);
  });

  it('is unknown around a feast in a year without notice, and national elsewhere', () => {
    expect(isWorkday('2026-03-20', 'xinjiang')).toBeNull();
    expect(isWorkday('2026-05-29', 'xinjiang')).toBeNull();
    expect(isWorkday('2026-03-02', 'xinjiang')).toBe(true);
    // 4–6 April 2024 were national days off, whatever the region announced for the week after.
    expect(isWorkday('2024-04-05', 'xinjiang')).toBe(false);
    expect(regionalCoverage(2026, 'xinjiang')).toMatchObject({ state: 'open' });
    expect(regionalCoverage(2025, 'xinjiang')).toMatchObject({ state: 'announced' });
    expect(regionalCoverage(2027, 'xinjiang')).toEqual({ state: 'none' });
  });
});

const end = (postedAt: string, postingDayCounts: boolean) =>
  noticeEnd({ postedAt, workdays: 3, postingDayCounts, region: 'xinjiang' })?.endsAt;

describe('a notice of three working days in October 2025', () => {
  it('ends by counting setting and posting day', () => {
    expect(end('2025-10-08', false)).toBe('2025-10-12T00:00:00+08:00');
    expect(end('2025-10-08', true)).toBe('2025-10-12T00:00:00+08:00');
    expect(end('2025-10-09', false)).toBe('2025-10-14T00:00:00+08:00');
    expect(end('2025-10-09', true)).toBe('2025-10-12T00:00:00+08:00');
  });

  it('has a last posting day before the employer deadline', () => {
    const deadline = '2025-10-13T20:00:00+08:00';
    expect(lastPostingDay({ workdays: 3, postingDayCounts: false, region: 'xinjiang' }, deadline)).toBe(
      '2025-10-08',
    );
    expect(lastPostingDay({ workdays: 3, postingDayCounts: true, region: 'xinjiang' }, deadline)).toBe(
      '2025-10-09',
    );
  });

  it('is not made unknown by days after the deadline', () => {
    const deadline = '2026-12-31T20:00:00+08:00';
    expect(lastPostingDay({ workdays: 3, postingDayCounts: false }, deadline)).toBe('2026-12-27');
    expect(lastPostingDay({ workdays: 3, postingDayCounts: false }, '2027-01-10T20:00:00+08:00')).toBeNull();
  });
});

describe('counting', () => {
  it('tells the working days left', () => {
    expect(workdaysLeft('2025-10-09T09:00:00+08:00', '2025-10-14T00:00:00+08:00')).toBe(3);
    expect(workdaysLeft('2025-10-13T09:00:00+08:00', '2025-10-14T00:00:00+08:00')).toBe(0);
    expect(workdaysLeft('2025-10-10T21:00:00+08:00', '2025-10-13T20:00:00+08:00')).toBe(2);
    expect(workdaysLeft('2025-10-15T00:00:00+08:00', '2025-10-14T00:00:00+08:00')).toBe(0);
    expect(workdaysLeft('2026-12-30T00:00:00+08:00', '2027-02-01T00:00:00+08:00')).toBeNull();
  });

  it('counts as many working days as it was asked to add', () => {
    const days = fc.integer({ min: 0, max: 2800 }).map((offset) => addDays(coverage.from, offset));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.boolean(), (from, count, postingDayCounts) => {
        const period = addWorkdays(from, count, undefined, { postingDayCounts });
        if (period === null) return;
        expect(isWorkday(period.lastDay)).toBe(true);
        expect(workdaysBetween(postingDayCounts ? from : addDays(from, 1), period.lastDay)).toBe(count);
      }),
    );
  });
});
