import type { Json } from '@zhinan/model';
import { compareInstants } from '../calendar/instant.ts';
import type { Given } from './messages.ts';
import type { CaseContext, Inherited, Snapshot } from './snapshot.ts';

/**
 * Takes over answers and values of the machine that sends. What the receiver wrote itself stays its own; a message that
 * was overtaken by a later one brings nothing.
 */
export function inherit(snapshot: Snapshot, given: Given): Snapshot {
  const { context, inherited } = snapshot;
  if (inherited && compareInstants(given.at, inherited.at) < 0) return snapshot;
  const forms = takeOver(context.forms, given.forms, inherited?.forms);
  const values = takeOver<Json>(context.values, given.values, inherited?.values);
  return {
    ...snapshot,
    context: { ...context, forms: forms.all, values: values.all },
    inherited: { forms: forms.names, values: values.names, at: given.at },
  };
}

function takeOver<T>(
  own: Readonly<Record<string, T>>,
  given: Readonly<Record<string, T>>,
  before: readonly string[] = [],
): { readonly all: Readonly<Record<string, T>>; readonly names: readonly string[] } {
  const kept = Object.entries(own).filter(([name]) => !before.includes(name));
  const names = Object.keys(given).filter((name) => !kept.some(([own]) => own === name));
  return { all: { ...given, ...Object.fromEntries(kept) }, names };
}

/** What a step has not replaced by something of its own. */
export function stillInherited(inherited: Inherited, before: CaseContext, after: CaseContext): Inherited {
  return {
    ...inherited,
    forms: inherited.forms.filter((form) => after.forms[form] === before.forms[form]),
    values: inherited.values.filter((key) => after.values[key] === before.values[key]),
  };
}
