/** One XML element: attributes in the order given, those that are undefined left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: string | readonly Element[];
}

export const element = (
  name: string,
  attributes: Element['attributes'] = {},
  content: Element['content'] = [],
): Element => ({ name, attributes, content });

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// XML 1.0 has no way at all to write most control characters, nor half a surrogate pair.
const forbidden =
  // oxlint-disable-next-line no-control-regex -- these very characters are meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const text = (value: string): string =>
  value.replaceAll(forbidden, '\uFFFD').replaceAll(/[&<>]/g, (one) => entities[one] ?? one);
// A parser turns line ends and tabs in attributes into spaces unless they are written as references.
const attribute = (value: string): string =>
  text(value).replaceAll(/["\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);

function write({ name, attributes, content }: Element, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attribute(value)}"`],
  );
  const head = `${indent}<${name}${written.join('')}`;
  if (content.length === 0) return `${head}/>\n`;
  if (typeof content === 'string') return `${head}>${text(content).replaceAll('\r', '&#13;')}</${name}>\n`;
  return `${head}>\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** An XML 1.0 document in UTF-8; the same elements give the same text. */
export const xmlDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
