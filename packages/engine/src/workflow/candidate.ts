import type { EventMeta, JsonObject, ProcedureEvent, RoleRef, StateMeta, Truth } from '@zhinan/model';
import { askedFields } from './asked-fields.ts';
import { fieldSchema } from './catalogue/field.ts';
import { holds, type Judgement } from './catalogue/guard.ts';
import { evaluateGuard } from './catalogue/guards.ts';
import type { Scope } from './catalogue/scope.ts';
import { roleTitle, type Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves, lineage, type MachineIndex, type TransitionEntry } from './machine-index.ts';
import { lockedChanges, missingAnswers, withHidden } from './field-permission.ts';
import { refuse, type Refusal } from './refusal.ts';
import { refList, rolesOf } from './roles.ts';
import type { StateValue } from './snapshot.ts';

/** A transition that an event might take from the present state. */
export interface Candidate {
  readonly path: string;
  readonly position: number;
  readonly entry: TransitionEntry;
  /** Who may fire it: roles, or tables that name them. */
  readonly by: readonly RoleRef[];
  /** What the state around it lets be changed in the form that the event carries. */
  readonly fields?: StateMeta['fields'];
}

/** Candidates per active leaf, innermost state first, in the order of the file. */
export function candidatesOf(
  index: MachineIndex,
  value: StateValue,
  event: string,
): readonly (readonly Candidate[])[] {
  return activeLeaves(value).map((leaf) => lineage(leaf).flatMap((path) => candidatesAt(index, path, event)));
}

export function candidatesAt(index: MachineIndex, path: string, event: string): readonly Candidate[] {
  const on = index.get(path)?.on ?? {};
  const entries = Object.hasOwn(on, event) ? (on[event] ?? []) : [];
  return entries.map((entry, position) => {
    const fields = fieldsOf(index, path, entry.meta.form);
    return { path, position, entry, by: actorsOf(index, path, entry.meta), ...(fields ? { fields } : {}) };
  });
}

/** Field permissions of the nearest state that shows this form. */
function fieldsOf(index: MachineIndex, path: string, form: string | undefined): StateMeta['fields'] {
  if (form === undefined) return undefined;
  return lineage(path)
    .map((each) => index.get(each)?.meta)
    .find((meta) => meta?.form === form && meta.fields !== undefined)?.fields;
}

/** `by` of the transition, else the role of the nearest state around it; a message names none. */
function actorsOf(index: MachineIndex, path: string, meta: Partial<EventMeta>): readonly RoleRef[] {
  if (meta.by !== undefined) return refList(meta.by);
  if (meta.from !== undefined) return [];
  for (const each of lineage(path)) {
    const role = index.get(each)?.meta.role;
    if (role !== undefined) return refList(role);
  }
  return [];
}

/** The first thing that keeps the event from taking this transition; undefined = nothing does. */
export function refusalOf(
  candidate: Candidate,
  given: Scope & { readonly event: ProcedureEvent },
): Refusal | undefined {
  const scope = { ...given, event: completed(candidate, given) };
  const { meta } = candidate.entry;
  const clauses = textsOf(meta.clause);
  const title = meta.title ?? candidate.entry.event;
  const { environment, event } = scope;
  const sender = senderRefusal(candidate, { ...scope, event });
  if (sender) return { ...sender, clauses };
  if (meta.form !== undefined) {
    const form = environment.program.forms[meta.form]?.title ?? meta.form;
    if (event.data === undefined) return refuse('form-missing', { title, form }, { clauses });
    const validator = environment.validators[meta.form];
    const issues = validator ? validator.issues(event.data) : [];
    if (!validator?.(event.data)) {
      return refuse('form-invalid', { title, form, count: issues.length }, { clauses, issues });
    }
    const denied = fieldRefusal(candidate, scope, meta.form, event.data);
    if (denied) return { ...denied, clauses };
  }
  if (meta.reason === 'required' && !event.reason?.trim())
    return refuse('reason-missing', { title }, { clauses });
  const { truth, notes } = judge(candidate, scope);
  if (truth === true) return undefined;
  return refuse(truth === null ? 'guard-unknown' : 'guard-false', { title }, { clauses, notes });
}

/** The event with the answers that its step was not sent: what is hidden stays as it is stored. */
export function completed(
  { entry, fields }: Candidate,
  { event, context }: Scope & { readonly event: ProcedureEvent },
): ProcedureEvent {
  const { form } = entry.meta;
  if (form === undefined || fields === undefined || event.data === undefined) return event;
  const stored = Object.hasOwn(context.forms, form) ? context.forms[form] : undefined;
  return { ...event, data: withHidden(fields, stored, event.data) };
}

/** Answers changed that this step may not change, or missing that it must bring. */
function fieldRefusal(
  { fields }: Candidate,
  { environment, context }: Scope,
  id: string,
  data: JsonObject,
): Refusal | undefined {
  if (!fields) return undefined;
  const schema = environment.program.forms[id]?.schema;
  const form = environment.program.forms[id]?.title ?? id;
  const titles = (paths: readonly string[]) =>
    paths.map((path) => `“${fieldSchema(schema, path)?.title ?? path}”`);
  const locked = lockedChanges(
    fields,
    Object.hasOwn(context.forms, id) ? context.forms[id] : undefined,
    data,
  );
  if (locked.length > 0) return refuse('field-locked', { form, fields: titles(locked) });
  const missing = missingAnswers(fields, data, askedFields(schema, data));
  return missing.length > 0 ? refuse('field-missing', { form, fields: titles(missing) }) : undefined;
}

/** The guard alone, with the event's answers in place if there is an event. */
export function judge({ entry }: Pick<Candidate, 'entry'>, scope: Scope): Judgement {
  if (!entry.guard) return holds;
  const { form } = entry.meta;
  return evaluateGuard(entry.guard, form === undefined ? scope : { ...scope, form });
}

function senderRefusal(
  { entry: { meta, event: name }, by }: Candidate,
  { event, environment, context }: Scope & { readonly event: ProcedureEvent },
): Refusal | undefined {
  const { roles, open } = rolesOf(by, { environment, context });
  const title = meta.title ?? name;
  if (event.from) {
    return event.from.machine === meta.from
      ? undefined
      : refuse('not-permitted', { title, actor: event.from.machine, by: names(roles, environment) });
  }
  const role = event.actor?.role;
  if (role !== undefined && roles.includes(role)) return undefined;
  if (meta.from !== undefined && by.length === 0) return refuse('wrong-sender', { title, from: meta.from });
  const actor = role === undefined ? '（未说明身份者）' : roleTitle(environment, role);
  // Who acts is itself not known yet: nobody may.
  if (open.length > 0) return refuse('role-unknown', { title }, { notes: open });
  return refuse('not-permitted', { title, actor, by: names(roles, environment) });
}

function names(by: readonly string[], environment: Environment): string {
  return by.map((role) => roleTitle(environment, role)).join('、') || '（未指定角色）';
}

/** Kleene "or" over what several transitions say. */
export function anyTruth(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}
