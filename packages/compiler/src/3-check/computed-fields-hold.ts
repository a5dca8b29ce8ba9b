import type { Diagnostic, Place } from '@zhinan/model';
import { compileComputed } from '../forms/computed.ts';
import type { Check } from './checking.ts';
import { formsOf, schemaNodes } from './form-walk.ts';

/** Expressions of computed fields name what the form has, and give what the field takes. */
export const computedFieldsHold: Check = (guideline) => {
  const places = new Map<string, Place>();
  for (const { schema, pointer, place } of schemaNodes(guideline)) {
    const expression = schema['x-computed'];
    if (typeof expression === 'string') places.set(expression, place(`${pointer}/x-computed`));
  }
  if (places.size === 0) return [];
  return formsOf(guideline).flatMap(({ form, place }): readonly Diagnostic[] => {
    const at = (expression: string): Place => places.get(expression) ?? place('');
    return compileComputed(form, guideline.codeLists, at).diagnostics;
  });
};
