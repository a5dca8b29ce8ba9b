import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const text = join(root, 'test/corpus/texts/harbour-masters.txt');
let folder = '';
let out = '';

function zhinan(...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const run = spawnSync(process.execPath, ['packages/compiler/bin/zhinan.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhinan-import-'));
  out = join(folder, 'definitions');
});
afterAll(() => rm(folder, { recursive: true }));

describe('zhinan import', () => {
  test('makes an edition, tells what was found and left out; check then asks for what is to be written', async () => {
    const made = zhinan('import', text, '--as', 'harbour-masters/2026', '--out', out);
    expect(made.code).toBe(0);
    expect(made.out).toContain(
      'date-1  日期 “2026年5月8日18:00前” → 截止 2026-05-08 18:00  ⇒ guideline.json#/instants/deadline',
    );
    expect(made.out).toContain('? 没有写几点');
    expect(made.out).toContain('略去姓名、电话、邮箱等个人信息 3 处');
    const checked = zhinan('check', '--definitions', out);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('条款“二(1)”还没有概括');
    expect(checked.out).toContain('办法：对照原文，用自己的话写一句');
  });

  test('never overwrites', async () => {
    const before = await readFile(join(out, 'harbour-masters/2026/clauses.json'), 'utf8');
    const again = zhinan('import', text, '--as', 'harbour-masters/2026', '--out', out, '--lang', 'en');
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('exists and is not overwritten') });
    expect(await readFile(join(out, 'harbour-masters/2026/clauses.json'), 'utf8')).toBe(before);
  });

  test('--accept writes what is named, says what is missing, and leaves the rest open', async () => {
    const { code, out: said } = zhinan(
      'import',
      'harbour-masters/2026',
      'date-1',
      'date-2',
      '--accept',
      '--out',
      out,
    );
    expect(code).toBe(1);
    expect(said).toContain('✓ date-1');
    expect(said).toContain('✗ date-2  还有没填的：guideline.json#/instants/deadline2/at 是 null');
    const guideline = JSON.parse(
      await readFile(join(out, 'harbour-masters/2026/guideline.json'), 'utf8'),
    ) as object;
    expect(guideline).toMatchObject({ instants: { deadline: { at: '2026-05-08T18:00:00+08:00' } } });
  });

  test('the text traces without a rest against the edition made of it', () => {
    const { out: said } = zhinan('trace', 'harbour-masters/2026', '--definitions', out, '--source', text);
    expect(said).toMatch(/原文 \d+ 句（其中标题 \d+）：已覆盖 \d+，改动 0，新增或未覆盖 0，删去 0/);
  });

  test('a name is needed where the file has none; what is no text is refused with a remedy', async () => {
    expect(zhinan('import', text, '--out', out)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as <计划>/<年度>'),
    });
    const picture = join(folder, 'scan-2026.png');
    await writeFile(picture, Uint8Array.from([0x89, 0x50, 0x4e, 0x47]));
    expect(zhinan('import', picture, '--out', out)).toMatchObject({
      code: 2,
      err: expect.stringContaining('请先识别成文字'),
    });
    expect(zhinan('import', picture, '--as', '../x', '--out', out).code).toBe(2);
  });
});
