import { defaultProfile, simulate } from '@zhinan/engine/simulation';
import { parseInstant } from '@zhinan/engine';
import type { Contract } from '@zhinan/model';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { findDefinitions, readDefinitions } from '../node/definitions.ts';
import { EventLog } from './event-log.ts';
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

  // The published schema: four lists; types with named, typed attributes; events with a time; values are texts.
  test('has the shape of the published schema', () => {
    expect(Object.keys(ocel).toSorted()).toEqual(['eventTypes', 'events', 'objectTypes', 'objects']);
    const types = [...ocel.objectTypes, ...ocel.eventTypes];
    expect(types.filter(({ attributes }) => attributes.some(({ name, type }) => !name || !type))).toEqual([]);
    const items = [...ocel.objects, ...ocel.events];
    const values = items.flatMap(({ attributes }) => attributes.map(({ value }) => typeof value));
    expect(new Set(values)).toEqual(new Set(['string']));
    const times = [
      ...ocel.events.map(({ time }) => time),
      ...ocel.objects.flatMap(({ attributes }) => attributes.map(({ time }) => time)),
    ];
    expect(times.filter((time) => parseInstant(time) === null)).toEqual([]);
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

test('XES is well-formed: a trace per case, events in order, each with a name and a time', () => {
  const text = [...xesChunks(log, contract, 'flexible-expert')].join('');
  const parser = new SaxesParser();
  const elements: string[] = [];
  const traces: string[][] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push(name);
    if (name === 'trace') traces.push([]);
    if (traces.length > 0 && attributes['key'] === 'time:timestamp')
      traces.at(-1)?.push(String(attributes['value']));
  });
  parser.write(text).close();
  expect(traces.length).toBe(40);
  const events = elements.filter((name) => name === 'event').length;
  expect(events).toBe(traces.flat().length);
  expect(events).toBe(log.events.filter(({ instance }) => instance.startsWith('case')).length);
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
