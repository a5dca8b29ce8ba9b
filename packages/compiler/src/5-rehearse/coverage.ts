import { activeLeaves, indexMachine, runScenario } from '@zhinan/engine';
import type { MachineIndex, Procedure } from '@zhinan/engine';
import type { Contract, ProgramContract, Requirement, RuleVerdict } from '@zhinan/model';
import type { ResolvedScenario } from '../2-resolve/guideline.ts';
import { environmentsOf } from './environments.ts';

/** What scenarios can reach of a programme, by kind. */
export const coverageKinds = {
  rule: '条件（符合、不符合各一次）',
  relaxation: '放宽',
  amount: '金额',
  transition: '可以办的事',
  timer: '到期',
  end: '办理结果',
} as const;
export type CoverageKind = keyof typeof coverageKinds;

/** Something a scenario should show, and how many scenarios do. */
export interface CoverageItem {
  readonly kind: CoverageKind;
  /** `years-in-region fail`, `case.drafting SUBMIT`. */
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly scenarios: number;
}

export interface ProgramCoverage {
  readonly program: string;
  readonly title: string;
  readonly scenarios: number;
  readonly items: readonly CoverageItem[];
}

/** Which rules, ways and waits of each programme the scenarios show, and which none of them does. */
export function coverageOf(
  contract: Contract,
  scenarios: readonly ResolvedScenario[],
): readonly ProgramCoverage[] {
  const environments = environmentsOf(contract);
  return Object.values(contract.programs).map((program) => {
    const environment = environments.get(program.id);
    const own = scenarios.filter(({ scenario }) => scenario.program === program.id);
    const counts = new Map<string, number>();
    for (const { scenario } of own) {
      if (!environment) continue;
      const seen = new Set<string>();
      if (scenario.expect.verdict !== undefined || scenario.expect.rules !== undefined) {
        for (const { id, verdict, relaxedBy } of environment.rules.eligibility(scenario.facts).rules) {
          for (const side of sidesOf(verdict)) seen.add(`rule ${id} ${side}`);
          if (relaxedBy) seen.add(`relaxation ${relaxedBy.id}`);
        }
      }
      for (const id of Object.keys(scenario.expect.amounts ?? {})) seen.add(`amount ${id}`);
      const { procedure } = runScenario(environment, scenario);
      if (procedure) for (const key of moves(program, procedure)) seen.add(key);
      for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const items = itemsOf(program).map((item) => ({
      ...item,
      scenarios: counts.get(`${item.kind} ${item.name}`) ?? 0,
    }));
    return { program: program.id, title: program.title, scenarios: own.length, items };
  });
}

/** A relaxed pass shows both that the default stops somebody and that the relaxation helps. */
function sidesOf(verdict: RuleVerdict): readonly string[] {
  if (verdict === 'pass' || verdict === 'relaxed') return ['pass'];
  return verdict === 'fail' || verdict === 'needs-reason' ? ['fail'] : [];
}

type Expected = Omit<CoverageItem, 'scenarios'>;

function itemsOf(program: ProgramContract): readonly Expected[] {
  const { rules, relax = [], amounts = [] } = program.rules;
  const machines = Object.entries(program.machines).flatMap(([file, machine]) =>
    machineItems(file, indexMachine(machine), machine.delays),
  );
  return [
    ...rules.flatMap(({ id, title, clause, require }) =>
      (onlyDeclared(program, require) ? (['pass'] as const) : (['pass', 'fail'] as const)).map((side) => ({
        kind: 'rule' as const,
        name: `${id} ${side}`,
        title: `${title}：${side === 'pass' ? '符合' : '不符合'}`,
        clauses: [clause].flat(),
      })),
    ),
    ...relax.map(({ id, title, clause }) => ({
      kind: 'relaxation' as const,
      name: id,
      title,
      clauses: [clause].flat(),
    })),
    ...amounts.map(({ id, title, clause }) => ({
      kind: 'amount' as const,
      name: id,
      title,
      clauses: [clause].flat(),
    })),
    ...machines,
  ];
}

/** Whether a condition asks for declarations alone: a form without them is refused before any rule is asked. */
function onlyDeclared(program: ProgramContract, require: Requirement): boolean {
  const { forms, applicationForm } = program;
  if (typeof require !== 'string')
    return 'all' in require && require.all.every((part) => onlyDeclared(program, part));
  const field = /^(\w+) = true$/.exec(require)?.[1];
  return field !== undefined && forms[applicationForm]?.schema.properties?.[field]?.const === true;
}

function machineItems(
  file: string,
  index: MachineIndex,
  delays: ProgramContract['machines'][string]['delays'],
): readonly Expected[] {
  return [...index.values()].flatMap((state): Expected[] => {
    const at = path(file, state.path);
    const stands = state.meta.title ?? state.path;
    const events = Object.entries(state.on).map(([event, ways]) => ({
      kind: 'transition' as const,
      name: `${at} ${event}`,
      title: `${stands}：${ways[0]?.meta.title ?? event}`,
      clauses: [ways[0]?.meta.clause ?? []].flat(),
    }));
    const timers = Object.keys(state.after).map((delay) => ({
      kind: 'timer' as const,
      name: `${at} after:${delay}`,
      title: `${stands}：${delays[delay]?.title ?? delay}`,
      clauses: [delays[delay]?.clause ?? []].flat(),
    }));
    const end =
      state.type === 'final' && state.parent === ''
        ? [{ kind: 'end' as const, name: at, title: stands, clauses: [state.meta.clause ?? []].flat() }]
        : [];
    return [...events, ...timers, ...end];
  });
}

const path = (file: string, state: string): string => (state === '' ? file : `${file}.${state}`);

/** Ways taken and ends reached in one run, each at the innermost state that knows the event. */
function* moves(program: ProgramContract, { log, instances }: Procedure): Generator<string> {
  const before = new Map<string, readonly string[]>();
  for (const { instance, event, accepted, states } of log) {
    const file = instances[instance]?.machine;
    const contract = file === undefined ? undefined : program.machines[file];
    // A child opened by a message has no entry for standing in its first state.
    const stood = before.get(instance) ?? [String(contract?.config['initial'] ?? '')];
    before.set(instance, states);
    if (file === undefined || !contract || !accepted) continue;
    const index = indexMachine(contract);
    const timer = event.startsWith('after:') ? event.slice('after:'.length) : undefined;
    for (const leaf of stood) {
      const home = ancestors(leaf).find((state) =>
        timer === undefined ? index.get(state)?.on[event] : index.get(state)?.after[timer],
      );
      if (home !== undefined)
        yield `${timer === undefined ? 'transition' : 'timer'} ${path(file, home)} ${event}`;
    }
  }
  for (const snapshot of Object.values(instances)) {
    if (snapshot?.status !== 'done') continue;
    for (const leaf of activeLeaves(snapshot.value)) yield `end ${path(snapshot.machine, leaf)}`;
  }
}

/** `a.b.c` → `a.b.c`, `a.b`, `a` and the root. */
function ancestors(leaf: string): readonly string[] {
  const segments = leaf.split('.');
  return [...segments.map((_, position) => segments.slice(0, segments.length - position).join('.')), ''];
}
