import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentencesOf } from '../trace/sentences.ts';
import { numeral } from './docx-numbering.ts';
import { docxText } from './docx.ts';
import { longestText, readGuidelineText } from './guideline-text.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhinan-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: Uint8Array | string) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return readGuidelineText(path);
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, format = '') =>
  `<w:p><w:pPr>${format}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const numbered = (text: string, level: number) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`);
const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const lists = `<w:numbering ${w}><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3．')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
const styles = `<w:styles ${w}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`;

function docx(
  body: string,
  parts: Readonly<Record<string, string>> = { 'word/numbering.xml': lists, 'word/styles.xml': styles },
) {
  const document = `<w:document ${w} xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
  const all = { 'word/document.xml': document, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])));
}

describe('plain text', () => {
  test('in UTF-8, with and without its mark, in UTF-16 and in GB18030', async () => {
    const text = '一、年月的。';
    expect(await read(text)).toEqual({ text, encoding: 'UTF-8' });
    expect(await read(`\uFEFF${text}`)).toEqual({ text, encoding: 'UTF-8' });
    expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual({ text, encoding: 'UTF-16' });
    const gb = [0xd2, 0xbb, 0xa1, 0xa2, 0xc4, 0xea, 0xd4, 0xc2, 0xb5, 0xc4, 0xa1, 0xa3];
    expect(await read(Uint8Array.from(gb))).toEqual({ text, encoding: 'GB18030' });
  });

  test.each([
    ['nothing at all', '', 'empty'],
    ['nothing but marks', ' \n — — \n', 'empty'],
    ['what is longer than a guideline', '一'.repeat(longestText + 1), 'too-long'],
    ['zero bytes', Uint8Array.from([65, 0, 66, 0, 1, 2]), 'binary'],
    ['bytes of no encoding', Uint8Array.from([0xe4, 0xb8, 0xff, 0xff, 0x80, 0x81]), 'encoding'],
    [
      'Latin-1',
      Uint8Array.from([...'Gew'].map((one) => one.charCodeAt(0)).concat(0xe4, 0x68, 0x72, 0xfc, 0x6e, 0x67)),
      'encoding',
    ],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-word'],
    ['an image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'image'],
    ['a broken archive', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'broken-docx'],
    ['an archive that is no document', zipSync({ 'a.txt': strToU8('a') }), 'broken-docx'],
    [
      'a document whose XML breaks off',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') }),
      'broken-docx',
    ],
  ])('%s is refused', async (_, content, problem) => {
    expect(await read(content)).toEqual({ problem });
  });

  test('a file that is not there is told', async () => {
    expect(await readGuidelineText(join(folder, 'none'))).toEqual({ problem: 'missing' });
  });
});

describe('.docx', () => {
  test('numbers that Word counts stand before their paragraphs and restart below each heading', () => {
    const body = [
      numbered('对象', 0),
      numbered('程序', 0),
      numbered('报名。', 1),
      numbered('带证件；', 2),
      numbered('带照片。', 2),
      numbered('抽签。', 1),
      numbered('当场。', 2),
      paragraph('经费', '<w:pStyle w:val="a"/>'),
    ];
    expect(docxText(docx(body.join('')))?.split('\n\n')).toEqual([
      '一、对象',
      '二、程序',
      '（一）报名。',
      '1．带证件；',
      '2．带照片。',
      '（二）抽签。',
      '1．当场。',
      '三、经费',
    ]);
  });

  test('its text splits as the same text typed would', () => {
    const text = docxText(
      docx(
        [numbered('对象', 0), paragraph('全市职工。'), numbered('程序', 0), numbered('报名。', 1)].join(''),
      ),
    );
    expect(sentencesOf(text ?? '').map(({ path, text: said }) => [path, said])).toEqual([
      ['一', '对象'],
      ['一', '全市职工'],
      ['二', '程序'],
      ['二(一)', '报名'],
    ]);
  });

  test('cells of a row stand beside each other; deletions, field codes and doubled drawings are left out', () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `${paragraph('甲<w:br/>')}<w:tbl><w:tr>${cell('类别')}${cell('金额')}</w:tr><w:tr>${cell('A类')}${cell('5万元')}</w:tr></w:tbl>
      <w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:t>删去</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
      <mc:AlternateContent><mc:Choice>${paragraph('图注')}</mc:Choice><mc:Fallback>${paragraph('图注')}</mc:Fallback></mc:AlternateContent>`;
    expect(docxText(docx(body.replace('甲<w:br/>', '甲'), {}))).toBe(
      '甲\n\n类别\t金额\n\nA类\t5万元\n\n保留\n\n图注',
    );
  });

  test.each([
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [3, 'decimalEnclosedCircleChinese', '③'],
    [12, 'ideographDigital', '一二'],
    [4, 'decimal', '4'],
  ])('%i as %s is %s', (value, format, text) => {
    expect(numeral(value, format)).toBe(text);
  });
});
