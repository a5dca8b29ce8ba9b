import type { Clause } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { mappingFor, withHashes } from './accept.ts';
import { compareSentences } from './compare.ts';
import { hashedSentences } from './sentences.ts';

const clause = (id: string, summary: string): Clause => ({
  id,
  kind: 'eligibility',
  modality: 'must',
  summary,
});
const clauses = [
  clause('前言', '为何发文'),
  clause('一.a', '二十岁以上'),
  clause('一.b', '不超过四十岁'),
  clause('一.c', '有中级职称证书'),
  clause('二(一)', '六月三十日截止'),
  clause('二(二)1', '每项补1万元'),
  clause('二(二)2', '最高3万元'),
];
const text = `样例

一、对象

年满二十岁，不超过四十岁；手里有中级职称的证书。

二、办法

（一）报名。六月三十日截止。
（二）给钱。
1．每项成果补1万元。
2．最多给3万元。
`;

async function accepted(): Promise<readonly Clause[]> {
  const sentences = await hashedSentences(text);
  const file = JSON.stringify({ clauses }, null, 2);
  const written = withHashes(file, clauses, sentences, mappingFor(clauses, sentences));
  return (JSON.parse(written) as { clauses: readonly Clause[] }).clauses;
}

async function compared(changed: string) {
  const {
    covered,
    changed: edited,
    added,
    removed,
    untraced,
  } = compareSentences(await accepted(), await hashedSentences(changed));
  return {
    covered: covered.length,
    changed: edited.map(({ sentence, clauses: ids }) => [ids, sentence.text]),
    added: added.map((sentence) => sentence.text),
    removed: removed.map(({ clauses: ids }) => ids),
    untraced,
  };
}

describe('hashes of clauses', () => {
  test('follow the clause ids and the order of the text; clauses may share a sentence', async () => {
    const sentences = await hashedSentences(text);
    expect(mappingFor(clauses, sentences)).toEqual({
      前言: [1],
      '一.a': [2, 3],
      '一.b': [3],
      '一.c': [4],
      '二(一)': [5, 6, 7],
      '二(二)1': [8, 9],
      '二(二)2': [10],
    });
  });

  test('hold no word of the text', async () => {
    const hashes = (await accepted()).flatMap(({ hashes: own = [] }) => own);
    expect(hashes).toHaveLength(11);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('accepting again changes nothing; a correction replaces what was known', async () => {
    const sentences = await hashedSentences(text);
    const known = await accepted();
    const file = JSON.stringify({ clauses: known }, null, 2);
    expect(JSON.parse(withHashes(file, known, sentences, mappingFor(known, sentences)))).toEqual({
      clauses: known,
    });
    expect(mappingFor(known, sentences, { '一.a': [3] })['一.a']).toEqual([3]);
  });
});

describe('against another text', () => {
  const none = { changed: [], added: [], removed: [], untraced: [] };

  test('the same text in another printing is covered whole', async () => {
    const printing = text
      .replace('四十岁；', '四\n\n— 2 —\n\n十岁;')
      .replaceAll('（', '(')
      .replaceAll('）', ')');
    expect(await compared(printing)).toEqual({ ...none, covered: 10 });
  });

  test('an edited sentence is changed for exactly the clauses it belongs to', async () => {
    expect(await compared(text.replace('四十岁', '四十五岁'))).toEqual({
      ...none,
      covered: 9,
      changed: [[['一.a', '一.b'], '年满二十岁,不超过四十五岁']],
    });
    expect(await compared(text.replace('3万元', '5万元'))).toEqual({
      ...none,
      covered: 9,
      changed: [[['二(二)2'], '最多给5万元']],
    });
  });

  test('of clauses that share a sentence the one whose figure is gone is named', async () => {
    const sentences = await hashedSentences(text.replace('不超过四十岁', '不超过四十五岁'));
    const [changed] = compareSentences(await accepted(), sentences).changed;
    expect(changed?.missingFigures).toEqual({ '一.b': ['40'] });
  });

  test('a new sentence is added, a missing one removed', async () => {
    expect(await compared(text.replace('六月三十日截止。', '六月三十日截止。邮寄的以邮戳为准。'))).toEqual({
      ...none,
      covered: 10,
      added: ['邮寄的以邮戳为准'],
    });
    expect(await compared(text.replace('；手里有中级职称的证书', ''))).toEqual({
      ...none,
      covered: 9,
      removed: [['一.c']],
    });
  });

  test('a sentence that moved under another number is still covered', async () => {
    const moved = text.replace(
      '1．每项成果补1万元。\n2．最多给3万元。',
      '1．最多给3万元。\n2．每项成果补1万元。',
    );
    expect(await compared(moved)).toEqual({ ...none, covered: 10 });
  });

  test('a new clause without hashes takes the sentence nobody covers', async () => {
    const longer = await hashedSentences(text.replace('3万元。', '3万元。\n3．逾期不补。'));
    const known = [...(await accepted()), clause('二(二)3', '过期不给')];
    expect(compareSentences(known, longer).untraced).toEqual(['二(二)3']);
    const mapping = mappingFor(known, longer);
    expect(mapping['二(二)3']).toEqual([11]);
    expect(mapping['二(二)2']).toEqual([10]);
  });
});
