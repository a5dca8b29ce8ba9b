import { css, sheet } from '../styles/sheet.ts';

/** Looks of what is said about a draft. */
export const draftStyles = sheet(
  () => css`
    .draft-box {
      margin-block-start: 16px;
      padding: 12px 16px;
      border-inline-start: 4px solid var(--accent);
      background: var(--sunken);
    }
    .draft-box.warn {
      border-color: var(--warn);
      background: var(--warn-surface);
    }
    .draft-box ul {
      padding-inline-start: 22px;
      overflow-wrap: anywhere;
    }
    .draft-box p + p,
    .draft-box details {
      margin-block-start: 8px;
    }
    .draft-box summary {
      cursor: pointer;
      min-block-size: 28px;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      margin-block-start: 10px;
    }
    .save-state {
      color: var(--muted);
    }
  `,
);
