import type { Facts } from '@zhinan/model';

const levels = ['初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师'] as const;
const places = ['650100', '652900', '653100', 'xpcc-03', '654000'] as const;

/** Complete answers to the measured rules; the same at every run. */
export function randomApplicants(many: number): readonly Facts[] {
  // Numerical Recipes' generator: its quality is enough to choose test data.
  let state = 20251008;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = <T>(of: readonly T[], from = 0): T => of[from + random(of.length - from)] as T;
  return Array.from({ length: many }, () => ({
    application: {
      skillLevel: one(levels, 2),
      workPlace: one(places),
      apprentices: Array.from({ length: 3 + random(8) }, () => ({
        targetLevel: one(levels, 1),
        isStudent: random(4) === 0,
      })),
    },
  }));
}
