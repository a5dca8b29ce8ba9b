import { css, sheet } from '../../styles/sheet.ts';

export const styles = sheet(
  () => css`
    .paste-dialog {
      font: inherit;
      color: inherit;
      background: var(--surface);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      padding: 20px 24px;
      inline-size: min(960px, 100vi - 32px);
      max-block-size: calc(100vb - 48px);
    }
    .paste-dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }
    .paste {
      display: flex;
      flex-direction: column;
      gap: 10px;
    }
    .paste-title {
      font-size: calc(var(--size) * 1.25);
      font-weight: 600;
    }
    .paste-label,
    .paste-count {
      font-weight: 600;
    }
    .paste textarea {
      min-block-size: 96px;
      max-block-size: 160px;
      white-space: pre;
      overflow: auto;
      field-sizing: fixed;
      flex: none;
    }
    .paste-preview {
      overflow: auto;
      max-block-size: 320px;
      border: 1px solid var(--line);
      flex: none;
    }
    .paste-preview table {
      border-collapse: collapse;
      font-size: calc(var(--size) * 0.9375);
    }
    .paste-preview :is(th, td) {
      text-align: start;
      vertical-align: top;
      padding: 6px 10px;
      border-block-end: 1px solid var(--line);
      max-inline-size: 260px;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .paste-preview thead th {
      position: sticky;
      inset-block-start: 0;
      background: var(--sunken);
      white-space: nowrap;
    }
    .cell-problem {
      display: block;
      color: var(--danger);
      font-weight: 600;
      font-size: calc(var(--size) * 0.875);
    }
    .cell-empty {
      color: var(--muted);
    }
    .paste-actions {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      margin-block-start: 4px;
    }
    .paste-actions [aria-disabled='true'] {
      opacity: 0.6;
      cursor: not-allowed;
    }
  `,
);
