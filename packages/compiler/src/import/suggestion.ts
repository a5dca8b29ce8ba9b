import type { Json } from '@zhinan/model';
import type { ClauseDraft } from './clauses.ts';
import type { Doubt, Fact, FactKind, FactOf } from './fact.ts';
import { paperId } from './facts/documents.ts';

/** Where a suggestion goes when it is accepted. `null` in a value is for the officer to fill in. */
export interface Target {
  /** Path inside the edition. */
  readonly file: string;
  /** JSON pointer; `-` at its end appends; empty for a file of its own. */
  readonly pointer: string;
  readonly value: Json;
  /** Written only where nothing stands yet; otherwise what stands there is an obstacle. */
  readonly ifAbsent?: boolean;
  /** Takes the place of what stands there. */
  readonly replace?: boolean;
}

export interface Suggestion {
  /** `date-1`: kind and number, in the order of the text. */
  readonly id: string;
  readonly kind: FactKind;
  readonly clause: string;
  /** Line of the clause in the source. */
  readonly line: number;
  /** Words recognised: a figure with its unit, a name of an office. */
  readonly found: string;
  readonly fact: Fact;
  readonly doubts: readonly Doubt[];
  readonly targets: readonly Target[];
}

/** What was found, as suggestions that say where each would go. A role or a paper is suggested once. */
export function suggestionsOf(
  drafts: readonly ClauseDraft[],
  programs: ReadonlyMap<string, string>,
): readonly Suggestion[] {
  const counts = new Map<FactKind, number>();
  const names = new Names();
  const suggestions: Suggestion[] = [];
  const attachments = new Map(
    drafts
      .filter(({ clause }) => clause.id === '附件')
      .flatMap(({ facts }) => facts)
      .flatMap((fact) => (fact.kind === 'document' ? [[fact.attachment ?? '', fact.title] as const] : [])),
  );
  // What is in the list of attachments is suggested as that: the empty key is taken from the start.
  const seen = new Set<string>(['']);
  for (const [index, { clause, line, facts }] of drafts.entries()) {
    if (clause.id === '前言' || clause.id === '落款') continue;
    const program = programs.get(clause.id) ?? [...programs.values()][0] ?? 'program';
    for (const found of facts) {
      const fact = doubted(listed(found, attachments), clause.modality);
      const keys = keysOf(fact, program, attachments);
      if (keys.some((key) => seen.has(key))) continue;
      for (const key of keys) seen.add(key);
      const number = (counts.get(fact.kind) ?? 0) + 1;
      counts.set(fact.kind, number);
      suggestions.push({
        id: `${fact.kind}-${number}`,
        kind: fact.kind,
        clause: clause.id,
        line,
        found: fact.found,
        fact,
        doubts: fact.doubts,
        targets: targetsOf(fact, {
          clause: clause.id,
          index,
          program,
          number,
          names,
          soft: clause.modality === 'soft',
        }),
      });
    }
  }
  return suggestions;
}

/** Under which names a role or a paper counts as suggested; a paper spoken of in passing is the one in the list. */
function keysOf(fact: Fact, program: string, attachments: ReadonlyMap<string, string>): readonly string[] {
  if (fact.kind === 'role') return [`role ${fact.id ?? fact.title}`];
  if (fact.kind !== 'document') return [];
  if (fact.attachment !== undefined)
    return [`attachment ${fact.attachment}`, ...(fact.id === 'document' ? [] : [`${program} ${fact.title}`])];
  const listedToo = [...attachments.values()].some((title) => paperId(title) === fact.id);
  return listedToo ? ['', `${program} ${fact.id}`] : [`${program} ${fact.id}`];
}

/** A strict word in a clause that is not strict as a whole governs only a part of it. */
function doubted(fact: Fact, modality: string): Fact {
  if (fact.kind !== 'modality' || fact.modality !== 'must' || modality === 'must') return fact;
  return { ...fact, doubts: ['part-of-the-sentence'] };
}

/** An attachment that the text speaks of takes its title from the list; one that the list lacks is doubtful. */
function listed(fact: Fact, attachments: ReadonlyMap<string, string>): Fact {
  if (fact.kind !== 'document' || fact.attachment === undefined) return fact;
  const title = attachments.get(fact.attachment);
  if (title === undefined) return { ...fact, doubts: [...fact.doubts, 'not-in-the-list'] };
  return /^附件\d/u.test(fact.title) ? { ...fact, title } : fact;
}

/** Identifiers that are not given twice. */
class Names {
  readonly #taken = new Map<string, number>();
  next(name: string, separator: string): string {
    const times = (this.#taken.get(name) ?? 0) + 1;
    this.#taken.set(name, times);
    return times === 1 ? name : `${name}${separator}${times}`;
  }
}

interface Where {
  readonly clause: string;
  readonly index: number;
  readonly program: string;
  readonly number: number;
  readonly names: Names;
  readonly soft: boolean;
}

function targetsOf(fact: Fact, where: Where): readonly Target[] {
  const { clause, program, names, number } = where;
  const rules = `${program}/rules.json`;
  const strength = where.soft ? 'soft' : 'must';
  switch (fact.kind) {
    case 'date': {
      const name = names.next(
        fact.edge === 'from' ? 'opening' : fact.edge === 'until' ? 'deadline' : 'day',
        '',
      );
      const value = { title: fact.title === '' ? '时点' : fact.title, at: instantOf(fact), clause };
      return [{ file: 'guideline.json', pointer: `/instants/${name}`, value }];
    }
    case 'birth-date': {
      const sign = fact.side === 'from' ? '>=' : '<=';
      const require = `birthDate ${sign} date("${fact.date}")`;
      const title = `${fact.date} ${fact.side === 'from' ? '以后' : '以前'}出生`;
      const id = names.next('birth', '-');
      return [
        { file: rules, pointer: '/rules/-', value: { id, title, clause, strength, require } },
        ...birthDate(program, clause),
      ];
    }
    case 'age': {
      const sign = { min: '>=', max: '<=', over: '>', under: '<' }[fact.bound ?? 'max'];
      const require = fact.bound === undefined ? null : `age(birthDate, 基准日) ${sign} ${fact.years}`;
      const value = {
        id: names.next('age', '-'),
        title: `年龄 ${sign} ${fact.years}`,
        clause,
        strength,
        require,
        reference: null,
      };
      return [{ file: rules, pointer: '/rules/-', value }, ...birthDate(program, clause)];
    }
    case 'amount': {
      const cap = fact.bound === 'max' || fact.least !== fact.most ? { cap: fact.most } : {};
      const floor = fact.least === fact.most ? {} : { floor: fact.least };
      const id = names.next('amount', '-');
      const value = fact.bound === undefined && fact.least === fact.most ? String(fact.most) : null;
      return [
        {
          file: rules,
          pointer: '/amounts/-',
          value: { id, title: `金额 ${number}`, clause, unit: '元', value, ...cap, ...floor },
        },
      ];
    }
    case 'share':
    case 'count':
    case 'duration': {
      const id = names.next(fact.kind, '-');
      return [
        {
          file: rules,
          pointer: '/rules/-',
          value: { id, title: `${fact.found}`, clause, strength, require: null },
        },
      ];
    }
    case 'workdays': {
      const delay = {
        title: fact.notice ? '公示' : '期限',
        clause,
        workdays: fact.days,
        ...(fact.notice ? { postingDayCounts: 'notice-days' } : {}),
      };
      const machine: Target = {
        file: `${program}/workflow/case.json`,
        pointer: `/delays/${names.next(fact.notice ? 'notice' : 'period', '')}`,
        value: delay,
      };
      return [machine];
    }
    case 'role': {
      const id = fact.id ?? names.next('body', '-');
      return [
        {
          file: 'guideline.json',
          pointer: `/roles/${id}`,
          value: { title: fact.title, kind: fact.role, clause },
          ifAbsent: id === 'applicant',
        },
      ];
    }
    case 'document': {
      const by = fact.id === 'application-form' ? 'applicant' : null;
      const value = { title: fact.title, clause, by, blocks: [{ text: '（待写）' }] };
      return [{ file: `${program}/documents/${names.next(fact.id, '-')}.json`, pointer: '', value }];
    }
    case 'modality':
      return [
        {
          file: 'clauses.json',
          pointer: `/clauses/${where.index}/modality`,
          value: fact.modality,
          replace: true,
        },
      ];
  }
}

/** With an hour the text is definite; without one, or without a day, the officer decides. */
function instantOf({ date, time }: FactOf<'date'>): string | null {
  if (date === undefined || time === undefined) return null;
  if (time !== '24:00') return `${date}T${time}:00+08:00`;
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return `${next}T00:00:00+08:00`;
}

function birthDate(program: string, clause: string): readonly Target[] {
  const purpose = { 'x-sensitive': { purpose: '核对年龄条件', clause } };
  return [
    {
      file: `${program}/forms/application.schema.json`,
      pointer: '/properties/birthDate',
      value: { type: 'string', format: 'date', title: '出生日期', 'x-clause': clause, ...purpose },
      ifAbsent: true,
    },
    {
      file: `${program}/forms/application.ui.json`,
      pointer: '/ui:options/sections/0/fields/-',
      value: 'birthDate',
      ifAbsent: true,
    },
  ];
}
