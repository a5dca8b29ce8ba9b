import type { Diagnostic } from '@zhinan/model';
import { batchesFinishWithTheirMembers } from './batches-finish-with-their-members.ts';
import { casesCanFinish } from './cases-can-finish.ts';
import { completionIsFollowedUp } from './completion-is-followed-up.ts';
import { everyDelayIsDeclared } from './every-delay-is-declared.ts';
import { everyFormIsKnown } from './every-form-is-known.ts';
import { everyInstantIsKnown } from './every-instant-is-known.ts';
import { everyRoleIsKnown } from './every-role-is-known.ts';
import { everyEventHasAnActor } from './every-event-has-an-actor.ts';
import { everyStateIsReachable } from './every-state-is-reachable.ts';
import { explorationIsComplete } from './exploration-is-complete.ts';
import { guardsAskWhatCanBeAnswered } from './guards-ask-what-can-be-answered.ts';
import { guardsCoverAllAnswers } from './guards-cover-all-answers.ts';
import { memberStatusesExist } from './member-statuses-exist.ts';
import { messagesHaveReceivers } from './messages-have-receivers.ts';
import { nobodyApprovesTheirOwnApplication } from './nobody-approves-their-own-application.ts';
import { nothingMovesForever } from './nothing-moves-forever.ts';
import { outcomesAreNamed } from './outcomes-are-named.ts';
import { parallelPartsComplete } from './parallel-parts-complete.ts';
import { requiredFieldsCanBeFilled } from './required-fields-can-be-filled.ts';
import { rolesComeFromTables } from './roles-come-from-tables.ts';
import { rulesAmountsAndDocumentsExist } from './rules-amounts-and-documents-exist.ts';
import { somebodyOpensIt } from './somebody-opens-it.ts';
import { storedAnswersAreValidated } from './stored-answers-are-validated.ts';
import type { WorkflowSubject } from './subject.ts';
import { targetsExist } from './targets-exist.ts';
import { timeIsFeasible } from './time-is-feasible.ts';
import { viewOf, type WorkflowCheck } from './view.ts';

/** Names of guards and actions and the types of their params are settled by the file's schema before. */
const names: readonly WorkflowCheck[] = [
  targetsExist,
  everyDelayIsDeclared,
  everyInstantIsKnown,
  everyRoleIsKnown,
  everyFormIsKnown,
  rulesAmountsAndDocumentsExist,
  guardsAskWhatCanBeAnswered,
  storedAnswersAreValidated,
  messagesHaveReceivers,
  memberStatusesExist,
  rolesComeFromTables,
];

/** These look at paths, which mean nothing while a transition leads nowhere. */
const paths: readonly WorkflowCheck[] = [
  everyStateIsReachable,
  casesCanFinish,
  batchesFinishWithTheirMembers,
  completionIsFollowedUp,
  parallelPartsComplete,
  guardsCoverAllAnswers,
  nothingMovesForever,
  somebodyOpensIt,
  everyEventHasAnActor,
  requiredFieldsCanBeFilled,
  nobodyApprovesTheirOwnApplication,
  outcomesAreNamed,
  timeIsFeasible,
  explorationIsComplete,
];

/** Everything that can be said about one machine without running it. */
export function checkWorkflow(subject: WorkflowSubject): readonly Diagnostic[] {
  const view = viewOf(subject);
  const lost = targetsExist(view).length > 0;
  return [...names, ...(lost ? [] : paths)].flatMap((check) => check(view));
}
