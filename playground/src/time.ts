const OFFSET = 8 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** An instant in milliseconds as Beijing wall time with offset, to the second: `2025-10-08T20:00:00+08:00`. */
export function toInstant(milliseconds: number): string {
  return `${new Date(milliseconds + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/** Beijing wall time of an instant, `YYYY-MM-DDTHH:mm`, as `<input type=datetime-local>` wants it. */
export function wallTime(at: string): string {
  return toInstant(Date.parse(at)).slice(0, 16);
}

/** Beijing calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(at: string): string {
  return wallTime(at).slice(0, 10);
}

/** An instant from Beijing wall time (`YYYY-MM-DDTHH:mm`, seconds optional), or `undefined` when it is none. */
export function fromWallTime(text: string): string | undefined {
  const milliseconds = Date.parse(`${text.length === 16 ? `${text}:00` : text}+08:00`);
  return Number.isNaN(milliseconds) ? undefined : toInstant(milliseconds);
}

/** The same wall time some days later. */
export function plusDays(at: string, days: number): string {
  return toInstant(Date.parse(at) + days * DAY);
}

/** `2025-10-08 20:00`, Beijing time; midnight stays visible. */
export function dateTime(at: string): string {
  return wallTime(at).replace('T', ' ');
}

/** Name of the weekday of a calendar day. */
export function weekday(day: string, language: 'zh-CN' | 'en'): string {
  return WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}
