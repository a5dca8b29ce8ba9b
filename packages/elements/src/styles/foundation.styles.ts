import { css } from 'lit';

/**
 * Tokens and the wrapper all elements share. Tokens are read, never set, on the way in: `--zn-*` may be given on
 * the element or anywhere above it. Fonts and colours stand on the inner wrapper, since a page's `*` rule beats
 * `:host`. Sizes are px: a page's `html { font-size: 62.5% }` does not reach them.
 */
export const foundationStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  .page,
  .page * {
    box-sizing: border-box;
  }
  .page [hidden] {
    display: none;
  }
  .page {
    --accent: var(--zn-accent, light-dark(#1d4f91, #8ab4f0));
    --accent-strong: var(--zn-accent-strong, light-dark(#163d70, #a9c8f5));
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
    --radius: var(--zn-radius, 6px);
    --gap: var(--zn-gap, 24px);
    --size: var(--zn-font-size, 16px);
    padding: var(--zn-padding, clamp(16px, 4cqi, 40px));
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
  .title {
    font-size: calc(var(--size) * 1.5);
    line-height: 1.35;
    font-weight: 600;
    text-wrap: balance;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .button {
    font: inherit;
    min-block-size: 44px;
    padding: 8px 20px;
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
    padding-inline: 32px;
  }
  .button.primary:hover {
    background: var(--accent-strong);
    border-color: var(--accent-strong);
  }
  .button.quiet {
    min-block-size: 32px;
    padding: 2px 10px;
    border-color: transparent;
    background: transparent;
    font-size: calc(var(--size) * 0.875);
  }
  .button:is([disabled], [aria-disabled='true']) {
    color: var(--muted);
    border-color: var(--line);
    cursor: not-allowed;
  }
  .button.quiet:is([disabled], [aria-disabled='true']) {
    border-color: transparent;
    opacity: 0.65;
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
`;
