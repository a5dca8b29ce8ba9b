import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { explain } from '@zhinan/engine/validation';
import type { FormSchema, JsonObject } from '@zhinan/model';
import { formats } from '@zhinan/engine/validation';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from '../src/compile.ts';
import { validatorCode } from '../src/forms/compile.ts';
import { formSchema } from '../src/forms/form-schema.ts';
import { shapeOf } from '../src/forms/shape-of.ts';
import { bundleEntry } from '../src/node/bundle.ts';
import { readDefinitions } from '../src/node/definitions.ts';

/**
 * Our validators beside Ajv's generated code on one application form, in one run: `npm run bench:validators`.
 * Prints a Markdown table of ratios (medians of rounds taken in turns); sizes are gzip at level 9.
 */
const edition = 'xinjiang-craftsman/2025';
const definitions = fileURLToPath(new URL('../../../definitions', import.meta.url));
const compiled = await compile(await readDefinitions(definitions), edition);
const [program] = Object.values(compiled.contract?.programs ?? {});
const form = program?.forms[program.applicationForm];
if (!compiled.files || !program || !form) throw new Error(`${edition} does not build`);
const schema = formSchema(form);
const scenarios = JSON.parse(compiled.files[`${program.id}/scenarios.json`] ?? '[]') as readonly {
  readonly id: string;
  readonly facts: Readonly<Record<string, JsonObject>>;
}[];
const small = scenarios.find(({ id }) => id === 'eligible-south-relaxation')?.facts[form.id];
if (small === undefined) throw new Error('the scenario to measure on is gone');

/** The schema without titles and the like, which Ajv in strict mode does not know. */
const oracle = (allErrors: boolean) =>
  new Ajv2020({
    allErrors,
    messages: false,
    ownProperties: true,
    inlineRefs: false,
    strict: false,
    formats,
    code: { source: true, esm: true, formats: _`formats` },
  });

/** The same answers with 200 careers: the list that has no cross-checks. */
const withRows = (schemaOf: FormSchema): FormSchema => {
  const { careers, ...others } = schemaOf.properties ?? {};
  if (!careers) throw new Error('the list to measure on is gone');
  const { maxItems: _max, ...open } = careers;
  return { ...schemaOf, properties: { ...others, careers: open } };
};
const open = withRows(schema);
const career = (small['careers'] as readonly JsonObject[])[0] ?? {};
const large: JsonObject = { ...small, careers: Array.from({ length: 200 }, () => career) };

/** Every answer of another type: errors everywhere. */
function spoilt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoilt);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoilt(inner)]));
  return typeof value === 'number' ? '文字' : 7;
}
const smallWrong = spoilt(small) as JsonObject;
/** A long list with an error in every tenth row, as a person makes them. */
const largeWrong: JsonObject = {
  ...large,
  careers: Array.from({ length: 200 }, (_, at) =>
    at % 10 === 0 ? { ...career, from: '2025-02-30', unit: '' } : career,
  ),
};

const file = `import { accepts, codePoints, formats, samePair } from '@zhinan/engine/validation';\n`;
const module = await bundleEntry(
  { 'own.js': `${file}${validatorCode(shapeOf(open))}\nexport { verdict, shape, entries };` },
  'own.js',
);
const loaded = performance.now();
const own = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
  readonly verdict: (data: unknown) => boolean;
  readonly shape: Parameters<typeof explain>[0];
  readonly entries: NonNullable<Parameters<typeof explain>[2]>;
};
const coldVerdict = own.verdict(small);
const cold = performance.now() - loaded;
if (!coldVerdict) throw new Error('the sample is not valid');
const first = oracle(false).compile(open);
const all = oracle(true).compile(open);

const contests: readonly (readonly [
  string,
  unknown,
  (data: unknown) => unknown,
  (data: unknown) => unknown,
])[] = [
  ['small valid', small, own.verdict, first],
  ['large valid (200 rows)', large, own.verdict, first],
  [
    'small, all errors',
    smallWrong,
    (data) => own.verdict(data) || explain(own.shape, data, own.entries),
    all,
  ],
  [
    'large, all errors',
    largeWrong,
    (data) => own.verdict(data) || explain(own.shape, data, own.entries),
    all,
  ],
];

/** Runs per millisecond of processor time, so that other work on the machine does not count. */
function rate(work: (data: unknown) => unknown, data: unknown): number {
  const started = process.cpuUsage();
  let runs = 0;
  let spent = 0;
  while (spent < 60_000) {
    for (let each = 0; each < 50; each++) work(data);
    runs += 50;
    const { user, system } = process.cpuUsage(started);
    spent = user + system;
  }
  return (runs / spent) * 1000;
}
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const rows = contests.map(([name, data, mine, theirs]) => {
  rate(mine, data);
  rate(theirs, data);
  const ratios: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round < 15; round++) {
    const speed = rate(mine, data);
    speeds.push(speed);
    ratios.push(speed / rate(theirs, data));
  }
  return `| ${name} | ${(median(speeds) * 1000).toLocaleString('en', { maximumFractionDigits: 0 })} | ${median(ratios).toFixed(2)}× |`;
});

const size = (code: string): string => `${(gzipSync(code, { level: 9 }).length / 1024).toFixed(1)} KiB`;
const engine = '@zhinan/engine/validation';
const errorsOnly = await bundleEntry(
  {
    'own.js': `import { accepts, codePoints, explain, formats, samePair } from '${engine}';\n${validatorCode(shapeOf(schema))}\nexport const check = (data) => verdict(data) ? [] : explain(shape, data, entries);`,
  },
  'own.js',
);
const ajvModule = standalone
  .default(oracle(true).addSchema({ ...schema, $id: 'form' }), { check: 'form' })
  .replace('"use strict";', '')
  .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'ucs2length')
  .replaceAll('require("ajv/dist/runtime/equal").default', 'equal');
const ajvSize = await bundleEntry(
  {
    'ajv.js': `import u from 'ajv/dist/runtime/ucs2length.js';\nimport e from 'ajv/dist/runtime/equal.js';\nimport { formats } from '${engine}';\nconst ucs2length = u.default; const equal = e.default;\n${ajvModule}`,
  },
  'ajv.js',
);
console.log(`| ${form.title} | documents a second | to Ajv 8 in the same rounds |\n|---|---:|---:|`);
for (const row of rows) console.log(row);
console.log(`| gzip: verdict and errors | ${size(errorsOnly)} | Ajv standalone: ${size(ajvSize)} |`);
console.log(`| first verdict after loading | ${cold.toFixed(1)} ms | |`);
