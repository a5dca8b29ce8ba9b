import type { CompiledRules } from '@zhinan/model';
import { decide } from './decide.ts';
import { explainWith } from './explain.ts';
import type { ProgramSpec, Words } from './specs.ts';

/** Makes the functions a generated `rules.js` exports from its rules and their words. */
export function program(spec: ProgramSpec, words: Words): CompiledRules {
  return { ...decide(spec, words), explain: explainWith(words) };
}
