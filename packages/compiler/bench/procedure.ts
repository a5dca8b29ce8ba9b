import type { JsonObject } from '@zhinan/model';
import { openProcedure, Proceedings } from '@zhinan/engine';
import { editionsIn } from '../src/compile.ts';
import { readDefinitions } from '../src/node/definitions.ts';
import { playable } from '../src/testing/playable.ts';

/**
 * Prints how long many cases of 新疆工匠 take when played together: each follows a scenario that ends in support, all
 * in one batch, their waits running over the years. `npm run bench:procedure -- 1000 10000`
 */
const edition = 'xinjiang-craftsman/2025';
const scenarioId = 'completed-general';
const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);

const files = await readDefinitions(new URL('../../../definitions', import.meta.url).pathname);
if (!editionsIn(files).includes(edition)) throw new Error(`no ${edition}`);
const { environments, scenarios } = await playable(files, edition);
const scenario = scenarios.find(({ id }) => id === scenarioId);
const environment = scenario && environments.get(scenario.program);
const steps = (scenario?.steps ?? []).flatMap((step) => ('event' in step ? [step] : []));
const [first] = steps;
if (!scenario || !environment || !first) throw new Error(`no ${scenarioId}`);

// What the form of each step is does not change from case to case: asked once.
const { formAsked, playStep } = await import('@zhinan/engine');
const data: (JsonObject | undefined)[] = [];
let model = openProcedure(environment, first.at);
for (const step of scenario.steps ?? []) {
  if ('event' in step) {
    const form = formAsked(environment, model, 'case', step.event);
    data.push(step.data ?? (form === undefined ? undefined : scenario.facts[form]));
  }
  model = playStep(environment, model, scenario, step);
}

console.log('| cases | steps | wall s | steps/s | µs per step | heap MB |\n|--|--|--|--|--|--|');
for (const cases of sizes.length > 0 ? sizes : [100, 1000]) {
  const proceedings = new Proceedings(environment, openProcedure(environment, first.at));
  const begun = performance.now();
  for (let n = 2; n <= cases; n += 1) proceedings.openCase(`case:${n}`);
  for (const [position, step] of steps.entries()) {
    if (step.machine !== undefined && step.machine !== 'case') {
      proceedings.act(step.machine, { type: step.event, actor: { role: step.as } }, step.at);
      continue;
    }
    const answers = data[position];
    for (let n = 1; n <= cases; n += 1) {
      const event = {
        type: step.event,
        actor: { role: step.as },
        ...(answers ? { data: answers } : {}),
        ...(step.reason === undefined ? {} : { reason: step.reason }),
      };
      proceedings.act(n === 1 ? 'case' : `case:${n}`, event, step.at);
    }
  }
  const last = scenario.steps?.at(-1);
  if (last && 'advanceTo' in last) proceedings.advance(last.advanceTo);
  const seconds = (performance.now() - begun) / 1000;
  const count = proceedings.log.length;
  const done = proceedings.ids().filter((id) => proceedings.snapshot(id)?.status === 'done').length;
  console.log(
    `| ${cases} | ${count} | ${seconds.toFixed(2)} | ${Math.round(count / seconds)} | ${Math.round((seconds / count) * 1e6)} | ${Math.round(process.memoryUsage().heapUsed / 1e6)} | done ${done}`,
  );
}
