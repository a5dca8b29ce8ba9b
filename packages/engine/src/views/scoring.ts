import type { Criterion, FormContract, Json, JsonObject, ScoringView } from '@zhinan/model';
import { roleTitle, type Environment } from '../workflow/environment.ts';
import { isObject, objectOf, textsOf } from '../workflow/json.ts';
import { activeLeaves, lineage, type MachineIndex } from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Snapshot } from '../workflow/snapshot.ts';
import { fieldsOf } from './form-fields.ts';
import { answersGiven } from './answer-view.ts';

/** Points with a range that a form asks for: a form that asks for some is a score sheet. */
export function criteriaOf({ schema }: FormContract): readonly Criterion[] {
  return fieldsOf(schema, schema).flatMap(({ name, schema: field }) => {
    const { minimum, maximum, title = name, description } = field;
    if (field['x-unit'] !== '分' || minimum === undefined || maximum === undefined) return [];
    const clauses = textsOf(field['x-clause'] as Json | undefined);
    return [{ name, title, min: minimum, max: maximum, clauses, ...(description ? { description } : {}) }];
  });
}

/** Lists that a machine keeps to itself now: those named by an active state or one around it. */
export function sealedLists(
  environment: Environment,
  { machine, value, status }: Snapshot,
): ReadonlySet<string> {
  const { index } = kernelOf(environment, machine);
  if (status === 'done') return new Set();
  const paths = activeLeaves(value).flatMap(lineage);
  return new Set(paths.flatMap((path) => index.get(path)?.meta.sealed ?? []));
}

/** The score sheets of a machine's panels; of a sealed one only how many there are. */
export function scoringOf(environment: Environment, snapshot: Snapshot): readonly ScoringView[] {
  const { index } = kernelOf(environment, snapshot.machine);
  const sealed = sealedLists(environment, snapshot);
  return [...index.values()].flatMap(({ meta }) => {
    const form = meta.form === undefined ? undefined : environment.program.forms[meta.form];
    const criteria = form ? criteriaOf(form) : [];
    if (form === undefined || criteria.length === 0) return [];
    return (meta.sealed ?? []).flatMap((list): readonly ScoringView[] => {
      const rows = (snapshot.context.lists[list] ?? []).filter((row) => sheetIn(row) !== undefined);
      const shut = sealed.has(list);
      if (rows.length === 0 && !shut) return [];
      const result = shut ? undefined : resultOf(index, list, snapshot);
      return [
        {
          title: meta.title ?? form.title,
          criteria,
          count: rows.length,
          sealed: shut,
          sheets: shut ? [] : rows.map((row) => sheet(environment, form, criteria, row)),
          ...(result === undefined ? {} : { result }),
        },
      ];
    });
  });
}

function sheet(
  environment: Environment,
  form: FormContract,
  criteria: readonly Criterion[],
  row: JsonObject,
): ScoringView['sheets'][number] {
  const answers = sheetIn(row) ?? {};
  const points = Object.fromEntries(
    criteria.map(({ name }) => {
      const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
      return [name, typeof value === 'number' ? value : null] as const;
    }),
  );
  const given = Object.values(points).filter((each) => each !== null);
  const { person, by } = row;
  const role = typeof by === 'string' ? roleTitle(environment, by) : '';
  const names = new Set(criteria.map(({ name }) => `/${name}`));
  return {
    by: typeof person === 'string' ? person : role,
    points,
    sum: given.length === criteria.length ? given.reduce((sum, each) => sum + each, 0) : null,
    remarks: answersGiven(form, answers).filter(({ pointer }) => !names.has(pointer)),
  };
}

/** Answers of a handed-in sheet: of a task once it is done, of a plain row itself. */
function sheetIn(row: JsonObject): JsonObject | undefined {
  if (!('state' in row && 'after' in row)) return row;
  return row['state'] === 'done' && isObject(row['answers']) ? objectOf(row['answers']) : undefined;
}

/** What an `aggregate` over the list has put under its key. */
function resultOf(index: MachineIndex, list: string, { context }: Snapshot): number | undefined {
  for (const state of index.values()) {
    for (const { actions } of Object.values(state.on).flat()) {
      const found = actions.find(({ type, params }) => type === 'aggregate' && params['list'] === list);
      const key = found?.params['key'];
      const value =
        typeof key === 'string' && Object.hasOwn(context.values, key) ? context.values[key] : undefined;
      if (typeof value === 'number') return value;
    }
  }
  return undefined;
}
