import type { Diagnostic, FormSchema, JsonObject, Place, UiSchema } from '@zhinan/model';
import { pointerOf } from '../1-load/pointer.ts';
import { formMessages, type SettingKind } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { isCode, isLongText } from '../forms/form-options.ts';
import { allProperties, dereferenced } from '../forms/form-schema.ts';
import type { Check } from './checking.ts';
import { formsOf } from './form-walk.ts';

const report = reporter(formMessages);

/** What is said of how a field looks must fit what the field is: a setting that does nothing was meant to do something. */
export const settingsHaveEffect: Check = (guideline) =>
  formsOf(guideline).flatMap(({ form: { schema, ui }, uiPlace: value, uiKeyPlace: name }) => [
    ...inObject(schema, schema, ui, { value, name }),
  ]);

/** Places below a pointer of the layout: of a value, and of the name it stands under. */
interface Places {
  value(pointer: string): Place;
  name(pointer: string): Place;
}

const below = (places: Places, pointer: string): Places => ({
  value: (rest) => places.value(pointer + rest),
  name: (rest) => places.name(pointer + rest),
});

function* inObject(
  object: FormSchema,
  root: FormSchema,
  ui: UiSchema,
  places: Places,
): Generator<Diagnostic> {
  const fields = allProperties(object, root);
  for (const [name, said] of Object.entries(ui)) {
    if (name.startsWith('ui:') || name === '$schema') continue;
    const at = below(places, pointerOf([name]));
    const given = fields.get(name)?.map((each) => dereferenced(each, root));
    // One branch may only narrow what another one says.
    const schema = given?.find(({ type }) => type !== undefined) ?? given?.[0];
    if (schema) yield* ofField(name, schema, root, said as UiSchema, at);
    else
      yield report('form/setting-of-unknown-field', at.name(''), {
        field: name,
        nearest: nearest(name, fields.keys()),
      });
  }
}

function* ofField(
  field: string,
  schema: FormSchema,
  root: FormSchema,
  ui: UiSchema,
  places: Places,
): Generator<Diagnostic> {
  const widget = ui['ui:widget'];
  const fits = (kind: SettingKind): boolean => kinds[kind](schema, root, ui);
  if (typeof widget === 'string' && !(widgets[widget] ?? []).some(fits))
    yield report('form/setting-without-effect', places.value('/ui:widget'), {
      field,
      setting: widget,
      kinds: widgets[widget] ?? [],
    });
  for (const setting of Object.keys((ui['ui:options'] ?? {}) as JsonObject)) {
    const kind = options[setting];
    if (kind !== undefined && !fits(kind))
      yield report('form/setting-without-effect', places.name(`/ui:options/${setting}`), {
        field,
        setting,
        kinds: [kind],
      });
  }
  // Of rows it is said below `items`, of a group beside its own settings.
  const items = schema.items && dereferenced(schema.items, root);
  if (!items) yield* inObject(schema, root, ui, places);
  else yield* inObject(items, root, (ui['items'] ?? {}) as UiSchema, below(places, '/items'));
}

const kinds: Readonly<Record<SettingKind, (schema: FormSchema, root: FormSchema, ui: UiSchema) => boolean>> =
  {
    text: ({ type, enum: codes, format }) =>
      type === 'string' && !codes && format !== 'date' && !isCode(format),
    'long-text': (schema, _root, ui) => isLongText(schema, ui),
    choice: ({ enum: codes }) => codes !== undefined,
    'code-list': ({ enum: codes, 'x-code-list': list }) => codes !== undefined && list !== undefined,
    several: ({ items }, root) => items !== undefined && dereferenced(items, root).enum !== undefined,
    'yes-no': ({ type, const: fixed }) => type === 'boolean' && fixed === undefined,
    money: ({ type, 'x-unit': unit }) => (type === 'integer' || type === 'number') && unit === '元',
  };

/** What each widget can show. */
const widgets: Readonly<Record<string, readonly SettingKind[]>> = {
  textarea: ['text'],
  radio: ['choice', 'yes-no'],
  select: ['choice'],
  combobox: ['code-list'],
  checkboxes: ['several'],
  ranks: ['several'],
};

/** What each option is for; others hold for any field. */
const options: Readonly<Record<string, SettingKind>> = {
  rows: 'long-text',
  lists: 'long-text',
  unit: 'money',
  capitals: 'money',
};
