import type { Plugin } from 'rolldown';

/**
 * Takes the indentation out of templates, which bundlers leave as they are. To code the beginning of a line means
 * nothing, and HTML takes any space for one.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'zhinan:templates',
    transform: {
      filter: { code: /\bhtml`/, id: /\/elements\// },
      handler: (code) => code.replaceAll(/\n\s+/g, '\n'),
    },
  };
}
