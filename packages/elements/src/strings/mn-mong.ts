import { type Strings, zhCN } from './zh-cn.ts';

/**
 * Mongolian in the traditional script, for demonstration: a handful of words written by machine, read by nobody who
 * knows the language, to show that forms work in vertical lines. Have it written before anybody fills in a form in it.
 * What is not here is said in Chinese.
 */
export const mnMong: Strings = {
  ...zhCN,
  submit: 'ᠢᠯᠡᠭᠡᠬᠦ',
  errorPrefix: 'ᠠᠯᠳᠠᠭ᠎ᠠ: ',
  choose: 'ᠰᠣᠩᠭᠣᠬᠤ',
  yes: 'ᠲᠡᠢᠮᠦ',
  no: 'ᠦᠭᠡᠢ',
  add: (noun) => `${noun} ᠨᠡᠮᠡᠬᠦ`,
  remove: 'ᠬᠠᠰᠤᠬᠤ',
  undo: 'ᠪᠤᠴᠠᠭᠠᠬᠤ',
  chooseFile: 'ᠹᠠᠢᠯ ᠰᠣᠩᠭᠣᠬᠤ',
  cancel: 'ᠪᠣᠯᠢᠬᠤ',
  retry: 'ᠳᠠᠬᠢᠵᠤ',
  parts: {
    paste: {
      add: (rows) => `${rows} ᠨᠡᠮᠡᠬᠦ`,
      cancel: 'ᠪᠣᠯᠢᠬᠤ',
    },
  },
};
