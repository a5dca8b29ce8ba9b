import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Diagnostic, FileTree } from '@zhinan/model';
import { readDefinitions } from '@zhinan/compiler/node';
import { compile } from '@zhinan/compiler';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const definitions = new URL('../definitions', import.meta.url).pathname;
const main = new URL('../packages/compiler/src/cli/main.ts', import.meta.url).pathname;
/** As the command has it: what was read of the sources once is kept. */
const cache = new URL('../.cache/compile', import.meta.url).pathname;
const edition = 'xinjiang-craftsman/2025';

interface Report {
  readonly changes: readonly {
    readonly kind: string;
    readonly subject: string;
    readonly before?: string;
    readonly after?: string;
  }[];
  readonly applicants: readonly {
    readonly before: string;
    readonly after: string;
    readonly rules: readonly { readonly id: string }[];
  }[];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhinan-diff-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command as an officer runs it; the exit code is part of the answer. */
async function zhinan(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['--conditions=zhinan-source', main, ...words], {
      maxBuffer: 1 << 26,
      env: { NODE_COMPILE_CACHE: cache, ...process.env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = error as { code?: number; stdout?: string; stderr?: string };
    return { code: failed.code ?? -1, out: failed.stdout ?? '', err: failed.stderr ?? '' };
  }
}

async function copyOfDefinitions(name: string): Promise<string> {
  const copy = join(folder, name);
  await cp(join(definitions, 'xinjiang-craftsman'), join(copy, 'xinjiang-craftsman'), { recursive: true });
  await cp(join(definitions, 'shared'), join(copy, 'shared'), { recursive: true });
  return copy;
}

/** Changes a file's text at places that must be there. */
async function edit(path: string, ...replacements: readonly (readonly [RegExp, string])[]): Promise<void> {
  let text = await readFile(path, 'utf8');
  for (const [pattern, replacement] of replacements) {
    expect(text).toMatch(pattern);
    text = text.replace(pattern, replacement);
  }
  await writeFile(path, text);
}

/** Writes every file anew with other spaces and the keys the other way round. */
async function reformat(root: string): Promise<void> {
  const turned = (json: unknown): unknown =>
    Array.isArray(json)
      ? json.map(turned)
      : json !== null && typeof json === 'object'
        ? Object.fromEntries(
            Object.entries(json)
              .toReversed()
              .map(([key, value]) => [key, turned(value)]),
          )
        : json;
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await writeFile(path, JSON.stringify(turned(JSON.parse(await readFile(path, 'utf8'))), null, 1));
  }
}

const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity === 'error');

test('an edited copy with ten policy changes: these ten are reported, and who they concern', async () => {
  const copy = await copyOfDefinitions('ten');
  const own = join(copy, edition);
  await edit(
    join(own, 'guideline.json'),
    [/2025-10-08T20:00:00/, '2025-10-10T20:00:00'],
    [/"chosen": "next-day"/, '"chosen": "same-day"'],
  );
  await edit(
    join(own, 'craftsman/rules.json'),
    [/基准日\) >= 1"/, '基准日) >= 2"'],
    [/"strength": "soft"/, '"strength": "must"'],
    [/("set": \{\s*"最低等级": )"技师"/, '$1"高级工"'],
    [/"cap": 200000/, '"cap": 250000'],
    [/(?<head>"id": "places",[^}]*"max": )null/, '$<head>120'],
  );
  await edit(join(own, 'craftsman/forms/application.schema.json'), [
    /(?<head>"title": "所带徒弟",\s*"minItems": 1,\s*"maxItems": )30/,
    '$<head>20',
  ]);
  await edit(
    join(own, 'craftsman/workflow/case.json'),
    [/"workdays": 5/, '"workdays": 7'],
    [/("COLLATE": \{\s*"target": )"#case.leadingGroup"/, '$1"#case.publicHearing"'],
    [
      /"leadingGroup": \{\s*"meta"/,
      '"publicHearing": { "meta": { "title": "听取意见", "clause": "三(五).c", "role": "office" }, "on": { "HEARD": { "target": "#case.leadingGroup", "meta": { "title": "听取完毕", "clause": "三(五).c" } } } },\n"leadingGroup": { "meta"',
    ],
  );
  await reformat(own);

  const { code, out } = await zhinan('diff', edition, '--definitions-b', copy, '--format', 'json');
  expect(code).toBe(0);
  const { changes, applicants } = JSON.parse(out) as Report;
  expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'instant-moved 个人材料提交截止',
    'rule-hardened 职业技能等级',
    'rule-changed 在疆工作1年以上',
    'relaxation-changed 在南疆五地州或兵团南疆师市工作的，可放宽至技师',
    'amount-raised 基础培养经费（按培养计划）',
    'quota-changed 总人数',
    'field-limits “所带徒弟”',
    'step-added “听取意见”',
    'delay-changed 入选前公示5个工作日',
    'interpretation-chosen “公示的 3 个（5 个）工作日，张贴当日算不算第一天？”',
  ]);
  const concerned = applicants.map(
    ({ before, after, rules }) => `${before} ${after} ${rules.map(({ id }) => id).join()}`,
  );
  expect(concerned).toContain('eligible ineligible years-in-region');
  expect(concerned).toContain('needs-reason ineligible skill-level');
  expect(concerned).toContain('needs-reason eligible skill-level');
});

test('a copy that is only written otherwise: nothing', async () => {
  const copy = await copyOfDefinitions('same');
  await reformat(join(copy, edition));
  const { out } = await zhinan('diff', edition, '--definitions-b', copy);
  expect(out).toContain('政策上没有变化。');
});

test('a new edition stands, keeps the files as they are written, and differs in dates only', async () => {
  const copy = await copyOfDefinitions('next');
  const made = await zhinan('new-edition', edition, '2026', '--definitions', copy);
  const files: FileTree = await readDefinitions(copy);
  const next = 'xinjiang-craftsman/2026';
  const { diagnostics } = await compile(files, next, { until: 'check' });
  expect(errorsOf(diagnostics)).toEqual([]);

  // The Mid-Autumn days off of 2026 fall into the notice of the scenarios: that is said, and nothing else is wrong.
  const rehearsed = await compile(files, next, { until: 'rehearse' });
  const broken = errorsOf(rehearsed.diagnostics);
  expect(new Set(broken.map(({ code }) => code))).toEqual(new Set(['scenario/broken-promise']));
  expect(made.code).toBe(1);
  expect(made.out).toContain('公示');
  for (const { place } of broken)
    expect(made.out).toContain(place.file.split('/').at(-1)?.replace('.json', ''));

  const dates = /\d{4}-\d{2}-\d{2}/g;
  for (const [path, text] of Object.entries(files).filter(([name]) => name.startsWith(`${edition}/`))) {
    const other = files[path.replace(edition, next)] ?? '';
    const blank = (written: string) =>
      written.replaceAll(dates, 'date').replaceAll(/2025年度|2026年度|工匠 202[56]/g, 'edition');
    expect(blank(other)).toBe(blank(text));
  }

  expect(made.out).toMatch(
    /个人材料提交截止〔三\(一\)\.c〕：2025-10-08T20:00:00\+08:00 → 2026-10-08T20:00:00\+08:00 {2}`definitions\/xinjiang-craftsman\/2026\/guideline\.json:\d+`/,
  );

  const { out } = await zhinan('diff', edition, next, '--definitions', copy, '--format', 'json');
  const { changes, applicants } = JSON.parse(out) as Report;
  expect(changes.map(({ kind }) => kind)).toEqual(['instant-moved', 'instant-moved', 'instant-moved']);
  expect(applicants).toEqual([]);

  const again = await zhinan('new-edition', edition, '2026', '--definitions', copy);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('不会覆盖')]);
});

test('a year whose holidays are not announced is said to be so', async () => {
  const copy = await copyOfDefinitions('beyond');
  const { code, out } = await zhinan(
    'new-edition',
    edition,
    '2027',
    '--shift',
    'same-weekday',
    '--definitions',
    copy,
  );
  expect(code).toBe(1);
  expect(out).toContain('2027 年的放假和调休安排还没有公布');
  expect(out).toContain('2025-10-08T20:00:00+08:00 → 2027-10-06T20:00:00+08:00');
});

test('wrong calls are answered with the way to write them', async () => {
  const wrong = [
    ['diff', edition],
    ['diff', edition, edition, '--format', 'pdf'],
    ['new-edition', edition],
    ['new-edition', edition, '../2026'],
    ['new-edition', edition, 'next'],
    ['new-edition', edition, '2026', '--shift', 'soon'],
  ];
  for (const words of wrong) expect((await zhinan(...words)).code).toBe(2);
});
