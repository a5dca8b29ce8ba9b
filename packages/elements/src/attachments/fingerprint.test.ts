import { describe, expect, it } from 'vitest';
import { sameFileIn } from './fingerprint.ts';

describe('the same file', () => {
  const answers = {
    proof: [{ name: '甲.pdf', sha256: 'a1' }],
    rows: [{ files: [{ name: '乙.png', sha256: 'b2' }] }],
  };

  it('is found wherever it stands in the answers', () => {
    expect(sameFileIn(answers, 'a1')).toBe('甲.pdf');
    expect(sameFileIn(answers, 'b2')).toBe('乙.png');
    expect(sameFileIn(answers, 'c3')).toBeUndefined();
  });
});
