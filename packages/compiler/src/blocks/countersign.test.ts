import type { JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { tasks } from './testing/lists.ts';
import { play } from './testing/play.ts';

const deciding = (more: JsonObject = {}, people: readonly (string | JsonObject)[] = ['甲', '乙', '丙']) => {
  const player = play({
    sign: {
      use: 'countersign',
      with: {
        clause: '一',
        role: 'officer',
        select: { by: 'office' },
        policy: 'all',
        refused: 'refused',
        ...more,
      },
      next: 'done',
    },
  });
  player.act('ASSIGN', { as: 'office', data: { people: people as never } });
  return player;
};
const agree = { as: 'officer' };
const by = (person: string, more: JsonObject = {}) => ({ ...agree, person, ...more });

test('the machine is sound with everything allowed', () => {
  const player = deciding({
    allow: [
      'transfer',
      'delegate',
      'deputy',
      'sign-before',
      'sign-after',
      'sign-beside',
      'remove-signer',
      'recuse',
    ],
    abstain: {},
    recall: { to: 'withdrawn' },
    deadline: [{ delay: { workdays: 5 }, to: 'expired' }, { delay: { workdays: 2 } }],
  });
  expect(player.findings).toEqual([]);
  expect(player.state).toBe('sign.deciding');
});

describe('who decides', () => {
  test('nobody is named, nothing begins', () => {
    const player = play({
      sign: {
        use: 'countersign',
        with: {
          clause: '一',
          role: 'officer',
          select: { by: 'office', count: 2 },
          policy: 'any',
          refused: 'refused',
        },
        next: 'done',
      },
    });
    expect(player.act('ASSIGN', { as: 'office', data: { people: ['甲', '甲'] } })).toBe('sign.selecting');
    expect(player.act('ASSIGN', { as: 'officer', data: { people: ['甲', '乙'] } })).toMatch('无权');
    expect(player.act('ASSIGN', { as: 'office', data: { people: ['甲', '乙'] } })).toBe('sign.deciding');
  });

  test('only those named, each once', () => {
    const player = deciding();
    expect(player.act('AGREE', by('外人'))).toBe('sign.deciding');
    expect(player.effects[0]).toMatch('flag:');
    player.act('AGREE', by('甲'));
    player.act('AGREE', by('甲'));
    expect(tasks(player, 'signTasks').filter(({ state }) => state === 'done')).toHaveLength(1);
  });

  test('a draw can be repeated from its event, avoids the unit, and needs a seed', () => {
    const pool = ['甲', '乙', '丙', '丁', '戊'].map((person) => ({
      person,
      unit: person === '甲' ? '某院' : '他院',
    }));
    const drawing = (seed: string) => {
      const player = play({
        fill: { use: 'fill-in', with: { clause: '一', form: 'application' }, next: 'sign' },
        sign: {
          use: 'countersign',
          with: {
            clause: '一',
            role: 'experts',
            select: { by: 'office', event: 'DRAW', strategy: 'draw', count: 3, avoid: ['application.unit'] },
            policy: 'all',
            refused: 'refused',
          },
          next: 'done',
        },
      });
      player.act('SUBMIT', { data: { unit: '某院' } });
      player.act('DRAW', { as: 'office', data: { pool, ...(seed ? { seed } : {}) } });
      return tasks(player, 'signTasks').map(({ person }) => person);
    };
    expect(drawing('')).toEqual([]);
    expect(drawing('2025')).toEqual(drawing('2025'));
    expect(drawing('2025')).toHaveLength(3);
    expect(drawing('2025')).not.toContain('甲');
    expect(new Set(['1', '2', '3', '4', '5', '6'].map((seed) => drawing(seed).join())).size).toBeGreaterThan(
      1,
    );
  });

  test('a superior is asked of the host', () => {
    const player = play({
      sign: {
        use: 'countersign',
        with: {
          clause: '一',
          role: 'officer',
          select: { by: 'system', strategy: 'superior', event: 'SUPERIOR' },
          policy: 'any',
          refused: 'refused',
        },
        next: 'done',
      },
    });
    expect(player.effects).toEqual(['select:signTasks/superior']);
    expect(player.act('SUPERIOR', { as: 'system', data: { people: ['处长'] } })).toBe('sign.deciding');
  });
});

describe('what passes', () => {
  test('all: the last one decides, one refusal ends it early', () => {
    const player = deciding();
    player.act('AGREE', by('甲'));
    expect(player.act('AGREE', by('乙'))).toBe('sign.deciding');
    expect(player.act('AGREE', by('丙'))).toBe('done');
    const other = deciding();
    expect(other.act('REFUSE', by('甲'))).toMatch('须写明理由');
    expect(other.act('REFUSE', by('甲', { reason: '不合适' }))).toBe('refused');
  });

  test('any: one is enough, all must refuse', () => {
    expect(deciding({ policy: 'any' }).act('AGREE', by('乙'))).toBe('done');
    const player = deciding({ policy: 'any' });
    player.act('REFUSE', by('甲', { reason: '否' }));
    player.act('REFUSE', by('乙', { reason: '否' }));
    expect(player.state).toBe('sign.deciding');
    expect(player.act('REFUSE', by('丙', { reason: '否' }))).toBe('refused');
  });

  test('percentage: reached when met exactly; over when out of reach', () => {
    const five = ['1', '2', '3', '4', '5'];
    const player = deciding({ policy: 'percentage', percent: 60 }, five);
    player.act('AGREE', by('1'));
    player.act('AGREE', by('2'));
    expect(player.act('AGREE', by('3'))).toBe('done');
    const other = deciding({ policy: 'percentage', percent: 60 }, five);
    other.act('REFUSE', by('1', { reason: '否' }));
    other.act('REFUSE', by('2', { reason: '否' }));
    expect(other.state).toBe('sign.deciding');
    expect(other.act('REFUSE', by('3', { reason: '否' }))).toBe('refused');
  });

  test('weighted: weights count, an abstention does not help', () => {
    const people = [
      { person: '主任', weight: 3 },
      { person: '甲', weight: 1 },
      { person: '乙', weight: 1 },
    ];
    expect(deciding({ policy: 'weighted', percent: 60 }, people).act('AGREE', by('主任'))).toBe('done');
    const player = deciding({ policy: 'weighted', percent: 60, abstain: {} }, people);
    expect(player.act('ABSTAIN', by('主任'))).toBe('refused');
  });

  test('sequence: each in turn', () => {
    const player = deciding({ policy: 'sequence' });
    player.act('AGREE', by('乙'));
    expect(tasks(player, 'signTasks').every(({ state }) => state === 'open')).toBe(true);
    player.act('AGREE', by('甲'));
    player.act('AGREE', by('乙'));
    expect(player.act('AGREE', by('丙'))).toBe('done');
  });
});

describe('on the way', () => {
  test('transfer: the new one decides, the old one no more, and the list keeps whose it was', () => {
    const player = deciding({ allow: ['transfer'], policy: 'any' });
    player.act('TRANSFER', by('甲', { data: { person: '丁' }, reason: '出差' }));
    player.act('AGREE', by('甲'));
    expect(player.state).toBe('sign.deciding');
    expect(tasks(player, 'signTasks')[0]).toMatchObject({
      person: '丁',
      moved: [{ from: '甲', reason: '出差' }],
    });
    expect(player.act('AGREE', by('丁'))).toBe('done');
  });

  test('transfer to somebody who signs already changes nothing', () => {
    const player = deciding({ allow: ['transfer'] });
    player.act('TRANSFER', by('甲', { data: { person: '乙' } }));
    expect(player.effects[0]).toMatch('flag:');
    expect(tasks(player, 'signTasks').map(({ person }) => person)).toEqual(['甲', '乙', '丙']);
  });

  test('delegation: advice comes back, the owner decides', () => {
    const player = deciding({ allow: ['delegate'], policy: 'all' }, ['甲']);
    player.act('DELEGATE', by('甲', { data: { person: '助手' } }));
    player.act('AGREE', by('甲'));
    expect(player.state).toBe('sign.deciding');
    player.act('REFUSE', by('助手', { reason: '材料不全' }));
    expect(player.state).toBe('sign.deciding');
    expect(tasks(player, 'signTasks')[0]).toMatchObject({ state: 'open', advice: { verdict: 'refuse' } });
    expect(player.act('AGREE', by('甲'))).toBe('done');
  });

  test('deputy: only who was appointed, only until the date, and both are kept', () => {
    const player = deciding({ allow: ['deputy'], policy: 'any' }, ['甲']);
    player.act('AGREE', by('代', { for: '甲' }));
    expect(player.state).toBe('sign.deciding');
    player.act('DEPUTISE', by('甲', { data: { person: '代', until: '2025-09-05' } }));
    player.until('2025-09-06');
    player.act('AGREE', by('代', { for: '甲' }));
    expect(player.state).toBe('sign.deciding');
    player.act('DEPUTISE', by('甲', { data: { person: '代', until: '2025-09-30' } }));
    expect(player.act('AGREE', by('代', { for: '甲' }))).toBe('done');
    expect(player.snapshot.log.at(-1)).toMatchObject({ person: '代', for: '甲' });
  });

  test('signers before, after and beside', () => {
    const before = deciding({ allow: ['sign-before'] }, ['甲']);
    before.act('ADD_BEFORE', by('甲', { data: { person: '先' } }));
    before.act('AGREE', by('甲'));
    expect(before.state).toBe('sign.deciding');
    before.act('AGREE', by('先'));
    expect(before.act('AGREE', by('甲'))).toBe('done');

    const after = deciding({ allow: ['sign-after'] }, ['甲']);
    after.act('ADD_AFTER', by('甲', { data: { person: '后' } }));
    after.act('AGREE', by('后'));
    expect(after.state).toBe('sign.deciding');
    after.act('AGREE', by('甲'));
    expect(after.act('AGREE', by('后'))).toBe('done');

    const beside = deciding({ allow: ['sign-beside'] }, ['甲']);
    beside.act('ADD_BESIDE', by('甲', { data: { person: '并' } }));
    beside.act('AGREE', by('并'));
    expect(beside.act('AGREE', by('甲'))).toBe('done');
  });

  test('removal of one who has not acted is counted at once; of one who has, refused', () => {
    const player = deciding({ allow: ['remove-signer'] });
    player.act('AGREE', by('甲'));
    player.act('AGREE', by('乙'));
    player.act('REMOVE_SIGNER', { as: 'office', data: { person: '甲' }, reason: '误' });
    expect(player.effects[0]).toMatch('flag:');
    expect(player.act('REMOVE_SIGNER', { as: 'office', data: { person: '丙' }, reason: '离岗' })).toBe(
      'done',
    );
  });

  test('recall only while nobody has acted', () => {
    const player = deciding({ recall: { to: 'withdrawn' } });
    player.act('AGREE', by('甲'));
    expect(player.act('RECALL')).toBe('sign.deciding');
    expect(deciding({ recall: { to: 'withdrawn' } }).act('RECALL')).toBe('withdrawn');
  });

  test('a reminder changes no state, the deadline ends it; a repeated key counts once', () => {
    const player = deciding({
      deadline: [
        { delay: { days: 5 }, to: 'expired' },
        { delay: { days: 2 }, remind: 'officer' },
      ],
    });
    expect(player.until('2025-09-04')).toBe('sign.deciding');
    expect(player.effects).toEqual(['notify:officer/reminder']);
    player.act('AGREE', by('甲', { key: 'k1' }));
    player.act('AGREE', by('乙', { key: 'k1' }));
    expect(tasks(player, 'signTasks').filter(({ state }) => state === 'done')).toHaveLength(1);
    expect(player.until('2025-09-06')).toBe('sign.deciding');
    expect(player.until('2025-09-07')).toBe('expired');
  });
});
