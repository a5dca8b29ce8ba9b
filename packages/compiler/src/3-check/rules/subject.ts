import type { Params } from '@zhinan/engine/rules';
import type {
  AmountDefinition,
  CompiledRules,
  Facts,
  Place,
  RelaxationDefinition,
  RuleDefinition,
  RulesDefinition,
  RuleVerdict,
} from '@zhinan/model';
import type { Guideline, ResolvedProgram } from '../../2-resolve/guideline.ts';
import { askedByMachines, type AskedByMachines } from '../../rules/asked-by-machines.ts';
import { compileRules } from '../../rules/compile-rules.ts';
import type { CompiledPart } from '../../rules/compiled-source.ts';
import { evaluateSource } from '../../rules/evaluate-source.ts';
import { fieldsRead } from '../../rules/typed.ts';
import type { FieldUse, Typed, TypedTable } from '../../rules/typed.ts';
import { inWords } from './evidence.ts';
import { Grain } from './grain.ts';
import { schemasByKey } from './limits.ts';
import type { Reach } from './domain.ts';
import { applicants, axesOf, combinations, inside } from './space.ts';
import type { Asked, Ground } from './space.ts';

/** Most applicants one rule is tried with; beyond it the search is a spread, not a proof. */
const mostApplicants = 1200;
const thoroughly = 20_000;

/** One rule, with everything its verdict depends on, as a question that can be asked. */
export interface RuleSubject {
  readonly rule: RuleDefinition;
  readonly part: CompiledPart;
  readonly verdict: (facts: Facts) => RuleVerdict;
  /** Requirement, condition, and the conditions of the relaxations that reach it. */
  readonly asked: readonly Asked[];
}

/** The rules of one programme under analysis. */
export interface Subject {
  readonly definition: RulesDefinition;
  readonly parts: readonly CompiledPart[];
  /** Every decision table, used or not. */
  readonly tables: readonly TypedTable[];
  /** What machines ask by name. */
  readonly asked: AskedByMachines;
  readonly rules: readonly RuleSubject[];
  readonly ground: Ground;
  readonly fields: ReadonlyMap<string, FieldUse>;
  readonly place: (pointer: string) => Place;
  /** Place of the name a pointer ends in. */
  readonly namePlace: (pointer: string) => Place;
  /** The programme's rules with another definition, e.g. a single rule; undefined when it does not compile. */
  readonly compile: (definition: RulesDefinition) => CompiledRules | undefined;
  /** Applicants that can make a difference to the expressions. */
  readonly applicants: (asked: readonly Asked[], reach: Reach, most?: number) => readonly Facts[];
  /** The same one after the other, for a search that may end early. */
  readonly search: (asked: readonly Asked[], reach: Reach, most: number) => Iterable<Facts>;
  /** Many more, with finer steps: asked before anything is said of everybody. Beyond its bound a spread, not a proof. */
  readonly thorough: (asked: readonly Asked[], reach: Reach) => Iterable<Facts>;
  readonly words: (facts: Facts) => string;
}

/** What analysis needs of one programme; undefined when its rules do not compile. */
export function subjectOf(guideline: Guideline, program: ResolvedProgram): Subject | undefined {
  const { rules: definition, forms, source } = program;
  const { instants, calendarRegion: region } = guideline.file;
  const input = { forms, codeLists: guideline.codeLists, instants, ...(region ? { region } : {}) };
  const compiled = compileRules({ ...input, definition }).value;
  if (!compiled) return undefined;
  const { parts, tables } = compiled;
  const compile = (other: RulesDefinition) => {
    const { value } = compileRules({ ...input, definition: other });
    return value && evaluateSource(value);
  };
  const all = [
    ...parts.flatMap((part) => [
      part.main,
      ...(part.when ? [part.when] : []),
      ...Object.values(part.more ?? {}),
    ]),
    ...tables.map(asTyped),
  ];
  const fields = new Map(
    all.flatMap((typed) =>
      fieldsRead(typed).map(({ field, type }) => [field.key, { ...field, type }] as const),
    ),
  );
  const ground: Ground = {
    schemas: schemasByKey(forms),
    settings: settingsOf(definition, all),
    ...(region ? { region } : {}),
  };
  const known = new Map<string, readonly Facts[]>();
  const remembered = (asked: readonly Asked[], reach: Reach, most: number): readonly Facts[] => {
    const key = `${reach} ${most} ${asked.map(({ typed, bounds = [] }) => `${idOf(typed)}:${bounds.join()}`).join(' ')}`;
    const made = known.get(key) ?? applicants(axesOf(asked, ground, reach), most);
    known.set(key, made);
    return made;
  };
  return {
    definition,
    parts,
    tables,
    asked: askedByMachines(program.machines),
    rules: definition.rules.flatMap((rule) => ruleSubject(rule, definition, parts, compile) ?? []),
    ground,
    fields,
    place: (pointer) => source.rules.place(pointer),
    namePlace: (pointer) => source.rules.keyPlace(pointer),
    compile,
    applicants: (asked, reach, most = mostApplicants) => remembered(asked, reach, most),
    search: (asked, reach, most) =>
      combinations(axesOf(asked, ground, reach), most) as unknown as Iterable<Facts>,
    thorough: (asked, reach) =>
      combinations(
        axesOf(asked, { ...ground, grain: new Grain('fine') }, reach),
        thoroughly,
      ) as unknown as Iterable<Facts>,
    words: (facts) => inWords(facts, fields.values()),
  };
}

/** A table as an expression that reads it. */
export const asTyped = (table: TypedTable): Typed => ({
  is: 'table',
  table,
  output: 0,
  type: table.outputs[0]?.type ?? { is: 'error' },
});

const ids = new WeakMap<Typed, number>();
let nextId = 0;
function idOf(typed: Typed): number {
  const id = ids.get(typed) ?? (nextId += 1);
  ids.set(typed, id);
  return id;
}

/** Values of parameters as code has them: ranks as positions. */
function settingsOf(
  { parameters = {}, relax = [] }: RulesDefinition,
  all: readonly Typed[],
): readonly Params[] {
  const types = new Map(
    all.flatMap((typed) =>
      [...inside(typed)].flatMap((one) => (one.is === 'parameter' ? [[one.name, one.type] as const] : [])),
    ),
  );
  const coded = (name: string, value: string | number | boolean) => {
    const type = types.get(name);
    return type?.is === 'rank' ? Math.max(0, type.options.codes.indexOf(String(value))) : value;
  };
  const codedAll = (values: Readonly<Record<string, string | number | boolean>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, coded(name, value)]));
  const defaults = codedAll(
    Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, one.default])),
  );
  return [defaults, ...relax.map((one) => ({ ...defaults, ...codedAll(one.set) }))];
}

/** The relaxations that reach a rule, by its parameters or by name. */
export function relaxationsOf(
  part: CompiledPart,
  { relax = [] }: RulesDefinition,
): readonly RelaxationDefinition[] {
  return relax.filter(
    ({ set, soften = [] }) =>
      part.parameters.some((name) => Object.hasOwn(set, name)) ||
      (part.kind === 'rule' && soften.includes(part.id)),
  );
}

/** The definition with nothing in it but one rule or amount and what it depends on. */
export function only(
  definition: RulesDefinition,
  one: { readonly rule?: RuleDefinition; readonly amount?: AmountDefinition },
): RulesDefinition {
  const relax = (definition.relax ?? []).flatMap(({ soften, ...relaxation }) => {
    const softens = soften?.filter((id) => id === one.rule?.id) ?? [];
    if (Object.keys(relaxation.set).length === 0 && softens.length === 0) return [];
    return [softens.length > 0 ? { ...relaxation, soften: softens } : relaxation];
  });
  const amount = one.amount && withoutPayment(one.amount);
  return {
    ...definition,
    relax,
    rules: one.rule ? [one.rule] : [],
    amounts: amount ? [amount] : [],
    quotas: [],
  };
}

/** An amount by itself: how it is paid and what it gives way to are other questions. */
function withoutPayment(amount: AmountDefinition): AmountDefinition {
  const { topUp: _, exclusiveWith: __, instalments: ___, ...plain } = amount;
  return plain;
}

function ruleSubject(
  rule: RuleDefinition,
  definition: RulesDefinition,
  parts: readonly CompiledPart[],
  compile: Subject['compile'],
): RuleSubject | undefined {
  const part = parts.find((one) => one.kind === 'rule' && one.id === rule.id);
  const compiled = compile(only(definition, { rule }));
  if (!part || !compiled) return undefined;
  const conditions = relaxationsOf(part, definition).flatMap(
    ({ id }) => parts.find((one) => one.kind === 'relaxation' && one.id === id)?.main ?? [],
  );
  return {
    rule,
    part,
    verdict: (facts) => compiled.eligibility(facts).rules[0]?.verdict ?? 'unknown',
    asked: [part.main, ...(part.when ? [part.when] : []), ...conditions].map((typed) => ({ typed })),
  };
}
