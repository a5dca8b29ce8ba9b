import { message } from '../message.ts';

/** A scenario promised something that the definition does not keep. */
export const scenarioMessages = {
  'scenario/facts-invalid': message<{ scenario: string; form: string; problem: string }>({
    severity: 'error',
    message: {
      zh: ({ scenario, form, problem }) => `情景“${scenario}”里表单“${form}”的数据填得不对：${problem}`,
      en: ({ scenario, form, problem }) =>
        `The data of form "${form}" in scenario "${scenario}" is not valid: ${problem}`,
    },
  }),
  'scenario/broken-promise': message<{ scenario: string; what: string; expected: string; actual: string }>({
    severity: 'error',
    message: {
      zh: ({ scenario, what, expected, actual }) =>
        `情景“${scenario}”：${what}应为 ${expected}，实际是 ${actual}。`,
      en: ({ scenario, what, expected, actual }) =>
        `Scenario "${scenario}": ${what} should be ${expected} but is ${actual}.`,
    },
    hint: {
      zh: () => '如果是政策有意调整，改情景里的期望；否则检查规则和流程。',
      en: () =>
        'If the policy changed on purpose, change the expectation; otherwise look at rules and workflow.',
    },
  }),
};
