import type { Eligibility, Language, RuleVerdict } from '@zhinan/model';

interface EligibilityStrings {
  readonly title: string;
  readonly verdicts: Readonly<Record<Eligibility['verdict'], string>>;
  readonly rules: Readonly<Record<RuleVerdict, string>>;
  readonly missing: string;
  readonly missingElsewhere: string;
  readonly amounts: string;
  readonly fill: string;
  readonly toField: (title: string) => string;
  readonly capped: (limit: string) => string;
  readonly atLeast: (amount: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly clause: (ids: string) => string;
  readonly unavailable: string;
  readonly loading: string;
}

export const eligibilityStrings: Readonly<Record<Language, EligibilityStrings>> = {
  'zh-CN': {
    title: '申报条件自查',
    verdicts: {
      eligible: '符合申报条件',
      'needs-reason': '可以申报，有条款需说明理由',
      ineligible: '不符合申报条件',
      undecided: '尚不能判断，还需填写',
    },
    rules: {
      pass: '符合',
      relaxed: '放宽后符合',
      'needs-reason': '需说明',
      fail: '不符合',
      unknown: '待填写',
      'not-applicable': '不适用',
    },
    missing: '还需填写：',
    fill: '去填写：',
    toField: (title) => `去填写“${title}”`,
    missingElsewhere: '其他表单还需填写：',
    amounts: '经费测算',
    capped: (limit) => `已按上限 ${limit} 计算`,
    atLeast: (amount) => `不少于 ${amount}`,
    between: (low, high) => `${low} 至 ${high}`,
    clause: (ids) => `指南${ids}`,
    unavailable: '暂无可供判断的规则',
    loading: '正在读取申报条件…',
  },
  en: {
    title: 'Check of the conditions',
    verdicts: {
      eligible: 'Meets the conditions',
      'needs-reason': 'May apply; a clause asks for a reason',
      ineligible: 'Does not meet the conditions',
      undecided: 'Cannot be decided yet',
    },
    rules: {
      pass: 'Met',
      relaxed: 'Met by relaxation',
      'needs-reason': 'Reason needed',
      fail: 'Not met',
      unknown: 'Open',
      'not-applicable': 'Not applicable',
    },
    missing: 'Still needed: ',
    fill: 'Fill in: ',
    toField: (title) => `Fill in “${title}”`,
    missingElsewhere: 'Still needed in other forms: ',
    amounts: 'Funding',
    capped: (limit) => `Capped at ${limit}`,
    atLeast: (amount) => `At least ${amount}`,
    between: (low, high) => `${low} to ${high}`,
    clause: (ids) => `clause ${ids}`,
    unavailable: 'There are no rules to decide by',
    loading: 'Loading the conditions…',
  },
};
