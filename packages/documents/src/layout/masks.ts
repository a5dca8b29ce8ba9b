/** 张三丰 → 张**; a name of one character stays hidden. Characters, not UTF-16 units: 𫖯 is one. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length);
}

/** Too short to be told from ordinary words. */
const SHORTEST = 4;
/** Identity numbers (18 or 15 digits) and mobile numbers, also where somebody typed them into a free text. */
const numbers = /(?<!\d)(?:[1-9]\d{16}[\dXx]|[1-9]\d{14}|1[3-9]\d{9})(?!\d)/g;

/** Takes from a text what the public must not read: identity and mobile numbers, and the given answers. */
export function redacted(text: string, secrets: readonly string[]): string {
  const cleaned = secrets
    .filter((secret) => [...secret].length >= SHORTEST)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, secret) => left.replaceAll(secret, '***'), text);
  return cleaned.replaceAll(numbers, '***');
}
