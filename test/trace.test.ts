import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const text = join(root, 'test/trace/young-talent.txt');
let folder = '';
let definitions = '';
let proposed: ReturnType<typeof trace>;
let corrected: ReturnType<typeof trace>;

function trace(...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const call = [
    'packages/compiler/bin/zhinan.js',
    'trace',
    'young-talent/2026',
    '--definitions',
    definitions,
  ];
  const run = spawnSync(process.execPath, [...call, ...args], { cwd: root, encoding: 'utf8', env });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

async function edited(from: string, to: string): Promise<string> {
  const path = join(folder, 'changed.txt');
  const before = await readFile(text, 'utf8');
  expect(before).toContain(from);
  await writeFile(path, before.replace(from, to));
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhinan-trace-'));
  definitions = join(folder, 'definitions');
  await cp(join(root, 'test/corpus/accepted/young-talent/definition'), definitions, { recursive: true });
  proposed = trace('--source', text, '--accept');
  const mapping = join(folder, 'mapping.json');
  await writeFile(mapping, JSON.stringify({ 五: [1, 15, 16] }));
  corrected = trace('--source', text, '--accept', '--mapping', mapping);
});

afterAll(() => rm(folder, { recursive: true }));

describe('zhinan trace', () => {
  test('--accept proposes which clause a sentence belongs to; what is left open a mapping says', () => {
    // The small definition has no clause for the title.
    expect(proposed.out).toMatch(/第 1 句 前言 .* → 没有条款\n/);
    expect(proposed.out).toMatch(/第 14 句 四 .* → 四\n/);
    expect(proposed.code).toBe(1);
    expect(corrected.out).toContain('已覆盖 16，改动 0，新增或未覆盖 0，删去 0');
    expect(corrected.code).toBe(0);
  });

  test('says of every clause where it is implemented, with file and line', () => {
    const { code, out } = trace();
    expect(code).toBe(0);
    expect(out).toContain('5 条：已实现 4，由人判断 0，叙述 1，没有着落 0');
    expect(out).toMatch(/金额 奖励（award）\s+young-talent\/2026\/scholar\/rules\.json:9/);
    expect(out).toMatch(/五 .*\n {4}叙述：说明目的/);
  });

  test('a clause that nothing implements is open, and the exit code says so', async () => {
    const path = join(definitions, 'young-talent/2026/clauses.json');
    const before = await readFile(path, 'utf8');
    const open = '{ "id": "六", "kind": "service", "modality": "must", "summary": "送证上门" }';
    await writeFile(path, before.replace(/\n {2}\]/, `,\n    ${open}\n  ]`));
    const { code, out } = trace();
    await writeFile(path, before);
    expect(out).toMatch(/✗ 六 .*送证上门\n {4}没有着落/);
    expect(code).toBe(1);
  });

  test('no sentence of the text is written to the definition', async () => {
    const clauses = await readFile(join(definitions, 'young-talent/2026/clauses.json'), 'utf8');
    expect(clauses.match(/"[0-9a-f]{64}"/g)?.length).toBeGreaterThan(10);
    expect(clauses).not.toContain('申报者年满');
  });

  test('the text it was accepted with is covered whole', () => {
    const { code, out } = trace('--source', text);
    expect(out).toMatch(/已覆盖 \d+，改动 0，新增或未覆盖 0，删去 0/);
    expect(code).toBe(0);
  });

  test('one edited sentence reports its clause and what hangs on it, and nothing else', async () => {
    const { code, out } = trace('--source', await edited('最高 3 万元', '最高 5 万元'));
    const told = out.slice(out.indexOf('改动 1'));
    expect(told).toContain('改动 1，新增或未覆盖 0，删去 0');
    expect(told.match(/条款 \S+/g)).toEqual(['条款 四']);
    expect(told).toMatch(/金额：奖励（young-talent\/2026\/scholar\/rules\.json:9）/);
    expect(told).toMatch(/情景：副高级，公示三个工作日后入选/);
    expect(told).not.toContain('规则：');
    expect(code).toBe(1);
  });

  test('a changed period reports the states, waits and readings that depend on it', async () => {
    const { out } = trace('--source', await edited('3个工作日', '5个工作日'), '--format', 'json');
    const { changed } = (JSON.parse(out) as { text: { changed: { clauses: string[] }[] } }).text;
    expect(changed.map(({ clauses }) => clauses)).toEqual([['三']]);
    const told = trace('--source', await edited('3个工作日', '5个工作日')).out;
    expect(told.slice(told.indexOf('改动 1'))).toMatch(
      /状态：[\s\S]*时限：公示[\s\S]*文书：公示[\s\S]*解释口径：公示当日/,
    );
  });

  test('a changed deadline reports what uses it without citing it', async () => {
    const { out } = trace('--source', await edited('6月30日', '7月15日'));
    const told = out.slice(out.indexOf('改动 1'));
    expect(told.match(/条款 \S+/g)).toEqual(['条款 二']);
    expect(told).toMatch(/规则：年龄（/);
    expect(told).toMatch(/事件：申报截止到期（/);
    expect(told).toMatch(/时间点：申报截止（/);
  });

  test('the page needs no script and no other file, and escapes what it shows', async () => {
    const changed = await edited('让年轻人安心做事。', '<b>让大家</b>安心做事。');
    const { out } = trace('--source', changed, '--format', 'html');
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toMatch(/<script|<link|src=|https?:|<b>/);
    expect(out).toContain('&lt;b&gt;让大家&lt;/b&gt;');
    for (const id of ['一', '二', '三', '四', '五']) expect(out).toContain(` id="${id}">`);
  });

  test('wrong calls are told', () => {
    expect(trace('--accept').code).toBe(2);
    expect(trace('--format', 'pdf').code).toBe(2);
    expect(trace('--source', join(folder, 'none.txt')).err).toContain('读不了');
  });
});
