import type { JsonObject } from '@zhinan/model';
import type { FormName } from './package.ts';

/** The text field that is typed into: in the middle of the form, found in every engine by what stands in it. */
export const typedInto = '西域精密机械制造有限公司';

const file = (name: string) => ({
  name,
  mediaType: 'application/pdf',
  size: 204_800,
  sha256: 'ab'.repeat(32),
  ref: `store/${name}`,
});

const application: JsonObject = {
  name: '张三',
  residentId: '650103198003150111',
  nationality: 'CHN',
  mobile: '13900000001',
  email: 'someone@example.org',
  talentRegistrationId: 'T-0001',
  side: '自治区',
  regionalLevel: '自治区直属',
  industry: '新能源新材料',
  ftzUnit: false,
  strengths: ['技术攻关'],
  occupation: '焊工',
  skillLevel: '高级技师',
  certificateKind: '职业技能等级',
  certificateNumber: 'C-0001',
  certificateDate: '2019-05-20',
  certificate: [file('证书.pdf')],
  exceptionReason: '没有需要说明的情况。',
  workPlace: '653100',
  workingInRegionSince: '2012-03-01',
  onPost: true,
  staffStatus: '企业职工',
  secondment: '无',
  careers: [{ from: '2012-03-01', to: '2019-12-31', unit: '某某焊接厂股份公司', post: '焊接班组长' }],
  employerName: typedInto,
  employerUscc: '91652300MA7EXAM185',
  unitKind: '企业',
  independentLegalPerson: true,
  legalRepresentative: '李四',
  registeredPlace: '650100',
  apprentices: [
    {
      name: '王五',
      residentId: '650102199501010013',
      isStudent: false,
      unit: '某某制造股份公司',
      occupation: '焊工',
      currentLevel: '高级工',
      targetLevel: '技师',
      targetDate: '2027-06-30',
      informed: true,
    },
  ],
  trainingPlan: '每周两次车间实训，每季度一次技能测评，第二年底前完成全部课程并参加考评。',
  achievements: '解决压力容器薄板焊接变形，合格率由百分之八十六提高到百分之九十八。',
  results: [
    {
      title: '薄板焊接反变形工装',
      kind: '技术革新',
      date: '2023-08-01',
      economicBenefit: 860000,
      proof: [file('鉴定.pdf')],
    },
  ],
  otherPlanStatus: '有',
  otherPlans: [
    { family: '2+5', project: '青年拔尖人才', status: '已入选', batch: 2, supportUntil: '2024-12-31' },
  ],
  creditStatus: '无',
  supportingFiles: [file('其他.pdf')],
  declareBasic: true,
  declareHealth: true,
  declareTruth: true,
};

const levels = ['初级工', '中级工', '高级工', '技师', '高级技师'];

/** A list of `count` rows, no two alike; the unit of the middle row is the one typed into. */
const members = (count: number): JsonObject => ({
  members: Array.from({ length: count }, (_, at) => ({
    name: `成员${at + 1}`,
    unit: at === count >> 1 ? typedInto : `第${at + 1}机械制造公司`,
    level: levels[at % levels.length] ?? '技师',
    since: `20${String(10 + (at % 15)).padStart(2, '0')}-0${1 + (at % 9)}-1${at % 9}`,
    amount: 1000 + at * 7,
  })),
});

/** Answers with which every field of a form is on the screen; `rows` counts for the list only. */
export const answersOf = (form: FormName, rows = 200): JsonObject =>
  form === 'application' ? application : members(rows);

/** How many controls a person then meets. */
export const controlsOf = (form: FormName, rows = 200): number => (form === 'application' ? 60 : rows * 5);
