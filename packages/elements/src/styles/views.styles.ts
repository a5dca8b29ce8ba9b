import { css, sheet } from './sheet.ts';

/** Look that all views share. */
export const viewStyles = sheet(
  () => css`
    .section-title {
      font-size: calc(var(--size) * 1.125);
      font-weight: 600;
      margin-block-start: calc(var(--gap) * 1.25);
    }
    /* A finding has a tone, said in words too: its colour and the surface below it. */
    .good {
      --tone: var(--good);
      --tone-surface: var(--good-surface);
    }
    .warn {
      --tone: var(--warn);
      --tone-surface: var(--warn-surface);
    }
    .bad {
      --tone: var(--danger);
      --tone-surface: var(--danger-surface);
    }
    .lead {
      margin-block-start: calc(var(--gap) * 0.75);
      padding: calc(var(--gap) / 2) calc(var(--gap) * 0.75);
      border: 1px solid var(--tone, var(--line));
      border-radius: var(--radius);
      background: var(--tone-surface, var(--sunken));
    }
    .lead strong {
      font-size: calc(var(--size) * 1.25);
      color: var(--tone);
    }
    .muted,
    .clause {
      color: var(--muted);
      font-size: var(--small);
    }
    .list {
      list-style: none;
      margin-block-start: 12px;
    }
    .list > li {
      display: grid;
      grid-template-columns: 88px minmax(0, 1fr);
      gap: 2px 14px;
      padding-block: calc(var(--gap) / 2);
    }
    .list > li + li {
      border-block-start: 1px solid var(--line);
    }
    .list.plain > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .badge {
      justify-self: start;
      align-self: start;
      padding: 1px 8px;
      border-radius: var(--radius);
      font-size: calc(var(--size) * 0.8125);
      white-space: nowrap;
      color: var(--tone, var(--muted));
      background: var(--tone-surface, var(--sunken));
    }
    .rule-title {
      font-weight: 600;
    }
    .amount {
      font-size: calc(var(--size) * 1.25);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .link {
      font: inherit;
      min-block-size: 28px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--accent);
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 3px;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    .marks {
      padding-inline-start: 20px;
    }
    .act {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      margin-block-start: 10px;
    }
    @container (inline-size < 480px) {
      .list > li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @media (forced-colors: active) {
      .badge {
        outline: 1px solid;
      }
    }
  `,
);

/** The line of a procedure, from top to bottom. */
export const timelineStyles = sheet(
  () => css`
    .timeline {
      list-style: none;
      margin-block-start: 16px;
    }
    .step {
      position: relative;
      padding-block-end: calc(var(--gap) * 0.75);
      padding-inline-start: 32px;
    }
    .step::before {
      content: '';
      position: absolute;
      inset-inline-start: 4px;
      inset-block-start: 5px;
      inline-size: 15px;
      block-size: 15px;
      box-sizing: border-box;
      border: 2px solid var(--edge);
      border-radius: 50%;
      background: var(--surface);
    }
    .step:not(:last-child)::after {
      content: '';
      position: absolute;
      inset-inline-start: 11px;
      inset-block: 22px -3px;
      border-inline-start: 2px solid var(--line);
    }
    .step.done::before {
      background: var(--good);
      border-color: var(--good);
    }
    .step.current::before {
      border-color: var(--accent);
      border-width: 5px;
    }
    .step.done::after {
      border-color: var(--good);
    }
    .step.current .badge {
      color: var(--accent);
    }
    .step.upcoming .step-title {
      color: var(--muted);
      font-weight: 400;
    }
    .step-title {
      font-weight: 600;
    }
    .step-head {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      align-items: baseline;
    }
    @media (forced-colors: active) {
      .step.done::before {
        background: CanvasText;
      }
    }
  `,
);
