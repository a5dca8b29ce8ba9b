import type { Language } from '@zhinan/model';

const zhCN = {
  found: (count: number) => (count === 0 ? '没有符合的选项' : `${count} 个选项`),
  more: (count: number) => `还有 ${count} 个，继续输入可缩小范围`,
  back: (title: string) => `‹ 返回（${title}）`,
};

export type ComboboxStrings = typeof zhCN;

const en: ComboboxStrings = {
  found: (count) => (count === 0 ? 'No option fits' : count === 1 ? '1 option' : `${count} options`),
  more: (count) => `${count} more; go on typing to narrow it down`,
  back: (title) => `‹ Back (${title})`,
};

export const comboboxStrings: Readonly<Record<Language, ComboboxStrings>> = { 'zh-CN': zhCN, en };
