import type { JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { contract, data, program } from './every-block.fixture.ts';
import { escapeHtml, layOut, planDocument, printStyles, toHtml } from './index.ts';
import type { DocumentData, PrintedDocument } from './index.ts';
import { capitalMoney, inWan, inYuan } from './layout/money.ts';
import { chineseMoment } from './layout/dates.ts';

const printed = (id: string, given: DocumentData = data) =>
  layOut(planDocument(contract, program, id), given);
const answered = (change: JsonObject): DocumentData => ({
  ...data,
  facts: { ...data.facts, application: { ...data.facts['application'], ...change } },
});

function cells(document: PrintedDocument): Record<string, string> {
  const grids = document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : []));
  return Object.fromEntries(grids.map(({ title, value }) => [title, value.text]));
}

function tables(document: PrintedDocument) {
  return document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

const texts = (rows: readonly (readonly { readonly text: string }[])[]) =>
  rows.map((row) => row.map(({ text }) => text));

describe('what is printed', () => {
  test('answers in the words of the form: titles of codes, Chinese dates, money in words, Beijing time', async () => {
    expect(cells(await printed('contract'))).toEqual({
      申报人: '䶮㛃𫖯𬱖龑',
      公民身份号码: '650103198003150111',
      等级: '高级技师',
      在职在岗: '是',
      在疆工作起始日期: '2010年7月1日',
      专长: '技术攻关、带徒传技',
      培养计划: '第一年：现场教学。\n第二年：按季考核，联系 13900000001。',
      预算合计: '贰拾贰万伍仟元整',
      徒弟人数: '1',
      申报截止: '2026年10月8日20:00',
      声明: '所填真实。',
    });
  });

  test('short answers share a row, long ones and lists have it for themselves', async () => {
    const [, grid] = (await printed('contract')).blocks;
    expect(grid?.kind === 'grid' && grid.rows.map((row) => row.map(({ title }) => title))).toEqual([
      ['申报人', '公民身份号码'],
      ['等级', '在职在岗'],
      ['在疆工作起始日期'],
      ['专长'],
      ['培养计划'],
      ['预算合计', '徒弟人数'],
      ['申报截止'],
      ['声明'],
    ]);
  });

  test('a table numbers its rows, tells the unit in its head, adds up and leaves rows to write in', async () => {
    const [budget] = tables(await printed('contract'));
    expect(budget?.columns.map(({ title }) => title)).toEqual(['序号', '用途', '金额（元）', '折合']);
    expect(texts(budget?.rows ?? [])).toEqual([
      ['1', '培训', '200,000', '20万元'],
      ['2', '耗材', '25,000', '2.5万元'],
      ['', '', '', ''],
    ]);
    expect(texts([budget?.total ?? []])).toEqual([['合计', '', '225,000', '']]);
  });

  test('a sum with a gap in it is a gap, not a smaller sum', async () => {
    const [budget] = tables(
      await printed('contract', answered({ budget: [{ use: '培训', amount: 1 }, { use: '耗材' }] })),
    );
    expect(budget?.total?.[2]).toMatchObject({ text: '', blank: true });
  });

  test('text takes its places in, and shows a gap where nothing is known', async () => {
    const said = async (given: DocumentData) =>
      (await printed('contract', given)).blocks
        .flatMap((block) =>
          block.kind === 'text'
            ? block.pieces.map((piece) =>
                typeof piece === 'string' ? piece : piece.blank ? '＿' : piece.text,
              )
            : [],
        )
        .join('');
    expect(await said(data)).toBe(
      '甲方资助䶮㛃𫖯𬱖龑225,000元（贰拾贰万伍仟元整），共2项，2026年12月1日签订。',
    );
    expect(await said({ facts: {} })).toBe('甲方资助＿＿（＿），共＿项，＿签订。');
  });

  test('signature and seal stand side by side; the day is the one signed, or left open', async () => {
    const [signed] = (
      await printed('contract', { ...data, facts: { decision: { signedOn: '2026-12-03' } } })
    ).blocks.filter(({ kind }) => kind === 'sign-offs');
    expect(signed).toMatchObject({
      boxes: [
        { kind: 'signature', by: '申报人', date: { text: '2026年12月3日' } },
        { kind: 'seal', by: '用人单位', date: { blank: true } },
      ],
    });
  });

  test('members stand in their ranking, those of other statuses left out, under a sum', async () => {
    const member = (name: string, rank: number | undefined, status = 'recommended', amount = 100000) => ({
      status,
      facts: { application: { name, level: '1' }, decision: { amount } },
      ...(rank === undefined ? {} : { rank }),
    });
    const members = [
      member('丙', 3),
      member('未排', undefined),
      member('甲', 1),
      member('退回', 2, 'returned'),
    ];
    const [table] = tables(await printed('ranking', { facts: {}, members }));
    expect(table?.columns.map(({ title }) => title)).toEqual(['排序', '申报人', '等级', '核定额度（元）']);
    expect(texts(table?.rows ?? [])).toEqual([
      ['1', '甲', '技师', '100,000'],
      ['3', '丙', '技师', '100,000'],
      ['', '未排', '技师', '100,000'],
    ]);
    expect(table?.total?.at(-1)).toMatchObject({ text: '300,000', number: 300000 });
  });

  test('the fingerprint changes with any word and with nothing else', async () => {
    const [one, again, draftless, other] = await Promise.all([
      printed('contract'),
      printed('contract'),
      printed('contract', { ...data, final: true }),
      printed('contract', answered({ level: '1' })),
    ]);
    expect(again.fingerprint).toBe(one.fingerprint);
    expect(draftless.fingerprint).toBe(one.fingerprint);
    expect(other.fingerprint).not.toBe(one.fingerprint);
    expect(one.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a public document', () => {
  test('shows names, counts and masked third persons; nothing sensitive even where the definition asks for it', async () => {
    const notice = await printed('notice');
    expect(cells(notice)).toEqual({
      申报人: '䶮㛃𫖯𬱖龑',
      培养计划: '第一年：现场教学。\n第二年：按季考核，联系 ***。',
      徒弟人数: '1',
    });
    expect(texts(tables(notice)[0]?.rows ?? [])).toEqual([['1', '测**']]);
  });

  test('takes sensitive answers and identity numbers out of free text', async () => {
    const plan =
      '身份证650103198003150111，另有650102199501010013、110101900101001、编号20250000000000012345。';
    expect(cells(await printed('notice', answered({ plan })))['培养计划']).toBe(
      '身份证***，另有***、***、编号20250000000000012345。',
    );
  });
});

describe('money and time', () => {
  test.each([
    [0, '零元整', '0元', '0万元'],
    [5, '伍分', '0.05元', '0.000005万元'],
    [1_005_005, '壹万零伍拾元零伍分', '10,050.05元', '1.005005万元'],
    [20_000_000, '贰拾万元整', '200,000元', '20万元'],
    [-22_500_000, '负贰拾贰万伍仟元整', '-225,000元', '-22.5万元'],
  ])('%d 分', (fen, capital, yuan, wan) => {
    expect([capitalMoney(fen), inYuan(fen), inWan(fen)]).toEqual([capital, yuan, wan]);
  });

  test('a moment is told in Beijing time, also across midnight; what is none stays as written', () => {
    expect(chineseMoment('2025-12-31T18:30:00Z')).toBe('2026年1月1日02:30');
    expect(chineseMoment('改日')).toBe('改日');
  });
});

describe('HTML', () => {
  test('is the page we have looked at', async () => {
    const document = await printed('contract');
    await expect(toHtml(document, { styles: 'contract.css' })).toMatchFileSnapshot(
      '../../../test/golden/documents/contract.html',
    );
    await expect(printStyles(document)).toMatchFileSnapshot('../../../test/golden/documents/contract.css');
  });

  test('needs no inline style and no script, whatever is answered', async () => {
    const hostile = '"><script>alert(1)</script><img src=x style="x" onerror=alert(1)>';
    const html = toHtml(await printed('contract', answered({ name: hostile, plan: hostile })), {
      styles: 'a"b.css',
    });
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /^<(?:script|style|img)|\s(?:style|on\w+)=/.test(tag))).toEqual([]);
    expect(html).toContain(escapeHtml(hostile));
  });

  test('titles cannot leave their string in the style sheet', async () => {
    const document = await printed('contract');
    const styles = printStyles({ ...document, title: '"; } body { display: none } a\\' });
    expect(styles).toContain(String.raw`content: "\22 ; } body { display: none } a\5c ";`);
  });

  test('is a draft until final', async () => {
    expect(toHtml(await printed('contract'), { styles: 'a.css' })).toMatch(/<html[^>]* class="[^"]*\bdraft"/);
    const final = toHtml(await printed('contract', { ...data, final: true }), { styles: 'a.css' });
    expect(final).not.toContain('草稿');
  });

  test.each([
    ['ug', 'lang="ug" dir="rtl"'],
    ['mn-Mong', 'class="portrait vertical draft"'],
    ['zh-CN', 'lang="zh-CN" dir="ltr"'],
  ])('%s is written its own way', async (language, mark) => {
    expect(toHtml(await printed('contract', { ...data, language }), { styles: 'a.css' })).toContain(mark);
  });
});
