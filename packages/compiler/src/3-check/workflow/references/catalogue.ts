import type { ActionRef, GuardRef, MachineKind } from '@zhinan/model';

/** What a param's text names. */
export type ReferredTo =
  | 'amount'
  | 'document'
  | 'event'
  | 'field'
  | 'form'
  | 'instant'
  | 'interpretation'
  | 'key'
  | 'list'
  | 'machine'
  | 'quota'
  | 'role'
  | 'rule'
  | 'template';

export interface ParameterSpec {
  readonly type: 'text' | 'texts' | 'values' | 'value' | 'count' | 'guard' | 'guards';
  readonly required: boolean;
  readonly refersTo?: ReferredTo;
}

export interface CatalogueEntry {
  readonly params: Readonly<Record<string, ParameterSpec>>;
}

const need = (type: ParameterSpec['type'], refersTo?: ReferredTo): ParameterSpec => ({
  type,
  required: true,
  ...(refersTo ? { refersTo } : {}),
});
const may = (type: ParameterSpec['type']): ParameterSpec => ({ type, required: false });

/** Every guard with its params. The type forces an entry for each guard of the model. */
export const guardCatalogue: Readonly<Record<GuardRef['type'], CatalogueEntry>> = {
  eligible: { params: {} },
  ineligible: { params: {} },
  rule: { params: { id: need('text', 'rule') } },
  before: { params: { instant: need('text', 'instant') } },
  notBefore: { params: { instant: need('text', 'instant') } },
  answer: { params: { form: need('text', 'form'), field: need('text', 'field'), in: need('values') } },
  hasReason: { params: {} },
  is: { params: { key: need('text', 'key'), in: need('values') } },
  count: { params: { list: need('text', 'list'), min: may('count'), max: may('count') } },
  everyMember: { params: { in: need('texts') } },
  withinQuota: { params: { quota: need('text', 'quota') } },
  not: { params: { guard: need('guard') } },
  all: { params: { guards: need('guards') } },
  any: { params: { guards: need('guards') } },
};

/** Every action with its params. */
export const actionCatalogue: Readonly<Record<ActionRef['type'], CatalogueEntry>> = {
  store: { params: { form: need('text', 'form') } },
  set: { params: { key: need('text', 'key'), value: need('value') } },
  keep: { params: { key: need('text', 'key'), field: need('text', 'field') } },
  append: { params: { list: need('text', 'list') } },
  member: { params: { status: may('text') } },
  notify: { params: { to: need('text', 'role'), template: need('text', 'template') } },
  render: { params: { document: need('text', 'document') } },
  send: { params: { to: need('text', 'machine'), event: need('text', 'event') } },
  pay: { params: { amount: need('text', 'amount') } },
  recover: { params: { amount: need('text', 'amount') } },
  flag: { params: { subject: need('text'), note: need('text') } },
};

const kinds = { case: true, batch: true, round: true, entitlement: true, amendment: true } satisfies Record<
  MachineKind,
  true
>;
export const machineKinds: readonly string[] = Object.keys(kinds);
