import { css, sheet } from '../styles/sheet.ts';

/** Looks of wizard, task list and the page to check all answers. */
export const wayStyles = sheet(
  () => css`
    .section-title::before {
      content: none;
    }
    [data-view='section'] .section {
      border-block-start: 0;
      margin-block-start: 16px;
      padding-block-start: 0;
    }
    [data-view='overview'] > .note {
      display: none;
    }
    .view-title {
      font-size: calc(var(--size) * 1.25);
      line-height: 1.4;
      font-weight: 600;
      margin-block-start: 24px;
    }
    :is(.view-title, .section-title):focus {
      outline: none;
    }
    :is(.view-title, .section-title):focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 4px;
    }
    .way-actions {
      display: contents;
    }
    .steps {
      margin-block-start: 16px;
    }
    .step-count {
      color: var(--muted);
      font-weight: 600;
    }
    .track {
      display: flex;
      gap: 4px;
      margin-block: 8px 4px;
    }
    .track > span {
      flex: 1;
      block-size: 6px;
      border-radius: 3px;
      background: var(--line);
    }
    .track > .reached {
      background: var(--accent);
    }
    .all-steps > summary {
      color: var(--accent);
      cursor: pointer;
      inline-size: fit-content;
      min-block-size: 32px;
      padding-block: 4px;
    }
    .all-steps > ol {
      margin-block-start: 4px;
      padding-inline-start: 28px;
    }
    .all-steps .button.quiet {
      text-align: start;
      font-size: var(--size);
    }
    .all-steps [aria-current] {
      font-weight: 600;
      color: var(--text);
    }
    .state {
      color: var(--muted);
      font-size: calc(var(--size) * 0.875);
      white-space: nowrap;
      border-radius: 4px;
      padding: 2px 8px;
    }
    .state.done {
      color: var(--good);
      background: var(--good-surface);
    }
    .state.started {
      color: var(--warn);
      background: var(--warn-surface);
    }
    .state.faulty {
      color: var(--danger);
      background: var(--danger-surface);
      font-weight: 600;
    }
    .task-list {
      list-style: none;
      counter-reset: task;
      margin-block-start: 16px;
      border-block-start: 1px solid var(--line);
    }
    .task {
      counter-increment: task;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 16px;
      padding-block: 6px;
      border-block-end: 1px solid var(--line);
      position: relative;
    }
    .task:hover {
      background: var(--sunken);
    }
    .task-open {
      font: inherit;
      font-weight: 600;
      color: var(--accent);
      background: none;
      border: 0;
      min-block-size: 44px;
      padding: 8px 4px;
      text-align: start;
      cursor: pointer;
    }
    .task-open::before {
      content: counter(task) '. ';
      /* For Chromium to let go of it, as of section titles (form.styles.ts). */
      margin-inline-end: 0cqi;
    }
    /* The whole line opens the section. */
    .task-open::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    .task-note {
      grid-row: 2;
      color: var(--muted);
      font-size: calc(var(--size) * 0.875);
      padding-inline: 4px;
      padding-block-end: 6px;
    }
    .task-note:empty {
      display: none;
    }
    .task > .state {
      grid-column: 2;
      grid-row: 1;
    }
    .way-back {
      margin-block-start: 16px;
    }
    .check-section {
      margin-block-start: 28px;
    }
    .check-title,
    .missing-title {
      font-size: calc(var(--size) * 1.0625);
      font-weight: 600;
    }
    .answers {
      margin-block-start: 8px;
      border-block-start: 1px solid var(--line);
    }
    .answer-line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: baseline;
      gap: 2px 16px;
      padding-block: 8px;
      border-block-end: 1px solid var(--line);
    }
    .answer-line > dt {
      font-weight: 600;
    }
    .answer-line > dd:not(.change) {
      grid-column: 1 / -1;
      grid-row: 2;
      min-inline-size: 0;
    }
    .change {
      grid-column: 2;
      grid-row: 1;
    }
    .change .button {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .answer-text {
      display: block;
      overflow-wrap: anywhere;
    }
    .unanswered {
      color: var(--muted);
    }
    .check .error-text {
      display: block;
    }
    .answer-table {
      inline-size: 100%;
      border-collapse: collapse;
      margin-block-start: 6px;
    }
    .answer-table :is(th, td) {
      text-align: start;
      vertical-align: top;
      padding: 6px 10px;
      border: 1px solid var(--line);
      font-weight: inherit;
    }
    .answer-table thead th {
      background: var(--sunken);
      font-weight: 600;
    }
    .stacked,
    .stacked :is(tbody, tr, th, td) {
      display: block;
    }
    .stacked thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacked tr {
      border: 1px solid var(--line);
      border-radius: var(--radius);
      padding: 6px 12px;
      margin-block-end: 10px;
    }
    .stacked tr > :is(th, td) {
      border: 0;
      padding: 3px 0;
    }
    .stacked tbody th {
      font-weight: 600;
    }
    .stacked td::before {
      content: attr(data-column) '：';
      color: var(--muted);
    }
    .stacked td > * {
      display: inline;
    }
    .missing {
      margin-block-start: 24px;
      padding: 14px 18px;
      border-inline-start: 4px solid var(--edge);
      background: var(--sunken);
      flex-basis: 100%;
    }
    .missing :is(details, p) {
      margin-block-start: 8px;
    }
    .missing summary {
      cursor: pointer;
      min-block-size: 28px;
    }
    .missing ul {
      padding-inline-start: 22px;
    }
    .missing .link {
      color: var(--accent);
      font-size: var(--size);
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .missing-rules {
      font-weight: 600;
    }
    @container (inline-size > 760px) {
      .answer-line {
        grid-template-columns: minmax(160px, 30%) minmax(0, 1fr) auto;
      }
      .answer-line:not(.whole) > dd:not(.change) {
        grid-column: 2;
        grid-row: 1;
      }
      .change {
        grid-column: 3;
      }
    }
    @container (inline-size <= 760px) {
      .answer-table,
      .answer-table :is(tbody, tr, th, td) {
        display: block;
      }
      .answer-table thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .answer-table tr {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 6px 12px;
        margin-block-end: 10px;
      }
      .answer-table tr > :is(th, td) {
        border: 0;
        padding: 3px 0;
      }
      .answer-table tbody th {
        font-weight: 600;
      }
      .answer-table td::before {
        content: attr(data-column) '：';
        color: var(--muted);
      }
      .answer-table td > * {
        display: inline;
      }
    }
    @media (forced-colors: active) {
      .track > .reached {
        background: Highlight;
      }
      .state {
        border: 1px solid;
      }
    }
  `,
);
