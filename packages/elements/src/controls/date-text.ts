/** Full-width digits and signs as the plain ones people mean. */
function plain(text: string): string {
  return text.replaceAll(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/**
 * A date as people write it → `YYYY-MM-DD`; undefined where it is none, or does not exist. Year first: 2025-10-8,
 * 2025/10/08, 2025.10.8, 2025年10月8日, 20251008, also with a time behind it, as spreadsheets put one.
 */
export function dateOf(text: string): string | undefined {
  const written = plain(text)
    .replaceAll(/\s*([年月日./-])\s*/g, '$1')
    .trim();
  const found =
    /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isFinite(time.getTime()) && time.toISOString().startsWith(date) ? date : undefined;
}
