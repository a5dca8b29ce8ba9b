export { available, type AvailableEvent } from './available.ts';
export { caseView } from './case-view.ts';
export { actionCatalogue } from './catalogue/actions.ts';
export { isInTurn, type Task } from './catalogue/tasks.ts';
export { delayCatalogue, dueOf, type Due } from './catalogue/delays.ts';
export { guardCatalogue } from './catalogue/guards.ts';
export {
  parameterFaults,
  type CatalogueEntry,
  type ParameterFault,
  type ParameterSpec,
  type ReferredTo,
} from './catalogue/parameter.ts';
export { effectLabel, type Effect, type EffectBody } from './effect.ts';
export type { Environment } from './environment.ts';
export {
  activeLeaves,
  activePaths,
  indexMachine,
  nameRef,
  type MachineIndex,
  type NameRef,
  type StateEntry,
  type TransitionEntry,
} from './machine-index.ts';
export { createKernelMachine } from './machine.ts';
export { migrate, type Migrated, type StateMap, type TimerChange } from './migrate.ts';
export { pack, unpack } from './packed.ts';
export {
  act,
  advance,
  nextTimer,
  instanceOf,
  openCase,
  openProcedure,
  parentOf,
  receive,
  type Act,
  type Instances,
  type OpeningCases,
  type Procedure,
  type ProcedureEntry,
} from './procedure.ts';
export { inbox, requests, viewOf, type InboxItem } from './inbox.ts';
export { replay } from './replay.ts';
export { rehearsalLink, type Rehearsed } from './rehearsal-link.ts';
export { recordScenario, type Recording } from './record.ts';
export { addressOf, childId, type InstanceAddress } from './instances.ts';
export type { Message } from './messages.ts';
export { amendmentsOf, Proceedings } from './proceedings.ts';
export { rolesOf, type Roles } from './roles.ts';
export { explainRefusal, type GuardNote, type Refusal, type RefusalCode } from './refusal.ts';
export {
  checkProcedureStep,
  formAsked,
  openingCases,
  playStep,
  runScenario,
  standsAt,
  type Mismatch,
  type ScenarioRun,
} from './scenario.ts';
export type {
  CaseContext,
  Inherited,
  LapsedWait,
  LogEntry,
  Member,
  Snapshot,
  StateValue,
  Timer,
  UndatedWait,
  Visit,
} from './snapshot.ts';
export { seenBy } from './sealed.ts';
export { stepForms, type StepForm } from './step-form.ts';
export { begin, dueTimers, fire, formOf, step, type StepResult } from './step.ts';
export { actionFaults, delayFaults, guardFaults, roleFaults } from './soundness.ts';
export { stepMany } from './many.ts';
export { walk, type Walk, type WalkOptions } from './walk.ts';
