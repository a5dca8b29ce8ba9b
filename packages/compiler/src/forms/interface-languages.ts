/** Languages the elements speak beside Chinese, by BCP 47 tag: the export of `@zhinan/elements` that holds their words. */
export const interfaceLanguages: Readonly<Record<string, string>> = {
  en: 'english',
  ug: 'uyghur',
  'mn-Mong': 'mongolian',
};
