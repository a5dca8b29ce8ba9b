import type { Diagnostic, Json, TableDefinition } from '@zhinan/model';
import { pointerOf } from '../../1-load/pointer.ts';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { isJsonObject, listed } from './statechart/json.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** A table that says who acts exists, and whatever it answers is a role; a guard's table exists and can answer so. */
export const rolesComeFromTables: WorkflowCheck = (view) => [
  ...rolesAsked(view).flatMap((asked) => roleFindings(asked, view)),
  ...guardsAsked(view).flatMap((asked) => guardFindings(asked, view)),
];

interface Asked {
  readonly table: string;
  readonly output: string | undefined;
  /** Of the object that names the table. */
  readonly pointer: string;
}

interface AskedByGuard extends Asked {
  readonly options: readonly Json[];
}

function rolesAsked({ chart }: MachineView): readonly Asked[] {
  return [...chart.nodes, ...chart.transitions].flatMap(({ meta, pointer }) =>
    ['role', 'by'].flatMap((key) =>
      listed(meta[key]).flatMap((ref, index): readonly Asked[] => {
        if (!isJsonObject(ref)) return [];
        const at = `${pointer}/meta/${key}${Array.isArray(meta[key]) ? `/${index}` : ''}`;
        return askedOf(ref['table'], ref['output'], at);
      }),
    ),
  );
}

function guardsAsked({ calls }: MachineView): readonly AskedByGuard[] {
  return calls.flatMap(({ what, type, params, paramsPointer }) =>
    what === 'guard' && type === 'table'
      ? askedOf(params['table'], params['output'], paramsPointer).map((asked) => ({
          ...asked,
          options: listed(params['in']),
        }))
      : [],
  );
}

function askedOf(table: Json | undefined, output: Json | undefined, pointer: string): readonly Asked[] {
  if (typeof table !== 'string') return [];
  return [{ table, output: typeof output === 'string' ? output : undefined, pointer }];
}

function roleFindings(asked: Asked, view: MachineView): readonly Diagnostic[] {
  const found = answersOf(asked, view);
  if (!('table' in found)) return found;
  const roles = Object.keys(view.guideline.roles);
  return found.answers
    .filter((answer) => !roles.includes(String(answer)))
    .map((answer) =>
      report('workflow/table-role-unknown', view.place(`${asked.pointer}/table`), {
        table: found.table.title,
        name: String(answer),
        nearest: nearest(String(answer), roles),
      }),
    );
}

function guardFindings(asked: AskedByGuard, view: MachineView): readonly Diagnostic[] {
  const found = answersOf(asked, view);
  if (!('table' in found)) return found;
  const { answers, table } = found;
  // Numbers may come from an expression: what it gives is not known here.
  if (answers.some((answer) => typeof answer !== 'boolean' && isComputed(table, asked.output))) return [];
  return asked.options.flatMap((option, index): readonly Diagnostic[] => {
    if (answers.some((answer) => answer === option)) return [];
    return [
      report('workflow/impossible-answer', view.place(`${asked.pointer}/in/${index}`), {
        field: table.title,
        name: String(option),
        nearest: nearest(String(option), answers.map(String)),
      }),
    ];
  });
}

function isComputed({ outputs }: TableDefinition, output: string | undefined): boolean {
  return outputs.some(({ name, type }) => (output === undefined || name === output) && type === 'number');
}

function answersOf(
  { table: id, output, pointer }: Asked,
  { program, place }: MachineView,
): readonly Diagnostic[] | { readonly table: TableDefinition; readonly answers: readonly Json[] } {
  const tables = program.rules.tables ?? [];
  const table = tables.find((each) => each.id === id);
  if (!table) {
    const known = tables.map((each) => each.id);
    const params = { name: id, nearest: nearest(id, known) };
    return [report('workflow/unknown-table', place(`${pointer}${pointerOf(['table'])}`), params)];
  }
  const names = table.outputs.map(({ name }) => name);
  if (output === undefined ? names.length !== 1 : !names.includes(output)) {
    const params = { table: table.title, name: output ?? '', outputs: names };
    return [report('workflow/unknown-output', place(pointer), params)];
  }
  return { table, answers: possibleAnswers(table, output) };
}

/** All that a table can answer under one output, its default included. */
export function possibleAnswers(table: TableDefinition, output: string | undefined): readonly Json[] {
  const position = output === undefined ? 0 : table.outputs.findIndex(({ name }) => name === output);
  const otherwise = table.outputs[position]?.default;
  const cells = table.rows.flatMap(({ then }) => then[position] ?? []);
  return [...new Set([...cells, ...(otherwise === undefined ? [] : [otherwise])])];
}
