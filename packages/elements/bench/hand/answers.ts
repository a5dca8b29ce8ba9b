/** Answers by path: `careers.0.unit`. Lists and rows are edited in place, so a row keeps its identity. */
export interface Row {
  [key: string]: Value | undefined;
}
export type Value = string | number | boolean | Row | readonly string[] | Row[];

export interface StoredFile extends Row {
  name: string;
}

function holder(answers: Row, path: string): readonly [Row, string] {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: unknown = answers;
  for (const key of keys) at = (at as Row)[key];
  return [at as Row, last];
}

export function read(answers: Row, path: string): Value | undefined {
  const [at, key] = holder(answers, path);
  return at[key];
}

export function write(answers: Row, path: string, value: Value | undefined): void {
  const [at, key] = holder(answers, path);
  if (value === undefined || value === '') delete at[key];
  else at[key] = value;
}

export function rowsOf(answers: Row, path: string): Row[] {
  const rows = read(answers, path);
  return Array.isArray(rows) ? (rows as Row[]) : [];
}
