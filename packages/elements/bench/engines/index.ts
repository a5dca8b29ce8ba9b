import type { Engine } from '../engine.ts';
import { hand, handSkipping } from './hand.ts';
import { ours, oursWithRules } from './ours.ts';

/** In the order of the table; the form by hand is what the others are measured against. */
export const engines: readonly Engine[] = [ours, oursWithRules, hand, handSkipping];
