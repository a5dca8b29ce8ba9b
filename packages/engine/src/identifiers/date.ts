/** `YYYY-MM-DD` of a day that exists, years 0001–9999. Own copy of ten lines: this entry is bundled into validators. */
export function isDate(text: unknown): text is string {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days;
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
