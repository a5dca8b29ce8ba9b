import { expect, test } from 'vitest';
import { codeFrame } from './frame.ts';

const range = (line: number, column: number, length: number) => ({
  start: { line, column, offset: 0 },
  end: { line, column: column + length, offset: 0 },
});

test('the marker stands under the characters meant, Chinese ones taking two columns', () => {
  const [line, marker] = codeFrame('{ "职称": "教授" }', range(1, 9, 4)).split('\n');
  expect(line).toBe('> 1 | { "职称": "教授" }');
  expect(marker).toBe('    |           ^^^^^^');
});

test('neighbouring lines are shown, a long line is cut around the mark', () => {
  const long = `${'x'.repeat(300)}"here"${'y'.repeat(300)}`;
  const frame = codeFrame(`before\n${long}\nafter`, range(2, 301, 6));
  const [, line = '', marker = ''] = frame.split('\n');
  expect(line.length).toBeLessThan(140);
  expect(line.slice(marker.indexOf('^'), marker.lastIndexOf('^') + 1)).toBe('"here"');
});
