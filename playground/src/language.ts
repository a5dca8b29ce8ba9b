import type { Language } from '@zhinan/model';
import { words, type Word } from './words.ts';

const KEY = 'zhinan.playground.language';
const listeners = new Set<() => void>();

function stored(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

let current: Language = stored();
document.documentElement.lang = current;

/** Language of the playground's own words; the guideline's texts stay as they were written. */
export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** Calls back after every change of language; returns the way to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The word or sentence in the current language, `{name}` filled from `params`. */
export function t(word: Word, params: Readonly<Record<string, string | number>> = {}): string {
  const [zh, en] = words[word];
  return (current === 'en' ? en : zh).replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
