import { html, type TemplateResult } from 'lit';

interface Segment<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly hint?: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Tabs over one panel: one stop for the Tab key, arrows go from tab to tab. */
export function segments<T extends string>(
  label: string,
  list: readonly Segment<T>[],
  selected: T,
  onSelect: (id: T) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent, index: number): void => {
    const next = list[index + (STEPS[event.key] ?? 0)];
    if (STEPS[event.key] === undefined || next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    const buttons = (event.currentTarget as HTMLElement).parentElement?.querySelectorAll('button');
    buttons?.[index + (STEPS[event.key] ?? 0)]?.focus();
  };
  return html`<div class="segments" role="tablist" aria-label=${label}>
    ${list.map(
      ({ id, label: text, hint }, index) =>
        html`<button
          type="button"
          role="tab"
          data-tab=${id}
          title=${hint ?? text}
          tabindex=${id === selected ? 0 : -1}
          aria-selected=${id === selected}
          @click=${() => onSelect(id)}
          @keydown=${(event: KeyboardEvent) => onKey(event, index)}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}
