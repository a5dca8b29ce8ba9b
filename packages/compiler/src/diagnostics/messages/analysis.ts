import { message } from '../message.ts';

/** Rules that are well formed but cannot mean what their author meant; each with an applicant who shows it. */
export const analysisMessages = {
  'analysis/never-fails': message<{ rule: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, applicant }) => `“${rule}”谁都符合，等于没有这一条。例如：${applicant}，也符合。`,
      en: ({ rule, applicant }) =>
        `Nobody can fail "${rule}": it decides nothing. For example: ${applicant} passes too.`,
    },
    hint: {
      zh: () => '核对比较号（>、>= …）和数；“不是甲也不是乙”写作 x != "甲" and x != "乙"。',
      en: () => 'Check the comparison and the number; "neither A nor B" is x != "A" and x != "B".',
    },
  }),
  'analysis/never-passes': message<{ rule: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, applicant }) => `“${rule}”按表格能填的内容，谁都不符合。例如：${applicant}，也不符合。`,
      en: ({ rule, applicant }) =>
        `Nobody can meet "${rule}" with what the form accepts. For example: ${applicant} fails too.`,
    },
    hint: {
      zh: () => '核对数、单位（百分比写 0.3）、日期的先后和表格的上下限。',
      en: () =>
        'Check the number, its unit (percentages are 0.3), the order of dates and the limits of the form.',
    },
  }),
};
