import type { FormOptions, UiSchema } from '@zhinan/model';

/** What a uiSchema says of the form as a whole; its shape was checked against `ui.schema.json` on loading. */
export function formOptions(ui: UiSchema): FormOptions {
  return (ui['ui:options'] ?? {}) as FormOptions;
}
