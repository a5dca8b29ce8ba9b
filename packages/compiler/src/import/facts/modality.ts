import type { Clause } from '@zhinan/model';
import type { Fact } from '../fact.ts';

type Modal = 'soft' | 'prefer' | 'must' | 'may';
/** In the order in which they decide what a sentence is: what only warns must never block. */
const words: readonly (readonly [Modal, RegExp])[] = [
  ['soft', /原则上|一般(?=应|为|由|不|按|在|具|需|须|\d)/gu],
  ['prefer', /优先/gu],
  ['must', /不得|不允许|不予|严禁|必须|不参加/gu],
  ['may', /可以?(?=由|放宽|直接|按|适当|先|不|根据|在|将|申请|免|通过|视|推荐|同时|继续|报)/gu],
];

/** 一般、原则上 (soft), 优先 (prefer), 不得 (must), 可 (may): each word once a sentence. */
export function modalsIn(text: string): readonly Fact[] {
  return words.flatMap(([modality, pattern]) =>
    [...text.matchAll(pattern)].slice(0, 1).map(({ 0: word, index }): Fact => {
      const doubts = modality === 'must' ? [] : (['part-of-the-sentence'] as const);
      return { kind: 'modality', modality, word, found: word, start: index, doubts };
    }),
  );
}

/** The wording's force as a whole: the mildest word that stands in it, `must` without any. */
export function modalityOf(facts: readonly Fact[], kind: string): Clause['modality'] {
  if (kind === 'narrative') return 'info';
  const found = facts.flatMap((fact) => (fact.kind === 'modality' ? [fact.modality] : []));
  return words.map(([modality]) => modality).find((modality) => found.includes(modality)) ?? 'must';
}
