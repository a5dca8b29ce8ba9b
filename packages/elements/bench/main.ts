import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { install } from './competitors.ts';
import { engines } from './engines/index.ts';
import { stand } from './measure.ts';
import { type Row, run } from './run.ts';
import { tables } from './table.ts';

/**
 * The same form in several engines, in one run, in a real Chromium: `npm run bench:elements`.
 *
 *   -- --only ours,hand   some engines (`ours` takes `ours-rules` along, `hand` `hand-skipping`)
 *   -- --rounds 5         fewer rounds; default 9
 *   -- --no-lengths       without the long lists
 *   -- --json             everything measured, as JSON
 *   -- --write            puts the tables into the README
 *
 * Ratios are medians over the rounds of an engine's value to that of the form by hand in the same round. The clock is
 * the processor time of the page's main thread from the order (or the key) to the painted frame, which other work
 * on the machine does not lengthen; the JSON has the time on the wall too (`frame`).
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    lengths: { type: 'boolean', default: true },
    'lengths-rounds': { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const wanted = options.only?.split(',');
const unknown = wanted?.find((id) => !engines.some((engine) => engine.id === id));
if (unknown !== undefined)
  throw new Error(`no engine ${unknown}; there are ${engines.map(({ id }) => id).join(', ')}`);
const chosen = engines.filter(
  ({ id }) => wanted === undefined || wanted.includes(id) || wanted.includes(id.split('-')[0] ?? ''),
);
const plan = {
  rounds: Number(options.rounds),
  lengths: options.lengths ? [500, 1000, 2000] : [],
  lengthRounds: Number(options['lengths-rounds']),
  keys: 30,
  tell: (message: string) => console.error(message),
};
if (!Number.isInteger(plan.rounds) || plan.rounds < 1)
  throw new Error('--rounds takes a whole number from 1 on');

async function write(text: string): Promise<void> {
  const path = fileURLToPath(new URL('../../../README.md', import.meta.url));
  const mark = (end: string) => `<!-- ${end}bench:elements -->`;
  const readme = await readFile(path, 'utf8');
  const [before, after] = [readme.split(mark('')), readme.split(mark('/'))];
  if (before.length !== 2 || after.length !== 2)
    throw new Error('the README has no marks for bench:elements');
  const next = `${before[0]}${mark('')}\n\n${text}\n\n${mark('/')}${after[1]}`;
  await writeFile(path, await format(next, { parser: 'markdown', singleQuote: true, printWidth: 110 }));
}

install(chosen.flatMap(({ needs = [] }) => needs));
plan.tell('compiling and bundling');
const at = await stand(chosen);
let rows: readonly Row[];
try {
  rows = await run(at, chosen, plan);
} finally {
  await at.host.close();
}
console.log(options.json ? JSON.stringify(rows, null, 1) : tables(rows));
if (options.write) await write(tables(rows));
// A browser that was given up may still be computing.
process.exit();
