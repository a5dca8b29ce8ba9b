import type { FieldPermissions, InstanceId, Json, JsonObject } from '@zhinan/model';
import type { Environment } from './environment.ts';
import { isObject } from './json.ts';
import { activeLeaves, lineage } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import type { Procedure } from './procedure.ts';
import { rolesOf } from './roles.ts';

/** The form that a step puts before a role. */
export interface StepForm {
  readonly form: string;
  /** Dotted path of the state that shows it. */
  readonly state: string;
  /** Nothing may be changed: the step says so of every field, or somebody else is to act. */
  readonly readonly: boolean;
  readonly fields: FieldPermissions;
  /** What is stored of it, without what the step hides. */
  readonly answers: JsonObject;
}

/** What a role sees at an instance's present steps: per active state the nearest form, with that step's permissions. */
export function stepForms(
  environment: Environment,
  { instances, at }: Procedure,
  instance: InstanceId,
  role: string,
): readonly StepForm[] {
  const snapshot = instances[instance];
  if (snapshot === undefined) return [];
  const { index } = kernelOf(environment, snapshot.machine);
  const scope = { environment, at, context: snapshot.context };
  const found = activeLeaves(snapshot.value).flatMap((leaf): readonly StepForm[] => {
    const state = lineage(leaf).find((path) => index.get(path)?.meta.form !== undefined);
    const meta = state === undefined ? undefined : index.get(state)?.meta;
    if (state === undefined || meta?.form === undefined) return [];
    const { form, fields = {} } = meta;
    const acting = lineage(leaf).map((path) => index.get(path)?.meta.role);
    const mayAct = rolesOf(
      acting.find((each) => each !== undefined),
      scope,
    ).roles.includes(role);
    const answers = snapshot.context.forms[form] ?? {};
    return [
      {
        form,
        state,
        readonly: !mayAct || fields.readonly?.includes('*') === true,
        fields,
        answers: withoutHidden(answers, fields.hidden ?? []),
      },
    ];
  });
  return found.filter(({ state }, position) => found.findIndex((each) => each.state === state) === position);
}

/** Answers without the fields named (`name`, `members.phone` for a column, `*` for all): what is hidden is not sent. */
export function withoutHidden(answers: JsonObject, hidden: readonly string[]): JsonObject {
  if (hidden.includes('*')) return {};
  const kept = Object.entries(answers).filter(([name]) => !hidden.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, inside(value, innerOf(name, hidden))]));
}

function inside(value: Json, hidden: readonly string[]): Json {
  if (hidden.length === 0) return value;
  if (Array.isArray(value)) return value.map((row) => inside(row as Json, hidden));
  return isObject(value) ? withoutHidden(value, hidden) : value;
}

/** What the names say of the fields inside one. */
function innerOf(name: string, hidden: readonly string[]): readonly string[] {
  return hidden.flatMap((each) => (each.startsWith(`${name}.`) ? [each.slice(name.length + 1)] : []));
}
