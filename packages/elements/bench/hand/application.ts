import { html, nothing, type TemplateResult } from 'lit';
import { checkApplication } from './application-checks.ts';
import type { Errors } from './checks.ts';
import { area, files, list, radios, section, select, several, text, tick, yesNo } from './fields.ts';
import { HandForm } from './hand-form.ts';
import * as options from './options.ts';

const required = true;
const unitHint = '与登记证书一致的全称。';
const idHint = '18位，末位可为大写X。敏感个人信息，用途：核对本人、查重和证书比对。';
const fileHint = (count: number): string => `PDF、JPG、PNG 格式，最多 ${count} 个文件，每个不超过 10 MB。`;

/** The application of 60 controls. */
class HandApplication extends HandForm {
  protected override heading = '“新疆工匠”项目申报表';

  protected override check(): Errors {
    return checkApplication(this.answers);
  }

  protected override fields(): TemplateResult {
    return html`${this.#person()} ${this.#skill()} ${this.#service()} ${this.#employer()}
    ${this.#apprentices()} ${this.#results()} ${this.#rest()}`;
  }

  #person(): TemplateResult {
    return section('一、基本信息', [
      text(this, 'name', '姓名', { required, autocomplete: 'name' }),
      text(this, 'residentId', '公民身份号码', { required, hint: idHint }),
      select(this, 'nationality', '国籍', options.nationalities, { required }),
      text(this, 'mobile', '手机号码', {
        required,
        type: 'tel',
        autocomplete: 'tel',
        hint: '11位，用于接收办理提醒。',
      }),
      text(this, 'email', '电子邮箱', { type: 'email', autocomplete: 'email' }),
      text(this, 'talentRegistrationId', '人才登记认证编号', {
        required,
        hint: '完成个人账号注册和人才登记认证后由平台给出。',
      }),
      radios(this, 'side', '申报渠道', options.sides, { required, hint: '决定初步推荐人选材料报到哪里。' }),
      this.answers['side'] === '自治区'
        ? radios(this, 'regionalLevel', '单位隶属', ['地（州、市）属', '自治区直属'], {
            required,
            hint: '非公企业选“地（州、市）属”。',
          })
        : nothing,
      select(this, 'industry', '所属产业', options.industries, { required }),
      yesNo(this, 'ftzUnit', '所在单位属于自贸试验区企业', { required }),
      several(this, 'strengths', '专长方向', options.strengths, { required, hint: '可多选，1 至 2 项。' }),
    ]);
  }

  #skill(): TemplateResult {
    return section('二、职业技能', [
      text(this, 'occupation', '职业（工种）', {
        required,
        hint: '按证书所载职业（工种）名称填写。例如：焊工',
      }),
      select(this, 'skillLevel', '职业技能等级', options.levels, {
        required,
        hint: '原则上在高级技师及以上；南疆五地州和兵团南疆师市可放宽至技师。',
      }),
      radios(this, 'certificateKind', '证书种类', options.certificateKinds, { required }),
      text(this, 'certificateNumber', '证书编号', { required }),
      text(this, 'certificateDate', '发证日期', { required, type: 'date' }),
      files(this, 'certificate', '证书扫描件', { required, hint: fileHint(5) }),
      area(this, 'exceptionReason', '需说明的情况', {
        hint: '等级未达到高级技师且不属放宽地区的，在这里说明情况，由审查单位决定；不影响提交。',
      }),
    ]);
  }

  #service(): TemplateResult {
    return section('三、工作经历与在疆服务', [
      select(this, 'workPlace', '工作所在地', options.places, {
        required,
        hint: '现在实际工作的地方，用于判断能否放宽等级和适用单列名额。',
      }),
      text(this, 'workingInRegionSince', '在疆工作起始日期', { required, type: 'date' }),
      yesNo(this, 'onPost', '目前驻疆工作、在职在岗', { required }),
      select(this, 'staffStatus', '人员身份', options.staffStatuses, { required }),
      select(this, 'secondment', '援派或挂职情况', options.secondments, { required }),
      list(
        this,
        'careers',
        '工作经历',
        '经历',
        (row) => [
          text(this, `${row}.from`, '开始日期', { required, type: 'date' }),
          text(this, `${row}.to`, '结束日期', { type: 'date', hint: '至今的不填。' }),
          text(this, `${row}.unit`, '工作单位', { required, hint: unitHint }),
          text(this, `${row}.post`, '岗位和职务', { required }),
        ],
        { required, hint: '从近到远填写，与在疆工作起始日期相互印证。' },
      ),
    ]);
  }

  #employer(): TemplateResult {
    return section('四、所在单位', [
      text(this, 'employerName', '用人单位（依托单位）名称', { required, hint: unitHint }),
      text(this, 'employerUscc', '统一社会信用代码', { required, hint: '18位数字和大写字母。' }),
      select(this, 'unitKind', '单位性质', options.unitKinds, { required }),
      yesNo(this, 'independentLegalPerson', '单位具有独立法人资格', {
        required,
        hint: '没有独立法人资格的分支机构，仅实行负责人制的中央驻疆单位可以申报。',
      }),
      text(this, 'legalRepresentative', '法定代表人或负责人', { required }),
      select(this, 'registeredPlace', '单位注册地', options.places, { required }),
    ]);
  }

  #apprentices(): TemplateResult {
    return section('五、带徒计划', [
      list(
        this,
        'apprentices',
        '所带徒弟',
        '徒弟',
        (row) => [
          text(this, `${row}.name`, '徒弟姓名', { required }),
          text(this, `${row}.residentId`, '徒弟公民身份号码', { required, hint: idHint }),
          yesNo(this, `${row}.isStudent`, '院校学生', { required }),
          text(this, `${row}.unit`, '所在单位或院校', { required, hint: unitHint }),
          text(this, `${row}.occupation`, '职业（工种）', { required }),
          select(this, `${row}.currentLevel`, '现有等级', options.levels, {
            required,
            hint: '尚未取得证书的选“学徒工”。',
          }),
          select(this, `${row}.targetLevel`, '目标等级', options.levels, { required }),
          text(this, `${row}.targetDate`, '预计晋升日期', { required, type: 'date' }),
          tick(
            this,
            `${row}.informed`,
            '已告知徒弟并取得同意',
            '徒弟已知道其信息用于本次申报、查重和期满核对证书。',
          ),
        ],
        {
          required,
          hint: '至少5名目标为高级工及以上；不是院校学生的徒弟中，技师及以上不低于30%。',
        },
      ),
      area(this, 'trainingPlan', '培养计划', {
        required,
        rows: 8,
        hint: '培养内容、方式、进度和每年的目标。20 至 2000 字。',
      }),
    ]);
  }

  #results(): TemplateResult {
    return section('六、成果', [
      area(this, 'achievements', '主要业绩', {
        required,
        rows: 8,
        hint: '解决生产一线技术难题或带徒传技的成效，写事实和数字。20 至 2000 字。',
      }),
      list(
        this,
        'results',
        '技术成果',
        '成果',
        (row) => [
          text(this, `${row}.title`, '成果名称', { required }),
          radios(this, `${row}.kind`, '成果类型', options.resultKinds, { required }),
          text(this, `${row}.date`, '取得日期', { required, type: 'date' }),
          text(this, `${row}.economicBenefit`, '为单位创造的经济效益', {
            required,
            unit: '元',
            hint: '没有的填0。填整数。',
          }),
          files(this, `${row}.proof`, '证明材料', { hint: fileHint(10) }),
        ],
        { hint: '申报前已取得的成果，供专家评审；支持期内取得的在评估时填写。' },
      ),
    ]);
  }

  #rest(): TemplateResult {
    const { otherPlanStatus } = this.answers;
    return html`${section('七、其他人才计划与诚信', [
      radios(this, 'otherPlanStatus', '入选或正在申报其他重点人才计划', ['无', '有'], { required }),
      otherPlanStatus === '有' ? this.#otherPlans() : nothing,
      radios(this, 'creditStatus', '本人失信和违规记录', options.creditStatuses, {
        required,
        hint: '敏感个人信息，用途：核对是否在惩戒执行期内。',
      }),
    ])}
    ${section('八、附件材料', [files(this, 'supportingFiles', '其他附件材料', { hint: fileHint(10) })])}
    ${section('九、承诺', [
      tick(
        this,
        'declareBasic',
        '基本条件声明',
        '本人符合指南对政治立场、团结、守法、职业操守和敬业的各项要求。',
      ),
      tick(this, 'declareHealth', '身体健康声明', '本人身体状况能够完成带徒任务。不需要提交体检材料。'),
      tick(
        this,
        'declareTruth',
        '材料真实声明',
        '所填内容客观、真实、完整；知道弄虚作假一经核实将取消申报资格。',
      ),
    ])}`;
  }

  #otherPlans(): TemplateResult {
    return list(
      this,
      'otherPlans',
      '其他重点人才计划',
      '计划',
      (row) => [
        radios(this, `${row}.family`, '计划', options.planFamilies, { required }),
        text(this, `${row}.project`, '项目名称', { required }),
        radios(this, `${row}.status`, '状态', ['已入选', '正在申报'], { required }),
        text(this, `${row}.batch`, '批次', { unit: '批', hint: '“2+5”计划已入选的填写。1 至 10。' }),
        text(this, `${row}.supportUntil`, '支持期截止日期', { type: 'date', hint: '正在申报的不填。' }),
      ],
      { required },
    );
  }
}

customElements.define('hand-application', HandApplication);
