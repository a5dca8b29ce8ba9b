import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { addMonths, addYears, isDate, weekdayOf } from './date.ts';
import { closeOf, dateOf, inBeijing, parseInstant, plusMonths, plusYears } from './instant.ts';

describe('dates', () => {
  it('are real days only', () => {
    expect(isDate('2024-02-29')).toBe(true);
    const wrong = [
      '2023-02-29',
      '2025-2-3',
      '2025-13-01',
      '2025-00-10',
      '20250101',
      '0000-01-01',
      '',
      20250101,
    ];
    expect(wrong.filter((text) => isDate(text))).toEqual([]);
  });

  it('move to the corresponding day, else to the last of the month', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(weekdayOf('2025-10-11')).toBe(6);
  });
});

describe('instants', () => {
  it('need an offset and a real moment', () => {
    expect(parseInstant('2025-10-08T20:00:00+08:00')).toBe(Date.parse('2025-10-08T12:00:00Z'));
    const wrong = [
      '2025-10-08T20:00:00',
      '2025-10-08',
      '2025-02-30T00:00:00Z',
      '2025-10-08T24:00:00Z',
      '2025-10-08T20:60Z',
    ];
    expect(wrong.filter((text) => parseInstant(text) !== null)).toEqual([]);
  });

  it('are dated and written in Beijing', () => {
    expect(inBeijing('2025-10-08T12:00:00Z')).toBe('2025-10-08T20:00:00+08:00');
    expect(dateOf('2025-12-31T16:00:00Z')).toBe('2026-01-01');
    expect(closeOf('2025-12-31')).toBe('2026-01-01T00:00:00+08:00');
    expect(plusMonths('2025-08-31T20:00:00+08:00', 6)).toBe('2026-02-28T20:00:00+08:00');
    expect(plusYears('2025-12-31T17:00:00Z', 3)).toBe('2029-01-01T01:00:00+08:00');
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'do not depend on the machine in %s',
    (zone) => {
      const script = `
      const { isWorkday, dateOf, addMonths, noticeEnd } = await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)});
      console.log(JSON.stringify([isWorkday('2025-10-11'), isWorkday('2025-10-12'), dateOf('2025-10-08T16:30:00Z'), addMonths('2025-03-31', -1),
        noticeEnd({ postedAt: '2025-10-09', workdays: 3, postingDayCounts: false }).endsAt]));`;
      const out = execFileSync(
        process.execPath,
        ['--conditions=zhinan-source', '--input-type=module', '-e', script],
        {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        },
      );
      expect(JSON.parse(out)).toEqual([true, false, '2025-10-09', '2025-02-28', '2025-10-14T00:00:00+08:00']);
    },
  );
});
