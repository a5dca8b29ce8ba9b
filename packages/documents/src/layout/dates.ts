/** `2025-10-08` → 2025年10月8日; what is no date stays as it was written. */
export function chineseDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2025-10-08T20:00:00+08:00` → 2025年10月8日20:00, Beijing time whatever the offset. */
export function chineseMoment(moment: string): string {
  const at = Date.parse(moment);
  if (Number.isNaN(at)) return moment;
  const beijing = new Date(at + 8 * 3_600_000).toISOString();
  return `${chineseDate(beijing.slice(0, 10))}${beijing.slice(11, 16)}`;
}
