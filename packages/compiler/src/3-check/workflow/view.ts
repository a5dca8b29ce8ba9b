import type { Diagnostic } from '@zhinan/model';
import { buildStatechart } from './statechart/build.ts';
import { explore, type Exploration } from './statechart/explore.ts';
import type { Statechart } from './statechart/node.ts';
import { type Call, callsOf } from './references/calls.ts';
import type { WorkflowSubject } from './subject.ts';

/** One machine read once for all checks: its tree, what it calls, and where it can go. */
export interface MachineView extends WorkflowSubject {
  readonly chart: Statechart;
  readonly calls: readonly Call[];
  readonly exploration: Exploration;
}

/** A check looks at one machine; its file name is the sentence that must hold. */
export type WorkflowCheck = (view: MachineView) => readonly Diagnostic[];

export function viewOf(subject: WorkflowSubject): MachineView {
  const chart = buildStatechart(subject.machine);
  return { ...subject, chart, calls: callsOf(chart), exploration: explore(chart) };
}
