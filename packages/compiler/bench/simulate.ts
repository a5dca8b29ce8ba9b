import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { defaultProfile, simulate } from '@zhinan/engine/simulation';
import { readDefinitions } from '../src/node/definitions.ts';
import { prepareSimulation } from '../src/simulate/prepare.ts';

/**
 * Prints, as Markdown for the README, how time and memory of a simulation grow with its cases: the craftsmen, the longest
 * procedure, over three virtual years, each number of cases in a process of its own.
 * `npm run bench:simulate [-- 1000,10000,100000]`.
 */
const [edition, program] = ['xinjiang-craftsman/2025', 'craftsman'];
const [steps = '1000,10000', only] = process.argv.slice(2);
const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

async function measure(cases: number): Promise<void> {
  const files = await readDefinitions(fileURLToPath(new URL('../../../definitions', import.meta.url)));
  const { prepared } = await prepareSimulation(files, { edition, program, seed: 7 });
  if (!prepared) throw new Error('cannot be simulated');
  const [started, worked] = [performance.now(), process.cpuUsage()];
  const run = simulate({ ...prepared, ...prepared.period, profile: defaultProfile, seed: 7, cases });
  let most = 0;
  for (let next = run.next(); ; next = run.next()) {
    most = Math.max(most, process.memoryUsage().heapUsed);
    if (!next.done) continue;
    const { entries, selected } = next.value;
    const seconds = (performance.now() - started) / 1000;
    // On a busy machine the processor time says more than the clock.
    const { user, system } = process.cpuUsage(worked);
    const processor = (user + system) / 1_000_000;
    console.log(
      `| ${cases.toLocaleString('en-US')} | ${entries.toLocaleString('en-US')} | ${selected.toLocaleString('en-US')} | ${seconds.toFixed(1)} s | ${processor.toFixed(1)} s | ${((processor / cases) * 1000).toFixed(2)} ms | ${mebibytes(most)} |`,
    );
    return;
  }
}

if (only === 'alone') await measure(Number(steps));
else {
  console.log(
    '| cases | events | selected | time | processor time | per case | most heap used |\n|---:|---:|---:|---:|---:|---:|---:|',
  );
  for (const cases of steps.split(',')) {
    const args = ['--conditions=zhinan-source', '--max-old-space-size=6000', fileURLToPath(import.meta.url)];
    const { status } = spawnSync(process.execPath, [...args, cases, 'alone'], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`${cases} cases did not come to their end`);
  }
}
