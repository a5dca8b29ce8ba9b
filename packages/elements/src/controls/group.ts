import { Fields, type Field } from '../form/fields.ts';
import { inside, type Scope } from '../form/scope.ts';
import { adopt } from '../styles/adopt.ts';
import { Control, type ControlKind, type FieldOptions } from './control.ts';
import { drawHints } from './field-box.ts';
import type { Sheet } from '../styles/sheet.ts';
import { make } from '../make.ts';

/** A group whose members are bound themselves (rows, files): it only shows what is wrong with it as a whole. */
const listKind: ControlKind = {
  isGroup: true,
  passive: true,
  read: () => undefined,
  write: () => undefined,
  lock: () => undefined,
  parts: () => [],
};

/** Members of a list on the screen: rows, files, ranks. */
export interface Members {
  /** What stands in the field's box, below its hints. */
  readonly boxes: readonly Node[];
  update(at: Scope): void;
}

/** A field that draws its members itself, and brings their looks along. */
export function listField(
  key: string,
  title: string,
  options: FieldOptions,
  styles: Sheet,
  draw: (at: Scope) => Members,
): Field {
  return {
    key,
    draw: (at) => {
      adopt(at.form.renderRoot, styles);
      const control = new Control(at, key, title, listKind, { wide: true, ...options });
      const members = draw(at);
      control.box.append(...members.boxes);
      return {
        box: control.box,
        update: (now) => {
          members.update(now);
          control.update(now);
        },
      };
    },
  };
}

/** The fields of a nested object, under its title. */
export function group(key: string, title: string, options: FieldOptions, fields: readonly Field[]): Field {
  return {
    key,
    draw: () => {
      const inner = new Fields(fields);
      const legend = make('legend', { part: 'label' }, title);
      const box = make(
        'fieldset',
        { class: 'group', part: 'group' },
        legend,
        ...drawHints(options),
        inner.box,
      );
      return { box, update: (at) => inner.update(inside(at, key)) };
    },
  };
}
