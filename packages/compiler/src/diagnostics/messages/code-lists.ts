import { message } from '../message.ts';

/** Shared code lists, which are dated. */
export const codeListMessages = {
  'codes/day-missing': message<{ list: string; id: string }>({
    severity: 'error',
    message: {
      zh: ({ list, id }) => `代码表“${list}”（${id}）里有按日期启用、停用的代码，但指南没有写取哪一天的。`,
      en: ({ list, id }) =>
        `The code list "${list}" (${id}) changes over time, but the guideline names no day to read it on.`,
    },
    hint: {
      zh: () => '在 guideline.json 写 "codesAsOf": "年-月-日"，一般是印发日期。',
      en: () => 'Add "codesAsOf": "YYYY-MM-DD" to guideline.json, usually the day of issue.',
    },
  }),
  'codes/code-stands-twice': message<{ code: string; list: string }>({
    severity: 'error',
    message: {
      zh: ({ code, list }) => `代码表“${list}”里的“${code}”在同一天有两个名称。`,
      en: ({ code, list }) => `The code "${code}" of "${list}" stands twice on the same day.`,
    },
    hint: {
      zh: () => '用 until（停用日期）和 from（启用日期）把前后两个名称衔接起来，或删去一个。',
      en: () => 'Let "until" of one and "from" of the other meet, or remove one.',
    },
  }),
  'codes/unknown-parent': message<{ code: string; parent: string; list: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ code, parent, list }) =>
        `代码表“${list}”里“${code}”的上级“${parent}”不在表里，或者又在“${code}”下面。`,
      en: ({ code, parent, list }) =>
        `In "${list}", "${code}" stands under "${parent}", which is not in the list or stands under it in turn.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '核对 parent。'),
      en: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : 'Check "parent".'),
    },
  }),
  'codes/unknown-member': message<{ code: string; group: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ code, group }) => `分组“${group}”的成员“${code}”不在代码表里，或在所取的日期已经停用。`,
      en: ({ code, group }) =>
        `The member "${code}" of the group "${group}" is not in the list, or no longer on the day it is read.`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `是不是想写“${nearest}”？` : '核对代码；已经停用的，给成员写上停用日期。',
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Check the code; give a member that has ended its "until".',
    },
  }),
};
