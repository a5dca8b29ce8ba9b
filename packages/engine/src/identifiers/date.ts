/** `YYYY-MM-DD` of a day that exists, years 0001–9999. Own copy of ten lines: this entry is bundled into validators. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // Comparisons with NaN are false.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false;
  if (month === 2) return day <= ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

/** Number of the decimal digits from one position to another; NaN when something else stands there. No regular expression: dates are what long lists are full of. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
  }
  return value;
}

/** RFC 3339 date-time with an offset or `Z`; no leap second. */
export function isDateTime(text: unknown): text is string {
  const parts =
    typeof text === 'string'
      ? /^(.{10})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:Z|[+-](\d{2}):(\d{2}))$/.exec(text)
      : null;
  if (!parts || !isDate(parts[1])) return false;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  const [offsetHour, offsetMinute] = [Number(parts[6] ?? 0), Number(parts[7] ?? 0)];
  return hour < 24 && minute < 60 && second < 60 && offsetHour <= 14 && offsetMinute < 60;
}
