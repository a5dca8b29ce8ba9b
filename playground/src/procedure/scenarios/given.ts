import { unpack } from '@zhinan/engine';
import type { Json, JsonObject, ScenarioFile } from '@zhinan/model';
import type { LoadedProgram, ScenarioEntry } from '../../packages.ts';

/** Id of the scenario that came with the address or from a file, not with the guideline. */
export const GIVEN = 'given';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A scenario, or only the steps of a way somebody found, as an entry to play; `undefined` when it is neither. One that
 * builds on another takes that one's answers and steps from those of the programme.
 */
export function givenScenario(
  value: unknown,
  { program, scenarios }: LoadedProgram,
): ScenarioEntry | undefined {
  if (!isObject(value)) return undefined;
  const file = value as unknown as Partial<ScenarioFile>;
  const base = scenarios.find(({ id }) => id === file.extends);
  if (file.extends !== undefined && base === undefined) return undefined;
  if (file.steps === undefined && file.facts === undefined) return undefined;
  const { extends: _, extendsSteps, ...own } = file;
  const steps = [...(extendsSteps === true ? (base?.steps ?? []) : []), ...(file.steps ?? [])];
  return {
    ...own,
    id: GIVEN,
    title: file.title ?? '',
    program: program.id,
    clauses: file.clauses ?? [],
    facts: patched(
      (base?.facts ?? {}) as JsonObject,
      (file.facts ?? {}) as JsonObject,
    ) as ScenarioFile['facts'],
    expect: file.expect ?? {},
    steps,
  };
}

/** The scenario that an address carries (`given=…`). */
export async function givenInAddress(
  query: URLSearchParams,
  loaded: LoadedProgram,
): Promise<ScenarioEntry | undefined> {
  const text = query.get(GIVEN);
  return text === null ? undefined : givenScenario(await unpack(text), loaded);
}

/** The programme with that scenario in front of its own. */
export function withGiven(loaded: LoadedProgram, given: ScenarioEntry | undefined): LoadedProgram {
  return given === undefined ? loaded : { ...loaded, scenarios: [given, ...loaded.scenarios] };
}

/** RFC 7396: what the patch names replaces, `null` removes. */
function patched(value: JsonObject, patch: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...value };
  for (const [name, part] of Object.entries(patch)) {
    if (part === null) delete result[name];
    else if (isObject(part)) result[name] = patched(isObject(result[name]) ? result[name] : {}, part);
    else result[name] = part;
  }
  return result;
}
