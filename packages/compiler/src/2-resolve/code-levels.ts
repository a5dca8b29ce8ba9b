import type { CodeList, CodeListItem } from '@zhinan/model';

/** The items of a list that are answers: in a list with levels, those with nothing under them. */
export function answersOf({ items }: CodeList): readonly CodeListItem[] {
  const parents = new Set(items.map(({ parent }) => parent));
  return items.filter(({ code }) => !parents.has(code));
}

/** An item's title with those it stands under: 新疆维吾尔自治区喀什地区疏附县. */
export function titleInFull(item: CodeListItem, list: CodeList): string {
  const titles: string[] = [];
  // A list that goes in a circle is reported by the check; each item is named once.
  const seen = new Set<string>();
  let current: CodeListItem | undefined = item;
  while (current && !seen.has(current.code)) {
    seen.add(current.code);
    titles.unshift(current.title);
    const above: string | undefined = current.parent;
    current = above === undefined ? undefined : list.items.find(({ code }) => code === above);
  }
  return titles.join('');
}
