import type { Diagnostic, Json, JsonObject, Result, RulesFile } from '@zhinan/model';
import { reporter } from '../diagnostics/message.ts';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { pointerOf, pointerSegments } from '../1-load/pointer.ts';
import type { Source, SourceFile } from '../1-load/source.ts';

const report = reporter(resolveMessages);
const lists = ['tables', 'relax', 'rules'] as const;
const maps = ['sets', 'parameters'] as const;

/** Puts the shared rules that each programme includes in front of its own; every part still tells where it stands. */
export function includeRules(source: Source): Result<Source> {
  const diagnostics: Diagnostic[] = [];
  const programs = [...source.programs].map(([id, program]) => {
    const merged = merge(program.rules, source.sharedRules);
    diagnostics.push(...merged.diagnostics);
    return [id, { ...program, rules: merged.value ?? program.rules }] as const;
  });
  return { value: { ...source, programs: new Map(programs) }, diagnostics };
}

/** Where a part of the merged file comes from: the file, and the part's pointer in it. */
interface Origin {
  readonly file: SourceFile;
  readonly pointer: string;
}

function merge(own: SourceFile, shared: ReadonlyMap<string, SourceFile>): Result<SourceFile> {
  const { include = [], ...rest } = own.json as unknown as RulesFile;
  if (include.length === 0) return { value: own, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const files = include.flatMap((name, index) => {
    const file = shared.get(name);
    if (file) return [file];
    const params = { name, nearest: nearest(name, shared.keys()) };
    diagnostics.push(report('reference/unknown-shared-rules', own.place(`/include/${index}`), params));
    return [];
  });
  const json: Record<string, Json> = { ...(rest as unknown as JsonObject) };
  const origins = new Map<string, Origin>();
  for (const key of lists) {
    const parts = [...files, own].flatMap((file) =>
      listOf(file, key).map((part, index) => ({ part, origin: { file, pointer: `/${key}/${index}` } })),
    );
    if (parts.length === 0) continue;
    json[key] = parts.map(({ part }) => part);
    for (const [index, { origin }] of parts.entries()) origins.set(`/${key}/${index}`, origin);
  }
  for (const key of maps) {
    const declared: Record<string, Json> = {};
    for (const file of [...files, own]) {
      for (const [name, part] of Object.entries(mapOf(file, key))) {
        const pointer = `/${key}${pointerOf([name])}`;
        const other = origins.get(pointer)?.file;
        if (other) {
          const params = { name, other: other.path };
          diagnostics.push(report('reference/declared-twice', file.keyPlace(pointer), params));
          continue;
        }
        declared[name] = part;
        origins.set(pointer, { file, pointer });
      }
    }
    if (Object.keys(declared).length > 0) json[key] = declared;
  }
  const at = (pointer: string): Origin => {
    const [key = '', item = '', ...inside] = pointerSegments(pointer);
    const origin = origins.get(pointerOf([key, item]));
    return origin
      ? { file: origin.file, pointer: origin.pointer + pointerOf(inside) }
      : { file: own, pointer };
  };
  const value: SourceFile = {
    path: own.path,
    text: own.text,
    json,
    place: (pointer) => at(pointer).file.place(at(pointer).pointer),
    keyPlace: (pointer) => at(pointer).file.keyPlace(at(pointer).pointer),
  };
  return { value, diagnostics };
}

function listOf(file: SourceFile, key: (typeof lists)[number]): readonly Json[] {
  const list = (file.json as JsonObject)[key];
  return Array.isArray(list) ? list : [];
}

function mapOf(file: SourceFile, key: (typeof maps)[number]): JsonObject {
  return ((file.json as JsonObject)[key] ?? {}) as JsonObject;
}
