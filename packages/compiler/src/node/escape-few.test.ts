import { expect, test } from 'vitest';
import { withFewEscaped } from './escape-few.ts';

const filler = 'x'.repeat(400);

test('a script with few Chinese signs means the same without them', async () => {
  const code = `[\`\${1}、𠮷\`, '提交', /[！-～]/.test('（'), 'é'] // ${filler}`;
  const escaped = withFewEscaped(code);
  expect(escaped).not.toMatch(/[\u0100-\uffff]/);
  const module: unknown = await import(`data:text/javascript,export default ${encodeURIComponent(escaped)}`);
  expect((module as { readonly default: unknown }).default).toEqual(['1、𠮷', '提交', true, 'é']);
});

test('one that is mostly Chinese stays as it is', () => {
  const code = `'${'中'.repeat(100)}' // ${filler}`;
  expect(withFewEscaped(code)).toBe(code);
});
