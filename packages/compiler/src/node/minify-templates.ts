import type { Plugin } from 'rolldown';

/** Takes the indentation out of templates, which bundlers leave as they are. */
export function minifyTemplates(): Plugin {
  return {
    name: 'zhinan:templates',
    transform: {
      filter: { code: /\bhtml`/, id: /\/elements\// },
      handler: (code, id) => (id.endsWith('.js') ? withoutGaps(code) : withoutIndent(code)),
    },
  };
}

/** To code the beginning of a line means nothing, and HTML takes any space for one. */
function withoutIndent(code: string): string {
  return code.replaceAll(/\n\s+/g, '\n');
}

/** In a generated form nothing is told apart by the space between two tags, or a tag and what is drawn beside it. */
export function withoutGaps(code: string): string {
  return withoutIndent(code)
    .replaceAll(/>\n<(?=[a-z/])/g, '><')
    .replaceAll(/([`}>])\n(?=\$\{)/g, '$1')
    .replaceAll(/\}\n(?=<[a-z/]|`)/g, '}')
    .replaceAll(/\n(\/?>)/g, '$1');
}
