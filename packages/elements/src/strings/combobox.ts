import type { Language } from '@zhinan/model';

const zhCN = {
  placeholder: '输入名称或拼音查找',
  found: (count: number) => (count === 0 ? '没有符合的选项' : `${count} 个选项`),
  more: (count: number) => `还有 ${count} 个，继续输入可缩小范围`,
  back: (title: string) => `‹ 返回（${title}）`,
  loadFailed: '选项没有读取成功，请再试一次',
};

const en: typeof zhCN = {
  placeholder: 'Type a name or its pinyin',
  found: (count) => (count === 0 ? 'No option fits' : count === 1 ? '1 option' : `${count} options`),
  more: (count) => `${count} more; go on typing to narrow it down`,
  back: (title) => `‹ Back (${title})`,
  loadFailed: 'The options could not be loaded; please try again',
};

export const comboboxStrings: Readonly<Record<Language, typeof zhCN>> = { 'zh-CN': zhCN, en };
