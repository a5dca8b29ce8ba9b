import { css, sheet } from './sheet.ts';

/** The list of what is to be corrected: comes with it. */
export const errorSummaryStyles = sheet(
  () => css`
    .summary {
      margin-block-start: calc(var(--gap) * 0.75);
      padding: calc(var(--gap) / 2) calc(var(--gap) * 0.75);
      border: 1px solid var(--danger);
      border-radius: var(--radius);
      background: var(--danger-surface);
    }
    .summary:focus-visible {
      outline: 2px solid var(--danger);
      outline-offset: 0;
    }
    .summary-title {
      font-size: calc(var(--size) * 1.125);
      font-weight: 600;
    }
    .summary ul {
      margin-block-start: 8px;
      padding-inline-start: 20px;
    }
    .summary details {
      margin-block-start: 8px;
    }
    .summary summary {
      cursor: pointer;
      min-block-size: 28px;
    }
    .summary a {
      color: var(--danger);
      text-underline-offset: 3px;
    }
  `,
);
