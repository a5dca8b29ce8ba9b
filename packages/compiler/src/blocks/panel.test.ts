import type { JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { tasks } from './testing/lists.ts';
import { play } from './testing/play.ts';

const panel = (more: JsonObject = {}) =>
  play({
    panel: {
      use: 'panel',
      with: {
        clause: '一',
        role: 'experts',
        organiser: 'office',
        form: 'review',
        minimum: 3,
        score: { field: 'total', aggregate: 'trimmed' },
        recusal: { field: 'recusal', none: ['无需回避'] },
        reject: { to: 'refused' },
        ...more,
      },
      next: 'done',
    },
  });
const score = (total: number, person?: string) => ({
  as: 'experts',
  ...(person ? { person } : {}),
  data: { total, recusal: '无需回避' },
});
const office = { as: 'office' };

describe('panel', () => {
  test('of a role: enough opinions, then the organiser concludes', () => {
    const player = panel();
    expect(player.findings).toEqual([]);
    player.act('SCORE', score(60));
    player.act('SCORE', score(90));
    player.act('SCORE', { as: 'experts', data: { total: 99, recusal: '应当回避' } });
    expect(player.effects).toEqual(['notify:office/recusal']);
    expect(player.act('SUGGEST', office)).toBe('panel');
    player.act('SCORE', score(80));
    expect(player.act('SUGGEST', { as: 'experts' })).toMatch('无权');
    expect(player.act('SUGGEST', office)).toBe('done');
    expect(player.snapshot.context.values['panelScore']).toBe(80);
  });

  test.each([
    ['mean', 76.67],
    ['trimmed', 80],
    ['rank', 230],
  ])('%s of 60, 90, 80', (aggregate, value) => {
    const player = panel({ score: { field: 'total', aggregate } });
    for (const total of [60, 90, 80]) player.act('SCORE', score(total));
    player.act('SUGGEST', office);
    expect(player.snapshot.context.values['panelScore']).toBe(value);
  });

  test('of persons: everybody in it, each once; who stands aside is replaced; the list is sealed meanwhile', () => {
    const player = panel({ select: { by: 'office', count: 3 } });
    expect(player.findings).toEqual([]);
    player.act('ASSIGN', { ...office, data: { people: ['甲', '乙', '丙'] } });
    expect(player.state).toBe('panel.reviewing');
    player.act('SCORE', score(60, '甲'));
    player.act('SCORE', score(100, '甲'));
    player.act('SCORE', score(90, '外人'));
    player.act('SCORE', score(90, '乙'));
    expect(player.act('SUGGEST', office)).toBe('panel.reviewing');
    player.act('SCORE', { ...score(70, '丙'), data: { total: 70, recusal: '应当回避' } });
    expect(tasks(player, 'panelScores')[2]).toMatchObject({ person: '丙', state: 'recused' });
    // Two are left, and three are needed.
    expect(player.act('SUGGEST', office)).toBe('panel.reviewing');
    player.act('REPLACE', { ...office, data: { people: ['丙', '丁'] } });
    player.act('SCORE', score(70, '丙'));
    player.act('SCORE', score(80, '丁'));
    expect(player.act('SUGGEST', office)).toBe('done');
    expect(player.snapshot.context.values['panelScore']).toBe(80);
  });

  test('drawn by lot, and the replacement too', () => {
    const player = panel({ select: { by: 'office', event: 'DRAW', strategy: 'draw', count: 3 } });
    const pool = ['甲', '乙', '丙', '丁'];
    expect(player.act('DRAW', { ...office, data: { pool: ['甲', '乙'], seed: '1' } })).toBe(
      'panel.selecting',
    );
    player.act('DRAW', { ...office, data: { pool, seed: '1' } });
    const drawn = tasks(player, 'panelScores').map(({ person }) => String(person));
    expect(drawn).toHaveLength(3);
    player.act('RECUSE', { as: 'experts', person: drawn[0] ?? '', reason: '同单位' });
    player.act('REPLACE', { ...office, data: { pool, seed: '2' } });
    const now = tasks(player, 'panelScores').map(({ person }) => person);
    expect(now).toEqual([...drawn, pool.find((person) => !drawn.includes(person))]);
  });
});
