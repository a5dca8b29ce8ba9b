import type { Language } from '@zhinan/model';

const zhCN = {
  added: (title: string) => `已添加${title}`,
  removed: (title: string) => `已删除${title}`,
  duplicated: (title: string) => `已复制为${title}`,
  brought: (count: number, measure: string) => `已从表格添加 ${count} ${measure}`,
  takenBack: (count: number, measure: string) => `已撤销添加的 ${count} ${measure}`,
  restored: (title: string) => `已恢复${title}`,
  moved: (title: string, position: number) => `${title}已移到第 ${position} 位`,
};

export type RowChangeStrings = typeof zhCN;

const en: RowChangeStrings = {
  added: (title) => `${title} added`,
  removed: (title) => `${title} removed`,
  duplicated: (title) => `Copied as ${title}`,
  brought: (count) => `${count} added from the spreadsheet`,
  takenBack: (count) => `The ${count} added have been taken back`,
  restored: (title) => `${title} restored`,
  moved: (title, position) => `${title} moved to position ${position}`,
};

export const rowChangeStrings: Readonly<Record<Language, RowChangeStrings>> = { 'zh-CN': zhCN, en };
