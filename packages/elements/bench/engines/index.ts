import type { Engine } from '../engine.ts';
import { formJs } from './form-js.ts';
import { hand, handSkipping } from './hand.ts';
import { jsonForms } from './json-forms.ts';
import { ours, oursWithRules } from './ours.ts';
import { rjsf } from './rjsf.ts';
import { survey } from './survey.ts';

/** In the order of the table; the form by hand is what the others are measured against. */
export const engines: readonly Engine[] = [
  ours,
  oursWithRules,
  hand,
  handSkipping,
  rjsf,
  formJs,
  jsonForms,
  survey,
];
