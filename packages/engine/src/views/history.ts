import type { FieldMark, InstanceId, JsonObject, ReceiptView, ReturnView } from '@zhinan/model';
import { candidatesAt } from '../workflow/candidate.ts';
import { roleTitle, type Environment } from '../workflow/environment.ts';
import { isObject, listOf } from '../workflow/json.ts';
import { lineage, type MachineIndex } from '../workflow/machine-index.ts';
import { titleAt } from './form-fields.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Procedure, ProcedureEntry } from '../workflow/procedure.ts';

/** An accepted act of a person with the form it carried. */
export interface Handing {
  readonly at: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly role?: string;
  readonly person?: string;
  readonly reason?: string;
  readonly form?: string;
  readonly answers?: JsonObject;
  /** Position among the instance's entries. */
  readonly position: number;
  /** It gave the case back to whoever fills this form. */
  readonly returns?: string;
  readonly marks: readonly FieldMark[];
}

/** What persons did to a machine, in order, with the forms they handed in. */
export function handingsOf(
  environment: Environment,
  { instances, log }: Procedure,
  id: InstanceId,
): readonly Handing[] {
  const snapshot = instances[id];
  if (snapshot === undefined) return [];
  const { index } = kernelOf(environment, snapshot.machine);
  const handed = new Map<string, string | undefined>();
  let states: readonly string[] = [];
  return log
    .filter(({ instance }) => instance === id)
    .flatMap((entry, position): readonly Handing[] => {
      const before = states;
      if (entry.accepted) states = entry.states;
      const { cause, role } = entry;
      if (!entry.accepted || cause === undefined || cause.from !== undefined || role === undefined) return [];
      const form = formAt(index, before, entry.event);
      const returns = form === undefined ? returnedForm(index, before, entry, handed) : undefined;
      if (form !== undefined) handed.set(form, role);
      return [
        {
          at: entry.at,
          title: entry.title,
          clauses: entry.clauses,
          role,
          position,
          marks: returns === undefined ? [] : marksIn(environment, returns, cause.data),
          ...(cause.actor?.person === undefined ? {} : { person: cause.actor.person }),
          ...(entry.reason === undefined ? {} : { reason: entry.reason }),
          ...(form === undefined || cause.data === undefined ? {} : { form, answers: cause.data }),
          ...(returns === undefined ? {} : { returns }),
        },
      ];
    });
}

/** The last time a case was given back, and what the form's answers were then. */
export function lastReturn(
  environment: Environment,
  handings: readonly Handing[],
): { readonly view: ReturnView; readonly form: string; readonly before: JsonObject } | undefined {
  const given = handings.findLast(({ returns }) => returns !== undefined);
  if (given?.returns === undefined) return undefined;
  const { returns: form, role, reason = '', at, title, clauses, marks, position } = given;
  const before = handings.findLast((each) => each.form === form && each.position < position)?.answers;
  const answered = handings.find((each) => each.form === form && each.position > position);
  return {
    form,
    before: before ?? {},
    view: {
      at,
      title,
      reason,
      clauses,
      marks,
      ...(role === undefined ? {} : { actor: roleTitle(environment, role) }),
      ...(answered ? { answeredAt: answered.at } : {}),
    },
  };
}

/** What was handed in and taken, the latest last. */
export function receiptsOf(
  environment: Environment,
  id: InstanceId,
  handings: readonly Handing[],
): readonly ReceiptView[] {
  return handings.flatMap(({ form, at, title, role, position }) =>
    form === undefined
      ? []
      : [
          {
            at,
            title,
            form: environment.program.forms[form]?.title ?? form,
            number: `${id}#${position}`,
            ...(role === undefined ? {} : { actor: roleTitle(environment, role) }),
          },
        ],
  );
}

/** Form that an event carries from these states. */
function formAt(index: MachineIndex, states: readonly string[], event: string): string | undefined {
  return states
    .flatMap(lineage)
    .flatMap((path) => candidatesAt(index, path, event))
    .find(({ entry }) => entry.meta.form !== undefined)?.entry.meta.form;
}

/** Given back: with a reason, to a step that asks for a form which somebody else has handed in before. */
function returnedForm(
  index: MachineIndex,
  before: readonly string[],
  { reason, role, states }: ProcedureEntry,
  handed: ReadonlyMap<string, string | undefined>,
): string | undefined {
  if (reason === undefined) return undefined;
  return states
    .filter((leaf) => !before.includes(leaf))
    .map((leaf) => formToFill(index, leaf))
    .find((form) => form !== undefined && handed.has(form) && handed.get(form) !== role);
}

/** The form that a state, or the nearest around it, shows and has handed in. */
export function formToFill(index: MachineIndex, leaf: string): string | undefined {
  const form = lineage(leaf)
    .map((path) => index.get(path)?.meta.form)
    .find((each) => each !== undefined);
  const asked = lineage(leaf).some((path) =>
    Object.values(index.get(path)?.on ?? {}).some((entries) =>
      entries.some(({ meta }) => meta.form === form),
    ),
  );
  return asked ? form : undefined;
}

/** `marks` of a returning event: `[{ pointer, form?, note? }]`, whatever is none left out. */
function marksIn(
  { program }: Environment,
  returned: string,
  data: JsonObject | undefined,
): readonly FieldMark[] {
  return listOf(data?.['marks']).flatMap((mark) => {
    if (!isObject(mark) || typeof mark['pointer'] !== 'string') return [];
    const { pointer, note, form = returned } = mark;
    const contract =
      typeof form === 'string' && Object.hasOwn(program.forms, form) ? program.forms[form] : undefined;
    if (contract === undefined) return [];
    return [
      {
        form: contract.id,
        pointer,
        title: titleAt(contract, pointer),
        ...(typeof note === 'string' && note !== '' ? { note } : {}),
      },
    ];
  });
}
