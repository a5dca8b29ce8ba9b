/** Length in Unicode code points, as JSON Schema counts `minLength` and `maxLength`. */
export function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // A low surrogate after a high one belongs to the character already counted.
    if (unit >= 0xdc00 && unit <= 0xdfff && index > 0) {
      const before = text.charCodeAt(index - 1);
      if (before >= 0xd800 && before <= 0xdbff) continue;
    }
    count++;
  }
  return count;
}

/** Equality of JSON values, as `const`, `enum` and `uniqueItems` need it: own properties in any order. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}

/** Positions of two equal entries of a list, the later one first. */
export function samePair(list: readonly unknown[]): { readonly i: number; readonly j: number } | undefined {
  // Nothing equal among plain values, as in most lists: no need to compare each with each.
  if (list.every((each) => typeof each !== 'object') && new Set(list).size === list.length) return undefined;
  for (let i = list.length - 1; i > 0; i--) {
    for (let j = i - 1; j >= 0; j--) if (sameJson(list[i], list[j])) return { i, j };
  }
  return undefined;
}
