import type { Fact } from '../fact.ts';

type Kind = 'person' | 'body' | 'panel';

/** Who takes part in such procedures, as texts call them; the longer name first where one contains another. */
const known: readonly (readonly [id: string, kind: Kind, title: string, words: RegExp])[] = [
  ['applicant', 'person', '申报人', /申报人员?|申请人/gu],
  ['applying-unit', 'body', '申报单位', /申报单位|申报主体/gu],
  ['trainee', 'person', '培养对象', /培养对象|参培学员|培养人选|研修骨干/gu],
  ['apprentice', 'person', '所带徒弟', /徒弟/gu],
  ['team-leader', 'person', '团队队长', /(?:团队)?队长/gu],
  ['team-member', 'person', '团队成员', /(?:团队|骨干)成员/gu],
  ['recipient-hospital', 'body', '受援医院', /受援医院/gu],
  ['supporting-hospital', 'body', '支援医院', /支援医院|支援单位/gu],
  ['recipient-unit', 'body', '受援单位', /受援单位/gu],
  ['training-host', 'body', '研修单位', /研修单位/gu],
  ['employer', 'body', '用人单位', /用人单位|依托单位|所在单位|工作单位|培养单位/gu],
  ['recommending-body', 'body', '推荐单位', /推荐单位/gu],
  ['sector-department', 'body', '行业主管部门', /(?:行业|牵头|直属单位)?主管(?:部门|单位)|牵头部门/gu],
  ['central-unit', 'body', '中央驻地方单位', /中央驻[疆区]单位/gu],
  ['central-headquarters', 'body', '驻地方总公司', /(?:新疆|内蒙古)总公司/gu],
  ['xpcc-hr', 'body', '兵团人社局', /兵团(?:人力资源和?社会保障局|人社局)/gu],
  ['division-hr', 'body', '师市人社局', /师市(?:人力资源和?社会保障局|人社局)/gu],
  ['region-hr', 'body', '自治区（省）人社厅', /人力资源和?社会保障厅|人社厅/gu],
  ['prefecture-hr', 'body', '地（州、市）人社局', /人力资源和?社会保障(?:局|部门)|人社局/gu],
  ['ministry', 'body', '人社部', /人社部(?!门)|人力资源和?社会保障部(?!门)/gu],
  ['unit-hr', 'body', '单位人事部门', /人事(?:\((?:干部|职称|人力资源)\))?(?:处|部门)/gu],
  ['xpcc-health', 'body', '兵团卫生健康委', /兵团卫生健康委(?:员会)?/gu],
  ['region-health', 'body', '自治区卫生健康委', /自治区卫生健康委(?:员会)?/gu],
  ['prefecture-health', 'body', '地州市卫生健康委', /卫生健康委(?:员会)?|卫健委/gu],
  ['education-bureau', 'body', '教育局', /教育局/gu],
  ['science-bureau', 'body', '科技局', /科技局|科学技术局/gu],
  ['industry-bureau', 'body', '工信局', /工信局|工业和信息化局/gu],
  ['reform-commission', 'body', '发改委', /发改委|发展改革委/gu],
  ['commerce-bureau', 'body', '商务局', /商务局/gu],
  ['office', 'body', '领导小组办公室', /领导小组办公室/gu],
  ['leading-group', 'panel', '领导小组', /领导小组/gu],
  ['party-group', 'panel', '党组（党委）会', /党组会?|党委\(党组\)/gu],
  ['experts', 'panel', '评审专家', /评审委员会|评委会|评审专家|同行专家|专家评审|邀请专家|组织专家/gu],
  ['finance', 'body', '财政部门', /财政部门|财政局|财政厅|本级财政/gu],
  ['fund', 'body', '人才发展基金', /人才发展基金/gu],
  ['discipline', 'body', '纪检监察部门', /纪检监察(?:部门|机关)/gu],
  ['federation', 'body', '工商联', /工商联/gu],
  ['association', 'body', '行业协会（学会）', /行业协会/gu],
  ['archive-agency', 'body', '人力资源公共服务机构', /人力资源公共服务机构|存放[^,。;]{0,6}档案/gu],
  ['title-centre', 'body', '职称评价中心', /评价中心/gu],
  ['technical-division', 'body', '专业技术人员管理处', /专业技术人员管理处/gu],
];
/** An office that the list does not know: after a word that hands something over, up to its last character. */
const unknown =
  /(?<=报送|报|经|由|向|交|送|会同)(?:\p{Script=Han}{2,10}?(?:厅|局|委员会|办公室|协会|中心|学会|管理处|管委会))(?=审|批|备|初|复|研|组|负|牵|统|办|核|把|[,。;、)]|$)/gu;

/** Each role once a sentence, in the order of the text. */
export function rolesIn(text: string): readonly Fact[] {
  const facts: Fact[] = [];
  let open = text;
  for (const [id, role, title, words] of known) {
    for (const match of open.matchAll(words)) {
      if (!facts.some((one) => one.kind === 'role' && one.id === id))
        facts.push({ kind: 'role', id, role, title, found: match[0], start: match.index, doubts: [] });
      const end = match.index + match[0].length;
      open = open.slice(0, match.index) + '□'.repeat(match[0].length) + open.slice(end);
    }
  }
  for (const { 0: found, index } of open.matchAll(unknown)) {
    if (!found.includes('□'))
      facts.push({
        kind: 'role',
        role: 'body',
        title: found,
        found,
        start: index,
        doubts: ['body-not-known'],
      });
  }
  return facts.toSorted((one, other) => one.start - other.start);
}
