import type { Result } from '@zhinan/model';
import { nearest } from '../diagnostics/nearest.ts';
import { bindTable } from './bind-table.ts';
import type { CompiledPart, CompiledRulesSource, CompileRulesInput } from './compiled-source.ts';
import { writeModule } from './module.ts';
import { namesOf } from './names.ts';
import { parameterValue } from './parameters.ts';
import { amountPart, clauseOf, part, quotaPart } from './parts.ts';
import { ExpressionReader } from './reader.ts';
import { reportConflicts, reportStricter } from './relaxations.ts';
import { reportInstalments, reportReferences } from './references.ts';
import { Reports } from './reports.ts';
import type { TypedTable } from './typed.ts';
import { errorType } from './types.ts';

/** More would have to be tried in all combinations while their conditions are unknown. */
const maxRelaxations = 6;

/**
 * Compiles `rules.json`: parses, binds and types every expression against the forms, and writes the module.
 * Reports all mistakes at their characters; `value` is present only when there is none.
 */
export function compileRules(input: CompileRulesInput): Result<CompiledRulesSource> {
  const { definition } = input;
  const reports = new Reports(input.place ?? ((pointer) => ({ file: 'rules.json', pointer })));
  // A table may read the tables before it, so that none can depend on itself.
  const tables = new Map<string, TypedTable>();
  const names = { ...namesOf(input, reports), tables };
  const reader = new ExpressionReader(names, reports);
  const parts: CompiledPart[] = [];
  const referenceOf = (name: string | undefined, pointer: string) =>
    name === undefined ? undefined : dateOf(name, `${pointer}/reference`, input, reports);

  for (const [index, table] of (definition.tables ?? []).entries()) {
    const pointer = `/tables/${index}`;
    const reference = referenceOf(table.reference, pointer);
    const bound = bindTable({ table, names, reports, reader, pointer, reference });
    if (tables.has(table.id)) reports.at(`${pointer}/id`)('rules/duplicate-id', undefined, { id: table.id });
    tables.set(table.id, bound);
  }

  const valueOf = (parameter: string, value: string | number | boolean) =>
    parameterValue(value, names.parameters.get(parameter) ?? errorType, parameter, () => undefined);
  for (const [name, { default: value }] of Object.entries(definition.parameters ?? {})) {
    parameterValue(
      value,
      names.parameters.get(name) ?? errorType,
      name,
      reports.at(`/parameters/${name}/default`),
    );
  }
  for (const [index, relaxation] of (definition.relax ?? []).entries()) {
    const pointer = `/relax/${index}`;
    for (const [name, value] of Object.entries(relaxation.set)) {
      const type = names.parameters.get(name);
      const report = reports.at(`${pointer}/set/${name}`);
      if (type) parameterValue(value, type, name, report);
      else
        report('rules/relax-unknown-parameter', undefined, {
          name,
          nearest: nearest(name, names.parameters.keys()),
        });
    }
    const main = reader.read(relaxation.when, `${pointer}/when`, 'boolean', clauseOf(relaxation));
    parts.push(part('relaxation', relaxation, pointer, main));
  }
  for (const [index, rule] of definition.rules.entries()) {
    const pointer = `/rules/${index}`;
    const clause = clauseOf(rule);
    const reference = referenceOf(rule.reference, pointer);
    const main = reader.requirement(rule.require, `${pointer}/require`, clause, reference);
    const when =
      rule.when === undefined
        ? undefined
        : reader.read(rule.when, `${pointer}/when`, 'boolean', clause, reference);
    parts.push(part('rule', rule, pointer, main, when));
  }
  for (const [index, amount] of (definition.amounts ?? []).entries()) {
    const pointer = `/amounts/${index}`;
    const reference = referenceOf(amount.reference, pointer);
    parts.push(amountPart(amount, pointer, reader, reference));
    reportInstalments(amount, pointer, reports);
  }
  for (const [index, quota] of (definition.quotas ?? []).entries()) {
    parts.push(quotaPart(quota, `/quotas/${index}`, reader));
  }
  reportReferences(definition, reports);
  reportDuplicates(parts, reports);
  reportConflicts(definition.relax ?? [], definition.parameters, reports);
  const requirements = parts.filter((one) => one.kind === 'rule').map((one) => one.main);
  reportStricter(definition, requirements, valueOf, reports);
  reportTooManyRelaxations(parts, input, reports);

  const diagnostics = reports.found;
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  const typedTables = [...tables.values()];
  return {
    diagnostics,
    value: {
      ...writeModule(definition, parts, names, valueOf, {
        ...input,
        tables: typedTables.filter(({ id }) => input.asked?.includes(id)),
      }),
      parts,
      tables: typedTables,
    },
  };
}

/** Date of an instant in Beijing; a wrong name is reported and gives a date all the same, to report the rest. */
function dateOf(name: string, pointer: string, { instants }: CompileRulesInput, reports: Reports): string {
  const instant = Object.hasOwn(instants, name) ? instants[name] : undefined;
  const time = Date.parse(instant?.at ?? '');
  if (Number.isFinite(time)) return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
  if (!instant) {
    reports.at(pointer)('rules/unknown-reference', undefined, {
      name,
      nearest: nearest(name, Object.keys(instants)),
    });
  }
  return '1970-01-01';
}

function reportDuplicates(parts: readonly CompiledPart[], reports: Reports): void {
  const seen = new Set<string>();
  for (const { kind, id, pointer } of parts) {
    if (seen.has(`${kind} ${id}`)) reports.at(`${pointer}/id`)('rules/duplicate-id', undefined, { id });
    seen.add(`${kind} ${id}`);
  }
}

function reportTooManyRelaxations(
  parts: readonly CompiledPart[],
  { definition }: CompileRulesInput,
  reports: Reports,
): void {
  for (const { parameters, pointer } of parts) {
    const relevant = (definition.relax ?? []).filter(({ set }) =>
      parameters.some((name) => Object.hasOwn(set, name)),
    );
    if (relevant.length > maxRelaxations) {
      reports.at(pointer)('rules/too-complex', undefined, { limit: String(maxRelaxations) });
    }
  }
}
