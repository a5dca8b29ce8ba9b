import type { FormLookup, FormOptions, UiSchema } from '@zhinan/model';

/** What a uiSchema says of the form as a whole; its shape was checked against `ui.schema.json` on loading. */
export function formOptions(ui: UiSchema): FormOptions {
  return (ui['ui:options'] ?? {}) as FormOptions;
}

/** What registers of the host may fill in of the form. */
export function lookupsOf(ui: UiSchema): readonly FormLookup[] {
  return formOptions(ui).lookups ?? [];
}
