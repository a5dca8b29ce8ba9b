import type { FileTree, Json, JsonObject } from '@zhinan/model';
import { toBeWritten } from '../3-check/nothing-is-left-to-be-written.ts';
import type { ClauseDraft } from './clauses.ts';
import type { Frame, Programs } from './frame.ts';

/** A file as the house formatter leaves it, as far as JSON itself allows. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The files of an edition that loads and checks, with everything an officer must write marked （待写）: its guideline, its
 * clauses, and for each programme an application form with one field. Paths inside the edition.
 */
export function skeletonOf(drafts: readonly ClauseDraft[], frame: Frame, programs: Programs): FileTree {
  const { title, number, basis, issuer, calendarRegion } = frame;
  const files: Record<string, string> = {
    'guideline.json': jsonText({
      $schema: schema('guideline', 0),
      title,
      shortTitle: `${toBeWritten}简称`,
      issuer: [issuer],
      ...(number === undefined ? {} : { number }),
      ...(basis.length === 0 ? {} : { basis }),
      ...(calendarRegion === undefined ? {} : { calendarRegion }),
      instants: {},
      roles: { applicant: { title: '申报人', kind: 'person' } },
      interpretations: readingsOf(drafts),
      programs: [...programs.titles.keys()],
    }),
    'clauses.json': jsonText({
      $schema: schema('clauses', 0),
      clauses: drafts.map(({ clause }) => ({ ...clause, hashes: [...(clause.hashes ?? [])] })),
    }),
  };
  for (const [folder, name] of programs.titles) {
    const own = drafts.filter(({ clause }) => programs.folders.get(clause.id) === folder);
    Object.assign(files, programFiles(folder, name, citedIn(own, drafts)));
  }
  return files;
}

/** Whether the posting day counts is a recorded reading from the start, never a silent choice. */
function readingsOf(drafts: readonly ClauseDraft[]): JsonObject {
  const first = drafts.find(({ facts }) => facts.some((fact) => fact.kind === 'workdays' && fact.notice));
  if (!first) return {};
  return {
    'notice-days': {
      clause: first.clause.id,
      question: '公示的工作日，张贴当日算不算第一天？',
      readings: {
        'next-day': { title: '从张贴次日起算', value: false },
        'same-day': { title: '张贴当日算第一天', value: true },
      },
      chosen: 'next-day',
      decidedBy: `${toBeWritten}有权解释的单位`,
      reason: '按期间从次日起算的一般规则',
    },
  };
}

/** Clause that a programme and its form cite until an officer cites the right ones. */
function citedIn(own: readonly ClauseDraft[], all: readonly ClauseDraft[]): string {
  const candidates = [...own, ...all].filter(({ clause }) => clause.account === undefined);
  const found = candidates.find(({ clause }) => clause.kind === 'eligibility') ?? candidates[0] ?? all[0];
  return found?.clause.id ?? '前言';
}

/** The smallest programme that checks: a form with a name and one answer, and the one condition on it, to be replaced. */
export function programFiles(folder: string, title: string, clause: string): FileTree {
  const condition = `${toBeWritten}第一项申报条件`;
  return {
    [`${folder}/program.json`]: jsonText({
      $schema: schema('program', 1),
      title,
      clause,
      subject: `${toBeWritten}个人、单位还是团队`,
      applicationForm: 'application',
    }),
    [`${folder}/rules.json`]: jsonText({
      $schema: schema('rules', 1),
      facts: ['application'],
      rules: [{ id: 'first', title: condition, clause, strength: 'must', require: 'first = true' }],
    }),
    [`${folder}/forms/application.schema.json`]: jsonText({
      $schema: schema('form', 2),
      title: '申报表',
      type: 'object',
      'x-clause': clause,
      'x-by': 'applicant',
      properties: {
        name: { type: 'string', title: '姓名或名称', maxLength: 60, 'x-clause': clause },
        first: { type: 'boolean', title: condition, 'x-clause': clause },
      },
      required: ['name', 'first'],
    }),
    [`${folder}/forms/application.ui.json`]: jsonText({
      $schema: schema('ui', 2),
      'ui:options': { sections: [{ id: 'basic', title: '基本情况', fields: ['name', 'first'] }] },
    }),
  };
}

function schema(kind: string, depth: number): string {
  return `../../../${'../'.repeat(depth)}packages/model/schemas/${kind}.schema.json`;
}
