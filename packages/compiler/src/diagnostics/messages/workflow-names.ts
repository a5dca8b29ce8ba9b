import { message } from '../message.ts';

const didYouMean = {
  zh: ({ nearest }: { nearest: string }) => (nearest ? `是不是想写“${nearest}”？` : '检查名称，或先定义它。'),
  en: ({ nearest }: { nearest: string }) =>
    nearest ? `Did you mean "${nearest}"?` : 'Check the name, or define it first.',
};

const unknown = (zh: string, en: string) =>
  message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的${zh}。`,
      en: ({ name }) => `There is no ${en} "${name}".`,
    },
    hint: didYouMean,
  });

/** Names in a machine that lead nowhere, and what guards and actions are given. */
export const workflowNameMessages = {
  'workflow/unknown-instant': unknown('时点', 'instant'),
  'workflow/unknown-rule': unknown('规则', 'rule'),
  'workflow/unknown-quota': unknown('名额', 'quota'),
  'workflow/unknown-amount': unknown('金额', 'amount'),
  'workflow/unknown-document': unknown('文书', 'document'),
  'workflow/unknown-table': unknown('决策表', 'decision table'),
  'workflow/unknown-set': unknown('集合', 'set'),
  'workflow/unknown-machine': message<{ kind: string; name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ kind, name }) => `没有名为“${name}”的 ${kind} 流程。`,
      en: ({ kind, name }) => `There is no ${kind} machine "${name}".`,
    },
    hint: didYouMean,
  }),
  'workflow/unknown-output': message<{ table: string; name: string; outputs: readonly string[] }>({
    severity: 'error',
    message: {
      zh: ({ table, name }) =>
        name ? `“${table}”没有名为“${name}”的结果。` : `“${table}”有几项结果，没有写明用哪一项。`,
      en: ({ table, name }) =>
        name ? `"${table}" has no output "${name}".` : `"${table}" has several outputs: which one?`,
    },
    hint: {
      zh: ({ outputs }) => `在 output 里写其中一项：${outputs.join('、')}。`,
      en: ({ outputs }) => `Write one of these under "output": ${outputs.join(', ')}.`,
    },
  }),
  'workflow/table-role-unknown': message<{ table: string; name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ table, name }) => `按“${table}”分派，但它的结果“${name}”不是已写明的角色，这样的件没有人能办。`,
      en: ({ table, name }) => `"${table}" names who acts, but its answer "${name}" is no role.`,
    },
    hint: didYouMean,
  }),
  'workflow/never-opened': message<{ title: string; kind: string }>({
    severity: 'error',
    message: {
      zh: ({ title }) => `“${title}”永远不会开立：它的起始环节既不等申报件的消息，也没有人可以提出。`,
      en: ({ title }) =>
        `"${title}" is never opened: its first state hears no message and nobody can ask for it.`,
    },
    hint: {
      zh: ({ kind }) =>
        `在起始环节写明等哪条消息（meta 里写 "from": "case"），并在申报件里用 send 发给 ${kind}；同类流程有几个时写 machine。变更也可以由人在起始环节提出。`,
      en: ({ kind }) =>
        `Let its first state hear a message from the case, and send that to ${kind} there (with "machine" when there are several).`,
    },
  }),
  'workflow/undeclared-delay': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `期限“${name}”没有在 delays 里写明。`,
      en: ({ name }) => `The delay "${name}" is not declared under "delays".`,
    },
    hint: didYouMean,
  }),
  'workflow/unused-delay': message<{ name: string }>({
    severity: 'warning',
    message: {
      zh: ({ name }) => `期限“${name}”写明了，但没有哪个环节用它。`,
      en: ({ name }) => `The delay "${name}" is declared, but no state waits for it.`,
    },
    hint: {
      zh: () => '在环节的 after 里用上它，或者删去。',
      en: () => 'Use it in an "after", or remove it.',
    },
  }),
  'workflow/unwritten-list': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有哪个动作往记录“${name}”里追加过，条件永远数到 0。`,
      en: ({ name }) => `Nothing appends to the list "${name}": it always counts 0.`,
    },
    hint: didYouMean,
  }),
  'workflow/unwritten-key': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有哪个动作设过标记“${name}”，条件永远判断不了。`,
      en: ({ name }) => `Nothing sets the key "${name}": the guard is never decided.`,
    },
    hint: didYouMean,
  }),
  'workflow/unwritten-value': message<{ key: string; name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ key, name }) => `标记“${key}”从来不会是“${name}”。`,
      en: ({ key, name }) => `The key "${key}" is never set to "${name}".`,
    },
    hint: didYouMean,
  }),
  'workflow/unknown-status': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有哪个成员会处于“${name}”：这一批会一直等下去。`,
      en: ({ name }) => `No member is ever "${name}": the batch would wait for ever.`,
    },
    hint: didYouMean,
  }),
  'workflow/impossible-answer': message<{ field: string; name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ field, name }) => `“${field}”没有“${name}”这个选项，条件永远不会因它成立。`,
      en: ({ field, name }) => `"${field}" has no option "${name}".`,
    },
    hint: didYouMean,
  }),
  'workflow/data-not-asked': message<{ form: string; event: string }>({
    severity: 'error',
    message: {
      zh: ({ form, event }) =>
        `操作“${event}”要用到表单“${form}”的内容，但没有要求提交这张表单，内容不会经过校验。`,
      en: ({ form, event }) =>
        `"${event}" uses data of the form "${form}" without asking for that form: nobody validates it.`,
    },
    hint: {
      zh: ({ form }) => `在操作的 meta 里写 "form": "${form}"。`,
      en: ({ form }) => `Add "form": "${form}" to the event’s meta.`,
    },
  }),
  'workflow/no-receiver': message<{ kind: string; event: string }>({
    severity: 'error',
    message: {
      zh: ({ kind, event }) => `消息“${event}”发给 ${kind} 流程，但这个项目没有这种流程。`,
      en: ({ kind, event }) => `"${event}" is sent to a ${kind} machine, and the programme has none.`,
    },
    hint: { zh: () => '检查 to，或加上这个流程。', en: () => 'Check "to", or add the machine.' },
  }),
  'workflow/unheard-message': message<{ kind: string; event: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ kind, event }) => `发给 ${kind} 流程的消息“${event}”没有环节接收，发了等于没发。`,
      en: ({ kind, event }) => `No state of the ${kind} machine hears the message "${event}".`,
    },
    hint: didYouMean,
  }),
  'workflow/unsent-message': message<{ kind: string; event: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ kind, event }) => `等着 ${kind} 流程发来“${event}”，但它从不发这个消息。`,
      en: ({ kind, event }) => `"${event}" is awaited from the ${kind} machine, which never sends it.`,
    },
    hint: didYouMean,
  }),
};
