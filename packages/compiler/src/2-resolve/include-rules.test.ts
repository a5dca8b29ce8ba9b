import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTree } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { load } from '../1-load/load.ts';
import { includeRules } from './include-rules.ts';

const folder = new URL('../../../../test/corpus/accepted/young-talent/definition/', import.meta.url).pathname;
const sample: FileTree = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
);
const edition = 'young-talent/2026';
const own = `${edition}/scholar/rules.json`;
const shared = `${edition}/rules/age.json`;
const ageRule = (limit: string) => ({
  id: 'age',
  title: '年龄',
  clause: '一',
  strength: 'must',
  require: `age(born, 基准日) <= ${limit}`,
  reference: 'close',
});

/** The sample with its age rule moved into shared rules. */
function divided(common: object, more: object = {}): FileTree {
  const file = JSON.parse(sample[own] ?? '') as { rules: { id: string }[] };
  const rules = file.rules.filter(({ id }) => id !== 'age');
  return {
    ...sample,
    [shared]: JSON.stringify(common),
    [own]: JSON.stringify({ ...file, include: ['age'], ...more, rules }),
  };
}

describe('shared rules', () => {
  test('stand in front of the programme’s own, each part at its place', () => {
    const source = load(
      divided({ parameters: { 上限: { default: 40 } }, rules: [ageRule('上限')] }),
      edition,
    );
    expect(source.diagnostics).toEqual([]);
    const merged = source.value && includeRules(source.value).value?.programs.get('scholar')?.rules;
    const json = merged?.json as { include?: unknown; rules: { id: string }[]; parameters: object };
    expect(json.rules.map(({ id }) => id)).toEqual(['age', 'rank']);
    expect(json.parameters).toEqual({ 上限: { default: 40 } });
    expect(json.include).toBeUndefined();
    expect(merged?.place('/rules/0/require')).toMatchObject({ file: shared, pointer: '/rules/0/require' });
    expect(merged?.place('/rules/1')).toMatchObject({ file: own, pointer: '/rules/0' });
    expect(merged?.keyPlace('/parameters/上限')).toMatchObject({ file: shared });
    expect(merged?.place('/facts')).toMatchObject({ file: own });
  });

  test('give the same contract as rules written in place, beyond their order', async () => {
    const { diagnostics, contract } = await compile(divided({ rules: [ageRule('40')] }), edition, {
      until: 'rehearse',
    });
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const inPlace = await compile(sample, edition, { until: 'rehearse' });
    const byId = (rules: readonly { id: string }[] = []) =>
      rules.toSorted((one, other) => one.id.localeCompare(other.id));
    expect(byId(contract?.programs['scholar']?.rules.rules)).toEqual(
      byId(inPlace.contract?.programs['scholar']?.rules.rules),
    );
  });

  test('a mistake is told where it stands', async () => {
    const { diagnostics } = await compile(divided({ rules: [ageRule('boren')] }), edition);
    expect(diagnostics).toMatchObject([
      { code: 'rules/unknown-field', place: { file: shared, pointer: '/rules/0/require' } },
    ]);
  });

  test('a parameter that nobody here reads is another programme’s', async () => {
    const common = { parameters: { 上限: { default: 40 } }, rules: [ageRule('40')] };
    const left = await compile(divided(common), edition, { until: 'check' });
    expect(left.diagnostics).toEqual([]);
    const unread = await compile(
      divided({ rules: [ageRule('40')] }, { parameters: common.parameters }),
      edition,
      {
        until: 'check',
      },
    );
    expect(unread.diagnostics).toMatchObject([{ code: 'analysis/declared-but-unused' }]);
  });

  test('one name has one meaning', async () => {
    const common = { parameters: { 上限: { default: 40 } }, rules: [ageRule('上限')] };
    const { diagnostics } = await compile(
      divided(common, { parameters: { 上限: { default: 45 } } }),
      edition,
    );
    expect(diagnostics).toMatchObject([
      { code: 'reference/declared-twice', place: { file: own }, params: { name: '上限', other: shared } },
    ]);
  });
});
