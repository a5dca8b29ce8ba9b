import {
  caseViewFor,
  editionTagName,
  inboxView,
  reviewView,
  runScenario,
  tagName,
  type Environment,
} from '@zhinan/engine';
import { environmentsOf } from '../../packages/compiler/src/5-rehearse/environments.ts';
import { viewFile, views } from '../../packages/compiler/src/6-emit/elements/view-module.ts';
import type { GeneratedElement } from './every-element.ts';
import { type Programme, wayToTheEnd } from './programmes.ts';

/** What is seen of a programme halfway to its end: the case, the inbox of somebody who is to act on it, and the review. */
function halfway(programme: Programme, environment: Environment) {
  const scenario = wayToTheEnd(programme);
  // Where a condition is not met there is most to say.
  const refused = programme.scenarios.find(({ expect }) => expect.verdict === 'ineligible') ?? scenario;
  const roles = Object.keys(programme.contract.roles).filter((role) => role !== 'applicant');
  const tasks = runScenario(environment, scenario).after.flatMap((procedure) =>
    roles.flatMap((role) => {
      const inbox = inboxView(environment, procedure, { role });
      const review = inbox.entries.some(({ instance }) => instance === 'case')
        ? reviewView(environment, procedure, 'case', { role })
        : undefined;
      return review ? [{ inbox, review, procedure }] : [];
    }),
  );
  const task = tasks[Math.floor(tasks.length / 2)];
  if (!task) throw new Error(`${programme.id}: nobody is to act on the case`);
  return {
    eligibility: { facts: refused.facts },
    case: { view: caseViewFor(environment, task.procedure, 'case', { role: 'applicant' }) },
    review: { view: task.review },
    inbox: { view: task.inbox },
  };
}

/** Every view of the programmes of one edition, and its inbox with the tasks of them all. */
export function everyView(programmes: readonly Programme[]): readonly GeneratedElement[] {
  const environments = programmes[0] && environmentsOf(programmes[0].contract);
  const seen = programmes.flatMap((programme) => {
    const environment = environments?.get(programme.program.id);
    return environment ? [{ programme, filled: halfway(programme, environment) }] : [];
  });
  const [first] = seen;
  if (!first) return [];
  const entries = seen.flatMap(({ filled }) => filled.inbox.view.entries);
  return [
    ...seen.flatMap(({ programme: { contract, program }, filled }) =>
      views.map((view) => ({
        tag: tagName(contract, program, viewFile(program, view)),
        filled: filled[view.id],
      })),
    ),
    {
      tag: editionTagName(first.programme.contract, 'inbox'),
      filled: { view: { ...first.filled.inbox.view, entries } },
    },
  ];
}
