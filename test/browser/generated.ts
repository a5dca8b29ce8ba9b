import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contract, FormContract, FormValidator, JsonObject, ScenarioFile } from '@zhinan/model';
import { inject } from 'vitest';

export type Scenario = ScenarioFile & { readonly id: string };

const PACKAGE = 'xinjiang-craftsman-2025';
const PROGRAM = 'craftsman';

export const EDITION = 'xinjiang-craftsman/2025';

/** Folder of the generated package under test. */
export function packageFolder(): string {
  return join(inject('dist'), PACKAGE);
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(join(packageFolder(), path), 'utf8')) as T;
}

/** The scripts of the package's elements, bundles and their chunks: path → text. */
export function elementScripts(): Readonly<Record<string, string>> {
  const paths = readdirSync(packageFolder(), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^chunks\/.*\.js$|\.bundle\.js$/.test(path),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(packageFolder(), path), 'utf8')]));
}

export function contract(): Contract {
  return json<Contract>('contract.json');
}

export function scenarios(): readonly Scenario[] {
  return json<readonly Scenario[]>(`${PROGRAM}/scenarios.json`);
}

/** Answers of one form in a scenario. Throws when the scenario has none. */
export function facts(scenario: string, form: string): JsonObject {
  const found = scenarios().find(({ id }) => id === scenario)?.facts[form];
  if (found === undefined) throw new Error(`scenario ${scenario} has no answers of form ${form}`);
  return found;
}

export function form(id: string): FormContract {
  const found = contract().programs[PROGRAM]?.forms[id];
  if (found === undefined) throw new Error(`no form ${id}`);
  return found;
}

/** Names of a form's fields in the order in which a person meets them. */
export function fieldOrder(id: string): readonly string[] {
  return form(id).sections.flatMap(({ fields }) => fields);
}

/** The generated validator of the application form, run in Node. */
export async function applicationValidator(): Promise<FormValidator<unknown>> {
  const file = pathToFileURL(join(packageFolder(), PROGRAM, 'validators.js')).href;
  const { application } = (await import(file)) as { application: FormValidator<unknown> };
  return application;
}

export const program = PROGRAM;
