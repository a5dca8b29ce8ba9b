import type { Engine } from '../engine.ts';
import { program } from '../package.ts';

export const ours: Engine = {
  id: 'ours',
  title: 'generated element',
  ready: true,
  entry: (form) => `
import { ours } from 'bench/page/ours.ts';
import 'package/${program}/${form}.bundle.js';
ours('zn-bench-${form}');`,
};

/** The same with the eligibility rules and their view, which no other engine has. */
export const oursWithRules: Engine = {
  id: 'ours-rules',
  title: 'generated element and rules beside it',
  ready: true,
  forms: ['application'],
  entry: (form) => `
import { ours } from 'bench/page/ours.ts';
import 'package/${program}/${form}.bundle.js';
import 'package/${program}/eligibility.bundle.js';
ours('zn-bench-${form}', 'zn-bench-eligibility');`,
};
