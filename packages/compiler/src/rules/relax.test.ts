import type { JsonObject, RelaxationDefinition, RulesDefinition } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { craftsman, input, ruleOf } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';

const relaxation = (id: string, change: Partial<RelaxationDefinition>): RelaxationDefinition => ({
  id,
  title: `放宽${id}`,
  clause: '二',
  when: 'onPost',
  set: {},
  ...change,
});

function ruleWith(require: string, more: Partial<RulesDefinition>) {
  const { value, diagnostics } = compileRules(input(ruleOf(require, more)));
  if (!value) throw new Error(JSON.stringify(diagnostics.map(({ code }) => code)));
  const rules = evaluateSource(value);
  return (application: JsonObject) => {
    const [rule] = rules.eligibility({ application }).rules;
    if (!rule) throw new Error('no rule');
    return rule;
  };
}

describe('several relaxations of one parameter', () => {
  const relax = [
    relaxation('a', { when: 'onPost', set: { 最低等级: '高级工' } }),
    relaxation('b', { when: 'workPlace in 南疆五地州', set: { 最低等级: '技师' } }),
  ];
  const best = {
    parameters: {
      最低等级: { ...craftsman.parameters?.['最低等级'], default: '高级技师', best: 'lowest' as const },
    },
  };

  test('就高 takes the one that is best for the applicant, in whatever order they stand', () => {
    for (const order of [relax, relax.toReversed()]) {
      const rule = ruleWith('skillLevel >= 最低等级', { relax: order, ...best });
      expect(rule({ skillLevel: '高级工', onPost: true, workPlace: 'kashi' }).verdict).toBe('relaxed');
      expect(rule({ skillLevel: '高级工', onPost: false, workPlace: 'kashi' }).verdict).toBe('fail');
      expect(rule({ skillLevel: '技师', onPost: false, workPlace: 'kashi' }).relaxedBy?.id).toBe('b');
      expect(rule({ skillLevel: '高级工', workPlace: 'kashi' }).verdict).toBe('unknown');
      expect(rule({ skillLevel: '技师', workPlace: 'kashi' }).verdict).toBe('relaxed');
    }
  });

  test('without 就高 or priorities they contradict each other', () => {
    expect(() => ruleWith('skillLevel >= 最低等级', { relax })).toThrow('rules/relax-conflict');
  });
});

describe('a must softened to one that asks for a reason', () => {
  const rule = ruleWith('score >= 60', {
    relax: [relaxation('soft', { when: 'workPlace in 南疆五地州', soften: ['rule'] })],
  });
  test('asks where the condition holds, refuses where it does not', () => {
    expect(rule({ score: 59, workPlace: 'kashi' })).toMatchObject({
      verdict: 'needs-reason',
      relaxedBy: { id: 'soft' },
    });
    expect(rule({ score: 59, workPlace: 'urumqi' })).toMatchObject({
      verdict: 'fail',
      couldRelax: [{ id: 'soft' }],
    });
    expect(rule({ score: 60, workPlace: 'urumqi' })).toMatchObject({ verdict: 'pass', couldRelax: [] });
  });
  test('is undecided while the condition is, and asks for it', () => {
    expect(rule({ score: 59 })).toMatchObject({ verdict: 'unknown', missing: [{ pointer: '/workPlace' }] });
    expect(rule({ score: 60 }).verdict).toBe('pass');
  });
});
