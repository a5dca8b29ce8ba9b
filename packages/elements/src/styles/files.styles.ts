import { css, sheet } from './sheet.ts';

/** Files, stored and on their way: adopted with the first field of files. */
export const filesStyles = sheet(
  () => css`
    .files {
      list-style: none;
      display: grid;
      gap: 6px;
    }
    .files:empty {
      display: none;
    }
    .file {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 14px;
      padding-block: 4px;
      padding-inline: var(--inset) 4px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    .file-name {
      flex: 1 1 min(200px, 40%);
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .file-size,
    .file-state {
      color: var(--muted);
      font-size: var(--small);
    }
    .error-text {
      color: var(--danger);
      font-weight: 600;
    }
    .file progress {
      inline-size: 120px;
      accent-color: var(--accent);
    }
    .drop {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 14px;
      border-radius: var(--radius);
    }
    .drop[data-over] {
      outline: 2px dashed var(--accent);
      outline-offset: 6px;
    }
  `,
);
