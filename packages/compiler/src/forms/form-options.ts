import type { FieldUiOptions, FormLookup, FormOptions, FormSchema, UiSchema } from '@zhinan/model';

/** What a uiSchema says of the form as a whole; its shape was checked against `ui.schema.json` on loading. */
export function formOptions(ui: UiSchema): FormOptions {
  return (ui['ui:options'] ?? {}) as FormOptions;
}

/** What registers of the host may fill in of the form. */
export function lookupsOf(ui: UiSchema): readonly FormLookup[] {
  return formOptions(ui).lookups ?? [];
}

/** What a uiSchema says of one field, beside its widget. */
export function fieldOptions(ui: UiSchema): FieldUiOptions {
  return (ui['ui:options'] ?? {}) as FieldUiOptions;
}

/** From this length on a text wants several lines. */
const longTextFrom = 120;

/** Whether a text is asked for in several lines: because of its length, or because the author wants it. */
export function isLongText({ type, enum: codes, format, maxLength = 0 }: FormSchema, ui: UiSchema): boolean {
  if (type !== 'string' || codes || format === 'date' || isCode(format)) return false;
  return ui['ui:widget'] === 'textarea' || maxLength >= longTextFrom;
}

/** Identifiers have a control of their own. */
export function isCode(format: string | undefined): format is 'resident-id' | 'uscc' | 'mobile' {
  return format === 'resident-id' || format === 'uscc' || format === 'mobile';
}
