import { defaultProfile, simulate } from '@zhinan/engine/simulation';
import { parseInstant } from '@zhinan/engine';
import type { Contract } from '@zhinan/model';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { findDefinitions, readDefinitions } from '../node/definitions.ts';
import { EventLog } from './event-log.ts';
import { ocelSchema, ocelValues } from './ocel-standard.fixture.ts';
import { ocelChunks } from './ocel.ts';
import { prepareSimulation } from './prepare.ts';
import { simulationHtml } from './report-html.ts';
import { simulationText } from './report-text.ts';
import { reportOf } from './sections.ts';
import { xesChunks } from './xes.ts';

interface Typed {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
}
interface Item {
  readonly id: string;
  readonly type: string;
  readonly time?: string;
  readonly attributes: readonly { readonly name: string; readonly value: unknown; readonly time?: string }[];
  readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
}
interface Ocel {
  readonly objectTypes: readonly Typed[];
  readonly eventTypes: readonly Typed[];
  readonly objects: readonly Item[];
  readonly events: readonly Item[];
}

const log = new EventLog();
let contract: Contract;
let answers: readonly string[];
let result: ReturnType<typeof finished>;

function finished(run: ReturnType<typeof simulate>) {
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}

beforeAll(async () => {
  const files = await readDefinitions(findDefinitions(import.meta.dirname) ?? '');
  const { prepared } = await prepareSimulation(files, {
    edition: 'talent-aid-xinjiang/2023-2',
    program: 'flexible-expert',
    seed: 7,
  });
  if (!prepared) throw new Error('cannot be simulated');
  contract = prepared.environment.contract;
  answers = prepared.applicants.flatMap(({ facts }) => textsIn(facts));
  const asked = { ...prepared, ...prepared.period, profile: defaultProfile, seed: 7, cases: 40 };
  result = finished(simulate({ ...asked, onEntry: log.note }));
});

/** Texts long enough to tell a person by: names, numbers, addresses. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 6 && !/^\d{4}-\d\d-\d\d$/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe('OCEL 2.0', () => {
  let ocel: Ocel;
  let text: string;

  beforeAll(() => {
    text = [...ocelChunks(log, contract)].join('');
    ocel = JSON.parse(text) as Ocel;
  });

  test('passes the published schema', () => {
    const ajv = new Ajv({ allErrors: true, strict: true });
    ajv.addFormat('date-time', (value) => parseInstant(value) !== null);
    const accepts = ajv.compile(ocelSchema);
    accepts(ocel);
    expect(accepts.errors ?? []).toEqual([]);
    // The schema is no formality: what it forbids is refused.
    const [event, ...more] = ocel.events;
    const broken: readonly object[] = [
      { ...ocel, objects: undefined },
      { ...ocel, events: [{ ...event, time: '2025-01-06' }, ...more] },
      { ...ocel, events: [{ ...event, attributes: [{ name: 'paid', value: 1 }] }, ...more] },
      { ...ocel, events: [{ ...event, relationships: [{ objectId: 'case:1' }] }, ...more] },
    ];
    for (const each of broken) expect(accepts(JSON.parse(JSON.stringify(each)))).toBe(false);
  });

  test('has values of the types declared for them, and types that the standard knows', () => {
    const declared = (types: readonly Typed[]) =>
      new Map(
        types.flatMap(({ name, attributes }) =>
          attributes.map((each) => [`${name} ${each.name}`, each.type]),
        ),
      );
    const unknown = [...ocel.objectTypes, ...ocel.eventTypes].flatMap(({ attributes }) =>
      attributes.filter(({ type }) => !Object.hasOwn(ocelValues, type)),
    );
    expect(unknown).toEqual([]);
    const wrong = (types: readonly Typed[], items: readonly Item[]) => {
      const typeOf = declared(types);
      return items.flatMap(({ type, attributes }) =>
        attributes.filter(
          ({ name, value }) => ocelValues[typeOf.get(`${type} ${name}`) ?? '']?.test(String(value)) !== true,
        ),
      );
    };
    expect(wrong(ocel.objectTypes, ocel.objects)).toEqual([]);
    expect(wrong(ocel.eventTypes, ocel.events)).toEqual([]);
    for (const types of [ocel.objectTypes, ocel.eventTypes])
      expect(new Set(types.map(({ name }) => name)).size).toBe(types.length);
  });

  test('names only what it declares, and every id once', () => {
    const ids = new Set([...ocel.objects, ...ocel.events].map(({ id }) => id));
    expect(ids.size).toBe(ocel.objects.length + ocel.events.length);
    const known = (types: readonly Typed[], items: readonly Item[]) =>
      items.filter(({ type, attributes }) => {
        const declared = types.find(({ name }) => name === type)?.attributes.map(({ name }) => name);
        return !declared || attributes.some(({ name }) => !declared.includes(name));
      });
    expect(known(ocel.objectTypes, ocel.objects)).toEqual([]);
    expect(known(ocel.eventTypes, ocel.events)).toEqual([]);
    const objects = new Set(ocel.objects.map(({ id }) => id));
    const dangling = [...ocel.objects, ...ocel.events]
      .flatMap(({ relationships }) => relationships)
      .filter(({ objectId }) => !objects.has(objectId));
    expect(dangling).toEqual([]);
  });

  test('holds every machine, and each case with its applicant and its batch', () => {
    const count = (type: string) => ocel.objects.filter((each) => each.type === type).length;
    const kinds = Object.entries(result.machines).map(([kind, number]) => [kind, number, count(kind)]);
    expect(kinds).toEqual(Object.entries(result.machines).map(([kind, number]) => [kind, number, number]));
    expect(count('applicant')).toBe(40);
    const ofCase = ocel.objects.find(({ type }) => type === 'case')?.relationships ?? [];
    expect(ofCase.map(({ qualifier }) => qualifier)).toEqual(['by', 'in']);
    expect(ocel.events.some(({ attributes }) => attributes.some(({ name }) => name === 'paid'))).toBe(true);
  });

  test('carries nothing that anybody wrote', () => {
    const told = new Set(
      JSON.stringify([contract.roles, contract.programs]).match(/[^"]{6,}/g) as readonly string[],
    );
    const personal = [...new Set(answers)].filter((answer) => !told.has(answer));
    expect(personal.length).toBeGreaterThan(10);
    expect(personal.filter((answer) => text.includes(answer))).toEqual([]);
    expect(text).not.toContain('模拟');
  });
});

/** IEEE 1849: what may stand in what, in this order; attributes are the elements with a key. */
const XES_ORDER = ['extension', 'global', 'classifier', 'attribute', 'trace', 'event'];
const XES_INSIDE: Readonly<Record<string, readonly string[]>> = {
  '': ['log'],
  log: ['extension', 'global', 'classifier', 'attribute', 'trace', 'event'],
  global: ['attribute'],
  trace: ['attribute', 'event'],
  event: ['attribute'],
};
const XES_ATTRIBUTES = ['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'];

test('XES keeps the structure of its standard: nesting, order, declared prefixes, globals in every event', () => {
  const text = [...xesChunks(log, contract, 'flexible-expert')].join('');
  const parser = new SaxesParser();
  const faults: string[] = [];
  const open: { readonly kind: string; readonly children: string[]; readonly keys: string[] }[] = [
    { kind: '', children: [], keys: [] },
  ];
  const prefixes = new Set<string>();
  const globals = new Map<string, readonly string[]>();
  let scope = '';
  const traces: string[][] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const around = open.at(-1);
    const kind = XES_ATTRIBUTES.includes(name) ? 'attribute' : name;
    const key = String(attributes['key'] ?? '');
    if (!around || !XES_INSIDE[around.kind]?.includes(kind)) faults.push(`${name} in ${around?.kind}`);
    const last = around?.children.at(-1) ?? '';
    if (XES_ORDER.indexOf(kind) < XES_ORDER.indexOf(last)) faults.push(`${name} behind ${last}`);
    if (around?.keys.includes(key) && kind === 'attribute') faults.push(`${key} twice`);
    around?.children.push(kind);
    around?.keys.push(key);
    open.push({ kind, children: [], keys: [] });
    if (kind === 'log' && attributes['xes.version'] !== '1849.2016') faults.push('version');
    if (kind === 'extension') prefixes.add(String(attributes['prefix']));
    if (kind === 'global') scope = String(attributes['scope']);
    if (kind === 'trace') traces.push([]);
    if (kind !== 'attribute') return;
    const value = String(attributes['value'] ?? '');
    if (key === '') faults.push(`${name} without key`);
    if (key.includes(':') && !prefixes.has(key.split(':')[0] ?? '')) faults.push(`prefix of ${key}`);
    if (name === 'date' && parseInstant(value) === null) faults.push(`date ${value}`);
    if (name === 'float' && !Number.isFinite(Number(value))) faults.push(`float ${value}`);
    if (around?.kind === 'global') globals.set(scope, [...(globals.get(scope) ?? []), key]);
    if (around?.kind === 'event' && key === 'time:timestamp') traces.at(-1)?.push(value);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const missing = (globals.get(closed?.kind ?? '') ?? []).filter((key) => !closed?.keys.includes(key));
    if (missing.length > 0) faults.push(`${closed?.kind} without ${missing.join()}`);
  });
  parser.write(text).close();
  expect(faults).toEqual([]);
  expect([...globals.keys()]).toEqual(['trace', 'event']);
  expect(traces.length).toBe(40);
  expect(traces.flat().length).toBe(log.events.filter(({ instance }) => instance.startsWith('case')).length);
  expect(traces.filter((times) => times.join() !== times.toSorted().join())).toEqual([]);
});

test.each(['zh-CN', 'en'] as const)(
  'the report in %s says the same as page and as text',
  async (language) => {
    const report = reportOf(result, language);
    const [page, text] = [await simulationHtml(report), simulationText(report)];
    for (const { title, notes } of report.sections) {
      expect(text).toContain(title);
      for (const said of [title, ...notes]) expect(page).toContain(said.replaceAll('"', '&quot;'));
    }
    expect(page).toContain(`lang="${language}"`);
    expect(page).not.toMatch(/<script|\sstyle=|undefined|NaN/);
    expect(text).not.toMatch(/undefined|NaN/);
  },
);
