import type { Block } from './block.ts';
import { askOther } from './ask-other.ts';
import { branches } from './branches.ts';
import { caseByCase } from './case-by-case.ts';
import { collect } from './collect.ts';
import { countersign } from './countersign.ts';
import { crossCheck } from './cross-check.ts';
import { fillIn } from './fill-in.ts';
import { instalments } from './instalments.ts';
import { jointSignOff } from './joint-sign-off.ts';
import { panel } from './panel.ts';
import { publicNotice } from './public-notice.ts';
import { review } from './review.ts';
import { sealAndScan } from './seal-and-scan.ts';
import { task } from './task.ts';
import { withdrawal } from './withdrawal.ts';

/** Every building block, in the order in which a procedure usually needs them. */
const all = [
  fillIn,
  review,
  task,
  publicNotice,
  jointSignOff,
  countersign,
  sealAndScan,
  panel,
  crossCheck,
  branches,
  collect,
  instalments,
  caseByCase,
  askOther,
  withdrawal,
] as const;

/** Blocks by the name behind `use`. */
// Sound because `with` is checked against the params' schema before a block is expanded.
export const blocks: Readonly<Record<string, Block>> = Object.fromEntries(
  all.map((block) => [block.name, block as unknown as Block]),
);
