import { describe, expect, test } from 'vitest';
import { minifiedStyle } from './minify-styles.ts';

describe('a minified style sheet', () => {
  test('loses comments and dispensable space, and no other', () => {
    const style = `
      /* Why: because. */
      :is(.a, .b) :hover > p + p::after {
        content: ' *  ';
        content: ' *' / '';
        inset: calc(1px + 2 * var(--x)) auto;
      }
      @media (forced-colors: active) {
        .a :not(.b) {
          color: CanvasText;
        }
      }
    `;
    expect(minifiedStyle(style)).toBe(
      ":is(.a,.b) :hover > p + p::after{content:' *  ';content:' *' / '';inset:calc(1px + 2 * var(--x)) auto}" +
        '@media (forced-colors:active){.a :not(.b){color:CanvasText}}',
    );
  });
});
