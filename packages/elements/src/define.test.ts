// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { defineElement } from './define.ts';

const fresh = (): CustomElementConstructor => class extends HTMLElement {};

describe('a tag', () => {
  test('is defined once: the first class stays', () => {
    const [one, two] = [fresh(), fresh()];
    defineElement('zn-once', one);
    defineElement('zn-once', two);
    expect(customElements.get('zn-once')).toBe(one);
  });

  test('takes the prefix that the script was asked for with', () => {
    const element = fresh();
    defineElement('zn-asked', element, 'https://portal.test/p/form.bundle.js?v=1&prefix=sz');
    expect(customElements.get('sz-asked')).toBe(element);
    expect(customElements.get('zn-asked')).toBeUndefined();
  });

  test('may stand beside itself under another name', () => {
    const element = fresh();
    defineElement('zn-beside', element);
    defineElement('zn-beside', element, 'form.bundle.js?prefix=sz-2026');
    expect(document.createElement('sz-2026-beside')).toBeInstanceOf(element);
  });

  test('that is no name is refused', () => {
    expect(() => defineElement('zn-bad', fresh(), 'x.js?prefix=1')).toThrow(/1-bad|valid/);
  });
});
