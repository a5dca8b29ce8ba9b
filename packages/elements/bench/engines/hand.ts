import type { Engine } from '../engine.ts';

/** A form as a good developer writes it with Lit and nothing else. */
export const hand: Engine = {
  id: 'hand',
  title: 'Lit by hand',
  entry: (form) => `
import { byHand } from 'bench/page/hand.ts';
import 'bench/hand/${form}.ts';
byHand('hand-${form}');`,
};

/** The list by hand, and with rows out of sight left out of layout, so that this one line of CSS cannot be all our lead. */
export const handSkipping: Engine = {
  id: 'hand-skipping',
  title: 'Lit by hand, rows skipped when out of sight',
  forms: ['members'],
  entry: (form) => `
import { byHand } from 'bench/page/hand.ts';
import 'bench/hand/${form}.ts';
byHand('hand-${form}', 'skipping');`,
};
