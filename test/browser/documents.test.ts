import { createServer, type Server } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import { layOut, planDocument, printStyles, toHtml, type DocumentData } from '@zhinan/documents';
import type { Contract } from '@zhinan/model';
import { launchChromium } from './chromium.ts';
import { axeFindings, NARROW, screenshot, sidewaysOverflow, watchedPage, WIDE } from './page.ts';

const repository = resolve(import.meta.dirname, '../..');
/** No inline style, no script, nothing from elsewhere. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
const ROWS = 240;

let browser: Browser;
let contract: Contract;
let server: Server;
let address: string;
const served = new Map<string, readonly [type: string, text: string]>();

beforeAll(async () => {
  browser = await launchChromium();
  const files = await readDefinitions(join(repository, 'definitions'));
  const compiled = await compile(files, 'xinjiang-craftsman/2025', { until: 'lower' });
  if (!compiled.contract) throw new Error('the craftsman guideline does not compile');
  contract = compiled.contract;
  server = createServer(({ url = '' }, response) => {
    const found = served.get(url);
    response.writeHead(found ? 200 : 204, {
      'content-type': `${found?.[0] ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': POLICY,
    });
    response.end(found?.[1] ?? '');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
});

async function serve(id: string, data: DocumentData): Promise<string> {
  const program = contract.programs['craftsman'];
  if (!program) throw new Error('no programme craftsman');
  const document = await layOut(planDocument(contract, program, id), data);
  served.set(`/${id}.html`, ['text/html', toHtml(document, { styles: `${id}.css` })]);
  served.set(`/${id}.css`, ['text/css', printStyles(document)]);
  return `${address}/${id}.html`;
}

/** Prints through the browser and reads the text of each page back. */
async function pagesOf(url: string, name: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.close();
  mkdirSync(join(repository, '.cache/documents'), { recursive: true });
  writeFileSync(join(repository, '.cache/documents', `${name}.pdf`), pdf);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((one) => plain(one));
}

const RADICALS: Readonly<Record<string, string>> = { '⻚': '页', '⻅': '见', '⻔': '门' };

/** A PDF may name a character by the radical that looks the same; NFKC does not know all of them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[⻚⻅⻔]/g, (one) => RADICALS[one] ?? one)
    .replaceAll(/\s+/g, '');
}

const entries = Array.from({ length: ROWS }, (_, index) => ({
  name: `䶮㛃${index + 1}`,
  employerName: '测试机械制造有限公司',
  occupation: '焊工',
  skillLevel: '高级技师',
  proposedAmount: 100_000 + index,
}));

describe('a summary sheet of 240 rows on paper', () => {
  it('repeats its head, numbers its pages and marks them as draft; no row is lost', async () => {
    const url = await serve('summary-sheet', { facts: { summary: { entries } } });
    const pages = await pagesOf(url, 'summary-sheet');
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`第${index + 1}页共${pages.length}页`);
      expect(text).toMatch(/校验码[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/);
      expect(text).toContain('草');
    }
    const withRows = pages.filter((text) => text.includes('测试机械制造有限公司'));
    for (const text of withRows) expect(text).toContain('职业技能等级');
    const all = pages.join('');
    expect(entries.filter(({ name }) => !all.includes(name)).map(({ name }) => name)).toEqual([]);
  });

  it('final: no watermark anywhere', async () => {
    const url = await serve('summary-sheet', { facts: { summary: { entries } }, final: true });
    expect((await pagesOf(url, 'summary-sheet-final')).join('')).not.toMatch(/草稿|稿/);
  });
});

describe('an application form', () => {
  const facts = {
    application: {
      name: '𫖯𬱖龑',
      skillLevel: '高级技师',
      achievements: '解决一线技术难题。'.repeat(150),
      careers: [{ from: '2010-07-01', unit: '测试机械制造有限公司', post: '班长' }],
    },
  };

  it('a long answer runs over pages, rare characters are there, the opinion stays with its seal', async () => {
    const pages = await pagesOf(await serve('application-form', { facts }), 'application-form');
    expect(pages.join('')).toContain('𫖯𬱖龑');
    const opinion = pages.find((text) => text.includes('用人单位推荐意见'));
    expect(opinion).toContain(plain('用人单位（盖章）'));
  });

  it.each([WIDE, NARROW])(
    'on a screen of $width px: strict policy kept, nothing sideways, nothing for axe',
    async (viewport) => {
      const { page, messages, close } = await watchedPage(browser, viewport);
      await page.goto(await serve('application-form', { facts }));
      // The style sheet has arrived: without it the page would be in order too.
      expect(
        await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).textAlign),
      ).toBe('center');
      await screenshot(page, 'document-application-form');
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(messages).toEqual([]);
      await close();
    },
  );

  it.each([
    ['ug', 'rtl', 'horizontal-tb'],
    ['mn-Mong', 'ltr', 'vertical-lr'],
  ])('%s runs its own way', async (language, dir, mode) => {
    const { page, close } = await watchedPage(browser);
    await page.goto(await serve('application-form', { facts, language }));
    const found = await page.evaluate(() => {
      const { direction, writingMode } = getComputedStyle(document.body);
      return [direction, writingMode];
    });
    expect(found).toEqual([dir, mode]);
    await screenshot(page, `document-${language}`);
    await close();
  });
});
