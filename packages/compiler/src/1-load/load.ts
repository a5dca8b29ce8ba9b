import type { Diagnostic, FileTree, Result } from '@zhinan/model';
import { loadMessages } from '../diagnostics/messages/load.ts';
import { reporter } from '../diagnostics/message.ts';
import { checkShape } from './check-shape.ts';
import { interpretationsOf, misfits, withChosenReadings } from './chosen-readings.ts';
import type { Interpretations } from './chosen-readings.ts';
import type { FileKind } from './meta-schemas.ts';
import { parseJson } from './parse-json.ts';
import type { ProgramSource, Source, SourceFile, TakenReading } from './source.ts';

const report = reporter(loadMessages);

/** Kinds of file in which a value may come from the chosen reading of an interpretation. */
const takesReadings: ReadonlySet<FileKind> = new Set(['guideline', 'rules', 'shared-rules', 'machine']);

/** Ids (`<scheme>/<edition>`) of the editions among the files of `definitions/`. */
export function editionsIn(files: FileTree): string[] {
  return Object.keys(files)
    .flatMap((path) => /^([^/]+\/[^/]+)\/guideline\.json$/.exec(path)?.[1] ?? [])
    .toSorted();
}

/** The files that one edition is made of: its own and the shared ones. */
export function filesOf(files: FileTree, edition: string): FileTree {
  const own = (path: string) =>
    path.endsWith('.json') && (path.startsWith(`${edition}/`) || path.startsWith('shared/'));
  return Object.fromEntries(Object.entries(files).filter(([path]) => own(path)));
}

/** Stage 1: text → parsed files of the right shape, each part with its place. */
export function load(files: FileTree, edition: string): Result<Source> {
  const diagnostics: Diagnostic[] = [];
  const takenReadings: TakenReading[] = [];
  let interpretations: Interpretations = {};

  const open = (path: string, kind: FileKind): SourceFile | undefined => {
    const text = files[path];
    if (text === undefined) {
      diagnostics.push(report('file/missing', { file: path, pointer: '' }, { path }));
      return undefined;
    }
    const parsed = parseJson(path, text);
    diagnostics.push(...parsed.diagnostics);
    if (!parsed.value) return undefined;
    const shape = checkShape(kind, parsed.value);
    diagnostics.push(...shape);
    if (failing(shape)) return undefined;
    if (kind === 'guideline') {
      const chosen = interpretationsOf(parsed.value);
      diagnostics.push(...chosen.diagnostics);
      if (failing(chosen.diagnostics)) return undefined;
      interpretations = chosen.interpretations;
    }
    return takesReadings.has(kind) ? settle(kind, parsed.value) : parsed.value;
  };
  /** A file with the chosen readings in it has to be of the right shape again. */
  const settle = (kind: FileKind, written: SourceFile): SourceFile | undefined => {
    const { file, taken, diagnostics: found } = withChosenReadings(written, interpretations);
    takenReadings.push(...taken);
    const shape =
      taken.length > 0 && found.length === 0
        ? misfits(checkShape(kind, file), taken, file, interpretations)
        : [];
    diagnostics.push(...found, ...shape);
    return failing([...found, ...shape]) ? undefined : file;
  };
  const openAll = (folder: string, ending: string, kind: FileKind): ReadonlyMap<string, SourceFile> => {
    const found = new Map<string, SourceFile>();
    for (const path of Object.keys(files).toSorted()) {
      const name = path.startsWith(folder) ? path.slice(folder.length) : '';
      if (!name.endsWith(ending) || name.includes('/')) continue;
      const file = open(path, kind);
      if (file) found.set(name.slice(0, -ending.length), file);
    }
    return found;
  };

  const guideline = open(`${edition}/guideline.json`, 'guideline');
  const clauses = open(`${edition}/clauses.json`, 'clauses');
  const programs = new Map<string, ProgramSource>();
  const programIds = (guideline?.json as { programs?: readonly string[] } | undefined)?.programs ?? [];
  for (const id of programIds) {
    const folder = `${edition}/${id}`;
    const program = open(`${folder}/program.json`, 'program');
    const rules = open(`${folder}/rules.json`, 'rules');
    const parts = {
      forms: openAll(`${folder}/forms/`, '.schema.json', 'form'),
      ui: openAll(`${folder}/forms/`, '.ui.json', 'ui'),
      machines: openAll(`${folder}/workflow/`, '.json', 'machine'),
      documents: openAll(`${folder}/documents/`, '.json', 'document'),
      translations: openAll(`${folder}/locales/`, '.json', 'translation'),
    };
    if (program && rules) programs.set(id, { id, program, rules, ...parts });
  }
  const sharedRules = openAll(`${edition}/rules/`, '.json', 'shared-rules');
  const scenarios = openAll(`${edition}/scenarios/`, '.json', 'scenario');
  const codeLists = openAll('shared/codes/', '.json', 'code-list');
  const parts = openAll('shared/parts/', '.schema.json', 'form');

  for (const path of Object.keys(files).toSorted()) {
    if (path.startsWith(`${edition}/`) && !isPart(path.slice(edition.length + 1), programIds)) {
      diagnostics.push(report('file/unknown', { file: path, pointer: '' }, { path }));
    }
  }

  const failed = diagnostics.some(({ severity, code }) => severity === 'error' && code !== 'file/unknown');
  if (!guideline || !clauses || failed) return { diagnostics };
  const [scheme = '', name = ''] = edition.split('/');
  return {
    value: {
      id: edition,
      scheme,
      edition: name,
      guideline,
      clauses,
      programs,
      sharedRules,
      scenarios,
      codeLists,
      takenReadings,
      parts,
    },
    diagnostics,
  };
}

const failing = (found: readonly Diagnostic[]): boolean => found.some(({ severity }) => severity === 'error');

/** Whether a path inside an edition is one that the format knows, whether or not the file could be read. */
function isPart(path: string, programs: readonly string[]): boolean {
  if (path === 'guideline.json' || path === 'clauses.json') return true;
  // What `zhinan import` found in the text: a list for the officer to work off, no part of the definition.
  if (path === 'import.json') return true;
  const [folder = '', ...inside] = path.split('/');
  if (folder === 'scenarios' || folder === 'rules') return inside.length === 1;
  // Without a readable guideline nobody can say which folders are programmes.
  if (programs.length > 0 && !programs.includes(folder)) return false;
  return /^(?:program\.json|rules\.json|forms\/[^/]+\.(?:schema|ui)\.json|(?:workflow|documents|locales)\/[^/]+\.json)$/.test(
    inside.join('/'),
  );
}
