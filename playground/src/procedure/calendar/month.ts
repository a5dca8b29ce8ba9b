/** A day of a month sheet; `inside` = it belongs to the month itself. */
export interface SheetDay {
  readonly day: string;
  readonly inside: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Weeks of a month (`2025-10`), Monday first, filled up with the days around it. */
export function sheetOf(month: string): readonly (readonly SheetDay[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const lead = (new Date(first).getUTCDay() + 6) % 7;
  const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  const weeks = Math.ceil((lead + (next - first) / DAY) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = iso(first + (week * 7 + weekday - lead) * DAY);
      return { day, inside: day.startsWith(month) };
    }),
  );
}

/** The month some months later (`-1`: before): `2025-12` + 1 = `2026-01`. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const months = year * 12 + of - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The calendar day some days later. */
export function dayAfter(day: string, count: number): string {
  return iso(Date.parse(`${day}T00:00:00Z`) + count * DAY);
}
