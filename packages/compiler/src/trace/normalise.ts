/**
 * What two printings of one sentence have in common: compatibility forms folded (NFKC: full and half width),
 * all white space and invisible marks removed, dashes, quotes and brackets of one kind each, the sentence's own
 * final punctuation dropped (a full stop that becomes a semicolon changes nothing). Letters keep their case.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replaceAll(/[‐‑‒–—―−]/gu, '-')
    .replaceAll(/[“”„‟〝〞「」『』]/gu, '"')
    .replaceAll(/[‘’‚‛]/gu, "'")
    .replaceAll(/[〔【［]/gu, '[')
    .replaceAll(/[〕】］]/gu, ']')
    .replaceAll('∶', ':')
    .replace(/[。;.!?:,、]+$/u, '');
}
