import { css, sheet } from '../styles/sheet.ts';

/** The dialog in which an act is confirmed; it stays inside the root. */
export const dialogStyles = sheet(
  () => css`
    .dialog {
      inline-size: min(640px, 100vi - 24px);
      max-block-size: min(860px, 100vb - 24px);
      padding: 0;
      border: 1px solid var(--line);
      border-radius: calc(var(--radius) * 2);
      color: inherit;
      background: var(--surface);
      overflow: hidden;
    }
    .dialog[open] {
      display: flex;
      flex-direction: column;
    }
    .dialog::backdrop {
      background: rgb(10 16 24 / 0.5);
    }
    .dialog-title {
      font-size: calc(var(--size) * 1.25);
      padding: 16px 20px 0;
    }
    .dialog > .clause {
      padding-inline: 20px;
    }
    .dialog-body {
      display: grid;
      gap: 12px;
      padding: 12px 20px;
      overflow: auto;
    }
    .dialog-body .lead {
      margin: 0;
    }
    .dialog-foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 10px;
      padding: 12px 20px 16px;
      border-block-start: 1px solid var(--line);
    }
    .reason {
      display: grid;
      gap: 4px;
    }
    .reason label {
      font-weight: 600;
    }
    .wrong {
      color: var(--danger);
    }
    .textarea {
      font: inherit;
      inline-size: 100%;
      padding: 8px var(--inset);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      color: var(--text);
      background: var(--surface);
      resize: vertical;
    }
    .textarea[aria-invalid='true'] {
      border: 2px solid var(--danger);
    }
    .subjects {
      list-style: none;
      max-block-size: 260px;
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .subjects li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      padding: 6px 10px;
    }
    .subjects li + li {
      border-block-start: 1px solid var(--line);
    }
    progress {
      inline-size: 100%;
      accent-color: var(--accent);
    }
  `,
);
