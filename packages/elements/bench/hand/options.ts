export const nationalities = [
  { code: 'CHN', title: '中国' },
  { code: 'KAZ', title: '哈萨克斯坦' },
  { code: 'KGZ', title: '吉尔吉斯斯坦' },
  { code: 'TJK', title: '塔吉克斯坦' },
  { code: 'UZB', title: '乌兹别克斯坦' },
  { code: 'PAK', title: '巴基斯坦' },
  { code: 'MNG', title: '蒙古' },
  { code: 'RUS', title: '俄罗斯' },
  { code: 'other', title: '其他国家或无国籍' },
];
export const sides = ['自治区', '兵团', '中央驻疆'];
export const industries = [
  '油气生产加工',
  '煤炭煤电煤化工',
  '绿色矿业',
  '粮油',
  '棉花和纺织服装',
  '绿色有机果蔬',
  '优质畜产品',
  '新能源新材料',
  '地方特色优势产业',
  '其他',
];
export const strengths = ['技术攻关', '带徒传技'];
export const levels = ['学徒工', '初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师'];
export const certificateKinds = ['职业资格', '职业技能等级'];
export const places = [
  { code: '650100', title: '乌鲁木齐市' },
  { code: '650200', title: '克拉玛依市' },
  { code: '650400', title: '吐鲁番市' },
  { code: '650500', title: '哈密市' },
  { code: '652300', title: '昌吉回族自治州' },
  { code: '652700', title: '博尔塔拉蒙古自治州' },
  { code: '652800', title: '巴音郭楞蒙古自治州' },
  { code: '652900', title: '阿克苏地区' },
  { code: '653000', title: '克孜勒苏柯尔克孜自治州' },
  { code: '653100', title: '喀什地区' },
  { code: '653200', title: '和田地区' },
  { code: '654000', title: '伊犁哈萨克自治州' },
  { code: '654200', title: '塔城地区' },
  { code: '654300', title: '阿勒泰地区' },
  { code: 'xpcc-01', title: '第一师阿拉尔市' },
  { code: 'xpcc-02', title: '第二师铁门关市' },
  { code: 'xpcc-03', title: '第三师图木舒克市' },
  { code: 'xpcc-04', title: '第四师可克达拉市' },
  { code: 'xpcc-05', title: '第五师双河市' },
  { code: 'xpcc-06', title: '第六师五家渠市' },
  { code: 'xpcc-07', title: '第七师' },
  { code: 'xpcc-07', title: '第七师胡杨河市' },
  { code: 'xpcc-08', title: '第八师石河子市' },
  { code: 'xpcc-09', title: '第九师' },
  { code: 'xpcc-09', title: '第九师白杨市' },
  { code: 'xpcc-10', title: '第十师北屯市' },
  { code: 'xpcc-11', title: '第十一师（建工师）' },
  { code: 'xpcc-12', title: '第十二师' },
  { code: 'xpcc-13', title: '第十三师' },
  { code: 'xpcc-13', title: '第十三师新星市' },
  { code: 'xpcc-14', title: '第十四师昆玉市' },
  { code: 'xpcc-00', title: '兵团直属' },
  { code: 'outside-xinjiang', title: '疆外' },
];
export const staffStatuses = [
  '企业职工',
  '事业单位工作人员',
  '社会组织工作人员',
  '公务员',
  '专业技术类公务员',
  '参照公务员法管理人员',
  '其他',
];
export const secondments = ['无', '援疆专业技术人才', '博士服务团成员', '挂职人员', '其他援派人员'];
export const unitKinds = ['企业', '院校', '社会组织', '实行负责人制的中央驻疆单位', '其他'];
export const resultKinds = ['技术革新', '专利'];
export const planFamilies = ['2+5', '3+2'];
export const creditStatuses = ['无', '有（惩戒期内）', '有（已期满）'];
