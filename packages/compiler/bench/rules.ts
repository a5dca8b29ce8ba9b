import { fileURLToPath } from 'node:url';
import { evaluate } from 'feelin';
import type { Contract, Facts, ProgramContract } from '@zhinan/model';
import { compile, editionsIn } from '../src/compile.ts';
import { readDefinitions } from '../src/node/definitions.ts';
import { rulesOf, rulesSourceOf } from '../src/rules/program-rules.ts';
import { toPlainFeel } from '../src/rules/plain-feel.ts';
import { jsonLogic } from './json-logic-rules.ts';
import type { Judged } from './json-logic-rules.ts';
import { randomApplicants } from './random-applicants.ts';

/**
 * Prints, as Markdown for the README, how many applicants a second the emitted rules judge beside a FEEL engine and
 * JSON Logic (compiled) on the same three rules and one amount, and how long `zhinan check` takes. `npm run bench:rules`.
 * All engines take turns in every round; ratios are medians of the rounds, so that a busy machine disturbs all alike.
 */
const rounds = 9;
const turn = 150;
const edition = 'xinjiang-craftsman/2025';
const judged = ['skill-level', 'apprentice-count', 'technician-share'];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** Two digits: `270×` as many, or `1/14` of them. */
const times = (ratio: number): string =>
  ratio < 1 ? `1/${Number((1 / ratio).toPrecision(2))}` : `${Number(ratio.toPrecision(2))}×`;

type Engine = (facts: Facts) => Judged;

/** The same programme with only the rules and the amount that all engines judge. */
function narrowed(program: ProgramContract): ProgramContract {
  const { rules, amounts = [] } = program.rules;
  return {
    ...program,
    rules: {
      ...program.rules,
      rules: rules.filter(({ id }) => judged.includes(id)),
      amounts: amounts.filter(({ id }) => id === 'basic'),
      quotas: [],
    },
  };
}

function emitted(contract: Contract, program: ProgramContract): Engine {
  const rules = rulesOf(contract, program);
  return (facts) => ({
    holds: rules.eligibility(facts).rules.map(({ verdict }) => verdict === 'pass' || verdict === 'relaxed'),
    amount: rules.amounts(facts)[0]?.max ?? 0,
  });
}

/** The same in plain FEEL, with the relaxation worked out for each applicant. */
function feel(
  contract: Contract,
  program: ProgramContract,
): { readonly one: Engine; readonly all: (many: readonly Facts[]) => unknown } {
  const { parts } = rulesSourceOf(contract, program);
  const relaxation = parts.find(({ kind }) => kind === 'relaxation');
  const ranks = contract.codeLists['skill-level']?.items.map(({ code }) => code) ?? [];
  const text = (root: string): string => {
    const when = relaxation ? toPlainFeel(relaxation.main, { root }) : 'false';
    const relaxed = `(if ${when} then ${ranks.indexOf('技师')} else ${ranks.indexOf('高级技师')})`;
    const names = { root, parameters: new Map([['最低等级', relaxed]]) };
    const of = (kind: 'rule' | 'amount') =>
      parts.filter((part) => part.kind === kind).map(({ main }) => toPlainFeel(main, names));
    return `{holds: [${of('rule').join(', ')}], amount: min(200000, ${of('amount')[0] ?? '0'})}`;
  };
  const single = text('');
  const many = `for one in everybody return ${text('one.')}`;
  type Context = Parameters<typeof evaluate>[1];
  return {
    one: (facts) => evaluate(single, facts as Context).value as Judged,
    all: (everybody) => evaluate(many, { everybody } as unknown as Context).value,
  };
}

/** Applicants judged in a second, measured for one turn. */
function speed(work: () => number): number {
  const started = performance.now();
  let done = 0;
  do done += work();
  while (performance.now() - started < turn);
  return (done / (performance.now() - started)) * 1000;
}

function over(everybody: readonly Facts[], engine: Engine): () => number {
  let at = 0;
  return () => {
    for (let index = 0; index < 20; index += 1) engine(everybody[at++ % everybody.length] ?? {});
    return 20;
  };
}

const files = await readDefinitions(fileURLToPath(new URL('../../../definitions', import.meta.url)));
const { contract } = await compile(files, edition, { until: 'lower' });
const program = contract?.programs['craftsman'];
if (!contract || !program) throw new Error(`${edition} does not compile`);

const small = narrowed(program);
const everybody = randomApplicants(400);
const own = emitted(contract, small);
const feelin = feel(contract, small);
const { 'skill-level': levels, 'xinjiang-places': places } = contract.codeLists;
const south = ['south-5', 'xpcc-south'].flatMap((group) => places?.groups?.[group]?.codes ?? []);
const logic = jsonLogic(levels?.items.map(({ code }) => code) ?? [], south);
const whole = rulesOf(contract, program);

// Engines that answer differently would not do the same work.
for (const facts of everybody) {
  const answers = [own, feelin.one, logic].map((engine) => JSON.stringify(engine(facts)));
  if (new Set(answers).size !== 1)
    throw new Error(`they differ: ${answers.join(' ')} ${JSON.stringify(facts)}`);
}

const engines: readonly (readonly [string, () => number])[] = [
  ['emitted rules, with clause, own answers and reasons', over(everybody, own)],
  ['JSON Logic (json-logic-engine, compiled), true or false only', over(everybody, logic)],
  ['FEEL (feelin), one applicant at a time', over(everybody, feelin.one)],
  [
    `FEEL (feelin), parsed once for ${everybody.length} applicants`,
    () => {
      feelin.all(everybody);
      return everybody.length;
    },
  ],
  [
    `emitted rules, all ${program.rules.rules.length} rules of the programme`,
    over(everybody, (facts) => ({ holds: whole.eligibility(facts).rules.map(() => true), amount: 0 })),
  ],
];
const measured = engines.map((): number[] => []);
for (let round = -1; round < rounds; round += 1) {
  for (const [index, [, work]] of engines.entries()) {
    const found = speed(work);
    // The first round warms up.
    if (round >= 0) measured[index]?.push(found);
  }
}
const [first = []] = measured;
console.log('| three rules and one amount | applicants a second | emitted rules judge |\n|---|---:|---:|');
for (const [index, [what]] of engines.entries()) {
  const values = measured[index] ?? [];
  const ratio = median(values.map((value, round) => (first[round] ?? Number.NaN) / value));
  const said = index === 0 || what.startsWith('emitted') ? '' : times(ratio);
  console.log(`| ${what} | ${count(median(values))} | ${said} |`);
}

console.log('\n| `zhinan check` in one process | first | median of 5 more |\n|---|---:|---:|');
for (const one of editionsIn(files)) {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const started = performance.now();
    await compile(files, one, { until: 'check' });
    times.push(performance.now() - started);
  }
  const [cold = Number.NaN, ...warm] = times;
  console.log(`| ${one} | ${Math.round(cold)} ms | ${Math.round(median(warm))} ms |`);
}
