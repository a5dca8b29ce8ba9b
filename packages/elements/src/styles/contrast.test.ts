import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';

const foundation = readFileSync(new URL('foundation.styles.ts', import.meta.url), 'utf8');

type Colours = Readonly<Record<string, string>>;

/** The colours as they stand in the style sheet, by the name of their token, in one scheme. */
function coloursIn(scheme: 'light' | 'dark'): Colours {
  const found = foundation.matchAll(/--([\w-]+): var\(--zn-[\w-]+, light-dark\((#\w{6}), (#\w{6})\)\)/g);
  return Object.fromEntries(
    [...found].map(([, name = '', light = '', dark = '']) => [name, scheme === 'light' ? light : dark]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text that stands on a surface somewhere in the elements. */
const texts: Readonly<Record<string, readonly string[]>> = {
  surface: ['text', 'muted', 'accent', 'danger', 'good', 'warn'],
  sunken: ['text', 'muted', 'accent', 'danger', 'good', 'warn'],
  'danger-surface': ['text', 'muted', 'danger'],
  'good-surface': ['text', 'muted', 'good'],
  'warn-surface': ['text', 'muted', 'warn'],
  accent: ['on-accent'],
  'accent-strong': ['on-accent'],
};

/** What tells a control, its state or the focus. `line` only decorates. */
const marks: Readonly<Record<string, readonly string[]>> = {
  surface: ['edge', 'focus', 'accent', 'danger', 'good'],
  sunken: ['edge', 'focus', 'accent', 'danger', 'good'],
  'danger-surface': ['focus', 'danger'],
};

function tooLow(colours: Colours, pairs: typeof texts, least: number): readonly string[] {
  return Object.entries(pairs).flatMap(([surface, names]) =>
    names.flatMap((name) => {
      const [front, back] = [colours[name], colours[surface]];
      if (front === undefined || back === undefined) return [`${name} or ${surface} is no token`];
      const ratio = contrast(front, back);
      return ratio < least ? [`${name} on ${surface}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

describe.each(['light', 'dark'] as const)('colours, %s', (scheme) => {
  it('are strong enough for text', () => {
    expect(tooLow(coloursIn(scheme), texts, 4.5)).toEqual([]);
  });

  it('are strong enough for controls, states and the focus', () => {
    expect(tooLow(coloursIn(scheme), marks, 3)).toEqual([]);
  });
});

it('knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
});
