import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FileTree } from '@zhinan/model';
import { build, type Built } from '../src/node/build.ts';
import { bundleEntry, bundlePackage } from '../src/node/bundle.ts';
import { readDefinitions } from '../src/node/definitions.ts';
import { loadedScripts } from '../src/node/loaded-scripts.ts';

/**
 * Prints the sizes of one edition's generated package and the times of its build as a Markdown table for the README.
 * `npm run bench [-- <scheme>/<edition>]`. Sizes are gzip at level 9; times are of this machine.
 */
const edition = process.argv[2] ?? 'xinjiang-craftsman/2025';
const definitions = fileURLToPath(new URL('../../../definitions', import.meta.url));

const gzip = (text: string | undefined): string =>
  text === undefined ? '—' : `${(gzipSync(text, { level: 9 }).length / 1024).toFixed(1)} KiB`;
const milliseconds = (time: number): string => `${Math.round(time)} ms`;

/** The same definition with one title changed, as an officer would: one form file differs. */
function oneTitleChanged(files: FileTree, form: string, round: number): FileTree {
  const path = Object.keys(files).find(
    (name) => name.startsWith(edition) && name.endsWith(`/forms/${form}.schema.json`),
  );
  if (path === undefined) throw new Error(`no file of form ${form}`);
  const text = files[path] ?? '';
  const changed = text.replace(/"title": "([^"]*)"/, `"title": "$1（第 ${round} 稿）"`);
  if (changed === text) throw new Error(`no title in ${path}`);
  return { ...files, [path]: changed };
}

function sound(built: Built): Built & { readonly files: FileTree } {
  if (built.files && built.contract) return { ...built, files: built.files };
  throw new Error(`${edition} does not build: ${built.diagnostics.map(({ code }) => code).join(', ')}`);
}

async function measure(out: string): Promise<readonly (readonly [string, string])[]> {
  const files = await readDefinitions(definitions);
  const first = sound(await build(files, edition, out));
  // The clock of `performance` begins with the process, so this holds loading and the JIT's first pass too.
  const cold = performance.now();

  const contract = first.contract;
  const [program] = Object.values(contract?.programs ?? {});
  if (!program) throw new Error(`${edition} has no programme`);
  const form = program.applicationForm;
  const times: number[] = [];
  for (let round = 1; round <= 5; round++) {
    const started = performance.now();
    sound(await build(oneTitleChanged(files, form, round), edition, out));
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);

  const tree = { ...first.files, ...(await bundlePackage(first.files)) };
  const at = (path: string) => gzip(tree[`${program.id}/${path}`]);
  const loaded = (path: string): string => {
    const { first: atFirst, all } = loadedScripts(tree, path);
    return `${atFirst.toFixed(1)} KiB, with all it may ask for later ${all.toFixed(1)} KiB`;
  };
  /** What is a form's own, beside what all forms share. */
  const own = Object.keys(program.forms)
    .flatMap((id) => tree[`${program.id}/${id}.bundle.js`] ?? [])
    .toSorted((one, other) => one.length - other.length);
  const forms = Object.keys(program.forms).length;
  return [
    [`elements: ${program.title}, application form alone`, loaded(`${program.id}/${form}.bundle.js`)],
    [
      `elements: a further form on the page, median of ${own.length} and most`,
      `${gzip(own[own.length >> 1])}, ${gzip(own.at(-1))}`,
    ],
    ['elements: eligibility check alone', loaded(`${program.id}/eligibility.bundle.js`)],
    ['elements: case status alone', loaded(`${program.id}/case.bundle.js`)],
    ['elements: review desk alone', loaded(`${program.id}/review.bundle.js`)],
    ['elements: inbox alone', loaded('inbox.bundle.js')],
    ['elements: all tags in one bundle', loaded('elements.bundle.js')],
    ['validator of the application form, messages in two languages', at(`validators/${form}.js`)],
    [`validators of all ${forms} forms`, at('validators.js')],
    [
      'rules that decide, with their runtime',
      gzip(await bundleEntry(first.files, `${program.id}/decide.js`)),
    ],
    [
      'rules that decide and explain, with their runtime',
      gzip(await bundleEntry(first.files, `${program.id}/rules.js`)),
    ],
    ['full build, from the start of the process', milliseconds(cold)],
    ['rebuild after one changed form file (median of 5)', milliseconds(times[2] ?? 0)],
  ];
}

const out = await mkdtemp(join(tmpdir(), 'zhinan-bench-'));
try {
  const rows = await measure(out);
  console.log(`| ${edition} | |\n|---|---|`);
  for (const [what, value] of rows) console.log(`| ${what} | ${value} |`);
} finally {
  await rm(out, { recursive: true });
}
