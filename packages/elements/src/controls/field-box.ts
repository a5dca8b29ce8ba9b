import type { Strings } from '../strings/zh-cn.ts';
import type { ControlKind, FieldOptions } from './control.ts';
import { make } from '../make.ts';

/** What is drawn of a field once, when it comes on the screen. */
export interface FieldBox {
  readonly box: HTMLElement;
  /** Holds the answer and carries the id: the control, or the box of a group. */
  readonly element: HTMLElement;
  readonly label: HTMLLabelElement | HTMLLegendElement;
  /** Lines that were written for the field, read out with it. */
  readonly hints: readonly HTMLElement[];
}

/** Label, hints and control of a field. Nodes are made one by one: no field needs a template parsed for it. */
export function drawField(
  kind: ControlKind,
  title: string,
  options: FieldOptions,
  strings: Strings,
): FieldBox {
  const hints = drawHints(options);
  const control = kind.draw?.(title, options, strings);
  const attributes = { class: `field${options.wide ? ' wide' : ''}`, part: 'field' };
  if (!kind.isGroup && control) {
    if (kind.isStatement) {
      const label = make('label', { part: 'option' }, control, make('span', {}, title));
      const box = make('div', { ...attributes, class: 'field tick wide' }, label, ...hints);
      return { box, element: control, label, hints };
    }
    const label = make('label', { part: 'label' }, title);
    const beside = kind.beside?.(title, options, strings);
    const placed = beside ? make('div', { class: 'with-unit' }, control, beside) : control;
    const above = kind.above ? [kind.above(control, title, strings)] : [];
    const box = make('div', attributes, label, ...hints, ...above, placed);
    // What a number is counted in is read out with it; a button speaks for itself.
    const unit = beside && beside.localName !== 'button' ? [beside] : [];
    return { box, element: control, label, hints: [...hints, ...unit] };
  }
  const label = make('legend', { part: 'label' }, title);
  const box = make('fieldset', { ...attributes, role: kind.role }, label, ...hints);
  if (control) box.append(control);
  return { box, element: box, label, hints };
}

/** What a person must know before answering. */
export function drawHints(options: FieldOptions): readonly HTMLElement[] {
  return (['hint', 'sensitive'] as const).flatMap((name) => {
    const text = options[name];
    return text === undefined ? [] : [make('p', { class: name, part: name }, text)];
  });
}
