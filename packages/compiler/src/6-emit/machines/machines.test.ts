import { describe, expect, test } from 'vitest';
import { createMachine, initialTransition, transition } from 'xstate';
import * as xstate from 'xstate';
import { craftContract } from '../../testing/craft-contract.ts';
import { typeCheck } from '../../testing/type-check.ts';
import { formatted } from '../format.ts';
import { typesEmitter } from '../types/index.ts';
import { machinesEmitter } from './index.ts';

const program = craftContract.programs['talent'];
if (!program) throw new Error('fixture has no programme');
const input = { contract: craftContract, program };

async function emitted() {
  return { ...(await typesEmitter(input)), ...(await machinesEmitter(input)) };
}

/** Runs the emitted module with the real XState in place of its only import. */
async function load(text: string): Promise<Record<string, ReturnType<typeof createMachine>>> {
  const body = text.replace(/import \{ setup \} from 'xstate';/, 'const { setup } = globalThis.__xstate;');
  (globalThis as Record<string, unknown>)['__xstate'] = xstate;
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(body)}`);
}

const lines = (statements: readonly string[], wrong: boolean) =>
  statements.map((each) => `${wrong ? '// @ts-expect-error\n' : ''}${each}`).join('\n');

describe('machines', () => {
  test('import only xstate and hold the contract’s config unchanged', async () => {
    const { 'talent/machines.js': text = '' } = await formatted(await emitted());
    expect([...text.matchAll(/\bfrom '([^']+)'/g)].map(([, name]) => name)).toEqual(['xstate']);
    const { caseMachine } = await load(text);
    expect(caseMachine?.config).toEqual(program.machines['case']?.config);
  });

  test('say which implementation is missing instead of guessing', async () => {
    const { caseMachine } = await load((await emitted())['talent/machines.js'] ?? '');
    if (!caseMachine) throw new Error('no case machine');
    const [start] = initialTransition(caseMachine);
    expect(start.value).toBe('draft');
    expect(() => transition(caseMachine, start, { type: 'SUBMIT' })).toThrow(
      /guard before has no implementation/,
    );
  });

  test('type what each state accepts', async () => {
    const tree = await emitted();
    const right = [
      `const a: CaseEventIn<'draft'> = { type: 'SUBMIT', data: application };`,
      `const b: CaseEventIn<'review.checking'> = { type: 'RETURN', reason: '材料不全' };`,
      `const c: CaseEventIn<'draft'> = { type: 'WITHDRAW', reason: '另有安排' };`,
      `const d: keyof CaseAccepts = 'decision.one.open';`,
    ];
    const wrong = [
      `const e: CaseEventIn<'draft'> = { type: 'RETURN', reason: '材料不全' };`,
      `const f: CaseEventIn<'review.checking'> = { type: 'SUBMIT', data: application };`,
      `const g: CaseEventIn<'draft'> = { type: 'SUBMIT', data: { name: 1 } };`,
      `const h: CaseEventIn<'draft'> = { type: 'SUBMIT' };`,
      `const i: CaseEventIn<'drafting'> = { type: 'SUBMIT', data: application };`,
      `const j: CaseEventIn<'accepted'> = { type: 'SUBMIT', data: application };`,
    ];
    const printed = await typeCheck({
      'types.d.ts': tree['talent/types.d.ts'] ?? '',
      'machines.d.ts': tree['talent/machines.d.ts'] ?? '',
      'use.ts': `import type { CaseAccepts, CaseEventIn } from './machines.js';
import type { Application } from './types.js';
declare const application: Application;
${lines(right, false)}
${lines(wrong, true)}
`,
    });
    expect(printed).toBe('');
  });

  test('type events with their form, states with their shape', async () => {
    const tree = await emitted();
    const opinion = '{ agreed: true, opinion: "同意推荐该同志参加" }';
    const right = [
      `const a: CaseEvent = { type: 'RECOMMEND', data: ${opinion} };`,
      `const b: CaseEvent = { type: 'RETURN', reason: '材料不全', actor: { role: 'employer' } };`,
      `const c: CaseState = { review: 'checking' };`,
      `const d: CaseState = { decision: { one: 'open', two: 'passed' } };`,
      `const [start] = initialTransition(caseMachine);`,
      `const [next] = transition(caseMachine, start, a);`,
      `const e: CaseState = next.value;`,
      `createActor(caseMachine).send(b);`,
      `const f: CaseDelay = 'employerNotice';`,
    ];
    const wrong = [
      `const g: CaseEvent = { type: 'RECOMEND', data: ${opinion} };`,
      `const h: CaseEvent = { type: 'RECOMMEND', data: { agreed: true } };`,
      `const i: CaseEvent = { type: 'RECOMMEND' };`,
      `const j: CaseEvent = { type: 'RETURN' };`,
      `const k: CaseState = 'reviewing';`,
      `const l: CaseState = { decision: { one: 'open' } };`,
      `transition(caseMachine, start, { type: 'SUBMIT', data: ${opinion} });`,
      `createActor(caseMachine).send({ type: 'NOPE' });`,
      `const m: CaseDelay = 'someDay';`,
    ];
    const printed = await typeCheck({
      'types.d.ts': tree['talent/types.d.ts'] ?? '',
      'machines.d.ts': tree['talent/machines.d.ts'] ?? '',
      'use.ts': `import { createActor, initialTransition, transition } from 'xstate';
import { caseMachine, type CaseDelay, type CaseEvent, type CaseState } from './machines.js';
${lines(right, false)}
${lines(wrong, true)}
`,
    });
    expect(printed).toBe('');
  });
});
