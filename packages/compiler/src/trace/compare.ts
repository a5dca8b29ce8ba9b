import type { Clause } from '@zhinan/model';
import { homeOf } from './clause-home.ts';
import { normalise } from './normalise.ts';
import type { HashedSentence } from './sentences.ts';
import { missingFigures, similarity } from './similarity.ts';

/** A sentence of the text and the clauses whose hashes it has. */
export interface CoveredSentence {
  readonly sentence: HashedSentence;
  readonly clauses: readonly string[];
}

/** A sentence that a clause was made from and the text no longer has. */
export interface VanishedSentence {
  readonly hash: string;
  readonly clauses: readonly string[];
}

export interface ChangedSentence extends VanishedSentence {
  readonly sentence: HashedSentence;
  /** Clause → figures of its summary that the new wording lacks: look there first. */
  readonly missingFigures: Readonly<Record<string, readonly string[]>>;
}

/** A text beside the hashes the clauses keep. */
export interface Comparison {
  readonly covered: readonly CoveredSentence[];
  /** A new sentence in the place of one that vanished: most probably its new wording. */
  readonly changed: readonly ChangedSentence[];
  /** Sentences that no clause covers. */
  readonly added: readonly HashedSentence[];
  readonly removed: readonly VanishedSentence[];
  /** Clauses that keep no hash: nobody has said yet which sentences they summarise. */
  readonly untraced: readonly string[];
}

interface Kept {
  readonly hash: string;
  readonly clause: string;
  /** Numbers of the sentences it is found in. */
  readonly found: readonly number[];
}

/** Tells covered, changed, added and removed sentences apart. Only hashes are known of the earlier text. */
export function compareSentences(
  clauses: readonly Clause[],
  sentences: readonly HashedSentence[],
): Comparison {
  const kept: Kept[] = clauses.flatMap(({ id, hashes = [] }) =>
    hashes.map((hash) => ({
      hash,
      clause: id,
      found: sentences
        .filter((one) => one.hash === hash || one.placedHash === hash)
        .map(({ number }) => number),
    })),
  );
  const clausesOf = (sentence: HashedSentence) => [
    ...new Set(kept.filter(({ found }) => found.includes(sentence.number)).map(({ clause }) => clause)),
  ];
  const covered = sentences
    .map((sentence) => ({ sentence, clauses: clausesOf(sentence) }))
    .filter(({ clauses: known }) => known.length > 0);
  const fresh = sentences.filter((sentence) => clausesOf(sentence).length === 0);
  const gone = [...new Set(kept.filter(({ found }) => found.length === 0).map(({ hash }) => hash))].map(
    (hash) => ({
      hash,
      clauses: kept.filter((one) => one.hash === hash).map(({ clause }) => clause),
    }),
  );

  const paths = new Set(sentences.map(({ path }) => path));
  const pairs = gone
    .flatMap((vanished) =>
      fresh.map((sentence) => ({
        vanished,
        sentence,
        score: score(vanished, sentence, clauses, kept, paths),
      })),
    )
    .filter((pair) => pair.score >= 1)
    .toSorted((one, other) => other.score - one.score);
  const changed: ChangedSentence[] = [];
  for (const { vanished, sentence } of pairs) {
    if (changed.some((pair) => pair.hash === vanished.hash || pair.sentence === sentence)) continue;
    changed.push({ ...vanished, sentence, missingFigures: lacking(vanished, sentence, clauses) });
  }
  changed.sort((one, other) => one.sentence.number - other.sentence.number);
  return {
    covered,
    changed,
    added: fresh.filter((sentence) => !changed.some((pair) => pair.sentence === sentence)),
    removed: gone.filter(({ hash }) => !changed.some((pair) => pair.hash === hash)),
    untraced: clauses.filter(({ hashes = [] }) => hashes.length === 0).map(({ id }) => id),
  };
}

function lacking(
  vanished: VanishedSentence,
  sentence: HashedSentence,
  clauses: readonly Clause[],
): Readonly<Record<string, readonly string[]>> {
  const own = clauses.filter(({ id }) => vanished.clauses.includes(id));
  const missing = own.map(
    ({ id, summary }) => [id, missingFigures(normalise(summary), sentence.text)] as const,
  );
  return Object.fromEntries(missing.filter(([, figures]) => figures.length > 0));
}

/** 1 for the same heading, 1 for the same place between known sentences, and up to 1 for likeness with the summary. */
function score(
  vanished: VanishedSentence,
  sentence: HashedSentence,
  clauses: readonly Clause[],
  kept: readonly Kept[],
  paths: ReadonlySet<string>,
): number {
  const own = clauses.filter(({ id }) => vanished.clauses.includes(id));
  const samePath = own.some(({ id }) => homeOf(id, paths) === sentence.path);
  const position = kept.findIndex(({ hash }) => hash === vanished.hash);
  const before = kept.slice(0, position).findLast(({ found }) => found.length > 0);
  const after = kept.slice(position + 1).find(({ found }) => found.length > 0);
  const between =
    sentence.number > Math.min(...(before?.found ?? [0])) &&
    sentence.number < Math.max(...(after?.found ?? [Number.POSITIVE_INFINITY]));
  const likeness = Math.max(...own.map(({ summary }) => similarity(normalise(summary), sentence.text)));
  return (samePath ? 1 : 0) + (between ? 1 : 0) + likeness;
}
