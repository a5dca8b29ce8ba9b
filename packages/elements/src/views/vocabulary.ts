import type { Language } from '@zhinan/model';

/** What a view says: Chinese comes with it, English is loaded for a page that is in English. */
export interface Vocabulary<Strings> {
  /** Chinese until the other language has been loaded. */
  in(language: Language): Strings;
  /** Done at once, or once the language is there. */
  ready(language: Language): Promise<unknown> | undefined;
}

export function vocabulary<Strings>(zh: Strings, load: () => Promise<Strings>): Vocabulary<Strings> {
  let en: Strings | undefined;
  return {
    in: (language) => (language === 'en' ? (en ?? zh) : zh),
    ready: (language) =>
      language === 'en' && en === undefined ? load().then((strings) => (en = strings)) : undefined,
  };
}
