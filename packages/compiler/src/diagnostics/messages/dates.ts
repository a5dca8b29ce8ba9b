import { message } from '../message.ts';

/** Dates and instants that cannot be. */
export const dateMessages = {
  'date/does-not-exist': message<{ date: string; lastDay: string }>({
    severity: 'error',
    message: {
      zh: ({ date }) => `日历上没有 ${date} 这一天。`,
      en: ({ date }) => `There is no ${date} in the calendar.`,
    },
    hint: {
      zh: ({ lastDay }) => `这个月的最后一天是 ${lastDay}。`,
      en: ({ lastDay }) => `The last day of that month is ${lastDay}.`,
    },
  }),
  'date/not-an-instant': message<{ text: string }>({
    severity: 'error',
    message: {
      zh: ({ text }) => `“${text}”不是带时区的北京时间。`,
      en: ({ text }) => `"${text}" is not an instant with the Beijing offset.`,
    },
    hint: {
      zh: () => '写成 2025-10-08T20:00:00+08:00 的样子；指南没写几点的，要作为解释口径写明。',
      en: () =>
        'Write it like 2025-10-08T20:00:00+08:00; an hour the text does not give is an interpretation.',
    },
  }),
  'date/instants-out-of-order': message<{ earlier: string; later: string }>({
    severity: 'warning',
    message: {
      zh: ({ earlier, later }) => `“${earlier}”晚于排在它后面的“${later}”。`,
      en: ({ earlier, later }) => `"${earlier}" lies after "${later}", which is listed behind it.`,
    },
    hint: { zh: () => '核对日期，或按时间先后排列。', en: () => 'Check the dates, or list them in order.' },
  }),
};
