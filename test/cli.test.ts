import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const scenarios = 'definitions/xinjiang-craftsman/2025/scenarios';
const sample = join(root, 'test/corpus/accepted/young-talent/definition');

function zhinan(...args: string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const run = spawnSync(process.execPath, ['packages/compiler/bin/zhinan.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const craftsman = 'xinjiang-craftsman/2025/craftsman';
const evaluate = (scenario: string) =>
  zhinan('evaluate', craftsman, '--input', `${scenarios}/${scenario}.json`);

describe('zhinan evaluate', () => {
  test('a 技师 in the south is eligible by the relaxation, which is named with its clause', () => {
    const { code, out } = evaluate('eligible-south-relaxation');
    expect(code).toBe(0);
    expect(out).toContain('符合申报条件');
    expect(out).toMatch(/职业技能等级.*您填写：技师.*适用放宽：.*指南二\.1d/);
  });

  test('a 技师 elsewhere is asked for a reason and not refused', () => {
    const { out } = evaluate('needs-reason-technician');
    expect(out).toContain('需要说明理由');
    expect(out).toMatch(/需说明（条款用语“原则上”，可报审）.*指南二\.1c/);
    expect(out).not.toContain('不符合');
  });

  test('with the place of work left blank it is undecided and says what is missing', () => {
    expect(evaluate('undecided-region-blank').out).toContain('还不能判断；还需要填写：工作所在地');
  });

  test('225,000 元 are capped to 200,000 元 and the cap is named', () => {
    expect(evaluate('capped-basic-amount').out).toMatch(
      /基础培养经费.*200,000 元（20 万元）.*上限.*四\(一\)1\.a.*225,000 元（22\.5 万元）/,
    );
  });

  test('the same as data with --json', () => {
    const { out } = zhinan(
      'evaluate',
      craftsman,
      '--json',
      '--input',
      `${scenarios}/undecided-region-blank.json`,
    );
    const { eligibility } = JSON.parse(out) as {
      eligibility: { verdict: string; missing: { pointer: string }[] };
    };
    expect(eligibility).toMatchObject({
      verdict: 'undecided',
      missing: [{ form: 'application', pointer: '/workPlace' }],
    });
  });

  test('bare answers of the application form are enough', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhinan-'));
    await writeFile(join(folder, 'a.json'), '{ "nationality": "CHN" }');
    expect(zhinan('evaluate', craftsman, '--input', join(folder, 'a.json')).out).toContain('还不能判断');
    await rm(folder, { recursive: true });
  });
});

describe('zhinan check', () => {
  test('says that every guideline is in order', () => {
    expect(zhinan('check')).toMatchObject({ code: 0 });
  });

  test.each([
    ['reference-unknown-role', 1],
    ['date-instants-out-of-order', 0],
  ])('%s ends with exit code %d', async (name, code) => {
    const folder = await definitionOf(name);
    const run = zhinan('check', '--definitions', folder);
    expect(run.code).toBe(code);
    expect(run.out).toContain('办法：');
    await rm(folder, { recursive: true });
  });

  test('--format json and sarif are made for machines', async () => {
    const folder = await definitionOf('clause-unknown');
    const [finding] = JSON.parse(zhinan('check', '--definitions', folder, '--format', 'json').out) as {
      code: string;
      message: string;
    }[];
    expect(finding).toMatchObject({
      code: 'clause/unknown',
      place: { range: { start: { line: expect.any(Number) } } },
    });
    const log = JSON.parse(zhinan('check', '--definitions', folder, '--format', 'sarif', '--lang', 'en').out);
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'clause/unknown', level: 'error' });
    await rm(folder, { recursive: true });
  });
});

describe('zhinan test --coverage', () => {
  test('counts what is done in a machine that a case opens', () => {
    const { code, out } = zhinan('test', 'alar-talent-highland/2025', '--coverage', '--format', 'json');
    expect(code).toBe(0);
    const [{ programs }] = JSON.parse(out);
    const { items } = programs.find(({ program }: { program: string }) => program === 'research-institute');
    const yearly = items.filter(({ name }: { name: string }) => name.startsWith('yearly.'));
    expect(yearly.map(({ name }: { name: string }) => name)).toEqual([
      'yearly.granted START',
      'yearly.paying STOP',
      'yearly.paying.checking QUALIFY',
      'yearly.paying.checking DISQUALIFY',
      'yearly.paying.due PAY',
      'yearly.paying.waiting after:payingEvery',
      'yearly.finished',
      'yearly.stopped',
    ]);
    expect(yearly.filter((item: { scenarios: number }) => item.scenarios === 0)).toEqual([]);
  });
});

describe('zhinan build', () => {
  let out: string;
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'zhinan-'));
  });
  afterEach(() => rm(out, { recursive: true }));

  test('writes a package; a later mistake leaves the last good one in place', async () => {
    const folder = join(out, 'definitions');
    await cp(sample, folder, { recursive: true });
    expect(zhinan('build', '--definitions', folder, '--out', join(out, 'dist'))).toMatchObject({ code: 0 });
    const contract = join(out, 'dist/young-talent-2026/contract.json');
    const before = await readFile(contract, 'utf8');
    const clauses = join(folder, 'young-talent/2026/clauses.json');
    await writeFile(clauses, (await readFile(clauses, 'utf8')).replace('"id": "四"', '"id": "四十"'));
    expect(zhinan('build', '--definitions', folder, '--out', join(out, 'dist'))).toMatchObject({ code: 1 });
    expect(await readFile(contract, 'utf8')).toBe(before);
  });
});

describe('zhinan document', () => {
  test('prints what a scenario leaves behind: a page and its style sheet; a mistyped name is told the nearest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhinan-'));
    const out = join(folder, 'paper.html');
    const notice = `${craftsman}/employer-notice`;
    expect(
      zhinan('document', notice, '--input', 'publicised-without-objection', '--final', '--out', out),
    ).toMatchObject({ code: 0 });
    const html = await readFile(out, 'utf8');
    expect(html).toContain('测试甲');
    expect(html).not.toMatch(/650103198003150111|13900000001|草稿/);
    expect(html).toContain('href="paper.css"');
    expect(await readFile(join(folder, 'paper.css'), 'utf8')).toContain('@page');
    const scenario = 'publicised-without-objection';
    expect(zhinan('document', `${craftsman}/employer-notise`, '--input', scenario).err).toContain(
      '是不是想写“employer-notice”',
    );
    expect(zhinan('document', notice, '--input', `${scenario}s`).err).toContain(`是不是想写“${scenario}”`);
    await rm(folder, { recursive: true });
  });
});

describe('a wrong call', () => {
  test.each([
    [['document', craftsman]],
    [['document', `${craftsman}/employer-notice`, '--input', 'no-such-scenario']],
    [['chek']],
    [[]],
    [['check', 'no-such-guideline']],
    [['evaluate', craftsman]],
    [['check', '--formt', 'x']],
    [['check', '--format', 'x']],
  ])('%j ends with exit code 2 and says what to do', (args) => {
    const { code, out, err } = zhinan(...args);
    expect(code).toBe(2);
    expect(out + err).not.toContain('    at ');
    expect((out + err).length).toBeGreaterThan(10);
  });
});

async function definitionOf(rejected: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhinan-'));
  await cp(sample, folder, { recursive: true });
  await cp(join(root, 'test/corpus/rejected', rejected, 'definition'), folder, { recursive: true });
  return folder;
}

describe('zhinan simulate', () => {
  const small = ['--definitions', sample, '--cases', '15'];
  const programme = 'young-talent/2026/scholar';

  test('says who was late, who was selected and what was assumed, in two languages', () => {
    const { code, out, err } = zhinan('simulate', programme, ...small);
    expect([code, err]).toEqual([0, expect.stringContaining('✓')]);
    for (const said of ['没赶上截止时间的', '各方手里等多久', '入选与名额', '这次模拟的假定'])
      expect(out).toContain(said);
    expect(zhinan('simulate', programme, ...small, '--lang', 'en').out).toContain('Deadlines missed');
  });

  test('writes page and logs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhinan-'));
    const [html, ocel, xes] = ['r.html', 'o.json', 'x.xes'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    expect(zhinan('simulate', programme, ...small, '--html', html, '--ocel', ocel, '--xes', xes).code).toBe(
      0,
    );
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(JSON.parse(await readFile(ocel, 'utf8'))).toHaveProperty('events');
    expect(await readFile(xes, 'utf8')).toMatch(/^<\?xml[^]*<\/log>\n$/);
    await rm(folder, { recursive: true });
  });

  test.each([
    [['young-talent/2026/scolar'], '是不是“scholar”'],
    [['young-talent/2026'], '请写明项目：young-talent/2026/scholar'],
    [[programme, '--cases', '0'], '--cases 应当是 1 到'],
    [[programme, '--from', 'tomorrow'], '2025-09-08T09:00:00+08:00'],
    [[programme, '--from', '2099-01-01'], '--from 要早于申报截止'],
    [[programme, '--profile', 'no-such.json'], '读不了 no-such.json'],
    [[programme, '--html', 'no-such-folder/r.html'], '写不了 no-such-folder/r.html'],
  ])('%j: a wrong call is told with its remedy', (args, said) => {
    const { code, err } = zhinan('simulate', ...args, '--definitions', sample);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});
