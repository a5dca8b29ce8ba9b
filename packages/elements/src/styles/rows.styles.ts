import { css, sheet } from './sheet.ts';

/** Lists of rows: adopted with the first list of a form. */
export const rowsStyles = sheet(
  () => css`
    .row-list {
      list-style: none;
      display: grid;
      gap: calc(var(--gap) / 2);
    }
    .row {
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
      padding: calc(var(--gap) / 2) calc(var(--gap) * 0.75) calc(var(--gap) * 0.75);
    }
    .row-list.long > .row {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 420px;
    }
    .row-head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 16px;
    }
    .row-buttons {
      margin-inline: -10px;
    }
    .grip {
      flex: none;
      inline-size: 28px;
      block-size: 32px;
      margin-inline-start: -8px;
      cursor: grab;
      touch-action: none;
      background: radial-gradient(circle, var(--muted) 1.5px, transparent 2px) center / 7px 7px round
        content-box;
      padding: 6px 7px;
    }
    .row-title {
      flex: 1;
      font-size: var(--size);
      font-weight: 600;
    }
    .row .fields {
      row-gap: calc(var(--gap) * 0.75);
      margin-block-start: calc(var(--gap) / 2);
    }
    .row-actions {
      margin-block-start: 6px;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px 16px;
    }
    .removed {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
    .removed .undo {
      text-decoration: underline;
    }
    @container (inline-size < 480px) {
      .row {
        padding-inline: 12px;
      }
    }
    @media print {
      .row-buttons,
      .grip,
      .row-actions {
        display: none;
      }
      .row {
        break-inside: avoid;
      }
    }
  `,
);
