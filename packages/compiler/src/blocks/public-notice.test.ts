import { describe, expect, test } from 'vitest';
import { play } from './testing/play.ts';

const noticing = (policy?: string, postingDayCounts = 'notice-days') => {
  const player = play({
    notice: {
      use: 'public-notice',
      with: {
        clause: '一',
        role: 'unit',
        period: { workdays: 3, postingDayCounts },
        upheld: 'refused',
        ...(policy ? { policy } : {}),
      },
      next: 'done',
    },
  });
  return player;
};
const objection = { as: 'public', reason: '不实' };
const unit = { as: 'unit', reason: '已核查' };

// Posted on Monday 1 September 2025: the third whole working day is Thursday the 4th.
describe('public-notice', () => {
  test.each([undefined, 'restart', 'resume'])(
    'is sound and ends at 24:00 of its last working day (%s)',
    (policy) => {
      const player = noticing(policy);
      expect(player.findings).toEqual([]);
      expect(player.until('2025-09-04T23:59')).toBe('notice.running');
      expect(player.until('2025-09-05')).toBe('done');
    },
  );

  test('an objection needs a reason and goes to whoever investigates', () => {
    const player = noticing();
    expect(player.act('OBJECT', { as: 'public' })).toMatch('须写明理由');
    expect(player.act('OBJECT', objection)).toBe('notice.investigating');
    expect(player.effects).toEqual(['notify:unit/objection']);
    expect(player.act('UPHELD', { as: 'public', reason: 'x' })).toMatch('无权');
    expect(player.act('UPHELD', unit)).toBe('refused');
  });

  test('run-on: the clock does not stop, its end waits for the result', () => {
    const player = noticing('run-on');
    player.act('OBJECT', objection);
    expect(player.until('2025-09-05')).toBe('notice.overdue');
    expect(player.act('DISMISSED', unit)).toBe('done');
    const early = noticing('run-on');
    early.act('OBJECT', objection);
    early.until('2025-09-03');
    expect(early.act('DISMISSED', unit)).toBe('notice.running');
    expect(early.until('2025-09-05')).toBe('done');
  });

  test('restart: three whole working days again', () => {
    const player = noticing('restart');
    player.until('2025-09-03T10:00');
    player.act('OBJECT', objection);
    expect(player.until('2025-09-09T10:00')).toBe('notice.investigating');
    player.act('DISMISSED', unit);
    expect(player.until('2025-09-12T23:59')).toBe('notice.running');
    expect(player.until('2025-09-13')).toBe('done');
  });

  test('resume: the whole days that had passed are not shown again', () => {
    const player = noticing('resume');
    // The 2nd and the 3rd have passed whole.
    player.until('2025-09-04T10:00');
    player.act('OBJECT', objection);
    player.until('2025-09-09T10:00');
    expect(player.act('DISMISSED', unit)).toBe('notice.running');
    expect(player.until('2025-09-10T23:59')).toBe('notice.running');
    expect(player.until('2025-09-11')).toBe('done');
  });

  test('two objections, each investigated', () => {
    const player = noticing('resume');
    player.act('OBJECT', objection);
    player.act('DISMISSED', unit);
    player.act('OBJECT', objection);
    expect(player.act('DISMISSED', unit)).toBe('notice.running');
    expect(player.snapshot.context.lists['noticeObjections']).toHaveLength(2);
  });
});
