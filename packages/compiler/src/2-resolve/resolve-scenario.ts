import type { Diagnostic, Json, JsonObject, ScenarioFile } from '@zhinan/model';
import { reporter } from '../diagnostics/message.ts';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../1-load/source.ts';
import type { ResolvedScenario } from './guideline.ts';

const report = reporter(resolveMessages);

/**
 * Merges each scenario with the one it extends: facts and further cases as JSON merge patches (RFC 7396), steps
 * in front when asked.
 */
export function resolveScenarios(files: ReadonlyMap<string, SourceFile>): {
  readonly scenarios: readonly ResolvedScenario[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];

  const merged = (id: string, file: SourceFile, trail: readonly string[]): ScenarioFile => {
    const own = file.json as unknown as ScenarioFile;
    if (own.extends === undefined) return own;
    const base = files.get(own.extends);
    const place = file.place('/extends');
    if (!base) {
      diagnostics.push(
        report('reference/unknown-scenario', place, {
          name: own.extends,
          nearest: nearest(own.extends, files.keys()),
        }),
      );
      return own;
    }
    if (trail.includes(own.extends)) {
      diagnostics.push(
        report('reference/circular', place, { reference: [...trail, own.extends].join(' → ') }),
      );
      return own;
    }
    const from = merged(own.extends, base, [...trail, own.extends]);
    const facts = mergePatch(from.facts as JsonObject, own.facts as JsonObject) as ScenarioFile['facts'];
    const cases = mergePatch(
      (from.cases ?? {}) as unknown as JsonObject,
      (own.cases ?? {}) as unknown as JsonObject,
    ) as unknown as NonNullable<ScenarioFile['cases']>;
    const batch = own.batch ?? from.batch;
    const steps = own.extendsSteps ? [...(from.steps ?? []), ...(own.steps ?? [])] : own.steps;
    return {
      ...own,
      facts,
      ...(Object.keys(cases).length > 0 ? { cases } : {}),
      ...(batch === undefined ? {} : { batch }),
      ...(steps ? { steps } : {}),
    };
  };

  const scenarios = [...files].map(([id, source]) => ({
    id,
    scenario: withWholeCases(merged(id, source, [id])),
    source,
  }));
  return { scenarios, diagnostics };
}

/** Gives every further case all its answers: the scenario's facts with what the case writes differently. */
function withWholeCases(scenario: ScenarioFile): ScenarioFile {
  if (!scenario.cases) return scenario;
  const cases = Object.entries(scenario.cases).map(([id, each]) => {
    const facts = mergePatch(scenario.facts as JsonObject, (each.facts ?? {}) as JsonObject);
    return [id, { ...each, facts: facts as ScenarioFile['facts'] }] as const;
  });
  return { ...scenario, cases: Object.fromEntries(cases) };
}

/** RFC 7396: objects merge, `null` removes, everything else replaces. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const base =
    target !== null && typeof target === 'object' && !Array.isArray(target) ? (target as JsonObject) : {};
  const result: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(Object.hasOwn(base, key) ? base[key] : undefined, value as Json);
  }
  return result;
}
