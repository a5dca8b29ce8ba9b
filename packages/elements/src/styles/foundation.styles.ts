import { css, sheet } from './sheet.ts';

/**
 * Tokens and the wrapper all elements share. Tokens are read, never set, on the way in: `--zn-*` may be given on
 * the element or anywhere above it. Fonts and colours stand on the inner wrapper, since a page's `*` rule beats
 * `:host`. Sizes are px: a page's `html { font-size: 62.5% }` does not reach them.
 *
 * Density is a number, 1 comfortable and 0 dense, that every size is reckoned from; it inherits, so a portal says it
 * once and elements inside elements follow. The attribute `density` says it for one element.
 */
export const foundationStyles = sheet(
  () => css`
    :host {
      display: block;
      container-type: inline-size;
    }
    :host([hidden]) {
      display: none;
    }
    :host([density='dense']) {
      --zn-density: 0;
    }
    :host([density='comfortable']) {
      --zn-density: 1;
    }
    .page,
    .page * {
      box-sizing: border-box;
    }
    .page [hidden] {
      display: none;
    }
    .page {
      --accent: var(--zn-accent, light-dark(#1f4e8c, #8ab4f0));
      --accent-strong: var(--zn-accent-strong, light-dark(#163a69, #a9c8f5));
      --on-accent: var(--zn-on-accent, light-dark(#ffffff, #0d1b2e));
      --text: var(--zn-text, light-dark(#1c2430, #e7ebf1));
      --muted: var(--zn-muted, light-dark(#56606e, #a7b1be));
      --surface: var(--zn-surface, light-dark(#ffffff, #171c24));
      --sunken: var(--zn-sunken, light-dark(#f4f6f9, #1f2630));
      --line: var(--zn-line, light-dark(#d9dee6, #364050));
      --edge: var(--zn-edge, light-dark(#77818f, #8a95a5));
      --danger: var(--zn-danger, light-dark(#b3261e, #ff9a90));
      --danger-surface: var(--zn-danger-surface, light-dark(#fdf3f2, #35201f));
      --good: var(--zn-good, light-dark(#1b6b3a, #7fd3a0));
      --good-surface: var(--zn-good-surface, light-dark(#f0f8f3, #1b2c23));
      --warn: var(--zn-warn, light-dark(#8a5300, #f0bd6a));
      --warn-surface: var(--zn-warn-surface, light-dark(#fdf7ec, #322918));
      --focus: var(--zn-focus, light-dark(#1d4f91, #a9c8f5));
      --radius: var(--zn-radius, 4px);
      --loose: var(--zn-density, 1);
      --gap: var(--zn-gap, calc(14px + 10px * var(--loose)));
      --size: var(--zn-font-size, calc(14px + 2px * var(--loose)));
      --small: calc(var(--size) * 0.875);
      --control: calc(34px + 10px * var(--loose));
      --inset: calc(8px + 4px * var(--loose));
      --pad: var(--zn-padding, clamp(16px, 4cqi, calc(24px + 16px * var(--loose))));
      /* On a wide desk the lines stay short enough to read. */
      padding: var(--pad) max(var(--pad), (100cqi - var(--zn-measure, 1080px)) / 2);
      border-radius: calc(var(--radius) * 2);
      color: var(--text);
      background: var(--surface);
      font-family: var(
        --zn-font,
        system-ui,
        'PingFang SC',
        'Hiragino Sans GB',
        'Microsoft YaHei',
        'Noto Sans CJK SC',
        'Source Han Sans SC',
        sans-serif
      );
      font-size: var(--size);
      font-style: normal;
      font-weight: 400;
      line-height: 1.6;
      letter-spacing: normal;
      text-align: start;
      text-transform: none;
      text-indent: 0;
      text-shadow: none;
      font-variant: normal;
      word-spacing: normal;
      white-space: normal;
      overflow-wrap: break-word;
      line-break: strict;
      accent-color: var(--accent);
    }
    h2,
    h3,
    h4,
    p,
    ul,
    ol,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }
    /* The rule under the head of an official paper. */
    .title {
      font-size: calc(var(--size) * 1.5);
      line-height: 1.35;
      font-weight: 600;
      text-wrap: balance;
      padding-block-end: calc(var(--gap) / 2);
      border-block-end: 2px solid var(--accent);
    }
    :focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    .button {
      font: inherit;
      min-block-size: var(--control);
      padding: 4px calc(12px + 8px * var(--loose));
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--accent);
      cursor: pointer;
    }
    .button:hover:not([disabled], [aria-disabled='true']) {
      border-color: var(--accent);
      background: var(--sunken);
    }
    .button.primary {
      background: var(--accent);
      border-color: var(--accent);
      color: var(--on-accent);
      font-weight: 600;
      padding-inline: calc(20px + 12px * var(--loose));
    }
    .button.primary:hover {
      background: var(--accent-strong);
      border-color: var(--accent-strong);
    }
    .button.quiet {
      min-block-size: calc(28px + 4px * var(--loose));
      padding: 2px 10px;
      border-color: transparent;
      background: transparent;
      font-size: var(--small);
    }
    .button:is([disabled], [aria-disabled='true']) {
      color: var(--muted);
      border-color: var(--line);
      cursor: not-allowed;
    }
    .button.quiet:is([disabled], [aria-disabled='true']) {
      border-color: transparent;
    }
    @media (forced-colors: active) {
      .button.primary {
        border-width: 2px;
      }
    }
    @media print {
      .page {
        color: #000;
        background: none;
      }
      .button {
        display: none;
      }
    }
  `,
);
