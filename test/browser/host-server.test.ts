import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { portal, type Portal } from '../../playground/hosts/node-hono/app.ts';
import { generatedValidator } from '../../playground/hosts/node-hono/validator.ts';
import { facts, packageFolder } from './generated.ts';

let server: Portal;

beforeAll(() => {
  const file = join(packageFolder(), 'craftsman/validators/application.js');
  server = portal({ validator: generatedValidator(file, 'application') });
});

async function post(body: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await server.app.request('/api/applications', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: (await response.json()) as Record<string, unknown> };
}

describe('a server that checks by the generated validator, as a Standard Schema', () => {
  const good = facts('eligible-general', 'application');

  it('takes a right application and answers with a number', async () => {
    const { status, body } = await post(JSON.stringify(good));
    expect([status, body]).toEqual([201, { receipt: 'ZN-0001' }]);
    expect(server.received).toEqual([good]);
  });

  it('names the fields to correct, in the language that was asked for', async () => {
    const [{ name: _, ...first }] = good['apprentices'] as [Record<string, unknown>];
    const bad = JSON.stringify({ ...good, mobile: '1', apprentices: [first] });
    const chinese = await post(bad);
    expect([chinese.status, chinese.type]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(chinese.body).toMatchObject({
      title: '申报未收到，请改正',
      errors: [
        { pointer: '/mobile', detail: expect.stringContaining('手机号码') },
        { pointer: '/apprentices/0/name', detail: expect.stringContaining('徒弟') },
      ],
    });
    const english = await post(bad, { 'Accept-Language': 'fr;q=0.2, en-GB;q=0.9' });
    expect(english.body).toMatchObject({
      title: 'Not taken in: please correct',
      errors: [{ pointer: '/mobile', detail: expect.stringContaining('must') }, expect.anything()],
    });
    expect(server.received).toHaveLength(1);
  });

  it('names texts that hold half a character, which the validator accepts and no store can keep', async () => {
    const [first] = good['apprentices'] as [Record<string, unknown>];
    const broken = JSON.stringify({
      ...good,
      name: '测\ud800',
      employerName: '𠮷野家😀机械有限公司',
      apprentices: [{ ...first, name: '\udc00甲' }],
    });
    // As it travels: in pure ASCII, so it is no fault of the transport.
    expect(broken).toContain('测\\ud800');
    const { status, body } = await post(broken);
    expect([status, body['title']]).toEqual([422, '申报未收到，请改正']);
    expect(body['errors']).toEqual([
      { pointer: '/name', detail: '含有不完整的字符，请删除后重新输入' },
      { pointer: '/apprentices/0/name', detail: '含有不完整的字符，请删除后重新输入' },
    ]);
    const english = await post(broken, { 'Accept-Language': 'en' });
    expect(english.body['errors']).toContainEqual(
      expect.objectContaining({ pointer: '/name', detail: expect.stringContaining('half a character') }),
    );
    expect(server.received).toHaveLength(1);
  });

  it('looks for broken texts only in what the validator accepts: what is nested without end is refused, not walked', async () => {
    const depth = 200_000;
    const { status } = await post(`{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(status).toBe(422);
  });

  it.each([
    ['malformed', '{"name":', {}, 400],
    ['no JSON at all', 'name=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['too large', JSON.stringify({ ...good, achievements: 'x'.repeat(1_100_000) }), {}, 413],
    ['not an object', '[1, null]', {}, 422],
    ['a key that reaches a prototype', '{"__proto__": {"name": "x"}}', {}, 422],
  ] as const)('refuses what is %s', async (_, body, headers, expected) => {
    const { status, body: problem } = await post(body, headers);
    expect([status, problem['status']]).toEqual([expected, expected]);
    expect(problem['title']).toMatch(/[一-鿿]/);
    expect(server.received).toHaveLength(1);
  });
});
