import { message } from '../message.ts';

/** What can be wrong with the texts of a form in another language. */
export const translationMessages = {
  'translation/unknown-language': message<{ language: string; known: readonly string[] }>({
    severity: 'error',
    message: {
      zh: ({ language, known }) => `没有“${language}”这种界面语言，现有：${known.join('、')}。`,
      en: ({ language, known }) =>
        `There is no interface language "${language}"; there are: ${known.join(', ')}.`,
    },
    hint: {
      zh: () => '把文件名改成其中一种；新的语言先在 packages/elements/src/strings/ 里加界面文字。',
      en: () =>
        'Name the file after one of them; a new one first needs its strings in packages/elements/src/strings/.',
    },
  }),
  'translation/unknown-text': message<{ text: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ text }) => `本项目的表单里没有“${text}”这段文字，这条译文用不上。`,
      en: ({ text }) => `No form of this programme says "${text}": nothing would show this translation.`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `原文是不是“${nearest}”？` : '照表单里的原文一字不差地写，或删掉这一条。',
      en: ({ nearest }) =>
        nearest
          ? `Is the text "${nearest}"?`
          : 'Write the text exactly as the form has it, or remove the entry.',
    },
  }),
};
