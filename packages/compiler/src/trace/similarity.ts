/**
 * How much of a clause's own-words summary is found in a sentence, 0 to 1: pairs of characters and, of double weight,
 * figures (amounts, dates, counts). Texts as `normalise` leaves them.
 */
export function similarity(summary: string, sentence: string): number {
  const pairs = pairsOf(summary);
  const numbers = numbersOf(summary);
  const total = pairs.size + 2 * numbers.size;
  if (total === 0) return 0;
  const inSentence = pairsOf(sentence);
  const figures = numbersOf(sentence);
  const shared = [...pairs].filter((pair) => inSentence.has(pair)).length;
  const sharedFigures = [...numbers].filter((number) => figures.has(number)).length;
  return (shared + 2 * sharedFigures) / total;
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text].filter((character) => /[\p{L}]/u.test(character));
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[0-9]+(?:\.[0-9]+)?/gu));
}
