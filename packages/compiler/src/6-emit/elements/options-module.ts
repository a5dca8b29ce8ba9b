import type { CodeList } from '@zhinan/model';
import { pinyin } from 'pinyin-pro';
import { literal } from './literal.ts';

/**
 * The module of a long list's options, loaded when somebody opens it: code, title, how each sign of the title is read,
 * and the code it stands under. The readings are worked out here, so that no dictionary goes to the browser.
 */
export function optionsModule({ title, items }: CodeList): string {
  const options = items.map(({ code, title: name, parent }) =>
    literal([code, name, readingsOf(name), ...(parent === undefined ? [] : [parent])]),
  );
  return `/** ${title.replaceAll('*/', '* /')} */\nexport const options = [\n${options.join(',\n')},\n];\n`;
}

/** Readings by a space, of one sign by `/`, the likely one in its place first: 尉犁 → `wei/yu li`. */
export function readingsOf(title: string): string {
  const signs = [...title];
  const likely = pinyin(title, { toneType: 'none', type: 'array', v: true });
  return signs
    .map((sign, index) => {
      if (!/\p{Script=Han}/u.test(sign)) return sign.toLowerCase().replaceAll(/[\s/]/g, '');
      const all = pinyin(sign, { toneType: 'none', type: 'array', multiple: true, v: true });
      const inPlace = likely.length === signs.length ? likely[index] : undefined;
      return [...new Set([...(inPlace === undefined ? [] : [inPlace]), ...all])].join('/');
    })
    .join(' ');
}
