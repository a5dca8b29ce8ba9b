import { css, sheet } from '../styles/sheet.ts';

/** Rows on a wide element, cards on a narrow one; rows out of sight cost nothing. */
export const inboxStyles = sheet(
  () => css`
    .toolbar {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 10px 14px;
      margin-block-start: calc(var(--gap) * 0.75);
    }
    .filter {
      display: grid;
      gap: 2px;
      font-size: var(--small);
      color: var(--muted);
      min-inline-size: 0;
    }
    .filter.search {
      flex: 1 1 200px;
    }
    .select,
    .input {
      inline-size: 100%;
      font: inherit;
      font-size: var(--size);
      min-block-size: var(--control);
      padding-inline: var(--inset);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      color: var(--text);
      background: var(--surface);
    }
    .bar,
    .batch {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 12px;
      margin-block-start: calc(var(--gap) * 0.5);
    }
    .bar {
      justify-content: space-between;
      color: var(--muted);
    }
    .batch {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      padding: 8px var(--inset);
      border: 1px solid var(--accent);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    .grid {
      margin-block-start: calc(var(--gap) * 0.5);
      border-block-start: 1px solid var(--line);
    }
    .row {
      display: grid;
      grid-template-columns: 28px minmax(120px, 1.2fr) minmax(120px, 1fr) minmax(150px, 1.1fr) minmax(
          150px,
          1.4fr
        );
      gap: 4px 14px;
      align-items: start;
      padding: calc(var(--gap) * 0.4) 8px;
      border-block-end: 1px solid var(--line);
      content-visibility: auto;
      contain-intrinsic-block-size: auto calc(2.4 * var(--size) + var(--gap));
    }
    .row:hover {
      background: var(--sunken);
    }
    .row.selected {
      background: color-mix(in srgb, var(--accent) 10%, var(--surface));
    }
    .button.small {
      min-block-size: calc(28px + 4px * var(--loose));
      padding: 2px 10px;
      font-size: var(--small);
    }
    .pick {
      display: grid;
      align-items: center;
      min-block-size: 28px;
    }
    .check {
      inline-size: 18px;
      block-size: 18px;
      margin: 0;
    }
    .about,
    .where,
    .until {
      display: grid;
      justify-items: start;
      gap: 2px;
      min-inline-size: 0;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 8px;
    }
    .acts .why {
      flex-basis: 100%;
    }
    .until .badge {
      white-space: normal;
    }
    .about .link {
      font-weight: 600;
    }
    .nothing {
      margin-block-start: var(--gap);
      padding-block: calc(var(--gap) * 1.5);
      text-align: center;
      background: var(--sunken);
      border-radius: var(--radius);
    }
    .keys {
      margin-block-start: var(--gap);
      color: var(--muted);
    }
    .keys summary {
      inline-size: max-content;
      min-block-size: 28px;
      cursor: pointer;
    }
    @container (inline-size < 760px) {
      .toolbar {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .filter.search {
        grid-column: 1 / -1;
      }
      .grid {
        display: grid;
        gap: 10px;
        border: 0;
      }
      .row {
        grid-template-columns: 28px minmax(0, 1fr);
        padding: 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        contain-intrinsic-block-size: auto 190px;
      }
      .row > :not(.pick) {
        grid-column: 2;
      }
      .row.selected {
        border-color: var(--accent);
      }
    }
  `,
);
