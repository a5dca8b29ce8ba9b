import type { Language } from '@zhinan/model';

/** What is said of an issue beside what the validator says. */
const zhCN = {
  missing: (title: string) => `「${title}」还没有填写`,
  wrong: (title: string) => `「${title}」有误`,
  broken: (title: string) => `「${title}」含有不完整的字符，请删除后重新输入`,
  filledEarlier: (what: string) => `${what}（由前一环节填写）`,
  filledByItself: (what: string) => `${what}（自动得出，不在此填写）`,
};

export type IssueStrings = typeof zhCN;

const en: IssueStrings = {
  missing: (title) => `${title} has not been answered`,
  wrong: (title) => `${title} is not right`,
  broken: (title) => `${title}: There is half a character in the text; delete it and type it again`,
  filledEarlier: (what) => `${what} (filled at an earlier step)`,
  filledByItself: (what) => `${what} (filled in by itself)`,
};

export const issueStrings: Readonly<Record<Language, IssueStrings>> = { 'zh-CN': zhCN, en };
