import { message } from '../message.ts';

/** Forms: what our JSON Schema profile holds, and what a person needs to fill them in. */
/** What settings of a field are for. */
export type SettingKind = 'text' | 'long-text' | 'choice' | 'code-list' | 'several' | 'yes-no' | 'money';

const settingKinds: Readonly<Record<SettingKind, { readonly zh: string; readonly en: string }>> = {
  text: { zh: '一般文字', en: 'plain texts' },
  'long-text': {
    zh: '多行文字（maxLength 在 120 以上，或 ui:widget 写 textarea 的文字）',
    en: 'texts of several lines (a maxLength of 120 or more, or the ui:widget textarea)',
  },
  choice: { zh: '单选', en: 'choices of one' },
  'code-list': { zh: '取自代码表的单选', en: 'choices of one from a code list' },
  several: { zh: '多选', en: 'choices of several' },
  'yes-no': { zh: '是否题', en: 'questions of yes or no' },
  money: { zh: '单位为元的金额', en: 'sums in 元' },
};

export const formMessages = {
  'form/keyword-outside-profile': message<{ keyword: string; instead: string }>({
    severity: 'error',
    message: {
      zh: ({ keyword }) => `JSON Schema 的“${keyword}”不在本工具支持的范围内。`,
      en: ({ keyword }) => `The JSON Schema keyword "${keyword}" is outside our profile.`,
    },
    hint: {
      zh: ({ instead }) => (instead ? `可以改用：${instead}。` : '见 definitions/README.md 的关键字表。'),
      en: ({ instead }) =>
        instead ? `Use instead: ${instead}.` : 'See the keyword table in definitions/README.md.',
    },
  }),
  'form/untyped': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `字段“${field}”没有写 type。`,
      en: ({ field }) => `The field "${field}" has no type.`,
    },
    hint: {
      zh: () => '补上 "type"：string、integer、number、boolean、array 或 object。',
      en: () => 'Add "type": string, integer, number, boolean, array or object.',
    },
  }),
  'form/untitled': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `字段“${field}”没有标题，填表人不知道该填什么。`,
      en: ({ field }) => `The field "${field}" has no title.`,
    },
    hint: { zh: () => '补上 "title"。', en: () => 'Add a "title".' },
  }),
  'form/required-not-declared': message<{ field: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `必填项“${field}”没有在 properties 里定义，谁也填不了。`,
      en: ({ field }) => `The required "${field}" is not among the properties, so nobody can fill it.`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `是不是想写“${nearest}”？` : '在 properties 里定义它，或从 required 去掉。',
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Declare it, or remove it from required.',
    },
  }),
  'form/field-in-no-section': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `字段“${field}”不在任何一个分区（sections）里，填表人看不到它。`,
      en: ({ field }) => `The field "${field}" is in no section, so nobody sees it.`,
    },
    hint: { zh: () => '把它加到 ui.json 的某个分区。', en: () => 'Add it to a section of the ui.json.' },
  }),
  'form/section-field-unknown': message<{ field: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `分区里的“${field}”不是这张表的字段。`,
      en: ({ field }) => `"${field}" in a section is no field of this form.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '核对字段名。'),
      en: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : 'Check the name.'),
    },
  }),
  'form/way-without-sections': message<{ way: string }>({
    severity: 'error',
    message: {
      zh: ({ way }) => `填写方式“${way}”要一节一节地走，这张表却只有一节。`,
      en: ({ way }) => `The way "${way}" goes from section to section, but this form has only one.`,
    },
    hint: {
      zh: () => '在 ui.json 的 sections 里把字段分成至少两节，或去掉 way。',
      en: () => 'Put the fields into at least two sections of the ui.json, or leave way out.',
    },
  }),
  'form/setting-of-unknown-field': message<{ field: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `ui.json 里的“${field}”不是这里的字段。`,
      en: ({ field }) => `"${field}" in the ui.json is no field here.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '核对字段名；列表里的字段写在 items 下。'),
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Check the name; fields of a list stand below its items.',
    },
  }),
  'form/setting-without-effect': message<{ field: string; setting: string; kinds: readonly SettingKind[] }>({
    severity: 'error',
    message: {
      zh: ({ field, setting }) => `字段“${field}”的设置“${setting}”不起作用。`,
      en: ({ field, setting }) => `The setting "${setting}" does nothing for the field "${field}".`,
    },
    hint: {
      zh: ({ kinds }) =>
        `它只用于${kinds.map((kind) => settingKinds[kind].zh).join('和')}。改正，或去掉这一项。`,
      en: ({ kinds }) =>
        `It is for ${kinds.map((kind) => settingKinds[kind].en).join(' and ')} only. Correct it, or leave it out.`,
    },
  }),
  'form/bad-pattern': message<{ problem: string }>({
    severity: 'error',
    message: {
      zh: ({ problem }) => `pattern 不是合法的正则表达式：${problem}。`,
      en: ({ problem }) => `The pattern is no valid regular expression: ${problem}.`,
    },
  }),
  'form/limits-contradict': message<{ low: string; high: string }>({
    severity: 'error',
    message: {
      zh: ({ low, high }) => `${low} 大于 ${high}，没有任何答案能通过。`,
      en: ({ low, high }) => `${low} is greater than ${high}: no answer can pass.`,
    },
    hint: { zh: () => '核对两个数，可能写反了。', en: () => 'Check the two numbers; they may be swapped.' },
  }),
  'form/condition-not-decidable': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) =>
        `条件 if 只能看同一层的字段是否等于某个值（const 或 enum），“${field}”不是这样写的。`,
      en: ({ field }) =>
        `An "if" may only compare fields of the same level with const or enum; "${field}" does not.`,
    },
    hint: {
      zh: () => '写成 { "properties": { "字段": { "const": 值 } }, "required": ["字段"] }。',
      en: () => 'Write { "properties": { "field": { "const": value } }, "required": ["field"] }.',
    },
  }),
  'form/one-of-not-decidable': message<{ problem: string; name: string }>({
    severity: 'error',
    message: {
      zh: ({ problem, name }) =>
        ({
          undeclared: `oneOf 按“${name}”分情形，但“${name}”没有在同一层定义成选项。`,
          'same-value': `oneOf 有两种情形都写“${name}”，分不出是哪一种。`,
          'no-branch': `选项“${name}”在 oneOf 里没有对应的情形，选了它怎么填都不对。`,
        })[problem] ?? 'oneOf 的各种情形没有用同一个字段的固定值（const）区分开。',
      en: ({ problem, name }) =>
        ({
          undeclared: `oneOf goes by "${name}", which is not declared beside it as a choice.`,
          'same-value': `Two alternatives of oneOf are both "${name}".`,
          'no-branch': `The option "${name}" has no alternative in oneOf: whoever chooses it can never be right.`,
        })[problem] ?? 'The alternatives of oneOf do not tell themselves apart by the const of one field.',
    },
    hint: {
      zh: ({ problem, name }) =>
        ({
          undeclared: `在 oneOf 旁边的 properties 里写 "${name}"：type、title 和 enum（或 x-code-list）。`,
          'same-value': '合并这两种情形，或改其中一个的 const。',
          'no-branch': `加一种情形，没有别的字段就只写 { "properties": { 字段: { "const": "${name}" } } }。`,
        })[problem] ?? '每一种情形都写 { "properties": { "kind": { "const": 值 }, … } }，直接写在 oneOf 里。',
      en: ({ problem, name }) =>
        ({
          undeclared: `Declare "${name}" in the properties beside oneOf, with type, title and enum (or x-code-list).`,
          'same-value': 'Join the two, or change the const of one.',
          'no-branch': `Add one; without fields of its own it is { "properties": { field: { "const": "${name}" } } }.`,
        })[problem] ??
        'Write { "properties": { "kind": { "const": value }, … } } in each alternative, in place.',
    },
  }),
  'form/field-differs': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `“${field}”在不同的条件下写成了不同的字段，换了条件，填好的内容就对不上。`,
      en: ({ field }) =>
        `"${field}" is a different field under different conditions: an answer would not carry over.`,
    },
    hint: {
      zh: () => '写成相同的，或者各起一个名字。',
      en: () => 'Write it the same way, or give each a name of its own.',
    },
  }),
};
