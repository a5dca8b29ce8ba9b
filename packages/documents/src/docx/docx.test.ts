import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { contract, data, program } from '../every-block.fixture.ts';
import { layOut, planDocument } from '../index.ts';
import type { DocumentData } from '../index.ts';
import { toDocx } from './index.ts';

async function parts(given: DocumentData = data): Promise<Readonly<Record<string, string>>> {
  const bytes = await toDocx(await layOut(planDocument(contract, program, 'contract'), given));
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

const part = (files: Readonly<Record<string, string>>, name: RegExp): string =>
  Object.entries(files)
    .filter(([path]) => name.test(path))
    .map(([, text]) => text)
    .join('');

test('a Word file: every answer, heads repeated, page numbers, Chinese fonts by name, A4', async () => {
  const files = await parts();
  const body = files['word/document.xml'] ?? '';
  for (const text of [
    '䶮㛃𫖯𬱖龑',
    '贰拾贰万伍仟元整',
    '2010年7月1日',
    '☑ 所填真实。',
    '用人单位（盖章）：',
    '225,000',
  ])
    expect(body).toContain(text);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(files['word/styles.xml']).toContain('w:eastAsia="仿宋"');
  const footer = part(files, /footer\d*\.xml$/);
  expect(footer).toMatch(/PAGE[\s\S]*NUMPAGES/);
  expect(footer).toMatch(/校验码 [0-9a-f]{4}(?:-[0-9a-f]{4}){3}/);
});

test('a draft is marked on every page, a final one is not', async () => {
  expect(part(await parts(), /header\d*\.xml$/)).toContain('string="草稿"');
  expect(part(await parts({ ...data, final: true }), /header\d*\.xml$/)).not.toContain('草稿');
});

test('Uyghur runs from the right', async () => {
  const body = (await parts({ ...data, language: 'ug' }))['word/document.xml'] ?? '';
  expect(body).toContain('<w:bidi/>');
  expect(body).toContain('<w:bidiVisual/>');
});
