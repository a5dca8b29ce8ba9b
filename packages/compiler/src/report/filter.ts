import { escapeHtml as escape } from '@zhinan/documents';

export interface FilterOption {
  /** One of `filters` in the style sheet. */
  readonly key: string;
  readonly title: string;
  readonly count: number;
  /** Counted under another option too. */
  readonly also?: true;
}

/**
 * Radio buttons that show entries of one class only. The style sheet does it (`:has(:checked)`), so the filter works
 * without script, with the keyboard, and a print shows what the screen shows.
 */
export function filterBar(legend: string, options: readonly FilterOption[]): string {
  const all = options.reduce((sum, { count, also }) => sum + (also ? 0 : count), 0);
  const buttons = [{ key: 'all', title: '全部', count: all }, ...options].map(
    ({ key, title, count }) =>
      `<label><input type="radio" name="show" id="show-${escape(key)}"${key === 'all' ? ' checked' : ''}> ${escape(title)} <span class="count">${count}</span></label>`,
  );
  return `<fieldset class="filter"><legend>${escape(legend)}</legend>${buttons.join('')}</fieldset>`;
}
