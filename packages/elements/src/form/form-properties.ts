import type { PropertyDeclarations } from '@lit/reactive-element';

/** Reactive properties of a form: attributes for texts and switches, properties for all that is rich. */
export const formProperties: PropertyDeclarations = {
  readonly: { type: Boolean, reflect: true },
  disabled: { type: Boolean, reflect: true },
  name: { reflect: true },
  draftKey: { attribute: 'draft-key' },
  submitLabel: { attribute: 'submit-label' },
  noSubmit: { type: Boolean, attribute: 'no-submit' },
  way: {},
  section: { reflect: true },
  review: { type: Boolean },
  missing: { type: Boolean },
  value: { attribute: false, noAccessor: true },
  provenance: { attribute: false, noAccessor: true },
  permissions: { attribute: false, noAccessor: true },
  storage: { attribute: false },
  uploader: { attribute: false },
  lookup: { attribute: false },
  clock: { attribute: false },
  session: { attribute: false },
  status: { state: true },
  undoable: { state: true },
};
