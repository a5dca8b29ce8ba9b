/** Words of the page that lists what the checks found. Chinese, then English. */
export const findingWords = {
  tabFindings: ['检查', 'Findings'],
  findingsTitle: ['检查结果', 'Findings'],
  findingsIntro: [
    '对定义文件做全部检查，并把每个情形重演一遍。能演示的问题可以一键在流程里打开。',
    'All checks on the definition files, and every scenario replayed. What can be shown opens in the procedure with one click.',
  ],
  checkNow: ['重新检查', 'Check again'],
  checkingNow: ['正在检查，大的年度需要半分钟…', 'Checking; a large edition takes half a minute …'],
  findingsNone: ['没有发现问题。', 'Nothing found.'],
  findingsCount: [
    '{errors} 个错误，{warnings} 个警告，{infos} 条提示',
    '{errors} errors, {warnings} warnings, {infos} notes',
  ],
  findingsFailed: [
    '检查没有完成。请用 npm start 打开演练场，并看终端里的输出。',
    'The check did not finish. Open the playground with npm start and see the terminal.',
  ],
  severityError: ['错误', 'Error'],
  severityWarning: ['警告', 'Warning'],
  severityInfo: ['提示', 'Note'],
  ofThisProgramme: ['本项目', 'This programme'],
  ofTheEdition: ['整个年度和其他项目', 'The edition and its other programmes'],
  rehearseWay: ['在流程里演示（{count} 步）', 'Show in the procedure ({count} steps)'],
  rehearseScenario: ['打开这个情形', 'Open this scenario'],
  findingPlace: ['{file} 第 {line} 行', '{file} line {line}'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
