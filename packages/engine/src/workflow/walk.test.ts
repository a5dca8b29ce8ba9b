import { describe, expect, it } from 'vitest';
import { environment, withCase } from './testing/fixture.ts';
import { walk } from './walk.ts';

const answers = {
  application: [
    { name: '测试人甲', level: 'senior', finish: '2025-12-31', amount: 50000 },
    { name: '测试人乙', level: 'junior' },
  ],
};
const START = '2025-09-20T10:00:00+08:00';

describe('walk', () => {
  it('gets everywhere by chance, and is offered nothing that is then refused', () => {
    const walks = Array.from({ length: 150 }, (_, seed) =>
      walk(environment, { start: START, seed, answers }),
    );
    const ends = new Set(walks.map(({ procedure }) => JSON.stringify(procedure.instances.case?.value)));
    expect(ends).toEqual(new Set(['"done"', '"refused"', '"expired"', '"withdrawn"']));
    expect(walks.flatMap(({ overPromised }) => overPromised)).toEqual([]);
    expect(walks.every(({ end }) => end === 'done')).toBe(true);
  });

  it('is the same for the same seed', () => {
    const once = walk(environment, { start: START, seed: 7, answers });
    expect(walk(environment, { start: START, seed: 7, answers })).toEqual(once);
    expect(walk(environment, { start: START, seed: 8, answers })).not.toEqual(once);
  });

  it('finds a state nobody gets out of', () => {
    const trap = withCase({
      config: { initial: 'a', states: { a: { meta: { role: 'office' }, on: { GO: 'b' } }, b: {} } },
    });
    // The batch can still be opened and closed around the stuck case; without it nothing is left to do.
    const { case: only, ...others } = trap.program.machines;
    expect(Object.keys(others)).toEqual(['batch']);
    const alone = { ...trap, program: { ...trap.program, machines: only ? { case: only } : {} } };
    expect(walk(alone, { start: START, seed: 1, answers })).toMatchObject({ end: 'stuck' });
  });
});
