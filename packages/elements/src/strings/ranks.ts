import type { Language } from '@zhinan/model';

const zhCN = {
  how: '按先后点选',
  add: (title: string, place: number) => `${title}，选为第 ${place} 位`,
  added: (title: string, place: number) => `${title}已选为第 ${place} 位`,
  moved: (title: string, place: number) => `${title}已移到第 ${place} 位`,
  removed: (title: string) => `${title}已移出`,
  full: (count: number) => `已选满 ${count} 项`,
};

export type RanksStrings = typeof zhCN;

const en: RanksStrings = {
  how: 'Choose in order of preference',
  add: (title, place) => `${title}, choose as number ${place}`,
  added: (title, place) => `${title} is number ${place}`,
  moved: (title, place) => `${title} moved to number ${place}`,
  removed: (title) => `${title} taken out`,
  full: (count) => `All ${count} chosen`,
};

export const ranksStrings: Readonly<Record<Language, RanksStrings>> = { 'zh-CN': zhCN, en };
