import type { Contract, Json, ProgramContract } from '@zhinan/model';
import type { Word } from '../words.ts';

/** A part of the definition that names a clause. */
export interface Citation {
  readonly kind: Word;
  readonly title: string;
}

type Cite = (clause: Json | undefined, citation: Citation) => void;

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function clausesOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Walks a form's schema: a field's own title, or its form's where it has none. */
function citeSchema(schema: Json, title: string, cite: Cite): void {
  if (Array.isArray(schema)) {
    for (const item of schema) citeSchema(item, title, cite);
    return;
  }
  if (!isObject(schema)) return;
  const own = typeof schema['title'] === 'string' ? schema['title'] : title;
  cite(schema['x-clause'], { kind: 'kindForm', title: own });
  for (const [key, value] of Object.entries(schema)) if (key !== 'x-clause') citeSchema(value, own, cite);
}

/** Walks a machine's config: states and their transitions carry `meta` with title and clause. */
function citeConfig(config: Json, cite: Cite): void {
  if (Array.isArray(config)) {
    for (const item of config) citeConfig(item, cite);
    return;
  }
  if (!isObject(config)) return;
  const meta = config['meta'];
  if (isObject(meta)) {
    const title = typeof meta['title'] === 'string' ? meta['title'] : '';
    cite(meta['clause'], { kind: 'kindState', title });
  }
  for (const [key, value] of Object.entries(config)) if (key !== 'meta') citeConfig(value, cite);
}

function citeRules(program: ProgramContract, cite: Cite): void {
  const { rules, relax = [], amounts = [], quotas = [] } = program.rules;
  const lists = [
    ['kindRule', rules],
    ['kindRelax', relax],
    ['kindAmount', amounts],
    ['kindQuota', quotas],
  ] as const;
  for (const [kind, list] of lists) for (const { title, clause } of list) cite(clause, { kind, title });
}

function citeProgram(program: ProgramContract, cite: Cite): void {
  cite(program.clauses, { kind: 'kindProgram', title: program.title });
  for (const form of Object.values(program.forms)) {
    cite(form.clauses, { kind: 'kindForm', title: form.title });
    citeSchema(form.schema as Json, form.title, cite);
  }
  for (const machine of Object.values(program.machines)) {
    citeConfig(machine.config, cite);
    for (const { clause, title } of Object.values(machine.delays)) cite(clause, { kind: 'kindDelay', title });
  }
  for (const { clause, title } of Object.values(program.documents))
    cite(clause, { kind: 'kindDocument', title });
  citeRules(program, cite);
}

/** For each clause id, the parts that cite it, without repetition and in the definition's order. */
export function citations(contract: Contract): ReadonlyMap<string, readonly Citation[]> {
  const found = new Map<string, Map<string, Citation>>();
  const cite: Cite = (clause, citation) => {
    for (const id of clausesOf(clause)) {
      const list = found.get(id) ?? new Map<string, Citation>();
      list.set(`${citation.kind}/${citation.title}`, citation);
      found.set(id, list);
    }
  };
  for (const { clause, title } of Object.values(contract.instants))
    cite(clause, { kind: 'kindInstant', title });
  for (const { clause, question } of Object.values(contract.interpretations))
    cite(clause, { kind: 'kindInterpretation', title: question });
  for (const { clause, title } of Object.values(contract.roles)) cite(clause, { kind: 'kindRole', title });
  for (const program of Object.values(contract.programs)) citeProgram(program, cite);
  return new Map([...found].map(([id, list]) => [id, [...list.values()]]));
}
