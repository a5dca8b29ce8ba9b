import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: #1c2430;
    background: #fff;
    font:
      16px/1.6 system-ui,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif;
  }
  *,
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  .page {
    padding: clamp(16px, 4cqi, 40px);
  }
  section {
    border-block-start: 1px solid #d9dee6;
    margin-block-start: 32px;
    padding-block-start: 24px;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px 32px;
    align-items: start;
    margin-block-start: 20px;
  }
  @container (inline-size > 760px) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide {
      grid-column: 1 / -1;
    }
  }
  .field,
  .list {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label,
  legend {
    font-weight: 600;
    padding: 0;
  }
  .option {
    font-weight: 400;
  }
  .required::after {
    content: ' *';
    color: #b3261e;
  }
  .hint {
    color: #56606e;
    font-size: 14px;
  }
  .error {
    color: #b3261e;
    font-weight: 600;
    font-size: 15px;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    font: inherit;
    color: inherit;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid #77818f;
    border-radius: 6px;
    background: #fff;
  }
  [aria-invalid='true'] {
    border-color: #b3261e;
    border-width: 2px;
  }
  :focus-visible {
    outline: 3px solid #1d4f91;
    outline-offset: 1px;
  }
  .with-unit,
  .options {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 24px;
  }
  .with-unit > input {
    max-inline-size: 240px;
  }
  .option,
  .tick > label {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: 36px;
  }
  ol,
  .files {
    list-style: none;
    display: grid;
    gap: 16px;
  }
  .row {
    border: 1px solid #d9dee6;
    border-radius: 6px;
    background: #f4f6f9;
    padding: 16px 20px 20px;
  }
  :host(.skipping) .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 420px;
  }
  .row-head {
    display: flex;
    justify-content: space-between;
  }
  .button {
    font: inherit;
    min-block-size: 44px;
    padding: 8px 20px;
    border: 1px solid #77818f;
    border-radius: 6px;
    background: #fff;
    color: #1d4f91;
    align-self: start;
  }
  .primary {
    background: #1d4f91;
    color: #fff;
    font-weight: 600;
  }
  .quiet {
    border-color: transparent;
    background: transparent;
    font-size: 14px;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .summary {
    margin-block: 20px;
    padding: 16px 20px;
    border: 2px solid #b3261e;
    border-radius: 6px;
  }
  .summary a {
    color: #b3261e;
  }
  .actions {
    margin-block-start: 32px;
  }
`;
