import { message } from '../message.ts';

const maybe = (nearest: string, zh: string) => (nearest ? `是不是想写“${nearest}”？` : zh);
const perhaps = (nearest: string, en: string) => (nearest ? `Did you mean "${nearest}"?` : en);

/** Rules: expressions that cannot be read, names that lead nowhere, types that do not agree. */
export const ruleMessages = {
  'rules/syntax': message<{ found: string }>({
    severity: 'error',
    message: {
      zh: ({ found }) => (found ? `读到“${found}”就读不懂了。` : '表达式没有写完。'),
      en: ({ found }) => (found ? `Cannot read on from "${found}".` : 'The expression is not finished.'),
    },
    hint: {
      zh: ({ found }) =>
        /[，。（）；：“”‘’【】≥≤＝＜＞]/u.test(found)
          ? '标点和比较号请用半角：>=、<=、( )、"…"。'
          : '正确的例子：skillLevel >= "高级技师" and count(apprentices) >= 5。',
      en: () => 'A correct example: skillLevel >= "高级技师" and count(apprentices) >= 5.',
    },
  }),
  'rules/too-complex': message<{ limit: string }>({
    severity: 'error',
    message: {
      zh: ({ limit }) => `表达式太长或嵌套太深（上限 ${limit}）。`,
      en: ({ limit }) => `The expression is too long or nested too deeply (limit ${limit}).`,
    },
    hint: {
      zh: () => '拆成几条规则，或用 { "all": […] }、{ "any": […] } 列出各项条件。',
      en: () => 'Split it into several rules, or list its conditions in { "all": […] } or { "any": […] }.',
    },
  }),
  'rules/outside-profile': message<{ what: string; instead: string }>({
    severity: 'error',
    message: {
      zh: ({ what }) => `“${what}”不在本工具的规则语言里。`,
      en: ({ what }) => `"${what}" is outside our rule language.`,
    },
    hint: {
      zh: ({ instead }) => `可以改写成：${instead}`,
      en: ({ instead }) => `Write instead: ${instead}`,
    },
  }),
  'rules/unknown-field': message<{ name: string; nearest: string; title: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `表里没有字段“${name}”。`,
      en: ({ name }) => `No form has a field "${name}".`,
    },
    hint: {
      zh: ({ nearest, title }) =>
        nearest ? `是不是想写“${nearest}”（${title}）？` : '核对字段名；选项和文字要加半角引号："…"。',
      en: ({ nearest, title }) =>
        nearest
          ? `Did you mean "${nearest}" (${title})?`
          : 'Check the name; options and text need quotes: "…".',
    },
  }),
  'rules/unknown-form': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: { zh: ({ name }) => `没有表“${name}”。`, en: ({ name }) => `There is no form "${name}".` },
    hint: {
      zh: ({ nearest }) => maybe(nearest, 'facts 里写 forms 文件夹中的表名，例如 "application"。'),
      en: ({ nearest }) => perhaps(nearest, 'List names of forms in the forms folder, e.g. "application".'),
    },
  }),
  'rules/unknown-option': message<{
    value: string;
    field: string;
    nearest: string;
    options: readonly string[];
  }>({
    severity: 'error',
    message: {
      zh: ({ value, field }) => `“${field}”没有选项“${value}”。`,
      en: ({ value, field }) => `"${field}" has no option "${value}".`,
    },
    hint: {
      zh: ({ nearest, options }) => maybe(nearest, `可选：${options.join('、')}。`),
      en: ({ nearest, options }) => perhaps(nearest, `Options: ${options.join(', ')}.`),
    },
  }),
  'rules/type-mismatch': message<{ what: string; is: string; wanted: string; example: string }>({
    severity: 'error',
    message: {
      zh: ({ what, is, wanted }) => `“${what}”是${kindsZh[is] ?? is}，这里要${kindsZh[wanted] ?? wanted}。`,
      en: ({ what, is, wanted }) =>
        `"${what}" is ${kindsEn[is] ?? is}; ${kindsEn[wanted] ?? wanted} is needed here.`,
    },
    hint: {
      zh: ({ example }) => `正确的例子：${example}`,
      en: ({ example }) => `A correct example: ${example}`,
    },
  }),
  'rules/not-ordered': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `“${field}”的选项没有高低之分，不能比大小。`,
      en: ({ field }) => `The options of "${field}" have no order, so they cannot be compared by size.`,
    },
    hint: {
      zh: ({ field }) =>
        `用 ${field} = "…" 或 ${field} in ["…", "…"]；确有高低的，在码表里写 "ordered": true。`,
      en: ({ field }) =>
        `Use ${field} = "…" or ${field} in ["…", "…"]; if they do rank, write "ordered": true in the code list.`,
    },
  }),
  'rules/unknown-function': message<{ name: string; nearest: string; known: readonly string[] }>({
    severity: 'error',
    message: { zh: ({ name }) => `没有函数“${name}”。`, en: ({ name }) => `There is no function "${name}".` },
    hint: {
      zh: ({ nearest, known }) => maybe(nearest, `可用：${known.join('、')}。`),
      en: ({ nearest, known }) => perhaps(nearest, `Available: ${known.join(', ')}.`),
    },
  }),
  'rules/wrong-arguments': message<{ name: string; usage: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `函数“${name}”的参数个数不对。`,
      en: ({ name }) => `The function "${name}" is given the wrong number of arguments.`,
    },
    hint: { zh: ({ usage }) => `写法：${usage}`, en: ({ usage }) => `Usage: ${usage}` },
  }),
  'rules/unknown-set': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的集合。`,
      en: ({ name }) => `There is no named set "${name}".`,
    },
    hint: {
      zh: ({ nearest }) =>
        maybe(nearest, '在 sets 里登记码表和组，例如 "南疆五地州": { "codeList": "…", "group": "…" }。'),
      en: ({ nearest }) =>
        perhaps(nearest, 'Declare it under sets: "name": { "codeList": "…", "group": "…" }.'),
    },
  }),
  'rules/unknown-parameter': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有参数“${name}”。`,
      en: ({ name }) => `There is no parameter "${name}".`,
    },
    hint: {
      zh: ({ nearest }) =>
        maybe(
          nearest,
          '在 parameters 里登记，例如 "最低等级": { "of": "skillLevel", "default": "高级技师" }。',
        ),
      en: ({ nearest }) =>
        perhaps(
          nearest,
          'Declare it under parameters: "name": { "of": "skillLevel", "default": "高级技师" }.',
        ),
    },
  }),
  'rules/bad-name': message<{ name: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `“${name}”不能作名称。`,
      en: ({ name }) => `"${name}" cannot be a name.`,
    },
    hint: {
      zh: () => '用汉字、字母、数字，不以数字开头，不含空格和标点，也不与字段、函数或保留词同名。',
      en: () =>
        'Use letters, digits or Chinese characters, not starting with a digit, different from fields, functions and reserved words.',
    },
  }),
  'rules/missing-reference': message<{ what: string }>({
    severity: 'error',
    message: {
      zh: ({ what }) => `用到“${what}”，但没有写 reference，不知道按哪一天算。`,
      en: ({ what }) => `"${what}" is used without "reference": counted on which day?`,
    },
    hint: {
      zh: () => '给这条规则加上 "reference": 指南里的时间点名称，例如 "personalDeadline"。',
      en: () => 'Give the rule a "reference": the name of an instant, e.g. "personalDeadline".',
    },
  }),
  'rules/unknown-reference': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `指南里没有时间点“${name}”。`,
      en: ({ name }) => `The guideline has no instant "${name}".`,
    },
    hint: {
      zh: ({ nearest }) => maybe(nearest, '在 guideline.json 的 instants 里登记。'),
      en: ({ nearest }) => perhaps(nearest, 'Declare it under instants in guideline.json.'),
    },
  }),
  'rules/bad-date': message<{ value: string }>({
    severity: 'error',
    message: {
      zh: ({ value }) => `“${value}”不是存在的日期。`,
      en: ({ value }) => `"${value}" is no date that exists.`,
    },
    hint: { zh: () => '正确的例子：date("2025-10-08")', en: () => 'A correct example: date("2025-10-08")' },
  }),
  'rules/division-by-zero-possible': message<{ whole: string; example: string }>({
    severity: 'error',
    message: {
      zh: ({ whole }) => `“${whole}”可能是 0，不能作除数。`,
      en: ({ whole }) => `"${whole}" may be 0 and cannot divide.`,
    },
    hint: {
      zh: ({ example }) => `用 share(部分, 总数, 总数为 0 时的值)，例如 ${example}`,
      en: ({ example }) => `Use share(part, whole, value when the whole is 0), e.g. ${example}`,
    },
  }),
  'rules/duplicate-id': message<{ id: string }>({
    severity: 'error',
    message: { zh: ({ id }) => `编号“${id}”用了两次。`, en: ({ id }) => `The id "${id}" is used twice.` },
    hint: {
      zh: () => '每条规则、放宽、金额、名额各用一个编号。',
      en: () => 'Give each rule, relaxation, amount and quota its own id.',
    },
  }),
  'rules/table-row': message<{ found: string; wanted: string; what: string }>({
    severity: 'error',
    message: {
      zh: ({ found, wanted, what }) =>
        `这一行的 ${what} 有 ${found} 格，表头有 ${wanted} 个${what === 'when' ? '条件' : '结果'}。`,
      en: ({ found, wanted, what }) =>
        `This row has ${found} cells in "${what}"; the table has ${wanted} ${what === 'when' ? 'inputs' : 'outputs'}.`,
    },
    hint: {
      zh: ({ what }) => (what === 'when' ? '不限的格子写 "-"。' : '每个结果写一格。'),
      en: ({ what }) => (what === 'when' ? 'Write "-" for any value.' : 'Write one cell for each output.'),
    },
  }),
  'rules/unknown-part': message<{ id: string; kind: 'rule' | 'amount' | 'quota'; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ id, kind }) =>
        `没有名为“${id}”的${{ rule: '条件', amount: '金额', quota: '名额' }[kind]}可以引用。`,
      en: ({ id, kind }) => `There is no other ${kind} "${id}" to refer to.`,
    },
    hint: {
      zh: ({ nearest }) => maybe(nearest, '写另一项的 id；不能引用自己，也不能互相绕成一圈。'),
      en: ({ nearest }) => perhaps(nearest, 'Write the id of another one; not itself, and not in a circle.'),
    },
  }),
  'rules/instalments': message<{ total: string }>({
    severity: 'error',
    message: {
      zh: ({ total }) => `各期比例加起来是 ${total}，凑不成全额。`,
      en: ({ total }) => `The instalments add up to ${total} of the whole.`,
    },
    hint: {
      zh: () => '末期不写 share 和 amount，余数归末期；其余各期写其中一个，比例之和不超过 1。',
      en: () =>
        'Leave share and amount out of the last one, which takes the remainder; the other shares add up to at most 1.',
    },
  }),
  'rules/relax-unknown-parameter': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `放宽的参数“${name}”没有登记。`,
      en: ({ name }) => `The relaxation sets an undeclared parameter "${name}".`,
    },
    hint: {
      zh: ({ nearest }) => maybe(nearest, '先在 parameters 里给它一个默认值。'),
      en: ({ nearest }) => perhaps(nearest, 'Give it a default under parameters first.'),
    },
  }),
  'rules/relax-conflict': message<{ parameter: string; first: string; second: string }>({
    severity: 'error',
    message: {
      zh: ({ parameter, first, second }) =>
        `“${first}”和“${second}”都放宽“${parameter}”，同时符合时不知道听谁的。`,
      en: ({ parameter, first, second }) =>
        `"${first}" and "${second}" both set "${parameter}": which wins when both apply?`,
    },
    hint: {
      zh: () => '给两条各写一个不同的 "priority"，数大的优先。',
      en: () => 'Give both a different "priority"; the greater one wins.',
    },
  }),
  'rules/relax-stricter': message<{ parameter: string; standard: string; value: string }>({
    severity: 'error',
    message: {
      zh: ({ parameter, standard, value }) =>
        `名为放宽，却把“${parameter}”从 ${standard} 改得更严：${value}。`,
      en: ({ parameter, standard, value }) =>
        `A relaxation that makes "${parameter}" stricter: ${standard} becomes ${value}.`,
    },
    hint: {
      zh: () => '核对两个值是否写反；确要从严的，另写一条带 when 的规则。',
      en: () => 'Check whether the values are swapped; a stricter case is a rule of its own with "when".',
    },
  }),
};

const kindsZh: Readonly<Record<string, string>> = {
  number: '数',
  boolean: '是否判断',
  date: '日期',
  text: '文字',
  rank: '等级',
  list: '列表',
  record: '一组字段',
  null: '空值',
};
const kindsEn: Readonly<Record<string, string>> = {
  number: 'a number',
  boolean: 'a yes/no condition',
  date: 'a date',
  text: 'text',
  rank: 'a rank',
  list: 'a list',
  record: 'a group of fields',
  null: 'null',
};
