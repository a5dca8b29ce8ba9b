import { beforeAll, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { editionsIn } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import { playable } from '@zhinan/compiler/testing';
import { layOut, planDocument, toHtml } from '@zhinan/documents';
import type {
  Contract,
  FileTree,
  FormContract,
  FormSchema,
  Json,
  JsonObject,
  ProgramContract,
} from '@zhinan/model';

const files: FileTree = await readDefinitions(new URL('../definitions', import.meta.url).pathname);
const editions = editionsIn(files);
const contracts = new Map<string, Contract>();

beforeAll(async () => {
  for (const edition of editions) contracts.set(edition, (await playable(files, edition)).contract);
});

const programsOf = (edition: string): readonly (readonly [Contract, ProgramContract])[] => {
  const contract = contracts.get(edition);
  return contract ? Object.values(contract.programs).map((program) => [contract, program] as const) : [];
};

describe.each(editions)('documents of %s', (edition) => {
  test('can all be printed, from nothing and from answers in every field', async () => {
    expect(programsOf(edition).length).toBeGreaterThan(0);
    for (const [contract, program] of programsOf(edition)) {
      const { facts } = answered(program, 'Q7');
      for (const { id, title } of Object.values(program.documents)) {
        const plan = planDocument(contract, program, id);
        const [blank, full] = await Promise.all([
          layOut(plan, { facts: {} }),
          layOut(plan, { facts, issued: '2026-01-05', final: true }),
        ]);
        expect(toHtml(blank, { styles: 'a.css' })).toContain('草稿');
        const html = toHtml(full, { styles: 'a.css' });
        expect(html).toContain(title.replaceAll('"', '&quot;'));
        expect(html).not.toMatch(/\[object|undefined|NaN/);
      }
    }
  });

  test('no public document holds a sensitive answer, even if somebody wrote it into another field', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Z][0-9][A-Z][0-9]{5}$/), async (seed) => {
        for (const [contract, program] of programsOf(edition)) {
          const { facts, secrets } = answered(program, seed);
          const members = [{ facts, rank: 1 }];
          for (const { id } of Object.values(program.documents).filter(
            (document) => document.public === true,
          )) {
            const html = toHtml(await layOut(planDocument(contract, program, id), { facts, members }), {
              styles: 'a.css',
            });
            expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});

test('the property has something to find: there are notices, and a document that is not public shows what they hide', async () => {
  const all = editions.flatMap((edition) => programsOf(edition));
  expect(
    all.flatMap(([, program]) => Object.values(program.documents)).filter((one) => one.public === true)
      .length,
  ).toBeGreaterThan(5);
  const [contract, program] = programsOf('xinjiang-craftsman/2025')[0] ?? [];
  if (!contract || !program) throw new Error('no craftsman');
  const { facts, secrets } = answered(program, 'A1B23456');
  const form = toHtml(await layOut(planDocument(contract, program, 'application-form'), { facts }), {
    styles: 'a.css',
  });
  expect(secrets.some((secret) => form.includes(secret))).toBe(true);
});

/**
 * Answers in every field of every form. Sensitive ones are one of a kind; every other text holds all of them, as an
 * applicant might write his own number into a summary. Third persons' names are no secrets here: the plan decides on them.
 */
function answered(
  program: ProgramContract,
  seed: string,
): { facts: Record<string, JsonObject>; secrets: readonly string[] } {
  const secrets = ['650103198003150111', '13912345678'];
  const fill = (form: FormContract, schema: FormSchema, secret: boolean, second: boolean): Json => {
    const found = target(form, schema);
    const hidden =
      secret ||
      found['x-sensitive'] !== undefined ||
      ['resident-id', 'mobile', 'email'].includes(found.format ?? '');
    if (found.enum) return found.enum[0] ?? null;
    if (found.type === 'boolean') return true;
    if (found.type === 'integer' || found.type === 'number') return 7;
    if (found.type === 'array') return [fill(form, found.items ?? {}, hidden, second)];
    if (found.type === 'object') {
      const conditional = (found.allOf ?? []).flatMap(({ then }) => Object.entries(then?.properties ?? {}));
      const entries = [...Object.entries(found.properties ?? {}), ...conditional];
      return Object.fromEntries(
        entries.map(([name, property]) => [name, fill(form, property, hidden, second)]),
      );
    }
    if (hidden && !second) {
      secrets.push(`${seed}${secrets.length}密`);
      return secrets.at(-1) ?? '';
    }
    if (hidden) return 'Z9';
    return found.format === 'date' ? '2025-10-08' : second ? `说明${secrets.join('、')}` : '';
  };
  const pass = (second: boolean) =>
    Object.fromEntries(
      Object.values(program.forms).map((form) => [
        form.id,
        fill(form, form.schema, false, second) as JsonObject,
      ]),
    );
  const first = pass(false);
  return { facts: merged(pass(true), first), secrets };
}

/** Sensitive answers of the first pass, everything else of the second. */
function merged(open: Json, hidden: Json): Record<string, JsonObject> {
  const join = (one: Json | undefined, other: Json | undefined): Json => {
    if (Array.isArray(one) && Array.isArray(other))
      return one.map((entry: Json, index) => join(entry, other[index] as Json));
    if (one !== null && typeof one === 'object' && other !== null && typeof other === 'object')
      return Object.fromEntries(
        Object.entries(one as JsonObject).map(([key, value]) => [
          key,
          join(value, (other as JsonObject)[key]),
        ]),
      );
    return (one === 'Z9' ? other : one) ?? null;
  };
  return join(open, hidden) as unknown as Record<string, JsonObject>;
}

function target(form: FormContract, schema: FormSchema): FormSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const found = name === undefined ? undefined : form.schema.$defs?.[name];
  if (!found) return schema;
  const { $ref: _, ...own } = schema;
  return { ...target(form, found), ...own };
}
