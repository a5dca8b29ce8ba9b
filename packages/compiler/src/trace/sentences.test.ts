import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { hashedSentences, sentencesOf } from './sentences.ts';

const brief = (text: string) => sentencesOf(text).map((one) => [one.path, one.text]);

describe('sentences of an official text', () => {
  test('stand under their headings, numbered in any of the usual ways', () => {
    const text =
      '一、对象\n\n全市职工。\n\n二、办法\n\n（一）报名。到窗口登记。\n1．带证件。\n2. 带照片。\n(二)抽签';
    expect(brief(text)).toEqual([
      ['一', '对象'],
      ['一', '全市职工'],
      ['二', '办法'],
      ['二(一)', '报名'],
      ['二(一)', '到窗口登记'],
      ['二(一)1', '带证件'],
      ['二(一)2', '带照片'],
      ['二(二)', '抽签'],
    ]);
    expect(sentencesOf(text).map(({ heading }) => heading)).toEqual([
      true,
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('go on over line breaks, page marks and empty lines inside them', () => {
    const [sentence] = sentencesOf('到窗\n口登记，\n\n— 12 —\n\n带证\n\n件。');
    expect(sentence?.text).toBe('到窗口登记,带证件');
  });

  test('end at a semicolon outside brackets, and keep a closing bracket or quote', () => {
    expect(
      brief('带证件（原件；复印件）；不收费。（节假日除外。）他说“可以。”走了。').map(([, text]) => text),
    ).toEqual(['带证件(原件;复印件)', '不收费', '(节假日除外。)', '他说"可以。"', '走了']);
  });

  test('a line that begins with a number is no heading in the middle of a sentence or out of sequence', () => {
    expect(
      brief('六、其他\n\n已列入第\n一、第二批的，每人补\n1.5 万元，最多\n3. 人。\n\n一、二级工不限。'),
    ).toEqual([
      ['六', '其他'],
      ['六', '已列入第一、第二批的,每人补1.5万元,最多3.人'],
      ['六', '一、二级工不限'],
    ]);
  });

  test('telephone, attachments and date at the end are told apart', () => {
    const text =
      '一、办法\n\n到窗口登记。\n\n联系人：测试甲\n\n联系电话：另行通知\n\n附件：1.登记表\n      2.汇总表\n\n2026年5月1日';
    expect(brief(text).slice(2)).toEqual([
      ['联系方式', '联系人:(略)'],
      ['联系方式', '联系电话:另行通知'],
      ['附件', '附件:1.登记表2.汇总表'],
      ['落款', '2026年5月1日'],
    ]);
  });

  test('lead back to the source', () => {
    const text = '样例\n\n一、办法\n\n- (一)报名。到窗\n口登记；带证件。';
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '样例',
      '办法',
      '报名。',
      '到窗\n口登记；',
      '带证件。',
    ]);
  });

  test('a sentence that stands twice is told apart by its heading', async () => {
    const [, one, , other] = await hashedSentences('一、甲班\n\n到窗口登记。\n\n二、乙班\n\n到窗口登记。');
    expect([one?.repeated, other?.repeated]).toEqual([true, true]);
    expect(one?.hash).toBe(other?.hash);
    expect(one?.placedHash).not.toBe(other?.placedHash);
  });
});

describe('normalising', () => {
  test('two printings of a sentence are equal', () => {
    expect(normalise('自 2026 年〔1〕起，“甲类”（A—C）８：００ 前。')).toBe(
      normalise('自2026年[1]起,"甲类"(A-C)8:00前；'),
    );
  });

  test('another figure is another sentence', () => {
    expect(normalise('补 1.5 万元')).not.toBe(normalise('补 15 万元'));
  });
});

/** Sentences with what tempts a splitter: brackets, figures, 一、 and 1. inside, URLs. */
const fragment = fc.constantFrom(
  '到窗口登记',
  '每人补1.5万元',
  '第一、第二批',
  '（一、二级工；学徒）',
  '2026年6月30日18:00前',
  '“甲类”',
  'https://example.cn/#/a',
  '3—5人',
  '1. 2 万元',
);
const sentence = fc
  .tuple(fc.array(fragment, { minLength: 1, maxLength: 6 }), fc.constantFrom('。', '；', '！'))
  .map(([parts, end]) => `本办法${parts.join('，')}${end}`);
const chapters = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
const numerals = '一二三四五';

describe('any wrapping of lines and any page marks', () => {
  test('leave the sentences equal', () => {
    const breaks = fc.infiniteStream(
      fc.oneof(
        { weight: 12, arbitrary: fc.constant('') },
        { weight: 2, arbitrary: fc.constantFrom('\n', '\r\n', ' ', '\u3000') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('\n\n— 3 —\n\n', '\n- 12 -\n', '\f', '\n\n第 4 页 共 9 页\n'),
        },
      ),
    );
    fc.assert(
      fc.property(chapters, breaks, (bodies, stream) => {
        const document = (spoil: (text: string) => string) =>
          bodies
            .map((body, index) => `${numerals[index] ?? ''}、章节\n\n${spoil(body.join(''))}`)
            .join('\n\n');
        const spoil = (text: string) =>
          [...text]
            .map((character, index) => (index === 0 ? character : `${stream.next().value}${character}`))
            .join('');
        const plain = sentencesOf(document((text) => text));
        expect(plain.filter(({ heading }) => !heading)).toHaveLength(bodies.flat().length);
        const spoilt = sentencesOf(document(spoil));
        const essence = ({ text, path, heading }: (typeof plain)[number]) => ({ text, path, heading });
        expect(spoilt.map(essence)).toEqual(plain.map(essence));
      }),
      { numRuns: 500 },
    );
  });
});
