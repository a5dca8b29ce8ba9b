import type { Contract, Diagnostic, FileTree } from '@zhinan/model';
import { editionsIn, filesOf, load } from './1-load/load.ts';
import { resolve } from './2-resolve/resolve.ts';
import { check } from './3-check/check.ts';
import { lower } from './4-lower/lower.ts';
import { rehearse } from './5-rehearse/rehearse.ts';
import { version } from './version.ts';
import { withWays } from './ways/with-ways.ts';

export { editionsIn, filesOf };

export type Stage = 'load' | 'resolve' | 'check' | 'lower' | 'rehearse' | 'emit';

/** What became of one edition. Later parts are absent where an earlier stage found errors, or was the last one asked for. */
export interface Compilation {
  readonly edition: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly contract?: Contract;
  /** The generated package, paths relative to its root. */
  readonly files?: FileTree;
}

export interface CompileOptions {
  /** Last stage to run. Default `emit`. */
  readonly until?: Stage;
  /** Gives each finding about a machine the shortest way that shows it. The search takes seconds; default none. */
  readonly ways?: boolean;
  /** Told before each stage, for progress. */
  readonly onStage?: (stage: Stage) => void;
}

/**
 * The whole compiler: definition files → contract → generated package.
 * Pure: same files, same bytes; mistakes of the author are diagnostics, never exceptions.
 */
export async function compile(
  files: FileTree,
  edition: string,
  options: CompileOptions = {},
): Promise<Compilation> {
  const { until = 'emit', ways = false, onStage = () => undefined } = options;
  const diagnostics: Diagnostic[] = [];
  const add = (found: readonly Diagnostic[]) => void diagnostics.push(...found);
  const failed = () => diagnostics.some(({ severity }) => severity === 'error');

  onStage('load');
  const source = load(filesOf(files, edition), edition);
  add(source.diagnostics);
  if (!source.value || until === 'load') return { edition, diagnostics };

  onStage('resolve');
  const guideline = resolve(source.value);
  add(guideline.diagnostics);
  if (!guideline.value || failed() || until === 'resolve') return { edition, diagnostics };

  onStage('check');
  const found = check(guideline.value);
  add(ways && found.length > 0 ? await withWays(found, guideline.value) : found);
  if (failed() || until === 'check') return { edition, diagnostics };

  onStage('lower');
  const contract = await lower(guideline.value, version);
  if (until === 'lower') return { edition, diagnostics, contract };

  onStage('rehearse');
  add(rehearse(contract, guideline.value.scenarios));
  if (failed() || until === 'rehearse') return { edition, diagnostics, contract };

  onStage('emit');
  // The emitters bring formatters and layout engines along: they are loaded when something is to be emitted.
  const { emit } = await import('./6-emit/emit.ts');
  const scenarios = guideline.value.scenarios.map(({ id, scenario }) => ({ id, ...scenario }));
  return { edition, diagnostics, contract, files: await emit({ contract, scenarios }) };
}
