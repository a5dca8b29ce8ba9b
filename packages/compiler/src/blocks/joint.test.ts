import type { JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { play } from './testing/play.ts';

const bad = { reason: '不合适' };

describe('joint-sign-off', () => {
  const joint = (more: JsonObject = {}) =>
    play({
      joint: {
        use: 'joint-sign-off',
        with: {
          clause: '一',
          form: 'opinion',
          parts: [{ role: 'unit' }, { role: 'bureau' }, { role: 'office' }],
          refused: 'refused',
          deadline: { delay: { workdays: 5 }, to: 'expired' },
          ...more,
        },
        next: 'done',
      },
    });

  test('all agree, in any order, each for itself', () => {
    const player = joint();
    expect(player.findings).toEqual([]);
    player.act('AGREE', { as: 'office', data: {} });
    expect(player.act('AGREE', { as: 'office', data: {} })).toMatch('refused:');
    player.act('AGREE', { as: 'unit', data: {} });
    expect(player.act('AGREE', { as: 'bureau', data: {} })).toBe('done');
    expect(player.snapshot.context.lists['jointOpinions']).toHaveLength(3);
  });

  test('one refusal ends it early, or only when everybody has spoken', () => {
    expect(joint().act('REFUSE', { as: 'unit', ...bad })).toBe('refused');
    const waiting = joint({ waitForAll: true });
    expect(waiting.findings).toEqual([]);
    waiting.act('REFUSE', { as: 'unit', ...bad });
    waiting.act('AGREE', { as: 'bureau', data: {} });
    expect(waiting.act('AGREE', { as: 'office', data: {} })).toBe('refused');
  });

  test('the deadline ends it', () => {
    expect(joint().until('2025-09-09')).toBe('expired');
  });
});

describe('branches', () => {
  const part = (role: string) => ({
    meta: { title: role },
    states: {
      doing: { use: 'review', with: { clause: '一', role, reject: { to: 'refused' } }, next: 'passed' },
    },
  });
  const branching = () =>
    play({
      drafting: { use: 'fill-in', with: { clause: '一', form: 'application' }, next: 'checks' },
      checks: {
        use: 'branches',
        with: {
          clause: '一',
          parts: [
            { key: 'tax' },
            {
              key: 'credit',
              when: { type: 'answer', params: { form: 'application', field: 'unit', in: ['企业'] } },
            },
          ],
        },
        states: { tax: part('bureau'), credit: part('office') },
        next: 'done',
      },
    });

  test('a part without need is skipped, the others go on side by side', () => {
    expect(branching().findings).toEqual([]);
    const player = branching();
    player.act('SUBMIT', { data: { unit: '医院' } });
    expect(player.act('APPROVE', { as: 'bureau' })).toBe('done');
    const both = branching();
    both.act('SUBMIT', { data: { unit: '企业' } });
    both.act('APPROVE', { as: 'bureau' });
    expect(both.state).toBe('checks.tax.passed checks.credit.doing');
    expect(both.act('APPROVE', { as: 'office' })).toBe('done');
  });

  test('a refusal in one part ends all', () => {
    const player = branching();
    player.act('SUBMIT', { data: { unit: '企业' } });
    expect(player.act('REJECT', { as: 'office', ...bad })).toBe('refused');
  });
});

describe('case-by-case', () => {
  const special = () =>
    play({
      special: {
        use: 'case-by-case',
        with: {
          clause: '一',
          proposer: 'unit',
          proposal: 'proposal',
          body: 'office',
          decision: 'decision',
          agreed: { field: 'conclusion', in: ['同意'] },
          refused: 'refused',
          return: {},
        },
        next: 'done',
      },
    });

  test('what was decided is kept in words and amount; anything but agreement refuses', () => {
    const player = special();
    expect(player.findings).toEqual([]);
    player.act('PROPOSE', { as: 'unit', data: {} });
    expect(player.act('RETURN', { as: 'office', reason: '补充' })).toBe('special.proposing');
    player.act('PROPOSE', { as: 'unit', data: {} });
    expect(player.act('DECIDE', { as: 'office', data: { conclusion: '同意', amount: 300_000 } })).toBe(
      'done',
    );
    expect(player.snapshot.context.forms['decision']).toMatchObject({ amount: 300_000 });
    const other = special();
    other.act('PROPOSE', { as: 'unit', data: {} });
    expect(other.act('DECIDE', { as: 'office', data: { conclusion: '不同意' } })).toBe('refused');
  });
});

describe('cross-check', () => {
  const checking = () =>
    play({
      check: {
        use: 'cross-check',
        with: {
          clause: '一',
          register: '其他人才计划',
          system: 'system',
          wait: { workdays: 2 },
          role: 'office',
          form: 'review',
          found: 'other',
        },
        next: 'done',
      },
    });

  test('the register answers', () => {
    const player = checking();
    expect(player.findings).toEqual([]);
    expect(player.effects).toEqual(['lookup:其他人才计划']);
    expect(player.act('CLEAR', { as: 'system' })).toBe('done');
    expect(checking().act('CONFLICT', { as: 'system' })).toBe('other');
  });

  test('or not, or not in time: an officer checks, never the clock', () => {
    expect(checking().act('UNAVAILABLE', { as: 'system' })).toBe('check.byHand');
    const player = checking();
    expect(player.until('2025-09-04')).toBe('check.byHand');
    expect(player.until('2025-12-31')).toBe('check.byHand');
    expect(player.act('CLEAR', { as: 'office' })).toMatch('须同时提交');
    expect(player.act('CLEAR', { as: 'office', data: {} })).toBe('done');
  });
});

describe('ask-other', () => {
  test('sends its message, waits for one of the answers, from that machine only', () => {
    const asking = () =>
      play({
        asking: {
          use: 'ask-other',
          with: {
            clause: '一',
            to: 'amendment',
            send: 'CHANGE_REQUESTED',
            replies: [
              { event: 'APPROVED', title: '同意', next: 'done' },
              { event: 'DECLINED', title: '不同意', next: 'other' },
            ],
            deadline: { delay: { days: 30 }, to: 'expired' },
          },
        },
      });
    expect(asking().effects).toEqual(['send:amendment/CHANGE_REQUESTED']);
    expect(asking().act('APPROVED', { as: 'office' })).toMatch('refused:');
    expect(asking().act('APPROVED', { from: 'amendment' })).toBe('done');
    expect(asking().act('DECLINED', { from: 'amendment' })).toBe('other');
    expect(asking().until('2025-10-02')).toBe('expired');
  });
});

describe('seal-and-scan', () => {
  const sealing = (more: JsonObject = {}) =>
    play({
      seal: {
        use: 'seal-and-scan',
        with: { clause: '一', role: 'unit', form: 'scan', document: 'sheet', ...more },
        next: 'done',
      },
    });

  test('in one step', () => {
    const player = sealing();
    expect(player.findings).toEqual([]);
    expect(player.act('SEAL', { as: 'unit' })).toMatch('须同时提交');
    expect(player.act('SEAL', { as: 'unit', data: {} })).toBe('done');
    expect(player.effects).toEqual(['render:sheet']);
  });

  test('printed first; only what the system printed comes back', () => {
    const player = sealing({ print: {}, hash: { by: 'system', field: 'hash' } });
    expect(player.findings).toEqual([]);
    player.act('PRINT', { as: 'unit' });
    expect(player.effects).toEqual(['render:sheet']);
    expect(player.act('RENDERED', { as: 'unit', data: { hash: 'x' } })).toMatch('无权');
    player.act('RENDERED', { as: 'system', data: { hash: 'abc' } });
    expect(player.act('SEAL', { as: 'unit', data: { hash: 'xyz' } })).toBe('seal.sealing');
    expect(player.act('SEAL', { as: 'unit', data: {} })).toBe('seal.sealing');
    expect(player.act('SEAL', { as: 'unit', data: { hash: 'abc' } })).toBe('done');
  });
});
