import type { Language } from '@zhinan/model';

/** The nearest `lang`, also across shadow roots; empty where the page says nothing. */
export function nearestLang(element: Element): string {
  let node: Element | undefined = element;
  while (node) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? '';
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return '';
}

/** The language of rules and messages: Chinese, unless the page is in English. */
export function nearestLanguage(element: Element): Language {
  return nearestLang(element).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
