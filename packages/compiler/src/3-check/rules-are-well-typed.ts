import { compileProgramRules } from '../rules/compile-program-rules.ts';
import type { Check } from './checking.ts';

export const rulesAreWellTyped: Check = (guideline) =>
  Object.values(guideline.programs).flatMap((program) => compileProgramRules(guideline, program).diagnostics);
