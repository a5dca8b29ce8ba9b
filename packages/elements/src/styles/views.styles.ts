import { css } from 'lit';

/** Look of the read-only views: eligibility and case. */
export const viewStyles = css`
  .section-title {
    font-size: calc(var(--size) * 1.125);
    font-weight: 600;
    margin-block-start: 28px;
  }
  .lead {
    margin-block-start: 12px;
    padding: 14px 18px;
    border-radius: var(--radius);
    border-inline-start: 5px solid var(--edge);
    background: var(--sunken);
  }
  .lead strong {
    font-size: calc(var(--size) * 1.125);
  }
  .lead.good {
    border-color: var(--good);
    background: var(--good-surface);
  }
  .lead.warn {
    border-color: var(--warn);
    background: var(--warn-surface);
  }
  .lead.bad {
    border-color: var(--danger);
    background: var(--danger-surface);
  }
  .muted,
  .clause {
    color: var(--muted);
    font-size: calc(var(--size) * 0.875);
  }
  .list {
    list-style: none;
    margin-block-start: 12px;
  }
  .list > li {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    gap: 2px 14px;
    padding-block: 12px;
    border-block-end: 1px solid var(--line);
  }
  .list.plain > li {
    grid-template-columns: minmax(0, 1fr);
  }
  .badge {
    justify-self: start;
    align-self: start;
    padding: 1px 10px;
    border: 1px solid currentColor;
    border-radius: 99px;
    font-size: calc(var(--size) * 0.8125);
    white-space: nowrap;
    color: var(--muted);
  }
  .badge.good {
    color: var(--good);
  }
  .badge.warn {
    color: var(--warn);
  }
  .badge.bad {
    color: var(--danger);
  }
  .rule-title {
    font-weight: 600;
  }
  .amount {
    font-size: calc(var(--size) * 1.25);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  @container (inline-size < 480px) {
    .list > li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** The line of a procedure, from top to bottom. */
export const timelineStyles = css`
  .timeline {
    list-style: none;
    margin-block-start: 16px;
  }
  .step {
    position: relative;
    padding-block-end: 20px;
    padding-inline-start: 34px;
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
`;
