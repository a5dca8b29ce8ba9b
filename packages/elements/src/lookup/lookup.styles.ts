import { css, sheet } from '../styles/sheet.ts';

/** The button that fills in from a register, and what is said beside it: below all other lines of its field. */
export const lookupStyles = sheet(
  () => css`
    .lookup {
      order: 1;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 12px;
    }
    .lookup-said {
      color: var(--muted);
      font-size: var(--small);
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
    .lookup > .button.quiet {
      margin-inline: -10px;
    }
    .lookup > .undo {
      text-decoration: underline;
    }
    @media print {
      .lookup {
        display: none;
      }
    }
  `,
);
