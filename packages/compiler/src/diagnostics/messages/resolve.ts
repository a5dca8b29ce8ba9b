import { message } from '../message.ts';

const didYouMean = {
  zh: ({ nearest }: { nearest: string }) =>
    nearest ? `是不是想写“${nearest}”？` : '检查名称，或先在对应的文件里定义它。',
  en: ({ nearest }: { nearest: string }) =>
    nearest ? `Did you mean "${nearest}"?` : 'Check the name, or define it first.',
};

/** Names that lead nowhere. */
export const resolveMessages = {
  'reference/unknown-file': message<{ reference: string }>({
    severity: 'error',
    message: {
      zh: ({ reference }) => `“$ref”指向的文件或部分不存在：${reference}。`,
      en: ({ reference }) => `"$ref" leads to nothing: ${reference}.`,
    },
    hint: {
      zh: () => '路径从本文件所在的文件夹算起，“#/$defs/名称”指文件里的一个部分。',
      en: () => 'The path starts at this file’s folder; "#/$defs/name" names a part of the file.',
    },
  }),
  'reference/circular': message<{ reference: string }>({
    severity: 'error',
    message: {
      zh: ({ reference }) => `引用绕了一圈又回到自己：${reference}。`,
      en: ({ reference }) => `The reference runs in a circle: ${reference}.`,
    },
  }),
  'reference/unknown-code-list': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的代码表。`,
      en: ({ name }) => `There is no code list "${name}".`,
    },
    hint: didYouMean,
  }),
  'reference/unknown-form': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的表单。`,
      en: ({ name }) => `There is no form "${name}".`,
    },
    hint: didYouMean,
  }),
  'reference/unknown-role': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的角色。`,
      en: ({ name }) => `There is no role "${name}".`,
    },
    hint: didYouMean,
  }),
  'reference/unknown-field': message<{ name: string; form: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name, form }) => `表单“${form}”里没有字段“${name}”。`,
      en: ({ name, form }) => `The form "${form}" has no field "${name}".`,
    },
    hint: didYouMean,
  }),
  'reference/unknown-interpretation': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的解释口径。`,
      en: ({ name }) => `There is no interpretation "${name}".`,
    },
    hint: didYouMean,
  }),
  'reference/unknown-shared-rules': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的共用规则。`,
      en: ({ name }) => `There are no shared rules "${name}".`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `是不是想写“${nearest}”？` : '共用规则放在本年度版的 rules 文件夹里，文件名不带 .json。',
      en: ({ nearest }) =>
        nearest
          ? `Did you mean "${nearest}"?`
          : 'Shared rules stand in the rules folder of the edition; the name goes without .json.',
    },
  }),
  'reference/declared-twice': message<{ name: string; other: string }>({
    severity: 'error',
    message: {
      zh: ({ name, other }) => `“${name}”在共用规则 ${other} 里已经有了。`,
      en: ({ name, other }) => `"${name}" is already declared in the shared rules ${other}.`,
    },
    hint: {
      zh: () => '删去一处，或换一个名称：同名的两个意思会互相顶替。',
      en: () => 'Remove one or rename it: of two meanings under one name one would be lost.',
    },
  }),
  'reference/unknown-scenario': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `没有名为“${name}”的情景。`,
      en: ({ name }) => `There is no scenario "${name}".`,
    },
    hint: didYouMean,
  }),
};
