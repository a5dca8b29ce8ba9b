import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate as isCalendarDate } from '../calendar/date.ts';
import { isDate, isDateTime } from './date.ts';
import { formats } from './formats.ts';
import { checkResidentId, birthDateOf } from './resident-id.ts';
import { checkUscc } from './uscc.ts';

/** Check digit worked out by ISO 7064 MOD 11-2 step by step, another way than the code under test. */
function residentId(body: string): string {
  let rest = 0;
  for (const digit of body) rest = ((rest + Number(digit)) * 2) % 11;
  const check = (12 - rest) % 11;
  return body + (check === 10 ? 'X' : String(check));
}

describe('resident identity number', () => {
  it('accepts numbers with the right check digit, X included', () => {
    expect(checkResidentId('11010519491231002X')).toEqual({ valid: true });
    expect(checkResidentId(residentId('65010319900307123'))).toEqual({ valid: true });
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
  });

  it.each(['810000', '820000', '830000'])('accepts a residence permit beginning with %s', (region) => {
    expect(checkResidentId(residentId(`${region}19900307123`))).toEqual({ valid: true });
  });

  it.each([
    [residentId('65010319900230123'), 'birth-date'],
    [residentId('65010319990229123'), 'birth-date'],
    [residentId('99010319900307123'), 'region'],
    [residentId('65010318500307123'), 'birth-year'],
    ['650103900307123', 'fifteen-digits'],
    ['110105194912310021', 'checksum'],
    ['11010519491231002x', 'shape'],
    ['', 'shape'],
    [110105194912310020, 'shape'],
  ])('refuses %s: %s', (text, reason) => {
    expect(checkResidentId(text)).toEqual({ valid: false, reason });
  });

  it('bounds the birth by a reference date', () => {
    const later = residentId('65010320300307123');
    expect(checkResidentId(later, '2025-10-08')).toEqual({ valid: false, reason: 'birth-year' });
    expect(checkResidentId(later, '2031-01-01')).toEqual({ valid: true });
    expect(checkResidentId(residentId('65010319010307123'), '2032-01-01').valid).toBe(false);
  });

  it('finds every single wrong digit', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 14, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (tail, at, by) => {
          const text = residentId(`65010319900307${tail.join('')}`);
          const wrong = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
          expect(checkResidentId(text).valid).toBe(true);
          expect(checkResidentId(wrong)).toEqual({ valid: false, reason: 'checksum' });
        },
      ),
    );
  });
});

describe('unified social credit code', () => {
  it.each(['91350100M000100Y43', '91650000MA77XTE124', '12650000MA77XTE129'])('accepts %s', (text) => {
    expect(checkUscc(text)).toEqual({ valid: true });
  });

  it.each([
    ['00650000MA77XTE12G', 'department'],
    ['9Y650000MA77XTE12A', 'department'],
    ['91650000MA77XTE15D', 'organisation-code'],
    ['91650000MA77XTE125', 'checksum'],
    ['91650000MA77XTEI24', 'shape'],
    ['91650000ma77xte124', 'shape'],
    ['91650000MA77XTE12', 'shape'],
    [undefined, 'shape'],
  ])('refuses %s: %s', (text, reason) => {
    expect(checkUscc(text)).toEqual({ valid: false, reason });
  });
});

const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));

describe('dates for validators', () => {
  it('agree with the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), part(14), part(33), (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${month}-${day}`;
        expect(isDate(text)).toBe(isCalendarDate(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('need an offset in a date-time', () => {
    expect(isDateTime('2025-10-08T20:00:00+08:00')).toBe(true);
    expect(isDateTime('2025-10-08T12:00:00.5Z')).toBe(true);
    const wrong = [
      '2025-10-08T20:00:00',
      '2025-10-08 20:00:00Z',
      '2025-02-30T20:00:00Z',
      '2025-10-08T24:00:00Z',
      '2025-10-08T20:00:00+0800',
    ];
    expect(wrong.filter((text) => isDateTime(text))).toEqual([]);
  });
});

describe('formats', () => {
  it.each([
    ['mobile', '13800138000', true],
    ['mobile', '12345678901', false],
    ['mobile', '+8613800138000', false],
    ['resident-id', '11010519491231002X', true],
    ['date', '2025-02-29', false],
  ] as const)('%s %s is %s', (format, text, expected) => {
    expect(formats[format](text)).toBe(expected);
  });
});
