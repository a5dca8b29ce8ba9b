import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nationalYears, regionalCalendars } from './tables.ts';

const calendar = (
  name: string,
): { readonly years: unknown; readonly open?: unknown; readonly title: string } =>
  JSON.parse(
    readFileSync(new URL(`../../../../definitions/shared/calendars/${name}.json`, import.meta.url), 'utf8'),
  ) as never;

// After an edit of the definitions: npm run calendars.
test('the tables are those of definitions/shared/calendars', () => {
  expect(nationalYears).toEqual(calendar('national').years);
  const { title, years, open } = calendar('xinjiang');
  expect(regionalCalendars.xinjiang).toEqual({ title, announced: years, open });
});

test.each(['national', 'xinjiang'])('%s: days exist, in order, and make-up days fall on weekends', (name) => {
  const years = Object.entries(calendar(name).years as typeof nationalYears);
  for (const [year, { off, work }] of years) {
    const days = [...off.flatMap((span) => span.split('/')), ...work];
    for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    expect(off.toSorted()).toEqual(off);
    expect(work.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([]);
    expect(days.filter((day) => Math.abs(Number(day.slice(0, 4)) - Number(year)) > 1)).toEqual([]);
  }
});
