import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { withoutPersonalData } from './personal.ts';
import { hashedSentences } from './sentences.ts';

// Invented names and numbers.
describe('what identifies a person is dropped from a sentence', () => {
  test.each([
    ['联系人：甲某某', '联系人:(略)', 1],
    ['联系人：市测试局 甲某、乙某某', '联系人:市测试局(略)', 2],
    ['联系人：甲某、乙某某，电话：0000-1234567', '联系人:(略),电话:(略)', 3],
    ['联系电话：（0000）1234567、12345678', '联系电话:(略)', 2],
    ['咨询电话：13000000000 甲某某', '咨询电话:(略)甲某某', 1],
    ['市测试局人才科：甲某某 0000-12345678', '市测试局人才科:(略)', 2],
    ['电子邮箱：moumou@example.org', '电子邮箱:(略)', 1],
    ['遇到问题可通过电话0000-1234567咨询', '遇到问题可通过电话(略)咨询', 1],
    ['微信：mou_2026', '微信:(略)', 1],
    ['身份证号：000000190001010000', '身份证号:(略)', 1],
  ])('%s', (sentence, text, dropped) => {
    expect(withoutPersonalData(normalise(sentence))).toEqual({ text, dropped });
  });

  test.each([
    '联系人：市测试局（略）',
    '地址：测试路63号院6号楼332室',
    '依据测发〔2022〕8号文件给予20000000元',
    '规划（2010—2020）已经印发',
    '2025年10月8日20:00前报送',
  ])('%s stays as it is', (sentence) => {
    const text = normalise(sentence);
    expect(withoutPersonalData(text)).toEqual({ text, dropped: 0 });
  });

  test('a line with a name and the same line with （略） have one hash', async () => {
    const lines = ['联系人：甲某某 0000-1234567', '联系人：（略）'].map(
      (line) => `一、办法\n\n登记。\n\n${line}`,
    );
    const [named, omitted] = await Promise.all(lines.map((text) => hashedSentences(text)));
    expect(named?.at(-1)?.hash).toBe(omitted?.at(-1)?.hash);
    expect(named?.at(-1)?.dropped).toBe(2);
  });
});
