import { css, sheet } from './sheet.ts';

/** Layout and controls of forms: one column on a phone, two where the form itself (not the window) is wide enough. */
export const formStyles = sheet(
  () => css`
    .page {
      counter-reset: section;
    }
    .note {
      color: var(--muted);
      font-size: var(--small);
      margin-block-start: 8px;
    }
    .section {
      /* A browser paints anew only the section in which something changed. */
      isolation: isolate;
      margin-block-start: calc(var(--gap) * 1.5);
    }
    .section ~ .section {
      border-block-start: 1px solid var(--line);
      padding-block-start: var(--gap);
    }
    .section-title {
      font-size: calc(var(--size) * 1.25);
      line-height: 1.4;
      font-weight: 600;
      counter-increment: section;
    }
    .section-title::before {
      /* The number is for the eye: it is no part of the section's name. */
      content: counter(section, simp-chinese-informal) '、';
      content: counter(section, simp-chinese-informal) '、' / '';
      color: var(--accent);
      /*
     * Chromium keeps a style with a counter for the next element that matches, and with it the shadow root it was first
     * reckoned for: a whole form with its answers, long after it left the page. It keeps none that hangs on the size of
     * a container.
     */
      margin-inline-end: 0cqi;
    }
    :host(:lang(en)) .section-title::before {
      content: counter(section) '. ';
      content: counter(section) '. ' / '';
    }
    .section-note {
      color: var(--muted);
      margin-block-start: 4px;
      max-inline-size: 720px;
    }
    .fields {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap) calc(var(--gap) * 1.5);
      align-items: start;
      margin-block-start: calc(var(--gap) * 0.75);
    }
    .field {
      display: flex;
      flex-direction: column;
      gap: 6px;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    @container (inline-size > 760px) {
      .fields {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .field.wide,
      .group {
        grid-column: 1 / -1;
      }
      .field.wide > :is(textarea, .hint) {
        max-inline-size: 880px;
      }
      /* Side by side, controls stand in one line: what explains a short one goes below it. */
      .field:not(.wide) > :is(.hint, .sensitive, .echo, .provenance) {
        order: 1;
      }
    }
    .field > label,
    legend {
      font-weight: 600;
      padding: 0;
    }
    legend {
      margin-block-end: 6px;
    }
    .field.tick > .hint {
      color: inherit;
      font-size: inherit;
      padding-inline-start: 30px;
    }
    .required::after {
      content: ' *';
      content: ' *' / '';
      color: var(--danger);
      font-weight: 600;
    }
    .field.tick > :is(.sensitive, .error) {
      margin-inline-start: 30px;
    }
    .hint,
    .sensitive,
    .echo,
    .provenance,
    .count {
      color: var(--muted);
      font-size: var(--small);
      line-height: 1.5;
    }
    .sensitive {
      border-inline-start: 2px solid var(--edge);
      padding-inline-start: 8px;
    }
    .echo[data-over] {
      color: var(--danger);
      font-weight: 600;
    }
    .provenance {
      color: var(--good);
    }
    .error {
      color: var(--danger);
      font-weight: 600;
      font-size: calc(var(--size) * 0.9375);
    }
    input:not([type='checkbox'], [type='radio'], [type='file']),
    select,
    textarea {
      font: inherit;
      color: inherit;
      inline-size: 100%;
      min-block-size: var(--control);
      padding: 4px var(--inset);
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
      margin: 0;
    }
    /* What a browser sets before the text of a choice is part of the distance to its edge. */
    select {
      padding-inline: calc(var(--inset) - 4px);
    }
    textarea {
      min-block-size: calc(var(--control) * 3);
      padding-block: 8px;
      resize: block;
      field-sizing: content;
      max-block-size: 480px;
    }
    textarea[rows='3'] {
      min-block-size: calc(var(--control) * 2);
    }
    /* One that grows with its content does not know how high its author wants it at first. */
    @supports (field-sizing: content) and (min-block-size: calc(attr(rows type(<number>), 3) * 1lh)) {
      textarea[rows] {
        min-block-size: calc(attr(rows type(<number>), 3) * 1lh + 18px);
      }
    }
    input:read-only:not([type='checkbox'], [type='radio'], [type='file']),
    textarea:read-only {
      background: var(--sunken);
      border-color: var(--line);
    }
    .answer {
      display: block;
      padding-block: 2px;
      overflow-wrap: anywhere;
    }
    /* All its fields are hidden at this step. */
    :is(.section, .group):not(:has(> .fields > *)) {
      display: none;
    }
    select:hover,
    :is(input, textarea):hover:not(:read-only) {
      border-color: var(--text);
    }
    :is(input, select, textarea):focus-visible {
      outline-offset: 0;
      border-color: var(--focus);
    }
    [data-invalid] > :is(input, select, textarea):not([type='checkbox']),
    [data-invalid] > .with-unit > input {
      border-color: var(--danger);
      box-shadow: 0 0 0 1px var(--danger);
    }
    .with-unit {
      display: flex;
      align-items: center;
      gap: 10px;
    }
    .with-unit > input {
      max-inline-size: 240px;
    }
    /* Its words stand at the edge of the field below. */
    .with-unit > .quiet:first-child {
      margin-inline-start: -11px;
    }
    .unit {
      color: var(--muted);
      white-space: nowrap;
    }
    .pick {
      position: relative;
      flex: none;
      inline-size: var(--control);
      padding: 0;
    }
    .pick::before {
      content: '';
      position: absolute;
      inset: calc(50% - 10px) calc(50% - 9px);
      border: 1.5px solid;
      border-block-start-width: 6px;
      border-radius: 2px;
    }
    :read-only + .pick {
      display: none;
    }
    .options {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 24px;
    }
    .options.column {
      flex-direction: column;
    }
    .option,
    .field.tick > label {
      display: inline-flex;
      align-items: start;
      gap: 10px;
      min-block-size: calc(28px + 8px * var(--loose));
      padding-block: calc(1px + 4px * var(--loose));
      cursor: pointer;
    }
    :is(input[type='checkbox'], input[type='radio']) {
      inline-size: calc(16px + 4px * var(--loose));
      block-size: calc(16px + 4px * var(--loose));
      margin: 3px 0 0;
      flex: none;
    }
    [data-invalid] > .options,
    .field.tick[data-invalid] > label {
      border-inline-start: 3px solid var(--danger);
      padding-inline-start: 12px;
    }
    .group {
      border: 0;
      margin: 0;
      padding: 0;
      min-inline-size: 0;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 20px;
      /* Wider by the outline of a focused field, which would show beside it. */
      margin: calc(var(--gap) * 1.5) -4px calc(var(--pad) * -1);
      padding: calc(var(--gap) / 2) 4px;
      border-block-start: 1px solid var(--line);
      background: var(--surface);
    }
    /* Saving and submitting stay in sight, unless the window is so low (zoom) that they would hide the fields. */
    @media (min-height: 560px) {
      .actions:has(.primary) {
        position: sticky;
        inset-block-end: 0;
      }
      :is(input, select, textarea, button, .error) {
        scroll-margin-block: 24px 110px;
      }
    }
    .actions:not(:has(.primary)) {
      margin: 8px 0 0;
      padding: 0;
      border: 0;
    }
    .status {
      color: var(--muted);
      min-block-size: 26px;
    }
    @container (inline-size < 480px) {
      .button.primary {
        inline-size: 100%;
      }
    }
    @media (forced-colors: active) {
      .error,
      .required::after {
        color: CanvasText;
      }
      [data-invalid] > :is(input, select, textarea),
      [data-invalid] > .with-unit > input {
        outline: 2px solid CanvasText;
      }
    }
    @media print {
      .actions,
      .options:has(:checked) > .option:has(:not(:checked)),
      .note,
      .hint,
      .echo {
        display: none;
      }
      .field {
        break-inside: avoid;
      }
      textarea {
        max-block-size: none;
      }
    }
  `,
);
