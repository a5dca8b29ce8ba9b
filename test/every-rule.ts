/* oxlint-disable unicorn/no-thenable -- `then` is what a table's row gives */
import type { Contract, ProgramContract, RulesDefinition } from '@zhinan/model';
import { craftsman, input } from '../packages/compiler/src/rules/craftsman.fixture.ts';

const clause = '四';
const 元 = '元' as const;

/** A made-up programme that uses each part of the rule language, over the forms of the compiler's own tests. */
const definition: RulesDefinition = {
  ...craftsman,
  parameters: {
    ...craftsman.parameters,
    最低评分: { default: 60, best: 'lowest' },
  },
  relax: [
    ...(craftsman.relax ?? []),
    { id: 'few', title: '徒弟少', clause, when: 'count(apprentices) <= 3', set: { 最低评分: 40 } },
    { id: 'city', title: '在喀什', clause, when: 'contact.city = "喀什"', set: { 最低评分: 20 } },
    { id: 'gentle', title: '不足从宽', clause, when: 'onPost', set: {}, soften: ['registered', 'score'] },
  ],
  rules: [
    ...craftsman.rules,
    { id: 'score', title: '评分', clause, strength: 'must', require: 'score >= 最低评分' },
    {
      id: 'stay',
      title: '满四百天',
      clause: '二',
      strength: 'must',
      require: 'days(workingSince, 基准日) >= 400',
      reference: 'personalDeadline',
    },
    {
      id: 'names',
      title: '姓名',
      clause: ['二', clause],
      strength: 'soft',
      require: 'not(name = "乙") or "带徒传技" in strengths',
    },
  ],
  tables: [
    {
      id: 'standard',
      title: '培养标准 <"&">',
      clause,
      inputs: [
        { label: '等级', expression: 'skillLevel' },
        { label: '评分', expression: 'score' },
      ],
      outputs: [{ name: 'standard', unit: '元', default: 0 }],
      hitPolicy: 'U',
      rows: [
        { when: ['>= 高级技师', '-'], then: [30000], clause: '四.a' },
        { when: ['技师', '[60..100]'], then: [15000] },
        { when: ['技师', '< 60'], then: [10000] },
        { when: ['高级工、中级工', '> 20'], then: ['100 * count(apprentices)'] },
      ],
    },
    {
      id: 'bonus',
      title: '加计',
      clause,
      inputs: [{ expression: 'workPlace' }, { expression: 'onPost' }],
      outputs: [{ name: 'bonus', unit: '元' }],
      hitPolicy: 'C+',
      rows: [
        { when: ['kashi、hotan', '-'], then: [5000] },
        { when: ['-', true], then: [1000] },
        { when: ['not("urumqi")', '-'], then: [700] },
      ],
    },
  ],
  amounts: [
    ...(craftsman.amounts ?? []),
    { id: 'standard', title: '标准', clause, unit: 元, value: 'standard' },
    { id: 'bonus', title: '加计', clause, unit: 元, value: 'bonus' },
    {
      id: 'rounded',
      title: '取整',
      clause,
      unit: 元,
      value: '123 * count(apprentices) + 50',
      round: { to: 100, mode: 'half-up' },
      floor: 300,
    },
    {
      id: 'topped',
      title: '补足',
      clause,
      unit: 元,
      value: 'standard + bonus',
      topUp: { against: 'sum(apprentices.fee)' },
    },
    {
      id: 'first',
      title: '其一',
      clause,
      unit: 元,
      value: '4000 * count(apprentices)',
      exclusiveWith: ['second'],
    },
    { id: 'second', title: '其二', clause, unit: 元, value: '8000 * count(strengths)', cap: 12000 },
    {
      id: 'parts',
      title: '分期',
      clause,
      unit: 元,
      value: 'standard + 1',
      instalments: [
        { title: '入选', share: 0.5, when: 'onPost' },
        { title: '中期', share: 0.2 },
        { title: '期满' },
      ],
    },
  ],
  quotas: [
    { id: 'all', title: '总数', clause, max: 4 },
    { id: 'south', title: '南疆', clause, where: 'workPlace in 南疆五地州', max: null },
    { id: 'others', title: '其他', clause, where: 'onPost', except: ['south'], min: 1 },
    {
      id: 'grassroots',
      title: '其中评分高的',
      clause,
      of: 'others',
      where: 'score >= 50',
      share: { min: 0.4 },
    },
    { id: 'bodies', title: '每城', clause, per: 'contact.city', max: 2 },
  ],
};

const { forms, codeLists, instants } = input(definition);

const program: ProgramContract = {
  id: 'all',
  title: '全部',
  clauses: ['一'],
  subject: 'person',
  applicationForm: 'application',
  forms,
  machines: {},
  rules: definition,
  documents: {},
};

const contract: Contract = {
  format: 1,
  id: 'made-up/2025',
  scheme: 'made-up',
  edition: '2025',
  title: '测试 <指南> & "附件"',
  shortTitle: '测试',
  issuer: ['测试单位'],
  instants,
  roles: {},
  clauses: [],
  interpretations: {},
  codeLists,
  programs: { all: program },
  hash: '0'.repeat(64),
  generator: '0.0.0',
};

export const everything: { readonly contract: Contract; readonly program: ProgramContract } = {
  contract,
  program,
};
