/** Clauses outside the numbered headings, by the name of their section. */
const sections: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^前言/u, ['前言']],
  [/^联系/u, ['联系方式', '落款']],
  [/^附件/u, ['附件']],
  [/^(?:落款|附则)/u, ['落款']],
];

/**
 * The heading path of a text that a clause stands under: the longest one its id begins with, `三(二).a` → `三(二)`.
 * Undefined when the text has no such heading.
 */
export function homeOf(clause: string, paths: ReadonlySet<string>): string | undefined {
  const [, named] = sections.find(([pattern]) => pattern.test(clause)) ?? [];
  if (named) return named.find((path) => paths.has(path));
  let home: string | undefined;
  for (const path of paths) {
    if (path.length > (home?.length ?? 0) && isUnder(clause, path)) home = path;
  }
  return home;
}

/** `四(一)1` is under `四(一)`; `11` is not under `1`, `十一` not under `十`. */
export function isUnder(inner: string, path: string): boolean {
  if (path === '' || !inner.startsWith(path)) return false;
  const [last = '', next = ''] = [path.at(-1), inner.at(path.length)];
  const numerals = [/[0-9]/u, /[一二三四五六七八九十]/u];
  return !numerals.some((numeral) => numeral.test(last) && numeral.test(next));
}
