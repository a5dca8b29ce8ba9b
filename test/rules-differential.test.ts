import * as fc from 'fast-check';
import { evaluate } from 'feelin';
import { expect, test, vi } from 'vitest';
import { compileRules } from '../packages/compiler/src/rules/compile-rules.ts';
import { craftsman, input, levels, ruleOf } from '../packages/compiler/src/rules/craftsman.fixture.ts';
import { evaluateSource } from '../packages/compiler/src/rules/evaluate-source.ts';
import { toPlainFeel } from '../packages/compiler/src/rules/plain-feel.ts';
import { completeFacts, requirement } from '../packages/compiler/src/rules/random-facts.fixture.ts';

// Long runs are asked for by ZHINAN_RUNS.
vi.setConfig({ testTimeout: 900_000 });

const seed = Number(process.env['ZHINAN_SEED'] ?? 20251008);
/** 1000 and more compare over 10,000 applicants; the engine compared with is slow. */
const runs = Number(process.env['ZHINAN_RUNS'] ?? 200);
const parameter = (level: (typeof levels)[number]) => ({ 最低等级: levels.indexOf(level) });

function compiled(definition: Parameters<typeof input>[0]) {
  const { value, diagnostics } = compileRules(input(definition));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return { rules: evaluateSource(value), parts: value.parts };
}

/** What a FEEL engine that knows nothing of us makes of an expression. */
const oracle = (feel: string, context: Parameters<typeof evaluate>[1]): unknown =>
  evaluate(feel, context).value;

test('a programme means in the generated code what its plain FEEL means to an independent engine', () => {
  const { rules, parts } = compiled(craftsman);
  const [relax] = parts.filter((part) => part.kind === 'relaxation');
  const [amount] = parts.filter((part) => part.kind === 'amount');
  if (!relax || !amount) throw new Error('fixture');
  const south = toPlainFeel(relax.main);
  const basic = toPlainFeel(amount.main);
  const feel = parts
    .filter((part) => part.kind === 'rule')
    .map((part) => ({
      id: part.id,
      main: toPlainFeel(part.main),
      when: part.when && toPlainFeel(part.when),
    }));
  fc.assert(
    fc.property(completeFacts, (facts) => {
      const { rules: outcomes } = rules.eligibility(facts);
      const standard = { ...facts, ...parameter('高级技师') };
      const relaxed = oracle(south, facts) === true ? { ...facts, ...parameter('技师') } : standard;
      for (const [index, { id, main, when }] of feel.entries()) {
        const failing = id === 'skill-level' ? 'needs-reason' : 'fail';
        const verdict =
          when !== undefined && oracle(when, facts) === false
            ? 'not-applicable'
            : oracle(main, standard) === true
              ? 'pass'
              : oracle(main, relaxed) === true
                ? 'relaxed'
                : failing;
        expect(outcomes[index]?.verdict).toBe(verdict);
      }
      expect(rules.amounts(facts)[0]?.uncapped).toBe(oracle(basic, facts));
    }),
    { numRuns: runs, seed },
  );
});

test('arbitrary requirements over arbitrary applicants: no difference', () => {
  fc.assert(
    fc.property(
      requirement.map((require) => ({ require, ...compiled(ruleOf(require, { relax: [] })) })),
      fc.array(completeFacts, { minLength: 10, maxLength: 10 }),
      ({ require, rules, parts }, applicants) => {
        const part = parts.find(({ kind }) => kind === 'rule');
        if (!part) throw new Error('fixture');
        const feel = toPlainFeel(part.main);
        for (const facts of applicants) {
          const ours = rules.eligibility(facts).rules[0]?.verdict === 'pass';
          const context = { ...facts, ...parameter('高级技师') };
          expect(ours, `${require}\n${feel}`).toBe(oracle(feel, context));
        }
      },
    ),
    { numRuns: runs, seed },
  );
});
