import type { Language } from '@zhinan/model';
import { en } from './en.ts';
import { type Strings, zhCN } from './zh-cn.ts';

/** The nearest `lang`, also across shadow roots; Chinese where the page says nothing. */
export function nearestLanguage(element: Element): Language {
  let node: Element | undefined = element;
  while (node) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return holder.getAttribute('lang')?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'zh-CN';
}

export function stringsIn(language: Language): Strings {
  return language === 'en' ? en : zhCN;
}
