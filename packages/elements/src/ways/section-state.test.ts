import { describe, expect, it } from 'vitest';
import { stateOf } from './section-state.ts';

const facts = { answered: 0, visited: false, told: false, issues: [] };
const missing = [{ keyword: 'required' }];

describe('the state of a section', () => {
  it('is untouched until the person answers or has been there', () => {
    expect(stateOf({ ...facts, issues: missing })).toBe('untouched');
    expect(stateOf({ ...facts, issues: missing, answered: 1 })).toBe('started');
    expect(stateOf({ ...facts, issues: missing, visited: true })).toBe('started');
    expect(stateOf(facts)).toBe('untouched');
    expect(stateOf({ ...facts, visited: true })).toBe('done');
  });

  it('is faulty at once for what is wrong, for what is missing only once told', () => {
    expect(stateOf({ ...facts, answered: 1, issues: [{ keyword: 'maxLength' }] })).toBe('faulty');
    expect(stateOf({ ...facts, told: true, issues: missing })).toBe('faulty');
    expect(stateOf({ ...facts, told: true, answered: 1 })).toBe('done');
  });
});
