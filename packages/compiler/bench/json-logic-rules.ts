import { LogicEngine } from 'json-logic-engine';
import type { Facts } from '@zhinan/model';

export interface Judged {
  readonly holds: readonly boolean[];
  readonly amount: number;
}

const field = (name: string) => ({ var: name });
const counted = (condition: unknown) => ({
  reduce: [{ filter: [field('application.apprentices'), condition] }, { '+': [field('accumulator'), 1] }, 0],
});
const target = field('targetLevel');
const regular = { '==': [field('isStudent'), false] };
const engine = new LogicEngine();
const build = <T>(logic: unknown) => engine.build(logic) as (facts: Facts) => T;

/** The measured rules and amount as compiled JSON Logic, which knows no ranks: `levels`, from low to high, become lists. */
export function jsonLogic(levels: readonly string[], south: readonly string[]): (facts: Facts) => Judged {
  const from = (level: string) => levels.slice(levels.indexOf(level));
  const rules = [
    build<boolean>({
      or: [
        { in: [field('application.skillLevel'), from('高级技师')] },
        {
          and: [
            { in: [field('application.workPlace'), south] },
            { in: [field('application.skillLevel'), from('技师')] },
          ],
        },
      ],
    }),
    build<boolean>({ '>=': [counted({ in: [target, from('高级工')] }), 5] }),
    build<boolean>({
      if: [
        { '==': [counted(regular), 0] },
        true,
        {
          '>=': [
            { '/': [counted({ and: [regular, { in: [target, from('技师')] }] }), counted(regular)] },
            0.3,
          ],
        },
      ],
    }),
  ];
  // 5,000, 15,000 and 30,000 元 for each apprentice, at most 200,000.
  const amount = build<number>({
    min: [
      200_000,
      {
        '+': [
          { '*': [5000, counted({ '==': [target, '高级工'] })] },
          { '*': [15_000, counted({ '==': [target, '技师'] })] },
          { '*': [30_000, counted({ in: [target, from('高级技师')] })] },
        ],
      },
    ],
  });
  return (facts) => ({ holds: rules.map((rule) => rule(facts)), amount: amount(facts) });
}
