import { message } from '../message.ts';

/** Readings and the values that other parts take from them. */
export const interpretationMessages = {
  'interpretation/unknown-reading': message<{ name: string; chosen: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ name, chosen }) => `解释口径“${name}”选用的“${chosen}”不在它列出的读法里。`,
      en: ({ name, chosen }) =>
        `The interpretation "${name}" chooses "${chosen}", which is none of its readings.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '把 chosen 改成 readings 里的一个。'),
      en: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : 'Set "chosen" to one of "readings".'),
    },
  }),
  'interpretation/only-one-reading': message<{ name: string }>({
    severity: 'error',
    message: {
      zh: ({ name }) => `解释口径“${name}”只有一种读法，不成其为口径。`,
      en: ({ name }) => `The interpretation "${name}" has a single reading.`,
    },
    hint: { zh: () => '写出至少另一种可能的读法。', en: () => 'Write down at least one alternative.' },
  }),
  'interpretation/reading-without-value': message<{
    name: string;
    reading: string;
    part: string;
    others: readonly string[];
  }>({
    severity: 'error',
    message: {
      zh: ({ name, reading, part }) =>
        `这里的值取自解释口径“${name}”，但选定的读法“${reading}”没有写${part ? `“${part}”的` : ''}取值。`,
      en: ({ name, reading, part }) =>
        `This value is taken from the interpretation "${name}", but its chosen reading “${reading}” gives none${part ? ` for "${part}"` : ''}.`,
    },
    hint: {
      zh: ({ others }) =>
        others.length > 0
          ? `给这个读法补上 value，或改选有取值的读法：${others.join('、')}。`
          : '给各种读法写上 value，或在这里直接写值。',
      en: ({ others }) =>
        others.length > 0
          ? `Give the reading a value, or choose one that has it: ${others.join(', ')}.`
          : 'Give the readings a value, or write the value here.',
    },
  }),
  'interpretation/value-does-not-fit': message<{ name: string; reading: string; value: string }>({
    severity: 'error',
    message: {
      zh: ({ name, reading, value }) =>
        `解释口径“${name}”的读法“${reading}”给出的取值“${value}”不能用在这里。`,
      en: ({ name, reading, value }) =>
        `The value "${value}" of the reading “${reading}” of "${name}" cannot stand here.`,
    },
    hint: {
      zh: () =>
        '各种读法的取值要与用它的地方同类：数写数，文字、表达式、时点名写在引号里，是否写 true 或 false。',
      en: () =>
        'Each reading gives the kind of value its place takes: a number, a text in quotes, true or false.',
    },
  }),
  'interpretation/readings-differ-in-kind': message<{ name: string; reading: string; part: string }>({
    severity: 'error',
    message: {
      zh: ({ name, reading, part }) =>
        `解释口径“${name}”的读法“${reading}”的${part ? `“${part}”` : '取值'}与选定的读法不是同类的值，改选以后就用不上。`,
      en: ({ name, reading, part }) =>
        `The reading “${reading}” of "${name}" gives ${part ? `"${part}"` : 'a value'} of another kind than the chosen one: it could not be chosen.`,
    },
    hint: {
      zh: () => '改成同类的值；还不能只靠取值来落实的读法，不写 value。',
      en: () => 'Give the same kind of value, or none at all where a value alone cannot carry the reading.',
    },
  }),
};
