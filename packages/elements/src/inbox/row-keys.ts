import type { Reactive } from '../reactive.ts';

interface Doing {
  readonly toggle: (key: string, range: boolean) => void;
  readonly all: () => void;
  readonly none: () => void;
}

/**
 * Keys inside a list of rows: one row is reached by Tab, arrows lead on from it, so that two hundred tasks do not stand
 * between the filters and what comes after.
 */
export class RowKeys {
  readonly #host: Reactive;
  readonly #do: Doing;
  #current: string | undefined;
  /** Row from which a range is selected. */
  anchor: string | undefined;

  constructor(host: Reactive, doing: Doing) {
    this.#host = host;
    this.#do = doing;
  }

  /** The row that Tab leads to: the last one visited while it is listed, else the first. */
  reachable(keys: readonly string[]): string | undefined {
    return this.#current !== undefined && keys.includes(this.#current) ? this.#current : keys[0];
  }

  /** Rows from the anchor to this one, both included. */
  range(keys: readonly string[], to: string): readonly string[] {
    const [one, other] = [keys.indexOf(this.anchor ?? to), keys.indexOf(to)];
    return one < 0 ? [to] : keys.slice(Math.min(one, other), Math.max(one, other) + 1);
  }

  readonly onFocus = (event: Event): void => {
    const key = rowOf(event)?.dataset['key'];
    if (key === undefined || key === this.#current) return;
    this.#current = key;
    this.#host.requestUpdate();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const row = rowOf(event);
    if (!row || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const rows = [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [])];
    const here = rows.indexOf(row);
    const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && !command) this.#go(rows[to], row, event);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.#within(row, event);
    else if (command && event.key.toLowerCase() === 'a') this.#do.all();
    else if (event.key === 'Escape') this.#do.none();
    else if (event.key === 'Enter' && isCheckbox(event)) row.querySelector<HTMLElement>('.link')?.click();
    else return;
    event.preventDefault();
  };

  #go(to: HTMLElement | undefined, from: HTMLElement, event: KeyboardEvent): void {
    if (!to) return;
    if (event.shiftKey) {
      this.anchor ??= from.dataset['key'];
      const key = to.dataset['key'];
      const anchor = this.anchor;
      if (key !== undefined) {
        this.#do.toggle(key, true);
        this.anchor = anchor;
      }
    }
    to.querySelector<HTMLElement>('.check')?.focus();
    // A row that content-visibility has left out must be brought in before it can be seen.
    to.scrollIntoView({ block: 'nearest' });
  }

  #within(row: HTMLElement, { key }: KeyboardEvent): void {
    const stops = [...row.querySelectorAll<HTMLElement>('input, button')];
    const rtl = getComputedStyle(row).direction === 'rtl';
    const forward = (key === 'ArrowRight') !== rtl;
    const focused = (row.getRootNode() as ShadowRoot).activeElement;
    const here = stops.indexOf(focused as HTMLElement);
    stops[Math.max(0, Math.min(stops.length - 1, here + (forward ? 1 : -1)))]?.focus();
  }
}

function rowOf(event: Event): HTMLElement | null {
  return (event.target as HTMLElement).closest<HTMLElement>('.row');
}

function isCheckbox(event: Event): boolean {
  return (event.target as HTMLElement).matches('.check');
}
