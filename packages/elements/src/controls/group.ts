import { Fields, type Field } from '../form/fields.ts';
import { inside, type Scope } from '../form/scope.ts';
import { Control, type ControlKind, type FieldOptions } from './control.ts';
import { drawHints } from './field-box.ts';
import { make } from './make.ts';

/** A group whose members are bound themselves (rows, files): it only shows what is wrong with it as a whole. */
const listKind: ControlKind = {
  isGroup: true,
  passive: true,
  read: () => undefined,
  write: () => undefined,
  lock: () => undefined,
  parts: () => [],
};

/** Draws the members of a list into its box, and follows the answers. */
export type Members = (at: Scope, box: HTMLElement) => (at: Scope) => void;

/** A field that draws its members itself. */
export function listField(key: string, title: string, options: FieldOptions, members: Members): Field {
  return {
    key,
    draw: (at) => {
      const control = new Control(at, key, title, listKind, { wide: true, ...options });
      const follow = members(at, control.box);
      return {
        box: control.box,
        update: (now) => {
          follow(now);
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
