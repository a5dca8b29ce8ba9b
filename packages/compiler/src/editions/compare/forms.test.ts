import { describe, expect, it } from 'vitest';
import { changesOf, diffOf, edited, smallEdition as small, smallId } from '../small-edition.fixture.ts';

const at = (path: string) => `${smallId}/${path}`;
const form = at('scholar/forms/application.schema.json');

describe('forms', () => {
  it('have answers brought from a register, or from another one', async () => {
    const ui = at('scholar/forms/application.ui.json');
    const lookup = {
      register: 'title-register',
      title: '职称证书登记',
      by: ['name', 'born'],
      fills: ['rank'],
    };
    const brought = edited(
      small,
      ui,
      (json) => void (json['ui:options'].lookups = [{ ...lookup, clause: '二' }]),
    );
    expect((await diffOf(brought)).changes).toMatchObject([
      {
        kind: 'form-changed',
        subject: '《申报表》',
        what: '从登记信息带出',
        before: '无',
        after: '职称证书登记（title-register）：按姓名、出生日期带出职称，依据 二',
      },
    ]);
    expect((await diffOf(brought, brought)).changes).toEqual([]);
  });

  it('fields added, removed, required, limited', async () => {
    const phone = { type: 'string', title: '手机号码', format: 'mobile' };
    expect(await changesOf(form, (json) => void (json.properties.phone = phone))).toEqual([
      'field-added “手机号码” 新增字段（选填） →',
    ]);
    expect(await changesOf(form, (json) => void json.required.push('results'))).toEqual([
      'field-required “成果” 是否必填 选填→必填',
    ]);
    expect(await changesOf(form, (json) => void (json.properties.results.maxItems = 5))).toEqual([
      'field-limits “成果” 限制 最多几项 10→最多几项 5',
    ]);
    expect(
      await changesOf(form, (json) => void delete json.properties.results.items.properties.year),
    ).toContain('field-removed “成果 · 年份” 不再填写 →');
  });

  it('what makes a field appear', async () => {
    const found = await changesOf(form, (json) => void (json.allOf[0].if.properties.abroad.const = false));
    expect(found).toEqual(['field-changed “国家或地区” 什么情况下出现 →']);
  });

  it('a shared list of codes is one change, wherever it is used', async () => {
    const list = 'shared/codes/title-rank.json';
    expect(await changesOf(list, (json) => void json.items.unshift({ code: '员级', title: '员级' }))).toEqual(
      ['codes-added 职称等级 增加选项 →员级'],
    );
    expect(await changesOf(list, (json) => void json.groups.senior.codes.push('中级'))).toEqual([
      'code-group-changed 高级职称 范围扩大 →加上 中级',
    ]);
    expect(await changesOf(list, (json) => void (json.asOf = '2026-03-01'))).toEqual([]);
  });
});
