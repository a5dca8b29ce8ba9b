import {
  activeLeaves,
  indexMachine,
  isInTurn,
  type AvailableEvent,
  type Procedure,
  type Task,
  type TransitionEntry,
} from '@zhinan/engine';
import type { InstanceId, Json, JsonObject } from '@zhinan/model';
import { listed, objectOr } from '../3-check/workflow/statechart/json.ts';
import type { Stage } from './stage.ts';

/** How an event may be brought: by whom, with what. */
export interface Bringing {
  readonly person?: string;
  readonly data?: JsonObject;
}

/** Different answers to one form that are tried at most. */
const MOST_ANSWERS = 12;
const PEOPLE: readonly string[] = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];

/** One form answered otherwise than usual. */
export interface Variant {
  readonly form: string;
  readonly data: JsonObject;
}

/**
 * Answers that are worth trying for what people may do: of the forms those that differ in what the conditions of the
 * programme's machines ask for; the people, ranks and draws that an event without a form has to name.
 */
export class Answers {
  readonly #stage: Stage;
  readonly #asked: ReadonlyMap<string, ReadonlyMap<string, readonly Json[]>>;
  readonly #known = new Map<string, readonly JsonObject[]>();
  readonly #indexes = new Map<string, ReturnType<typeof indexMachine>>();

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#asked = askedFields(Object.values(stage.environment.program.machines).map(({ config }) => config));
  }

  of(
    procedure: Procedure,
    instance: InstanceId,
    machine: string,
    event: AvailableEvent,
    variant: Variant | undefined,
  ): readonly Bringing[] {
    const entries = this.#entries(machine, event);
    const bringing =
      event.form === undefined
        ? this.#words(procedure, instance, event, entries)
        : this.#answered(event.form, variant);
    const lists = entries.flatMap(({ guard, actions }) => [
      ...calls(guard as unknown as Json, 'holdsTask'),
      ...actions.filter(({ type }) => type === 'vote').map(({ params }) => params),
    ]);
    if (lists.length === 0) return bringing;
    const context = procedure.instances[instance]?.context;
    const people = lists.flatMap(({ list }) => {
      const tasks = ((typeof list === 'string' ? context?.lists[list] : undefined) ?? []) as readonly Task[];
      return tasks.filter((task) => isInTurn(task, tasks)).map(({ person }) => person);
    });
    return people.slice(0, 2).flatMap((person) => bringing.map((each) => ({ ...each, person })));
  }

  /** Every form answered in every other way that makes a difference, one at a time; those of conditions first. */
  variants(): readonly Variant[] {
    const forms = Object.keys(this.#stage.environment.program.forms);
    const asked = forms.toSorted((a, b) => Number(this.#asked.has(b)) - Number(this.#asked.has(a)));
    return asked.flatMap((form) =>
      this.#forms(form)
        .slice(1)
        .map((data) => ({ form, data })),
    );
  }

  #answered(form: string, variant: Variant | undefined): readonly Bringing[] {
    const [usual] = this.#forms(form);
    const data = variant?.form === form ? variant.data : usual;
    return data ? [{ data }] : [];
  }

  #entries(machine: string, { event, state }: AvailableEvent): readonly TransitionEntry[] {
    const contract = this.#stage.environment.program.machines[machine];
    const index = this.#indexes.get(machine) ?? (contract && indexMachine(contract));
    if (!index) return [];
    this.#indexes.set(machine, index);
    return index.get(state)?.on[event] ?? [];
  }

  /** The answers at hand and what they become with the values that conditions ask for, one of each kind. */
  #forms(form: string): readonly JsonObject[] {
    const known = this.#known.get(form);
    if (known) return known;
    const { environment, facts, forms } = this.#stage;
    const valid = environment.validators[form];
    const asked = this.#asked.get(form) ?? new Map<string, readonly Json[]>();
    const written = forms[form] ?? [];
    const turned = written
      .slice(0, 4)
      .flatMap((data) =>
        [...asked].flatMap(([field, values]) =>
          field.includes('.') ? [] : values.map((value): JsonObject => ({ ...data, [field]: value })),
        ),
      );
    const kinds = new Map<string, JsonObject>();
    for (const data of [...written, ...turned.filter((each) => valid?.(each))]) {
      const whole = facts.find((each) => each[form] === data) ?? {};
      const { verdict } = environment.rules.eligibility({ ...whole, [form]: data });
      const kind = JSON.stringify([verdict, ...[...asked.keys()].map((field) => data[field] ?? null)]);
      if (!kinds.has(kind)) kinds.set(kind, data);
    }
    const found = [...kinds.values()].slice(0, MOST_ANSWERS);
    this.#known.set(form, found);
    return found;
  }

  #words(
    procedure: Procedure,
    instance: InstanceId,
    { event }: AvailableEvent,
    entries: readonly TransitionEntry[],
  ): readonly Bringing[] {
    const needed = neededWords(entries);
    const samples = this.#stage.events[event] ?? [];
    if (needed.size === 0 && samples.length === 0) return [{}];
    const context = procedure.instances[instance]?.context;
    const members = Object.keys(context?.members ?? {});
    const made: Record<string, Json> = {};
    for (const [field, what] of needed) {
      if (what === 'people') made[field] = PEOPLE;
      else if (what === 'ranking') made[field] = members;
      else if (what === 'member') made[field] = members[0] ?? 'case';
      else if (what === 'person') made[field] = PEOPLE.at(-1) ?? '';
      else if (what === 'kept') made[field] = context?.values[field] ?? '示例';
      else made[field] = '示例';
    }
    const ranking = needed.has('ranking') ? { ranking: members } : {};
    return [...samples.slice(0, 4).map((data) => ({ data: { ...data, ...ranking } })), { data: made }];
  }
}

type Word = 'people' | 'ranking' | 'member' | 'person' | 'kept' | 'text';

/** Fields of the event's own data that conditions and actions read. */
function neededWords(entries: readonly TransitionEntry[]): ReadonlyMap<string, Word> {
  const needed = new Map<string, Word>();
  const refs = entries.flatMap(({ guard, actions }) => [
    ...(guard ? nested(guard as unknown as Json) : []),
    ...actions.map(({ type, params }) => ({ type, params })),
  ]);
  for (const { type, params } of refs) {
    const field = typeof params['field'] === 'string' ? params['field'] : undefined;
    if (type === 'assign' || type === 'namesPeople') needed.set(field ?? 'people', 'people');
    else if (type === 'draw' || type === 'canDraw') needed.set('pool', 'people').set('seed', 'text');
    else if (type === 'rank' || type === 'ranksAll') needed.set('ranking', 'ranking');
    else if (type === 'adjust' || type === 'memberAnswers') needed.set('member', 'member').set('to', 'text');
    else if (['transfer', 'delegate', 'addSigner', 'namesNewPerson', 'deputise'].includes(type))
      needed.set('person', 'person');
    else if (type === 'matches') needed.set(field ?? '', 'kept');
    else if (type === 'keep') needed.set(field ?? '', 'text');
  }
  return needed;
}

interface Ref {
  readonly type: string;
  readonly params: JsonObject;
}

/** A guard and those inside it. */
function nested(guard: Json | undefined): readonly Ref[] {
  const { type, params } = objectOr(guard);
  const own = objectOr(params);
  const inside = [...listed(own['guard']), ...listed(own['guards'])].flatMap(nested);
  return typeof type === 'string' ? [{ type, params: own }, ...inside] : inside;
}

const calls = (guard: Json | undefined, wanted: string): readonly JsonObject[] =>
  nested(guard).flatMap(({ type, params }) => (type === wanted ? [params] : []));

/** Form → field → values that some condition of the machines asks for. */
function askedFields(
  configs: readonly JsonObject[],
): ReadonlyMap<string, ReadonlyMap<string, readonly Json[]>> {
  const asked = new Map<string, Map<string, Json[]>>();
  const visit = (json: Json | undefined): void => {
    if (Array.isArray(json)) for (const each of json as readonly Json[]) visit(each);
    else if (typeof json === 'object' && json !== null) {
      const { type, params } = json as JsonObject;
      const { form, field, in: values } = objectOr(params);
      if (
        (type === 'answer' || type === 'memberAnswers') &&
        typeof form === 'string' &&
        typeof field === 'string'
      ) {
        const fields = asked.get(form) ?? new Map<string, Json[]>();
        asked.set(form, fields.set(field, [...(fields.get(field) ?? []), ...listed(values)]));
      }
      for (const each of Object.values(json as JsonObject)) visit(each);
    }
  };
  for (const config of configs) visit(config);
  return asked;
}

/** Leaves of a machine, as the checks name a resting place. */
export function restingAt(procedure: Procedure, instance: InstanceId): string | undefined {
  const snapshot = procedure.instances[instance];
  return snapshot && activeLeaves(snapshot.value).toSorted().join(' | ');
}
