import type { Engine } from '../engine.ts';
import { program } from '../package.ts';

/**
 * react-jsonschema-form 6 with its core theme and our generated `rjsf.js` (schema, uiSchema, precompiled validator).
 * What it cannot say: a file that is stored elsewhere; a small field of the page's own draws these. The core theme
 * has no style sheet, so it is drawn unstyled, which favours it.
 */
export const rjsf: Engine = {
  id: 'rjsf',
  title: 'RJSF 6.11, precompiled validator',
  entry: (form) => `
import { rjsf } from 'bench/page/rjsf.tsx';
import { ${form} as kit } from 'package/${program}/rjsf.js';
rjsf(kit);`,
};
