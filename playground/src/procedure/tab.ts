import type { Word } from '../words.ts';

/** What the middle of the procedure page shows. */
export type Tab =
  | 'diagram'
  | 'inbox'
  | 'form'
  | 'calendar'
  | 'groups'
  | 'entitlements'
  | 'applicant'
  | 'scenarios'
  | 'compare';

export const TAB_WORD: Readonly<Record<Tab, Word>> = {
  diagram: 'diagram',
  inbox: 'inbox',
  form: 'stepForm',
  calendar: 'calendar',
  groups: 'groups',
  entitlements: 'entitlements',
  applicant: 'applicantView',
  scenarios: 'scenarios',
  compare: 'compare',
};

export function isTab(name: string | null): name is Tab {
  return name !== null && Object.hasOwn(TAB_WORD, name);
}
