import { chineseNumber } from './headings.ts';

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

/** Figures of a summary that a sentence lacks: where several clauses share a sentence, the clause the change is about. */
export function missingFigures(summary: string, sentence: string): readonly string[] {
  const figures = numbersOf(sentence);
  return [...numbersOf(summary)].filter((figure) => !figures.has(figure));
}

/** Figures, written out ones before a counted thing included: 五个工作日 is 5. */
function numbersOf(text: string): ReadonlySet<string> {
  const figures = text.replaceAll(
    /[一二三四五六七八九十]{1,3}(?=[个名人位次年月日天项份万岁成])/gu,
    (written) => ` ${chineseNumber(written)} `,
  );
  return new Set(figures.match(/[0-9]+(?:\.[0-9]+)?/gu));
}
