import type { Environment } from '@zhinan/engine';
import type { Contract, FileTree, ScenarioFile } from '@zhinan/model';
import { filesOf, load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { lower } from '../4-lower/lower.ts';
import { environmentsOf } from '../5-rehearse/environments.ts';
import { version } from '../version.ts';

/** One edition ready to be played: its programmes as the engine knows them, and its scenarios. Nothing is checked. */
export interface Playable {
  readonly edition: string;
  readonly contract: Contract;
  readonly environments: ReadonlyMap<string, Environment>;
  readonly scenarios: readonly (ScenarioFile & { readonly id: string })[];
}

/** Throws where the edition does not even resolve. */
export async function playable(files: FileTree, edition: string): Promise<Playable> {
  const source = load(filesOf(files, edition), edition).value;
  const guideline = source && resolve(source).value;
  if (!guideline) throw new Error(`${edition} does not resolve`);
  const contract = await lower(guideline, version);
  const environments = environmentsOf(contract);
  const scenarios = guideline.scenarios.map(({ id, scenario }) => ({ ...scenario, id }));
  return { edition, contract, environments, scenarios };
}
