import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileTree } from '@zhinan/model';
import { editionsIn } from '../src/compile.ts';
import { newEdition } from '../src/editions/new-edition.ts';
import { shiftOf } from '../src/editions/shift.ts';
import { build } from '../src/node/build.ts';
import { readDefinitions } from '../src/node/definitions.ts';

/**
 * Prints, as Markdown for the README, how long each real edition takes to build (a process of its own, then again in a warm
 * one), and how time and memory grow over many synthetic ones. `npm run bench:growth [-- 1,10,50,200]`.
 * Synthetic editions are copies of the smallest real one, renamed, with every title made its own: no two share a form, so
 * that nothing remembered of one serves another.
 */
const model = 'minority-scitech-training/2019';
const steps = (process.argv[2] ?? '1,10,50,200').split(',').map(Number);
const definitions = fileURLToPath(new URL('../../../definitions', import.meta.url));
const command = fileURLToPath(new URL('../bin/zhinan.js', import.meta.url));

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

/** The same edition under another name, its titles marked with the name. */
function synthetic(files: FileTree, number: number): { readonly id: string; readonly files: FileTree } {
  const [scheme = '', year = ''] = model.split('/');
  const name = `${year}-${number}`;
  const none = shiftOf('P0D', year, name);
  if (!none) throw new Error('no shift');
  const copy = newEdition(files, model, name, none).files;
  const marked = Object.entries(copy).map(([path, text]) => [
    path,
    path.includes('/forms/') ? text.replaceAll(/"title": "([^"]{1,40})"/g, `"title": "$1 ${number}"`) : text,
  ]);
  return { id: `${scheme}/${name}`, files: Object.fromEntries(marked) as FileTree };
}

/** Builds one edition; what does not build would measure nothing. */
async function timed(files: FileTree, edition: string, out: string): Promise<number> {
  const { milliseconds, folder, diagnostics } = await build(files, edition, out);
  if (folder !== undefined) return milliseconds;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').slice(0, 3);
  throw new Error(
    `${edition} does not build: ${errors.map(({ code, place }) => `${code} ${place.file}`).join(', ')}`,
  );
}

function held(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function realEditions(files: FileTree, out: string): Promise<void> {
  console.log('\n| build | first, in a process of its own | again, in a warm process |\n|---|---:|---:|');
  for (const edition of editionsIn(files)) {
    const started = performance.now();
    const run = spawnSync(process.execPath, [command, 'build', edition, '--out', join(out, 'cold')], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
    const cold = performance.now() - started;
    await timed(files, edition, out);
    const warm = await timed(files, edition, out);
    console.log(`| ${edition} | ${seconds(cold)} | ${seconds(warm)} |`);
  }
}

async function growth(files: FileTree, out: string): Promise<void> {
  const shared = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('shared/')));
  console.log(
    '| synthetic editions in one process | in all | each of the last ones | processor time of each | memory held after collection |\n|---:|---:|---:|---:|---:|',
  );
  let [done, total] = [0, 0];
  for (const step of steps) {
    const before = total;
    const from = done;
    const worked = process.cpuUsage();
    for (; done < step; done += 1) {
      const { id, files: own } = synthetic(files, done + 1);
      total += await timed({ ...shared, ...own }, id, out);
    }
    const count = Math.max(1, step - from);
    // On a busy machine the processor time says more than the clock.
    const { user, system } = process.cpuUsage(worked);
    const [clock, processor] = [(total - before) / count, (user + system) / 1000 / count].map(Math.round);
    console.log(`| ${step} | ${seconds(total)} | ${clock} ms | ${processor} ms | ${mebibytes(held())} |`);
  }
}

const out = await mkdtemp(join(tmpdir(), 'zhinan-growth-'));
try {
  const files = await readDefinitions(definitions);
  await growth(files, out);
  await realEditions(files, out);
} finally {
  await rm(out, { recursive: true });
}
