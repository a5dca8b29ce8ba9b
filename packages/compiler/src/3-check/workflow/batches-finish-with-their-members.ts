import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { casesCanFinish } from './cases-can-finish.ts';
import { exploreJoint, type JointExploration, leadingTo } from './joint/explore-joint.ts';
import { type Joint, senderOf } from './joint/joint.ts';
import type { Stop } from './statechart/explore.ts';
import { titleOf } from './statechart/node.ts';
import { properEdges } from './statechart/ways.ts';
import { type MachineView, viewOf, type WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/**
 * A batch and its members come to their ends together: when the batch is over no member waits for a message that cannot
 * come any more, and whatever end a member comes to, the batch can go on. Looked at over all situations of one batch and
 * one member; conditions are free except those over members, and leaving the procedure is no way out.
 */
export const batchesFinishWithTheirMembers: WorkflowCheck = (view) => {
  const { kind } = view.machine;
  if (kind !== 'batch' && kind !== 'case') return [];
  const others = view.siblings
    .filter(
      (sibling) => sibling.kind === (kind === 'batch' ? 'case' : 'batch') && sibling.id !== view.machine.id,
    )
    .map((machine) => viewOf({ ...view, machine }));
  return others.flatMap((other) => {
    const [batch, member] = kind === 'batch' ? [view, other] : [other, view];
    // A machine that is stuck by itself has that finding; together with another it would only be told again.
    if (!canCorrespond(batch, member) || [batch, member].some((each) => stuckAlone(each))) return [];
    const joint = exploreJoint(batch, member);
    if (joint.bounded) {
      const machine = `${batch.machine.title} × ${member.machine.title}`;
      const params = { machine, stops: joint.stops.length };
      return kind === 'batch' ? [report('workflow/not-fully-explored', view.place(''), params)] : [];
    }
    return kind === 'case' ? membersLeft(view, joint) : batchesLeft(view, joint);
  });
};

function canCorrespond(batch: MachineView, member: MachineView): boolean {
  const writes = ({ calls }: MachineView, to: string): boolean =>
    calls.some(({ type, params }) => type === 'send' && params['to'] === to);
  return writes(batch, 'case') || writes(member, 'batch');
}

function stuckAlone(view: MachineView): boolean {
  return view.chart.lost.length > 0 || view.exploration.bounded || casesCanFinish(view).length > 0;
}

/** Cases that a batch which is over leaves behind. */
function membersLeft(view: MachineView, exploration: JointExploration): readonly Diagnostic[] {
  const finishing = leadingTo(exploration, ({ member }) => member.over);
  const stuck = exploration.stops
    .filter((stop) => stop.joint.batch.over && !stop.joint.member.over && !finishing.has(stop))
    .map(({ joint }) => joint);
  return firstOfEach(waitingThere(stuck, 'member'), ({ member }) => member.config.key).map((joint) => {
    const state = openLeaf(joint.member);
    const waitsFor = properEdges(joint.member).find((edge) => senderOf(edge) === 'batch');
    return report('workflow/member-left-waiting', view.keyPlace(state.pointer), {
      state: titleOf(state),
      other: titleOf(openLeaf(joint.batch)),
      event: waitsFor?.label ?? '',
      ...placesOf(joint),
    });
  });
}

/** Batches that a case which is over leaves behind, and those that wait for one that waits for them. */
function batchesLeft(view: MachineView, exploration: JointExploration): readonly Diagnostic[] {
  const closing = leadingTo(exploration, ({ batch }) => batch.over);
  const ending = leadingTo(exploration, ({ member }) => member.over);
  const stuck = exploration.stops
    .filter((stop) => !stop.joint.batch.over && !closing.has(stop))
    .filter((stop) => stop.joint.member.over || !ending.has(stop))
    .map(({ joint }) => joint);
  return firstOfEach(
    waitingThere(stuck, 'batch'),
    ({ batch, member }) => `${batch.config.key} ${member.over}`,
  ).map((joint) => {
    const state = openLeaf(joint.batch);
    const params = { state: titleOf(state), other: titleOf(openLeaf(joint.member)), ...placesOf(joint) };
    const code = joint.member.over ? 'workflow/batch-left-waiting' : 'workflow/mutual-wait';
    return report(code, view.keyPlace(state.pointer), params);
  });
}

/** Those that stand where nothing moves the one who waits: what leads there is stuck because of it. */
function waitingThere(stuck: readonly Joint[], who: 'batch' | 'member'): readonly Joint[] {
  const other = who === 'batch' ? 'case' : 'batch';
  const still = stuck.filter((joint) => properEdges(joint[who]).every((edge) => senderOf(edge) === other));
  return still.length > 0 ? still : stuck;
}

function firstOfEach(joints: readonly Joint[], keyOf: (joint: Joint) => string): readonly Joint[] {
  const first = new Map<string, Joint>();
  for (const joint of joints) if (!first.has(keyOf(joint))) first.set(keyOf(joint), joint);
  return [...first.values()];
}

function placesOf({ batch, member, status }: Joint) {
  const paths = ({ config }: Stop): readonly string[] => config.leaves.map(({ path }) => path.join('.'));
  return { batchAt: paths(batch), memberAt: paths(member), noted: status ?? '' };
}

/** Of several active states the first that is not finished. */
function openLeaf({ config }: Stop) {
  const [first] = config.leaves;
  const state = config.leaves.find(({ kind }) => kind !== 'final') ?? first;
  if (!state) throw new Error('a configuration has at least one active state');
  return state;
}
