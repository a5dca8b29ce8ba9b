import { message } from '../message.ts';

/** What a document cannot print, or must not. */
export const documentMessages = {
  'document/unclear-item': message<{ written: string }>({
    severity: 'error',
    message: {
      zh: ({ written }) => `看不懂这里要印什么：${written}。`,
      en: ({ written }) => `It is not clear what is to be printed here: ${written}.`,
    },
    hint: {
      zh: () =>
        '写“表单.字段”，或 {表单.字段}、{count 表单.列表}、{sum 表单.列表.字段}、{instant 时点}、{issued}，后面可加 yuan、wan、capital、masked；field、count、sum、instant 只写一个。',
      en: () =>
        'Write "form.field", or {form.field}, {count form.list}, {sum form.list.field}, {instant name}, {issued}, with yuan, wan, capital or masked behind; give exactly one of field, count, sum, instant.',
    },
  }),
  'document/unknown-instant': message<{ name: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `指南里没有名为“${name}”的时点。`,
      en: ({ name }) => `The guideline has no instant "${name}".`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `是不是想写“${nearest}”？` : '先在 guideline.json 的 instants 里写上这个时点。',
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Add it to "instants" of guideline.json first.',
    },
  }),
  'document/not-countable': message<{ field: string; wanted: 'list' | 'number' | 'money' | 'date' }>({
    severity: 'error',
    message: {
      zh: ({ field, wanted }) => `“${field}”不是${wantedZh[wanted]}，不能这样印。`,
      en: ({ field, wanted }) => `"${field}" is no ${wantedEn[wanted]} and cannot be printed this way.`,
    },
    hint: {
      zh: () =>
        'count 要列表，sum 要列表里的数字，yuan、wan、capital 要带“元”“万元”单位的整数，签署日期要日期字段。',
      en: () =>
        'count needs a list, sum a number in a list, yuan, wan and capital an integer with the unit 元 or 万元, the day of a signature a date field.',
    },
  }),
  'document/private-in-notice': message<{ field: string; why: PrivateWhy }>({
    severity: 'error',
    message: {
      zh: ({ field, why }) => `公开的文书里不能有“${field}”：${whyZh[why]}。`,
      en: ({ field, why }) => `A public document must not show "${field}": ${whyEn[why]}.`,
    },
    hint: {
      zh: ({ why }) =>
        why === 'third-person'
          ? '删去这一项；他人的姓名确需列出的，写 "as": "masked"，只露第一个字。'
          : '删去这一项。公开的内容只列指明身份所必需的，如姓名和单位。',
      en: ({ why }) =>
        why === 'third-person'
          ? 'Take it out; where the name of another person has to be told, write "as": "masked".'
          : 'Take it out. A public notice tells what is needed to know who is meant, such as name and unit.',
    },
  }),
  'document/notice-not-marked': message<{ title: string }>({
    severity: 'error',
    message: {
      zh: ({ title }) => `《${title}》看名称是对外公开的，但没有写 "public"。`,
      en: ({ title }) => `"${title}" is a public notice by its title, but does not say "public".`,
    },
    hint: {
      zh: () => '写 "public": true，敏感信息和他人信息就不会出现在里面；确实不公开的，写 "public": false。',
      en: () =>
        'Write "public": true to keep sensitive answers and third persons out; if it is not public, "public": false.',
    },
  }),
};

type PrivateWhy = 'sensitive' | 'identifier' | 'contact' | 'attachment' | 'third-person';

const whyZh: Readonly<Record<PrivateWhy, string>> = {
  sensitive: '这是敏感个人信息',
  identifier: '身份号码不得公开',
  contact: '联系方式不得公开',
  attachment: '附件和附件名称不公开',
  'third-person': '这是他人的信息',
};

const whyEn: Readonly<Record<PrivateWhy, string>> = {
  sensitive: 'it is sensitive personal data',
  identifier: 'identity numbers are never published',
  contact: 'contact details are never published',
  attachment: 'attachments and their names are not published',
  'third-person': 'it is data of a third person',
};

const wantedZh = { list: '列表', number: '数字', money: '金额', date: '日期' } as const;
const wantedEn = { list: 'list', number: 'number', money: 'amount of money', date: 'date' } as const;
