import { runScenario } from '@zhinan/engine';
import type { Environment, Mismatch } from '@zhinan/engine';
import type { Contract, Diagnostic } from '@zhinan/model';
import { scenarioMessages } from '../diagnostics/messages/scenarios.ts';
import { reporter } from '../diagnostics/message.ts';
import type { ResolvedScenario } from '../2-resolve/guideline.ts';
import { environmentsOf } from './environments.ts';

const report = reporter(scenarioMessages);

/** Stage 5: plays every scenario through the engine, with the rules and validators that would be emitted. */
export function rehearse(contract: Contract, scenarios: readonly ResolvedScenario[]): readonly Diagnostic[] {
  const environments = environmentsOf(contract);
  return scenarios.flatMap((resolved) => {
    const environment = environments.get(resolved.scenario.program);
    if (!environment) return [];
    const wrong = wrongFacts(environment, resolved);
    return wrong.length > 0 ? wrong : brokenPromises(environment, resolved);
  });
}

/** A scenario may leave answers out, but an answer it gives must be a possible one. */
function wrongFacts(
  { program, validators }: Environment,
  { scenario, source }: ResolvedScenario,
): readonly Diagnostic[] {
  const leftOut = ['required', 'minItems', 'dependentRequired', 'contains'];
  const given = [
    ...Object.entries(scenario.facts).map(([form, data]) => ({ form, data, at: '/facts' })),
    ...Object.entries(scenario.cases ?? {}).flatMap(([id, { facts = {} }]) =>
      Object.entries(facts).map(([form, data]) => ({ form, data, at: `/cases/${id}/facts` })),
    ),
  ];
  return given.flatMap(({ form, data, at }) => {
    const issue = data && validators[form]?.issues(data).find(({ keyword }) => !leftOut.includes(keyword));
    if (!issue) return [];
    const place = source.place(`${at}/${form}${issue.pointer}`);
    return [
      report('scenario/facts-invalid', place, {
        scenario: scenario.title,
        form: program.forms[form]?.title ?? form,
        problem: issue.message,
      }),
    ];
  });
}

function brokenPromises(
  environment: Environment,
  { scenario, source }: ResolvedScenario,
): readonly Diagnostic[] {
  const inherited =
    (scenario.steps?.length ?? 0) - ((source.json as { steps?: readonly unknown[] }).steps?.length ?? 0);
  const { mismatches } = runScenario(environment, scenario);
  // What follows a step that went wrong goes wrong with it: the first such step tells all.
  const first = mismatches.find(({ step }) => step !== undefined)?.step;
  const telling = mismatches.filter(({ step, what }) =>
    first === undefined
      ? true
      : step === first || (step === undefined && !['state', 'outcome', 'instance'].includes(what)),
  );
  return telling.map((mismatch) => {
    const own = mismatch.step === undefined ? -1 : mismatch.step - inherited;
    const pointer = own >= 0 ? `/steps/${own}` : mismatch.step === undefined ? '/expect' : '/extends';
    return report('scenario/broken-promise', source.place(pointer), {
      scenario: scenario.title,
      what: subjectOf(environment, mismatch),
      expected: mismatch.expected,
      actual: mismatch.found.replace(/。$/, ''),
    });
  });
}

const subjects: Readonly<Record<Mismatch['what'], string>> = {
  time: '时间',
  instance: '流程',
  accepted: '事件',
  refused: '事件',
  state: '状态',
  effect: '通知或文书',
  verdict: '结论',
  rule: '规则',
  missing: '还需填写的字段',
  amount: '金额',
  outcome: '结果',
};

function subjectOf({ program }: Environment, { what, name, step }: Mismatch): string {
  const rules = program.rules;
  const titled = [...rules.rules, ...(rules.amounts ?? [])].find(({ id }) => id === name)?.title ?? name;
  const at = step === undefined ? '' : `第 ${step + 1} 步的`;
  return `${at}${subjects[what]}${titled ? `“${titled}”` : ''}`;
}
