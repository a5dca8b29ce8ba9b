import type { Clause } from '@zhinan/model';
import { homeOf, isUnder } from './clause-home.ts';
import { normalise } from './normalise.ts';
import type { Sentence } from './sentences.ts';
import { similarity } from './similarity.ts';

/** Clause id → numbers of the sentences it summarises, as an officer may correct it. */
export type Mapping = Readonly<Record<string, readonly number[]>>;

/**
 * Which sentences a clause probably summarises: those under the heading its id names, in the same order, by likeness of
 * words and figures. A suggestion to be read through; every sentence of a heading that has clauses gets at least one.
 */
export function proposeMapping(clauses: readonly Clause[], sentences: readonly Sentence[]): Mapping {
  const paths = new Set(sentences.map(({ path }) => path));
  const homes = new Map(clauses.map(({ id }) => [id, homeOf(id, paths)]));
  const mapping = new Map<string, Set<number>>(clauses.map(({ id }) => [id, new Set()]));
  const give = (clause: Clause | undefined, sentence: Sentence) =>
    clause && mapping.get(clause.id)?.add(sentence.number);

  for (const path of paths) {
    const here = sentences.filter((sentence) => sentence.path === path);
    const body = here.filter(({ heading }) => !heading);
    const own = clauses.filter(({ id }) => homes.get(id) === path);
    const places = aligned(own, body);
    own.forEach((clause, index) => {
      const sentence = body[places[index] ?? -1];
      if (sentence) give(clause, sentence);
    });
    const below = clauses.filter(({ id }) => isUnder(homes.get(id) ?? '', path));
    const above = clauses.filter(({ id }) => isUnder(path, homes.get(id) ?? ''));
    // Date and signature go with the letterhead where no clause speaks of them.
    const last = clauses.filter(({ id }) => path === '落款' && homes.get(id) === '前言');
    const nearby = [own, below, above, last].find((some) => some.length > 0) ?? [];
    for (const sentence of here) {
      if (clauses.some(({ id }) => mapping.get(id)?.has(sentence.number))) continue;
      const place = body.indexOf(sentence);
      const before = Math.max(-1, ...places.filter((index) => index < place));
      const after = Math.min(body.length, ...places.filter((index) => index > place));
      // A sentence that nobody claims goes with what was said just before or is said just after it.
      const beside = own.filter((_, index) => places[index] === before || places[index] === after);
      if (sentence.heading) give(nearby[0], sentence);
      else give(mostAlike(beside.length > 0 ? beside : nearby, sentence), sentence);
    }
  }
  return Object.fromEntries(
    [...mapping].map(([id, numbers]) => [id, [...numbers].toSorted((one, other) => one - other)]),
  );
}

function mostAlike(clauses: readonly Clause[], sentence: Sentence): Clause | undefined {
  const scored = clauses.map((clause) => ({
    clause,
    score: similarity(normalise(clause.summary), sentence.text),
  }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.clause;
}

/** For each clause the index of a sentence, never falling, with the greatest likeness in total. */
function aligned(clauses: readonly Clause[], sentences: readonly Sentence[]): readonly number[] {
  if (sentences.length === 0) return [];
  // best[j]: greatest total with the clauses so far when the last of them has sentence j or one before it.
  let best = sentences.map(() => ({ total: 0, places: [] as readonly number[] }));
  for (const clause of clauses) {
    const summary = normalise(clause.summary);
    const next: typeof best = [];
    sentences.forEach((sentence, index) => {
      const from = best[index];
      const taken = {
        total: (from?.total ?? 0) + similarity(summary, sentence.text),
        places: [...(from?.places ?? []), index],
      };
      const earlier = next.at(-1);
      next.push(earlier && earlier.total >= taken.total ? earlier : taken);
    });
    best = next;
  }
  return best.at(-1)?.places ?? [];
}
