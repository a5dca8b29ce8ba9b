import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLine, type Selected, toggled } from './list-lines.ts';

/** A text with its selection between bars; one bar is the caret. */
function marked(text: string): Selected {
  const [head = '', middle = '', tail] = text.split('|');
  return tail === undefined
    ? { text: head + middle, from: head.length, to: head.length }
    : { text: head + middle + tail, from: head.length, to: head.length + middle.length };
}
const shown = ({ text, from, to }: Selected): string =>
  from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;

const entered = (text: string): string | undefined => {
  const next = newLine(marked(text));
  return next && shown(next);
};
const numbered = (text: string): string => shown(toggled(marked(text), 'number'));
const bulleted = (text: string): string => shown(toggled(marked(text), 'bullet'));

describe('a new line', () => {
  it('goes on with the list, as it is written', () => {
    expect(entered('1. 甲|')).toBe('1. 甲\n2. |');
    expect(entered('9、甲|')).toBe('9、甲\n10、|');
    expect(entered('• 甲|')).toBe('• 甲\n• |');
    expect(entered('- 甲|乙')).toBe('- 甲\n- |乙');
  });

  it('counts on below', () => {
    expect(entered('1. 甲|\n2. 乙\n3. 丙\n其他\n1. 丁')).toBe('1. 甲\n2. |\n3. 乙\n4. 丙\n其他\n1. 丁');
  });

  it('on an empty item ends the list', () => {
    expect(entered('1. 甲\n2. |')).toBe('1. 甲\n|');
    expect(entered('• |\n乙')).toBe('|\n乙');
  });

  it('elsewhere is a plain one', () => {
    expect(entered('甲|')).toBeUndefined();
    for (const text of ['2025.8|', '3.5万元|', '-5℃|']) expect(entered(text)).toBeUndefined();
    expect(entered('|1. 甲')).toBeUndefined();
  });
});

describe('the buttons', () => {
  it('make items of the lines that are selected', () => {
    expect(numbered('甲|')).toBe('1. 甲|');
    expect(numbered('|甲\n乙|\n丙')).toBe('|1. 甲\n2. 乙|\n丙');
    expect(bulleted('|甲\n1. 乙|')).toBe('|• 甲\n• 乙|');
    expect(numbered('|')).toBe('1. |');
    expect(numbered('|甲\n\n乙|')).toBe('|1. 甲\n\n2. 乙|');
  });

  it('count on from the line before', () => {
    expect(numbered('1. 甲\n乙|\n2. 丙')).toBe('1. 甲\n2. 乙|\n3. 丙');
  });

  it('make plain lines again', () => {
    expect(numbered('|1. 甲\n2. 乙|')).toBe('|甲\n乙|');
    expect(bulleted('• 甲|')).toBe('甲|');
  });

  it('pressed twice leave the words as they were', () => {
    const line = fc.stringMatching(/^[甲乙丙a-c ]{1,6}$/);
    const sign = fc.constantFrom('number' as const, 'bullet' as const);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), sign, (lines, kind) => {
        const text = lines.join('\n');
        const once = toggled({ text, from: 0, to: text.length }, kind);
        expect(toggled(once, kind).text).toBe(text);
      }),
    );
  });
});
