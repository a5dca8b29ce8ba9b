import { message } from '../message.ts';

const arrow = (path: readonly string[]): string => (path.length === 0 ? '（一开始）' : path.join(' → '));
const way = (path: readonly string[]): string =>
  path.length === 0 ? 'at the start' : `by ${path.join(', ')}`;

/** Where a batch and a case stand together: leaf paths of each, to be shown in the playground. */
type JointParams = {
  readonly state: string;
  readonly other: string;
  readonly batchAt: readonly string[];
  readonly memberAt: readonly string[];
  /** What the batch has noted of the case; empty: it is not on the list. */
  readonly noted: string;
};

/** States, transitions and their completeness. */
export const workflowMessages = {
  'workflow/unknown-target': message<{ target: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ target }) => `要转去的环节“${target}”不存在。`,
      en: ({ target }) => `The target "${target}" does not exist.`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest
          ? `是不是想写“${nearest}”？`
          : '同级环节写名称，别处的写“#流程id.环节.子环节”，下级写“.子环节”。',
      en: ({ nearest }) =>
        nearest
          ? `Did you mean "${nearest}"?`
          : 'Write a sibling’s name, "#machine.state.child", or ".child".',
    },
  }),
  'workflow/unknown-initial': message<{ state: string; initial: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ state, initial }) =>
        initial
          ? `“${state}”的起始环节“${initial}”不在它的下级环节里。`
          : `“${state}”有下级环节，但没有写从哪一个开始。`,
      en: ({ state, initial }) =>
        initial
          ? `"${state}" starts in "${initial}", which is none of its states.`
          : `"${state}" does not say where it starts.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '用 initial 写明起始的下级环节。'),
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Give "initial" the key of a child state.',
    },
  }),
  'workflow/unreachable-state': message<{ state: string }>({
    severity: 'error',
    message: {
      zh: ({ state }) => `没有任何一条路能走到“${state}”。`,
      en: ({ state }) => `No path leads to "${state}".`,
    },
    hint: {
      zh: () => '给某个环节加一个转到这里的操作，或者删去这个环节。',
      en: () => 'Let a transition target it, or remove the state.',
    },
  }),
  'workflow/dead-state': message<{ state: string; path: readonly string[] }>({
    severity: 'error',
    message: {
      zh: ({ state, path }) => `申报件走到“${state}”以后再也动不了（到这里的最短路径：${arrow(path)}）。`,
      en: ({ state, path }) => `Nothing can happen any more in "${state}" (reached ${way(path)}).`,
    },
    hint: {
      zh: () => '加上往下走的操作或期限；如果到此为止，写 "type": "final"。撤回一类的退出不算出路。',
      en: () => 'Add a transition or a wait; or make it "type": "final". Escape events are no way out.',
    },
  }),
  'workflow/member-left-waiting': message<JointParams & { event: string }>({
    severity: 'error',
    message: {
      zh: ({ state, other, event }) =>
        `批次到了“${other}”已经结束，申报件却还在“${state}”等批次的消息${event ? `（${event}）` : ''}，永远等不到。`,
      en: ({ state, other, event }) =>
        `The batch is over in "${other}" while a case still waits in "${state}" for its message${event ? ` (${event})` : ''}, which can never come.`,
    },
    hint: {
      zh: () => '让批次在每一种结束时都告诉成员（send 到 case），或者给申报件的这个环节加上期限或别的出路。',
      en: () =>
        'Let the batch tell its members at every end (send to case), or give this state of the case a wait or another way out.',
    },
  }),
  'workflow/batch-left-waiting': message<JointParams>({
    severity: 'error',
    message: {
      zh: ({ state, other }) => `申报件已经在“${other}”结束，批次却还在“${state}”等它，再也走不下去。`,
      en: ({ state, other }) =>
        `A case is over in "${other}" while the batch still waits for it in "${state}" and can never go on.`,
    },
    hint: {
      zh: () =>
        '让申报件在撤回、逾期、不予通过时也告诉批次（send 到 batch，批次用 member 记下），并把这种状态写进 everyMember 的 in；或者给批次加上期限。',
      en: () =>
        'Let the case tell the batch when it is withdrawn, expired or refused (send to batch, noted there by member) and list that status in everyMember; or give the batch a wait.',
    },
  }),
  'workflow/mutual-wait': message<JointParams>({
    severity: 'error',
    message: {
      zh: ({ state, other }) => `批次在“${state}”等申报件，申报件在“${other}”等批次，两边都走不下去。`,
      en: ({ state, other }) =>
        `The batch waits in "${state}" for a case that waits in "${other}" for the batch: neither can go on.`,
    },
    hint: {
      zh: () => '让其中一方先走：改消息发送的时机，或者给一边加上期限。',
      en: () => 'Let one of them go first: send the message earlier, or give one side a wait.',
    },
  }),
  'workflow/deadlock': message<{ state: string; states: readonly string[]; path: readonly string[] }>({
    severity: 'error',
    message: {
      zh: ({ states, path }) =>
        `进入“${states.join('”“')}”以后只能在里面打转，永远办不结（到这里的最短路径：${arrow(path)}）。`,
      en: ({ states, path }) =>
        `Once in "${states.join('", "')}" the procedure can never finish (reached ${way(path)}).`,
    },
    hint: {
      zh: () => '加一个通向终点的操作或期限。撤回一类的退出不算出路。',
      en: () => 'Add a way to a final state. Escape events are no way out.',
    },
  }),
  'workflow/endless-loop': message<{ states: readonly string[] }>({
    severity: 'error',
    message: {
      zh: ({ states }) => `“${states.join('”“')}”之间无条件地自动转来转去，停不下来。`,
      en: ({ states }) =>
        `"${states.join('", "')}" pass on to one another without a condition and never rest.`,
    },
    hint: {
      zh: () => '给其中一个 always 加条件，或改成由人操作。',
      en: () => 'Guard one of the "always" transitions, or let somebody act.',
    },
  }),
  'workflow/completion-ignored': message<{ state: string; child: string }>({
    severity: 'error',
    message: {
      zh: ({ state, child }) => `“${state}”办完（到了“${child}”）以后没有写接着去哪里。`,
      en: ({ state, child }) => `"${state}" completes in "${child}", but nothing follows.`,
    },
    hint: {
      zh: ({ state }) => `给“${state}”写上 onDone。`,
      en: ({ state }) => `Give "${state}" an "onDone".`,
    },
  }),
  'workflow/part-never-completes': message<{ state: string; part: string }>({
    severity: 'error',
    message: {
      zh: ({ state, part }) => `“${state}”要等“${part}”办完，而“${part}”里没有能走到的终点。`,
      en: ({ state, part }) =>
        `"${state}" waits for "${part}", which has no final state that can be reached.`,
    },
    hint: {
      zh: ({ part }) => `在“${part}”里设一个 "type": "final" 的环节并让流程能走到。`,
      en: ({ part }) => `Give "${part}" a reachable state of "type": "final".`,
    },
  }),
  'workflow/no-default': message<{ state: string; trigger: string }>({
    severity: 'error',
    message: {
      zh: ({ state, trigger }) =>
        `“${state}”的“${trigger}”每一种去向都带条件，条件都不成立（或材料不全、判断不了）时无路可走。`,
      en: ({ state, trigger }) =>
        `Every way of "${trigger}" in "${state}" is guarded: nothing is left when no guard is true.`,
    },
    hint: {
      zh: () => '在最后加一个不带条件的去向；只有条件为真才会走前面的。',
      en: () => 'Add a last transition without a guard; guards that are false or unknown are passed over.',
    },
  }),
  'workflow/shadowed-transition': message<{ trigger: string }>({
    severity: 'error',
    message: {
      zh: ({ trigger }) => `“${trigger}”的这个去向永远轮不到：排在它前面的去向没有条件。`,
      en: ({ trigger }) => `This way of "${trigger}" is never taken: one without a guard stands before it.`,
    },
    hint: { zh: () => '把不带条件的去向放到最后。', en: () => 'Put the unguarded one last.' },
  }),
  'workflow/nobody-can-act': message<{ state: string; event: string }>({
    severity: 'error',
    message: {
      zh: ({ state, event }) => `“${state}”的操作“${event}”没有人有权做，永远不会发生。`,
      en: ({ state, event }) => `Nobody may do "${event}" in "${state}": it can never happen.`,
    },
    hint: {
      zh: () => '在环节的 meta 里写 role，或在操作的 meta 里写 by（别的流程发来的写 from）。',
      en: () => 'Name a "role" in the state’s meta, or "by" (or "from") in the event’s meta.',
    },
  }),
  'workflow/self-approval': message<{ role: string; state: string; path: readonly string[] }>({
    severity: 'warning',
    message: {
      zh: ({ role, state, path }) => `“${role}”一个人就能走到“${state}”，没有别人审核：${arrow(path)}。`,
      en: ({ role, state, path }) =>
        `"${role}" alone can reach "${state}", nobody else decides: ${path.join(', ')}.`,
    },
    hint: {
      zh: () => '让申报人以外的角色来作决定：检查途中各操作的 by 和环节的 role。',
      en: () => 'Let another role decide: look at "by" and "role" on the way.',
    },
  }),
  'workflow/required-field-locked': message<{ state: string; form: string; fields: readonly string[] }>({
    severity: 'error',
    message: {
      zh: ({ state, form, fields }) =>
        `“${state}”要填“${form}”，其中必填的“${fields.join('”“')}”却看不到或不能改，这一步永远完不成。`,
      en: ({ state, form, fields }) =>
        `"${state}" asks for the form "${form}", but its required "${fields.join('", "')}" is hidden or cannot be changed there.`,
    },
    hint: {
      zh: () => '把这些字段写进 fields.editable，或者从 readonly、hidden 里去掉。',
      en: () => 'Name the fields under fields.editable, or take them out of readonly and hidden.',
    },
  }),
  'workflow/outcome-missing': message<{ state: string }>({
    severity: 'warning',
    message: {
      zh: ({ state }) => `终点“${state}”没有写明对申报人意味着什么结果。`,
      en: ({ state }) => `The final state "${state}" does not say what it means for the applicant.`,
    },
    hint: {
      zh: () =>
        '在 meta 里写 outcome：accepted 入选、refused 不予通过、expired 逾期、withdrawn 撤回、cancelled 取消、completed 办结。',
      en: () => 'Give its meta an "outcome": accepted, refused, expired, withdrawn, cancelled or completed.',
    },
  }),
  'workflow/not-fully-explored': message<{ machine: string; stops: number }>({
    severity: 'info',
    message: {
      zh: ({ machine, stops }) => `“${machine}”的情形太多，只查了前 ${stops} 种：没有报错不等于没有问题。`,
      en: ({ machine, stops }) =>
        `"${machine}" has too many configurations; only the first ${stops} were explored.`,
    },
    hint: { zh: () => '把并行的部分拆小。', en: () => 'Split the parallel parts.' },
  }),
};
