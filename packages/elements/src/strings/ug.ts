import { type Strings, zhCN } from './zh-cn.ts';

/** What comes from elsewhere (names, numbers, Chinese) keeps its own direction inside a line. */
const apart = (text: string | number): string => `\u2068${text}\u2069`;

/**
 * Uyghur, for demonstration: written by machine, read by nobody who knows the language. Have it reviewed before anybody
 * fills in a form in it. What is not here is said in Chinese.
 */
export const ug: Strings = {
  ...zhCN,
  identity: (who) => `تولدۇرغۇچى: ${apart(who)}`,
  requiredNote: '* بەلگىسى بار تۈرلەرنى چوقۇم تولدۇرۇڭ.',
  submit: 'يوللاش',
  errors: (count) => `${apart(count)} يەرنى تۈزىتىش كېرەك`,
  errorPrefix: 'خاتالىق: ',
  verified: (source) => `دەلىللەنگەن، مەنبەسى: ${apart(source)}`,
  prefilled: (source) => `ئالدىن تولدۇرۇلغان، مەنبەسى: ${apart(source)}`,
  counter: (used, limit) => `${apart(used)} / ${apart(limit)} خەت`,
  over: (by) => `${apart(by)} خەت ئارتۇق`,
  unanswered: 'تولدۇرۇلمىغان',
  choose: 'تاللاڭ',
  yes: 'ھەئە',
  no: 'ياق',
  add: (noun) => `${apart(noun)} قوشۇش`,
  remove: 'ئۆچۈرۈش',
  undo: 'يېنىۋېلىش',
  up: 'يۇقىرىغا',
  down: 'تۆۋەنگە',
  rowTitle: (noun, position, name) => `${apart(noun)} ${apart(position)}${name && `: ${apart(name)}`}`,
  noRows: (noun) => `تېخى ${apart(noun)} يوق`,
  rowCount: (count) => `${apart(count)} قوشۇلدى`,
  chooseFile: 'ھۆججەت تاللاش',
  cancel: 'بىكار قىلىش',
  retry: 'قايتا سىناش',
  // Of what follows, ranks, combobox and paste are made from the other words: nothing was translated anew for them.
  parts: {
    issues: {
      missing: (title) => `${apart(title)} تولدۇرۇلمىدى`,
      wrong: (title) => `${apart(title)} خاتا`,
    },
    uploads: {
      running: (percent) => `يۈكلىنىۋاتىدۇ ${apart(`${percent}%`)}`,
      done: (name) => `${apart(name)} يۈكلەندى`,
      failed: 'يۈكلەنمىدى، قايتا سىناشقا بولىدۇ',
      wrongType: 'ھۆججەت تىپى توغرا ئەمەس',
      tooLarge: 'ھۆججەت بەك چوڭ',
    },
    rows: {
      added: (title) => `${apart(title)} قوشۇلدى`,
      removed: (title) => `${apart(title)} ئۆچۈرۈلدى`,
      restored: (title) => `${apart(title)} ئەسلىگە كەلتۈرۈلدى`,
    },
    ranks: {
      add: (title, place) => `${apart(title)}: تاللاڭ (${apart(place)})`,
      added: (title, place) => `${apart(title)} قوشۇلدى (${apart(place)})`,
      removed: (title) => `${apart(title)} ئۆچۈرۈلدى`,
    },
    combobox: {
      found: (count) => (count === 0 ? 'يوق' : apart(count)),
    },
    paste: {
      add: (rows) => `${apart(rows)} قوشۇش`,
      cancel: 'بىكار قىلىش',
      empty: 'تولدۇرۇلمىغان',
    },
  },
};
