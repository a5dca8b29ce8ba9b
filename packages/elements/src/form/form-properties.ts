import { systemClock } from '../adapters/adapters.ts';
import type { Property } from '../reactive.ts';

/** Properties of a form: attributes for texts and switches, properties for all that is rich. */
export const formProperties: Readonly<Record<string, Property>> = {
  readonly: { attribute: 'readonly', flag: true, reflect: true },
  disabled: { attribute: 'disabled', flag: true, reflect: true },
  name: { attribute: 'name', reflect: true },
  draftKey: { attribute: 'draft-key' },
  submitLabel: { attribute: 'submit-label' },
  noSubmit: { attribute: 'no-submit', flag: true },
  way: { attribute: 'way' },
  section: { attribute: 'section', reflect: true },
  review: { attribute: 'review', flag: true },
  missing: { attribute: 'missing', flag: true },
  value: {},
  provenance: {},
  permissions: {},
  storage: {},
  uploader: {},
  lookup: {},
  clock: { initial: systemClock },
  session: {},
  status: { initial: '' },
  undoable: {},
};
