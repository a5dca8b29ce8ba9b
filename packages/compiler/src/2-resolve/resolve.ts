import type {
  Clause,
  CodeListFile,
  Diagnostic,
  DocumentContract,
  FormContract,
  GuidelineFile,
  JsonObject,
  MachineContract,
  MachineFile,
  ProgramFile,
  Result,
  RulesDefinition,
  Translation,
} from '@zhinan/model';
import { expandBlocks } from '../blocks/expand.ts';
import type { ProgramSource, Source, SourceFile } from '../1-load/source.ts';
import { citationsOf } from './citations.ts';
import { codesInForce } from './codes-in-force.ts';
import type { Guideline, ResolvedProgram } from './guideline.ts';
import { includeRules } from './include-rules.ts';
import { resolveForm } from './resolve-form.ts';
import type { FormScope } from './resolve-form.ts';
import { resolveScenarios } from './resolve-scenario.ts';

/** Stage 2: binds every `$ref` and code list, expands every shortcut, merges scenarios with their bases. */
export function resolve(written: Source): Result<Guideline> {
  const { value: included = written, diagnostics: found } = includeRules(written);
  const { source, diagnostics: asked } = withBlocksExpanded(included);
  const diagnostics: Diagnostic[] = [...found, ...asked];
  const file = withoutSchema(source.guideline) as unknown as GuidelineFile;
  const lists = new Map(
    [...source.codeLists].map(([id, list]) => [
      id,
      codesInForce(withoutSchema(list) as unknown as CodeListFile, file.codesAsOf),
    ]),
  );
  const scope: FormScope = {
    codeLists: lists,
    files: new Map([...source.parts.values()].map((file) => [file.path, file])),
  };
  const used = new Set<string>();

  const programs: Record<string, ResolvedProgram> = {};
  for (const program of source.programs.values()) {
    const forms: Record<string, FormContract> = {};
    for (const [id, file] of program.forms) {
      const resolved = resolveForm(id, file, program.ui.get(id), scope);
      diagnostics.push(...resolved.diagnostics);
      for (const list of resolved.usedCodeLists) used.add(list);
      forms[id] = resolved.form;
    }
    const rules = withoutSchema(program.rules) as unknown as RulesDefinition;
    for (const set of Object.values(rules.sets ?? {})) used.add(set.codeList);
    programs[program.id] = resolveProgram(program, forms, rules);
  }

  const scenarios = resolveScenarios(source.scenarios);
  diagnostics.push(...scenarios.diagnostics);
  const guideline: Guideline = {
    id: source.id,
    scheme: source.scheme,
    edition: source.edition,
    file,
    clauses: (source.clauses.json as unknown as { clauses: readonly Clause[] }).clauses,
    codeLists: Object.fromEntries([...lists].filter(([id]) => used.has(id))),
    programs,
    scenarios: scenarios.scenarios,
    citations: citationsOf(source),
    source,
  };
  return { value: guideline, diagnostics };
}

function resolveProgram(
  source: ProgramSource,
  forms: Record<string, FormContract>,
  rules: RulesDefinition,
): ResolvedProgram {
  const machines = Object.fromEntries([...source.machines].map(([id, file]) => [id, machineOf(id, file)]));
  const documents = Object.fromEntries(
    [...source.documents].map(([id, file]) => [
      id,
      { id, ...withoutSchema(file) } as unknown as DocumentContract,
    ]),
  );
  return {
    id: source.id,
    file: withoutSchema(source.program) as unknown as ProgramFile,
    forms,
    machines,
    rules,
    documents,
    translations: Object.fromEntries(
      [...source.translations].map(([language, file]) => [
        language,
        withoutSchema(file) as unknown as Translation,
      ]),
    ),
    source,
  };
}

/** The source with plain XState in its machine files; every later stage reads these, at the places of the author's text. */
function withBlocksExpanded(source: Source): {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const { roles } = source.guideline.json as unknown as GuidelineFile;
  const programs = [...source.programs].map(([id, program]): [string, ProgramSource] => {
    const forms = Object.fromEntries(
      [...program.forms].map(([form, file]) => [form, file.json as unknown as { readonly title: string }]),
    );
    const machines = [...program.machines].map(([machine, written]): [string, SourceFile] => {
      const expanded = expandBlocks(written, { roles, forms });
      diagnostics.push(...expanded.diagnostics);
      return [machine, expanded.file];
    });
    return [id, { ...program, machines: new Map(machines) }];
  });
  return { source: { ...source, programs: new Map(programs) }, diagnostics };
}

/** What stands beside the XState config in a machine file moves out of it, so that the config is plain XState. */
function machineOf(id: string, file: SourceFile): MachineContract {
  const { kind, title, clause, delays, ...config } = withoutSchema(file) as MachineFile & JsonObject;
  return {
    id,
    kind,
    title,
    clauses: [clause ?? []].flat() as string[],
    delays: (delays ?? {}) as unknown as MachineContract['delays'],
    config: { ...config, id: typeof config['id'] === 'string' ? config['id'] : id },
  };
}

function withoutSchema(file: SourceFile): JsonObject {
  const { $schema: _, ...rest } = file.json as JsonObject;
  return rest;
}
