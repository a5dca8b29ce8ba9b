import { message } from '../message.ts';

/** What a building block cannot do as it is asked. Unknown blocks and params are found by the shape of the file. */
export const blockMessages = {
  'block/param-needed': message<{ param: string; of: string; value: string }>({
    severity: 'error',
    message: {
      zh: ({ param, of, value }) => `“${of}”${value ? `为“${value}”` : ''}时，还要写“${param}”。`,
      en: ({ param, of, value }) =>
        `With "${of}"${value ? ` being "${value}"` : ''}, "${param}" is needed too.`,
    },
    hint: {
      zh: ({ param }) => `在 with 里补上 "${param}": …`,
      en: ({ param }) => `Add "${param}": … to "with".`,
    },
  }),
  'block/no-way-back': message<{ state: string }>({
    severity: 'error',
    message: {
      zh: ({ state }) => `“${state}”不是带 next 的模块，改好以后没有办法直接回到这一步。`,
      en: ({ state }) => `"${state}" is no block with a "next", so it cannot lead straight back here.`,
    },
    hint: {
      zh: () => '把那一步写成模块（例如 fill-in、task），或去掉 straightBack，或改用 correct 就地修改。',
      en: () => 'Write that step as a block (fill-in, task …), leave out straightBack, or use "correct".',
    },
  }),
};
