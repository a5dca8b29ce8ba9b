import type { Language } from '@zhinan/model';
import { type Strings, zhCN } from './zh-cn.ts';

/** Chinese comes with the elements, other languages when a page is in them. */
const loaded: Partial<Record<Language, Strings>> = { 'zh-CN': zhCN };

/** Words of a language, or a promise of them where they have to be loaded first. */
export function stringsIn(language: Language): Strings | Promise<Strings> {
  return loaded[language] ?? import('./en.ts').then(({ en }) => (loaded[language] = en));
}
