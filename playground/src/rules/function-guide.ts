/** What the functions of the rule language do, for completion and hover: signature, then Chinese and English. */
interface Guide {
  readonly signature: string;
  readonly meaning: readonly [string, string];
  readonly example?: string;
}

export const functionGuide: Readonly<Record<string, Guide>> = {
  not: {
    signature: 'not(条件)',
    meaning: ['条件不成立；条件未知时仍未知。', 'The condition does not hold; unknown stays unknown.'],
  },
  count: {
    signature: 'count(列表)',
    meaning: [
      '列表有几项；配合 列表[条件] 只数符合条件的。',
      'How many rows a list has; with list[condition], those that fit.',
    ],
  },
  sum: { signature: 'sum(列表.字段)', meaning: ['各项这个数的合计。', 'Total of a number over the rows.'] },
  min: {
    signature: 'min(甲, 乙)',
    meaning: ['几个数里最小的，或列表里最小的。', 'The least of several numbers or of a list.'],
  },
  max: {
    signature: 'max(甲, 乙)',
    meaning: ['几个数里最大的，或列表里最大的。', 'The greatest of several numbers or of a list.'],
  },
  age: {
    signature: 'age(出生日期, 哪一天)',
    meaning: ['到那一天为止的周岁，生日当天满岁。', 'Completed years of age on a day; the birthday counts.'],
  },
  years: {
    signature: 'years(起, 止)',
    meaning: ['满几年，满周年的当天算。', 'Completed years between two dates; the anniversary counts.'],
  },
  months: { signature: 'months(起, 止)', meaning: ['满几个月。', 'Completed months between two dates.'] },
  days: { signature: 'days(起, 止)', meaning: ['相隔几天。', 'Days between two dates.'] },
  workdays: {
    signature: 'workdays(起, 止)',
    meaning: ['相隔几个工作日，计调休。', 'Working days between two dates, make-up days included.'],
  },
  share: {
    signature: 'share(部分, 总数, 总数为 0 时)',
    meaning: [
      '部分占总数的比例，30% 写 0.3；总数为 0 时取第三个数。',
      'Part of a whole, 30% is 0.3; the third value is taken when the whole is 0.',
    ],
  },
  inSupport: {
    signature: 'inSupport(项目列表, 哪一天)',
    meaning: [
      '那一天是否还在某个项目的支持期内。',
      'Whether some support of the list still lasts on that day.',
    ],
  },
  date: {
    signature: 'date("年-月-日")',
    meaning: ['一个确定的日期。', 'A certain date.'],
    example: 'date("2025-10-08")',
  },
};
