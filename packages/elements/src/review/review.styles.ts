import { css, sheet } from '../styles/sheet.ts';

/** Case and decision side by side where there is room, behind tabs where there is none. */
export const reviewStyles = sheet(
  () => css`
    .page {
      padding-inline: max(var(--pad), (100cqi - var(--zn-measure, 1440px)) / 2);
    }
    .title .muted {
      font-weight: 400;
    }
    .tabs {
      display: none;
    }
    .panes {
      display: grid;
      grid-template-columns: minmax(0, 1.35fr) minmax(320px, 1fr);
      gap: 0 calc(var(--gap) * 1.25);
      align-items: start;
    }
    .pane {
      min-inline-size: 0;
      padding-block-start: calc(var(--gap) * 0.5);
    }
    .desk {
      padding-inline-start: calc(var(--gap) * 1.25);
      border-inline-start: 1px solid var(--line);
    }
    /* The decision stays in sight beside a long case. */
    .desk {
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100vb;
      overflow: auto;
    }
    .desk > .section-title {
      margin-block-start: 0;
    }
    .form {
      margin-block-start: calc(var(--gap) * 0.5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .form > summary,
    .exits > summary,
    .keys > summary {
      padding: 8px var(--inset);
      cursor: pointer;
    }
    .form > summary {
      background: var(--sunken);
    }
    .form-title {
      font-weight: 600;
      margin-inline-end: 8px;
    }
    .form > :not(summary) {
      padding-inline: var(--inset);
    }
    .part-title {
      font-size: var(--size);
      font-weight: 600;
      margin-block: calc(var(--gap) * 0.5) 4px;
    }
    .answer {
      display: grid;
      grid-template-columns: minmax(110px, 3fr) minmax(0, 7fr) max-content;
      gap: 2px 14px;
      padding: 6px 8px;
      border-block-end: 1px solid var(--line);
      border-inline-start: 3px solid transparent;
    }
    .answer:last-child {
      border-block-end: 0;
    }
    .answer.changed {
      border-inline-start-color: var(--warn);
    }
    .answer.marked {
      border-inline-start-color: var(--danger);
    }
    dt {
      color: var(--muted);
      font-size: var(--small);
    }
    .text {
      white-space: pre-wrap;
    }
    .change {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 2px 8px;
    }
    del {
      color: var(--muted);
    }
    ins {
      text-decoration: none;
      font-weight: 600;
    }
    .asked {
      display: block;
      color: var(--danger);
    }
    .rows,
    .files,
    .plain-list {
      list-style: none;
    }
    .entry {
      margin-block-end: 8px;
      padding-inline-start: 10px;
      border-inline-start: 2px solid var(--line);
    }
    .entry.removed .answers {
      text-decoration: line-through;
      color: var(--muted);
    }
    .entry-title {
      font-weight: 600;
    }
    .plain-list > li {
      padding-block: 8px;
      border-block-end: 1px solid var(--line);
    }
    .marking {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: center;
    }
    .marking.noted {
      grid-column: 1 / -1;
    }
    .mark {
      color: var(--accent);
    }
    .mark[aria-pressed='true'] {
      color: var(--danger);
      font-weight: 600;
    }
    .input {
      flex: 1 1 180px;
      min-inline-size: 0;
      font: inherit;
      min-block-size: var(--control);
      padding-inline: var(--inset);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      color: var(--text);
      background: var(--surface);
    }
    .only {
      display: flex;
      gap: 8px;
      align-items: center;
      min-block-size: var(--control);
    }
    .check {
      inline-size: 18px;
      block-size: 18px;
    }
    .scroll {
      overflow-x: auto;
    }
    .sheet {
      border-collapse: collapse;
      margin-block-start: 8px;
      font-variant-numeric: tabular-nums;
    }
    .sheet caption {
      text-align: start;
      font-weight: 600;
    }
    .sheet :is(th, td) {
      padding: 4px 12px;
      border-block-end: 1px solid var(--line);
      text-align: end;
      font-weight: 400;
    }
    .sheet th:first-child {
      text-align: start;
    }
    .sheet tfoot :is(th, td) {
      font-weight: 600;
    }
    .step-form {
      margin-block-start: 8px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      overflow: clip;
    }
    .decisions {
      display: grid;
      gap: 12px;
      margin-block-start: calc(var(--gap) * 0.75);
    }
    .decision-act {
      display: grid;
      justify-items: start;
      gap: 2px;
    }
    .exits,
    .keys {
      margin-block-start: var(--gap);
      color: var(--muted);
    }
    @container (inline-size < 860px) {
      .tabs {
        display: flex;
        margin-block-start: calc(var(--gap) * 0.5);
        border-block-end: 1px solid var(--line);
      }
      .tab {
        flex: 1;
        font: inherit;
        min-block-size: 44px;
        border: 0;
        border-block-end: 3px solid transparent;
        background: none;
        color: var(--text);
        cursor: pointer;
      }
      .tab[aria-selected='true'] {
        border-block-end-color: var(--accent);
        font-weight: 600;
      }
      .panes {
        grid-template-columns: minmax(0, 1fr);
      }
      .panes[data-pane='case'] > .desk,
      .panes[data-pane='desk'] > .case {
        display: none;
      }
      .desk {
        position: static;
        max-block-size: none;
        overflow: visible;
        padding-inline-start: 0;
        border-inline-start: 0;
      }
    }
    @container (inline-size < 480px) {
      .answer {
        grid-template-columns: minmax(0, 1fr) max-content;
      }
      .answer > :is(dt, dd:not(.marking)) {
        grid-column: 1;
      }
      .answer > .marking:not(.noted) {
        grid-area: 1 / 2;
      }
      .answer:has(> dd > .rows) > dd {
        grid-column: 1 / -1;
      }
      .decision-act .button {
        inline-size: 100%;
      }
      .decision-act {
        justify-items: stretch;
      }
    }
  `,
);
