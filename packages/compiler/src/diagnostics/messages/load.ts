import { message } from '../message.ts';

/** What can be wrong with a file before anybody asks what it means. */
export const loadMessages = {
  'json/syntax': message<{ problem: string; problemEn: string }>({
    severity: 'error',
    message: {
      zh: ({ problem }) => `这不是合法的 JSON：${problem}。`,
      en: ({ problemEn }) => `This is not valid JSON: ${problemEn}.`,
    },
    hint: {
      zh: () => '检查逗号、引号和括号是否成对；JSON 不能写注释，最后一项后面不能有逗号。',
      en: () => 'Check commas, quotes and brackets; JSON has no comments and no trailing comma.',
    },
  }),
  'json/too-deep': message<{ limit: number }>({
    severity: 'error',
    message: {
      zh: ({ limit }) => `括号套了超过 ${limit} 层，没有指南需要这么深。`,
      en: ({ limit }) => `Brackets are nested more than ${limit} deep; no guideline needs that.`,
    },
    hint: {
      zh: () => '检查是否有一段内容误套进了自己。',
      en: () => 'Look for a part that was pasted into itself.',
    },
  }),
  'json/duplicate-key': message<{ key: string }>({
    severity: 'error',
    message: {
      zh: ({ key }) => `“${key}”在同一个对象里写了两次，后一个会盖掉前一个。`,
      en: ({ key }) => `"${key}" stands twice in one object; the second hides the first.`,
    },
    hint: {
      zh: () => '给其中一个换一个编号，或删掉多余的一个。',
      en: () => 'Rename one of them or remove it.',
    },
  }),
  'file/missing': message<{ path: string }>({
    severity: 'error',
    message: { zh: ({ path }) => `缺少文件 ${path}。`, en: ({ path }) => `The file ${path} is missing.` },
    hint: {
      zh: () => '按 definitions/README.md 的目录结构补上这个文件，或在上级文件里去掉对它的引用。',
      en: () => 'Add the file (see definitions/README.md) or remove what refers to it.',
    },
  }),
  'file/unknown': message<{ path: string }>({
    severity: 'error',
    message: {
      zh: ({ path }) => `不认识的文件 ${path}，没有任何部分会读它。`,
      en: ({ path }) => `Nothing reads the file ${path}.`,
    },
    hint: {
      zh: () =>
        '检查文件名和所在文件夹：forms/*.schema.json、forms/*.ui.json、workflow/*.json、documents/*.json、locales/*.json、scenarios/*.json。',
      en: () =>
        'Check its name and folder: forms/*.schema.json, forms/*.ui.json, workflow/*.json, documents/*.json, locales/*.json, scenarios/*.json.',
    },
  }),
  'shape/unknown-key': message<{ key: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ key }) => `这里没有“${key}”这一项。`,
      en: ({ key }) => `There is no "${key}" here.`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `是不是想写“${nearest}”？` : '删掉它，或查看编辑器的自动补全里有哪些项。',
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Remove it, or see the completion list of your editor.',
    },
  }),
  'shape/missing-key': message<{ key: string; title: string }>({
    severity: 'error',
    message: {
      zh: ({ key, title }) => `缺少“${key}”${title ? `（${title}）` : ''}。`,
      en: ({ key }) => `"${key}" is missing.`,
    },
    hint: { zh: ({ key }) => `补上 "${key}": …`, en: ({ key }) => `Add "${key}": …` },
  }),
  'shape/wrong-type': message<{ expected: string }>({
    severity: 'error',
    message: {
      zh: ({ expected }) => `这里应当是${expected}。`,
      en: ({ expected }) => `This must be ${expected}.`,
    },
  }),
  'shape/not-an-option': message<{ value: string; options: readonly string[]; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ value, options }) => `“${value}”不是可用的值，可用的是：${options.join('、')}。`,
      en: ({ value, options }) => `"${value}" is not allowed; allowed are: ${options.join(', ')}.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '从列出的值中选一个。'),
      en: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : 'Choose one of those listed.'),
    },
  }),
  'shape/wrong-form': message<{ problem: string; problemEn: string }>({
    severity: 'error',
    message: {
      zh: ({ problem }) => `写法不符合要求（${problem}）。`,
      en: ({ problemEn }) => `This is not written as required (${problemEn}).`,
    },
    hint: {
      zh: () => '把鼠标停在编辑器里的这一项上，可以看到说明和例子。',
      en: () => 'Hover over the entry in your editor for its description and an example.',
    },
  }),
};
