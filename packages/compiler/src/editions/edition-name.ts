/** The year an edition's name begins with: 2023 of `2023-2`. */
export function yearOf(edition: string): number | undefined {
  const year = /^(\d{4})(?!\d)/.exec(edition)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** A title of one edition as the other would be titled: its name, or the year it begins with, replaced. Dates stay. */
export function titledAs(title: string, from: string, to: string): string {
  const exact = title.replaceAll(standing(from), to);
  const [year, next] = [yearOf(from), yearOf(to)];
  if (exact !== title || year === undefined || next === undefined) return exact;
  return title.replaceAll(standing(String(year)), String(next));
}

/** The name standing alone: not inside a longer number, nor the year of a date. */
function standing(name: string): RegExp {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\d〔-])${literal}(?!\d|[-./]\d|年\d|〕)`, 'g');
}
