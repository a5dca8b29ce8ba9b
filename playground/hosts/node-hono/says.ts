import type { Language } from '@zhinan/model';

const sentences = {
  malformed: { 'zh-CN': '提交的内容不是完整的 JSON', en: 'What was sent is not well-formed JSON' },
  onlyJson: { 'zh-CN': '只接收 application/json', en: 'Only application/json is taken' },
  tooLarge: { 'zh-CN': '提交的内容过大', en: 'What was sent is too large' },
  toCorrect: { 'zh-CN': '申报未收到，请改正', en: 'Not taken in: please correct' },
  noRegister: { 'zh-CN': '没有接入这个登记库', en: 'There is no such register here' },
  brokenText: {
    'zh-CN': '含有不完整的字符，请删除后重新输入',
    en: 'There is half a character in the text; delete it and type it again',
  },
  noFile: { 'zh-CN': '没有收到文件', en: 'No file came' },
  failed: { 'zh-CN': '服务器出错', en: 'The server failed' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type Sentence = keyof typeof sentences;

/** What the server says of itself; what it says of fields comes from the validator. */
export function says(sentence: Sentence, language: Language): string {
  return sentences[sentence][language];
}
