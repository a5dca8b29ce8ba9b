import { readFile } from 'node:fs/promises';
import type { Contract, Facts, FileTree, JsonObject, ProgramContract } from '@zhinan/model';
import { parseJson } from '../1-load/parse-json.ts';
import type { SourceFile } from '../1-load/source.ts';
import { resolveScenarios } from '../2-resolve/resolve-scenario.ts';
import { render } from '../diagnostics/render.ts';
import { UsageError } from './context.ts';

/** The programme named on the command line; needless to name where there is one only. */
export function programOf(contract: Contract, wanted: string | undefined): ProgramContract {
  const ids = Object.keys(contract.programs);
  const id = wanted ?? (ids.length === 1 ? ids[0] : undefined);
  const program =
    id !== undefined && Object.hasOwn(contract.programs, id) ? contract.programs[id] : undefined;
  if (!program) throw new UsageError(`请写明项目：${ids.map((name) => `${contract.id}/${name}`).join('、')}`);
  return program;
}

/** The JSON object of `--input`. */
export async function readInput(input: string | boolean | undefined): Promise<JsonObject> {
  if (typeof input !== 'string')
    throw new UsageError('用 --input 指明答案文件（JSON）。 (--input file.json is needed)');
  let json: unknown;
  try {
    json = JSON.parse(await readFile(input, 'utf8'));
  } catch (error) {
    throw new UsageError(`读不了 ${input}：${error instanceof Error ? error.message : String(error)}`);
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new UsageError(`${input} 里应当是一个 JSON 对象。`);
  }
  return json as JsonObject;
}

/** A scenario that builds on another is read with the answers of its base. */
export function mergedScenario(files: FileTree, contract: Contract, input: JsonObject): JsonObject {
  const folder = `${contract.id}/scenarios/`;
  const sources = new Map<string, SourceFile>();
  for (const [path, text] of [
    ...Object.entries(files),
    [`${folder}--input.json`, JSON.stringify(input)] as const,
  ]) {
    const file = path.startsWith(folder) ? parseJson(path, text).value : undefined;
    if (file) sources.set(path.slice(folder.length, -'.json'.length), file);
  }
  const { scenarios, diagnostics } = resolveScenarios(sources);
  const problem = diagnostics.find(({ place }) => place.file.endsWith('--input.json'));
  const merged = scenarios.find(({ id }) => id === '--input')?.scenario;
  if (problem || !merged)
    throw new UsageError(problem ? render(problem, 'zh-CN').message : '读不了这个情景。');
  return merged as unknown as JsonObject;
}

/** A scenario file, an object of forms, or the bare answers of the application form. */
export function factsOf(program: ProgramContract, input: JsonObject): Facts {
  const facts = 'facts' in input && 'expect' in input ? input['facts'] : input;
  const keys = Object.keys(facts as object);
  if (keys.length > 0 && keys.every((key) => Object.hasOwn(program.forms, key))) return facts as Facts;
  return { [program.applicationForm]: facts as JsonObject };
}
