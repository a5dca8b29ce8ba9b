import { expect, test } from 'vitest';
import { OfficeHours } from './office-hours.ts';

test('office time runs on working days from 10 to 18, make-up days among them', () => {
  const hours = new OfficeHours('xinjiang');
  expect(hours.after('2025-09-29T12:00:00+08:00', 0.5)).toBe('2025-09-29T16:00:00+08:00');
  // Eight days of holiday lie between.
  expect(hours.after('2025-09-30T17:00:00+08:00', 0.25)).toBe('2025-10-09T11:00:00+08:00');
  // Saturday 11 October 2025 is worked.
  expect(hours.after('2025-10-10T17:00:00+08:00', 0.25)).toBe('2025-10-11T11:00:00+08:00');
  expect(hours.assumedFrom).toBeUndefined();
});

test('beyond the calendar Monday to Friday is assumed, and told', () => {
  const hours = new OfficeHours();
  expect(hours.after('2031-03-07T17:00:00+08:00', 0.25)).toBe('2031-03-10T11:00:00+08:00');
  expect(hours.assumedFrom).toBe('2031-03-07');
});
