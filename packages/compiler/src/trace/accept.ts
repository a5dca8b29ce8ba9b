import { applyEdits, modify } from 'jsonc-parser';
import type { Clause } from '@zhinan/model';
import { compareSentences } from './compare.ts';
import { proposeMapping } from './propose.ts';
import type { Mapping } from './propose.ts';
import type { HashedSentence } from './sentences.ts';

/**
 * Which sentences each clause summarises now: what its hashes still say, the new wording of a sentence that changed,
 * and for the rest a proposal. What `corrections` says of a clause replaces all of that.
 */
export function mappingFor(
  clauses: readonly Clause[],
  sentences: readonly HashedSentence[],
  corrections: Mapping = {},
): Mapping {
  const { covered, changed, added } = compareSentences(clauses, sentences);
  const known = new Map(clauses.map(({ id }) => [id, new Set<number>()]));
  for (const { sentence, clauses: ids } of [...covered, ...changed])
    for (const id of ids) known.get(id)?.add(sentence.number);
  const proposed = proposeMapping(clauses, sentences);
  const open = new Set(added.map(({ number }) => number));
  for (const { id } of clauses) {
    const numbers = known.get(id);
    const untraced = numbers?.size === 0;
    for (const number of proposed[id] ?? []) if (untraced || open.has(number)) numbers?.add(number);
  }
  return Object.fromEntries(
    [...known].map(([id, numbers]) => [
      id,
      corrections[id] ?? [...numbers].toSorted((one, other) => one - other),
    ]),
  );
}

/** The text of `clauses.json` with the hashes of a mapping; nothing else in it is touched. */
export function withHashes(
  file: string,
  clauses: readonly Clause[],
  sentences: readonly HashedSentence[],
  mapping: Mapping,
): string {
  const hashes = new Map(sentences.map((one) => [one.number, one.repeated ? one.placedHash : one.hash]));
  let text = file;
  clauses.forEach(({ id, hashes: before }, index) => {
    const now = [...new Set((mapping[id] ?? []).flatMap((number) => hashes.get(number) ?? []))];
    if (JSON.stringify(now) === JSON.stringify(before ?? [])) return;
    const edits = modify(text, ['clauses', index, 'hashes'], now.length > 0 ? now : undefined, {
      formattingOptions: { insertSpaces: true, tabSize: 2 },
      // After the summary, where the schema and the type have it.
      getInsertionIndex: (names) => names.indexOf('summary') + 1,
    });
    text = applyEdits(text, edits);
  });
  // As the house formatter has it: a list of one on its line.
  return text.replaceAll(/"hashes": \[\s+("[0-9a-f]{64}")\s+\]/gu, '"hashes": [$1]');
}
