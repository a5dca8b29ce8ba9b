import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { mentionsIn, metaMentions, type Mention } from './references/mentions.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

interface Kind {
  readonly code: `workflow/unknown-${'rule' | 'quota' | 'amount' | 'document' | 'set'}`;
  readonly mentions: (view: MachineView) => readonly Mention[];
  readonly known: (program: MachineView['program']) => readonly string[];
}

const kinds: readonly Kind[] = [
  {
    code: 'workflow/unknown-rule',
    mentions: ({ calls }) => mentionsIn(calls, 'rule'),
    known: ({ rules }) => rules.rules.map(({ id }) => id),
  },
  {
    code: 'workflow/unknown-quota',
    mentions: ({ calls }) => mentionsIn(calls, 'quota'),
    known: ({ rules }) => (rules.quotas ?? []).map(({ id }) => id),
  },
  {
    code: 'workflow/unknown-amount',
    mentions: ({ calls }) => mentionsIn(calls, 'amount'),
    known: ({ rules }) => (rules.amounts ?? []).map(({ id }) => id),
  },
  {
    code: 'workflow/unknown-set',
    mentions: ({ calls }) => mentionsIn(calls, 'set'),
    known: ({ rules }) => Object.keys(rules.sets ?? {}),
  },
  {
    code: 'workflow/unknown-document',
    mentions: ({ calls, chart }) => [...mentionsIn(calls, 'document'), ...metaMentions(chart, 'documents')],
    known: ({ documents }) => Object.keys(documents),
  },
];

/** What guards ask of the rules, what is paid and what is printed is defined in the programme. */
export const rulesAmountsAndDocumentsExist: WorkflowCheck = (view) =>
  kinds.flatMap(({ code, mentions, known }) => {
    const names = known(view.program);
    return mentions(view)
      .filter(({ name }) => !names.includes(name))
      .map(({ name, pointer }) => report(code, view.place(pointer), { name, nearest: nearest(name, names) }));
  });
