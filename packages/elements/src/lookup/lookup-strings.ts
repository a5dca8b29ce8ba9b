import type { Language } from '@zhinan/model';

interface LookupStrings {
  readonly bring: (register: string) => string;
  /** What the button would fill in. */
  readonly brings: (titles: readonly string[]) => string;
  readonly needs: (title: string, register: string) => string;
  readonly asking: (register: string) => string;
  readonly cancelled: string;
  readonly brought: (register: string, titles: readonly string[]) => string;
  readonly replaced: string;
  readonly nothing: (register: string) => string;
  readonly refused: (titles: readonly string[]) => string;
  readonly notFound: (register: string, titles: readonly string[]) => string;
  readonly failed: (register: string) => string;
  readonly stale: (register: string) => string;
  readonly undo: string;
  readonly undone: string;
  /** Verified answers are free again. */
  readonly released: (register: string, titles: readonly string[]) => string;
}

const named = (titles: readonly string[]): string => titles.map((title) => `「${title}」`).join('、');
const listed = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ');

export const lookupStrings: Readonly<Record<Language, LookupStrings>> = {
  'zh-CN': {
    bring: (register) => `从${register}带出`,
    brings: (titles) => `可带出：${titles.join('、')}`,
    needs: (title, register) => `请先填写「${title}」，再从${register}带出`,
    asking: (register) => `正在查询${register}…`,
    cancelled: '已取消查询，内容没有改动',
    brought: (register, titles) => `已从${register}带出 ${titles.length} 项：${titles.join('、')}`,
    replaced: '。原来填写的内容可以撤销找回',
    nothing: (register) => `${register}里没有可以带出的内容，请直接填写`,
    refused: (titles) => `。${named(titles)}的登记内容不合本表要求，没有带入，请自行填写`,
    notFound: (register, titles) =>
      `${register}里没有查到，内容没有改动。请核对${named(titles)}后再查，或直接填写`,
    failed: (register) => `${register}暂时查不了，已填内容都在。请稍后再按按钮重试，或直接填写`,
    stale: (register) => `查询所用的内容已改，没有采用${register}的结果。需要时请再查一次`,
    undo: '撤销',
    undone: '已撤销带出的内容',
    released: (register, titles) => `查询所用的内容已改，${named(titles)}不再以${register}为准，可以修改`,
  },
  en: {
    bring: (register) => `Fill in from ${register}`,
    brings: (titles) => `Fills in: ${titles.join(', ')}`,
    needs: (title, register) => `Please answer “${title}” first, then fill in from ${register}`,
    asking: (register) => `Asking ${register}…`,
    cancelled: 'Cancelled, nothing was changed',
    brought: (register, titles) => `Filled in from ${register} (${titles.length}): ${titles.join(', ')}`,
    replaced: '. Undo brings back what you had written',
    nothing: (register) => `Nothing to fill in here from ${register}; please answer yourself`,
    refused: (titles) => `. What is registered for ${listed(titles)} does not fit this form and was left out`,
    notFound: (register, titles) =>
      `No entry in ${register}, nothing was changed. Check ${listed(titles)} and try again, or answer yourself`,
    failed: (register) =>
      `Could not ask ${register}; your answers are kept. Press the button again later, or answer yourself`,
    stale: (register) =>
      `What was asked for has changed: the result of ${register} was not used. Ask again if you need it`,
    undo: 'Undo',
    undone: 'What was filled in is taken back',
    released: (register, titles) =>
      `What was asked for has changed: ${listed(titles)} no longer stands as in ${register} and can be changed`,
  },
};
