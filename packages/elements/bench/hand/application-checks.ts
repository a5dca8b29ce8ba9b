import type { Row } from './answers.ts';
import {
  agreed,
  Checker,
  day,
  email,
  entries,
  type Errors,
  length,
  mobile,
  oneOf,
  residentId,
  uscc,
  whole,
} from './checks.ts';
import * as options from './options.ts';

/** Everything wrong with an application, in the order of its fields. */
export function checkApplication(answers: Row): Errors {
  const check = new Checker(answers);
  check.required('name', '姓名', length(2, 40));
  check.required('residentId', '公民身份号码', residentId);
  check.required('nationality', '国籍', oneOf(options.nationalities));
  check.required('mobile', '手机号码', mobile);
  check.optional('email', '电子邮箱', email);
  check.required('talentRegistrationId', '人才登记认证编号', length(1, 40));
  check.required('side', '申报渠道', oneOf(options.sides));
  if (answers['side'] === '自治区')
    check.required('regionalLevel', '单位隶属', oneOf(['地（州、市）属', '自治区直属']));
  check.required('industry', '所属产业', oneOf(options.industries));
  check.required('ftzUnit', '所在单位属于自贸试验区企业');
  check.required('strengths', '专长方向', entries(1, 2));
  check.required('occupation', '职业（工种）', length(1, 40));
  check.required('skillLevel', '职业技能等级', oneOf(options.levels));
  check.required('certificateKind', '证书种类', oneOf(options.certificateKinds));
  check.required('certificateNumber', '证书编号', length(1, 40));
  check.required('certificateDate', '发证日期', day);
  check.required('certificate', '证书扫描件', entries(1, 5));
  check.optional('exceptionReason', '需说明的情况', length(1, 500));
  check.required('workPlace', '工作所在地', oneOf(options.places));
  check.required('workingInRegionSince', '在疆工作起始日期', day);
  check.required('onPost', '目前驻疆工作、在职在岗');
  check.required('staffStatus', '人员身份', oneOf(options.staffStatuses));
  check.required('secondment', '援派或挂职情况', oneOf(options.secondments));
  check.required('careers', '工作经历', entries(1, 15));
  check.each('careers', (row) => {
    row.required('from', '开始日期', day);
    row.optional('to', '结束日期', day);
    row.required('unit', '工作单位', length(4, 80));
    row.required('post', '岗位和职务', length(1, 60));
  });
  check.required('employerName', '用人单位（依托单位）名称', length(4, 80));
  check.required('employerUscc', '统一社会信用代码', uscc);
  check.required('unitKind', '单位性质', oneOf(options.unitKinds));
  check.required('independentLegalPerson', '单位具有独立法人资格');
  check.required('legalRepresentative', '法定代表人或负责人', length(2, 40));
  check.required('registeredPlace', '单位注册地', oneOf(options.places));
  check.required('apprentices', '所带徒弟', entries(1, 30));
  check.each('apprentices', (row) => {
    row.required('name', '徒弟姓名', length(2, 40));
    row.required('residentId', '徒弟公民身份号码', residentId);
    row.required('isStudent', '院校学生');
    row.required('unit', '所在单位或院校', length(4, 80));
    row.required('occupation', '职业（工种）', length(1, 40));
    row.required('currentLevel', '现有等级', oneOf(options.levels));
    row.required('targetLevel', '目标等级', oneOf(options.levels));
    row.required('targetDate', '预计晋升日期', day);
    row.required('informed', '已告知徒弟并取得同意', agreed);
  });
  check.required('trainingPlan', '培养计划', length(20, 2000));
  check.required('achievements', '主要业绩', length(20, 2000));
  check.optional('results', '技术成果', entries(0, 20));
  check.each('results', (row) => {
    row.required('title', '成果名称', length(1, 100));
    row.required('kind', '成果类型', oneOf(options.resultKinds));
    row.required('date', '取得日期', day);
    row.required('economicBenefit', '为单位创造的经济效益', whole(0, 100_000_000_000));
    row.optional('proof', '证明材料', entries(0, 10));
  });
  check.required('otherPlanStatus', '入选或正在申报其他重点人才计划', oneOf(['无', '有']));
  if (answers['otherPlanStatus'] === '有') {
    check.required('otherPlans', '其他重点人才计划', entries(1, 6));
    check.each('otherPlans', (row) => {
      row.required('family', '计划', oneOf(options.planFamilies));
      row.required('project', '项目名称', length(1, 60));
      row.required('status', '状态', oneOf(['已入选', '正在申报']));
      row.optional('batch', '批次', whole(1, 10));
      row.optional('supportUntil', '支持期截止日期', day);
    });
  }
  check.required('creditStatus', '本人失信和违规记录', oneOf(options.creditStatuses));
  check.optional('supportingFiles', '其他附件材料', entries(0, 10));
  check.required('declareBasic', '基本条件声明', agreed);
  check.required('declareHealth', '身体健康声明', agreed);
  check.required('declareTruth', '材料真实声明', agreed);
  return check.errors;
}
