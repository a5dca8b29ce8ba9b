/** A text in which what identifies a person is replaced by （略）, and how much was. */
export interface Redacted {
  readonly text: string;
  readonly dropped: number;
}

const omitted = '(略)';
const numbers: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  // Resident identity number, mobile number, 400 line, number with area code.
  /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu,
  /(?<!\d)(?:\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}(?!\d)/gu,
  /(?<!\d)400-?\d{3}-?\d{4}(?!\d)/gu,
  /(?<!\d)(?:\(0\d{2,3}\)|0\d{2,3})-?\d{7,8}(?:[-转]\d{1,5})?(?!\d)/gu,
];
const localNumber = /(?<![\d.[])\d{7,8}(?:[-转]\d{1,5})?(?![\d年元名人号])/gu;
const account = /(?<=(?:QQ|微信|钉钉)(?:群|号|群号)?:?)[A-Za-z\d_-]{5,}/gu;
const office =
  /(?:厅|局|处|科|室|办|委|院|会|部|站|中心|公司|集团|单位|学校|大学|医院|机构|平台|小组|团队)$/u;
const label = /(?:电话|传真|手机|热线|邮箱|地址|邮编|方式|号码|座机|联系人|技术支持|微信|钉钉|号|略)$/u;
const person = /(?<=(?:联系人|负责人|经办人|咨询人|收件人)(?:及[^:]{0,8})?:)[^。;()（）0-9]+/gu;
const besideNumber =
  /(?<=^|[:,、;()])\p{Script=Han}{2,4}(?:同志|老师|先生|女士)?(?=(?:\(?(?:电话|手机)?:?)?\(略\))/gu;

/**
 * Drops names of contacts, telephone numbers, mail addresses and identity numbers from a sentence as `normalise` leaves it.
 * Offices stay: they are what a definition may name. The same line printed with （略） reads the same afterwards.
 */
export function withoutPersonalData(sentence: string): Redacted {
  let dropped = 0;
  const drop = (text: string, pattern: RegExp) =>
    text.replaceAll(pattern, (found: string) => {
      if (isKnown(found)) return found;
      dropped += 1;
      return omitted;
    });
  let text = [...numbers, account].reduce(drop, sentence);
  if (/电话|传真|手机|热线|联系/u.test(text)) text = drop(text, localNumber);
  text = text.replaceAll(person, (list: string) =>
    list
      .split(/([、,/])/u)
      .map((words) => {
        const name = nameIn(words);
        if (name !== '') dropped += 1;
        return name === '' ? words : `${words.slice(0, -name.length)}${omitted}`;
      })
      .join(''),
  );
  if (text.includes(omitted)) text = drop(text, besideNumber);
  return { text: text.replaceAll(/\(略\)(?:[,、/]?\(略\))+/gu, omitted), dropped };
}

function isKnown(words: string): boolean {
  return office.test(words) || label.test(words);
}

/** `人社厅张三` → `张三`: what comes after the last word for an office, where it is as short as a name. */
function nameIn(words: string): string {
  if (words.includes(':') || isKnown(words)) return '';
  if (/^\p{Script=Han}{2,4}(?:同志|老师|先生|女士|处长|科长|主任)?$/u.test(words)) return words;
  return /^.*(?:厅|局|处|科|室|办|委|院|会|部|站|中心)(\p{Script=Han}{2,4})$/u.exec(words)?.[1] ?? '';
}
