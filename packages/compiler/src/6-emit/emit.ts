import type { Contract, FileTree, ScenarioFile } from '@zhinan/model';
import type { Emitter } from './emitter.ts';
import { elements } from './elements/elements.ts';
import { diagramEmitter } from './diagram/index.ts';
import { documentsEmitter } from './documents/index.ts';
import { dmnEmitter } from './dmn/index.ts';
import { formatted } from './format.ts';
import { formValidatorTypes } from './form-validator.ts';
import { defineModules, indexModules } from './index-module.ts';
import { customElementsManifest } from './manifest/index.ts';
import { packageJson } from './package-json.ts';
import { machinesEmitter } from './machines/index.ts';
import { readme } from './readme.ts';
import { rjsfEmitter } from './rjsf/index.ts';
import { rulesEmitter } from './rules.ts';
import { typesEmitter } from './types/index.ts';
import { validatorsEmitter } from './validators/index.ts';

export type ScenarioEntry = ScenarioFile & { readonly id: string };

export interface EmitPackage {
  readonly contract: Contract;
  readonly scenarios: readonly ScenarioEntry[];
}

const emitters: readonly Emitter[] = [
  typesEmitter,
  validatorsEmitter,
  rulesEmitter,
  dmnEmitter,
  machinesEmitter,
  elements,
  rjsfEmitter,
  diagramEmitter,
  documentsEmitter,
];

/** Joins trees; two emitters that claim one path are a bug of ours, which must not hide a file. */
export function merged(trees: readonly FileTree[]): FileTree {
  const files: Record<string, string> = {};
  for (const [path, text] of trees.flatMap((tree) => Object.entries(tree))) {
    if (Object.hasOwn(files, path)) throw new Error(`two emitters write ${path}`);
    files[path] = text;
  }
  return Object.fromEntries(Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function contractFiles({ contract, scenarios }: EmitPackage): FileTree {
  const perProgram = Object.keys(contract.programs).map((id) => [
    `${id}/scenarios.json`,
    json(scenarios.filter(({ program }) => program === id)),
  ]);
  // Keys keep the author's order (fields are shown in it); the hash inside is over the canonical form.
  return { 'contract.json': json(contract), ...Object.fromEntries(perProgram) };
}

/** Stage 6: the package of one edition, formatted; the same contract gives the same bytes. */
export async function emit(input: EmitPackage): Promise<FileTree> {
  const { contract } = input;
  const programs = Object.values(contract.programs);
  const perProgram = await Promise.all(
    programs.flatMap((program) => emitters.map(async (emitter) => emitter({ contract, program }))),
  );
  const parts = merged([
    contractFiles(input),
    formValidatorTypes(contract),
    customElementsManifest(contract),
    readme(contract),
    defineModules(contract),
    ...perProgram,
  ]);
  const modules = merged([parts, indexModules(contract, new Set(Object.keys(parts)))]);
  return formatted(merged([modules, packageJson(contract, new Set(Object.keys(modules)))]));
}
