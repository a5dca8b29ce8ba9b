import type { Plugin } from 'rolldown';

/** Takes out of style sheets what only their authors read, and the mark by which they are known. Bundlers leave template literals as they are. */
export function minifyStyles(): Plugin {
  return {
    name: 'zhinan:styles',
    transform: {
      filter: { code: /\bcss`/ },
      handler: (code) =>
        code.replaceAll(/\bcss`([^`]*)`/g, (_, style: string) => `\`${minifiedStyle(style)}\``),
    },
  };
}

/** A style sheet without comments and dispensable space; quoted text stays as it is. */
export function minifiedStyle(style: string): string {
  return style
    .split(/('[^'\n]*'|"[^"\n]*")/)
    .map((part, index) => (index % 2 === 1 ? part : minifiedPart(part)))
    .join('')
    .replaceAll(';}', '}')
    .trim();
}

/** A colon with a space behind it is that of a declaration: pseudo-classes have none. */
function minifiedPart(part: string): string {
  return part
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([,:]) /g, '$1');
}
