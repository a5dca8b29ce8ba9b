import { expect, test } from 'vitest';
import { bind } from './bind.ts';
import { input, ruleOf } from './craftsman.fixture.ts';
import { namesOf } from './names.ts';
import { parse } from './parse.ts';
import { Reports } from './reports.ts';
import { statement } from './words.ts';

const reports = new Reports((pointer) => ({ file: 'rules.json', pointer }));
const names = { ...namesOf(input(ruleOf('onPost')), reports), tables: new Map() };

function words(text: string): string {
  const parsed = parse(text);
  if ('fault' in parsed) throw new Error(parsed.fault.code);
  const scope = { names, rows: [], reference: '2025-10-08', text, tell: reports.at('') };
  return statement(bind(parsed.syntax, scope), {
    parameters: new Map([['最低等级', '高级技师']]),
    must: true,
  });
}

const samples: readonly (readonly [string, string])[] = [
  ['skillLevel >= 最低等级', '职业技能等级须在高级技师及以上'],
  ['skillLevel < "技师"', '职业技能等级须在技师以下（不含）'],
  ['skillLevel = "技师"', '职业技能等级须为技师'],
  ['skillLevel != "技师"', '职业技能等级不得为技师'],
  ['workPlace = "kashi"', '工作所在地须为喀什地区'],
  ['workPlace in 南疆五地州', '工作所在地须属于南疆五地州'],
  ['workPlace in ["kashi", "hotan"]', '工作所在地须为喀什地区、和田地区之一'],
  ['years(workingSince, 基准日) >= 1', '自在疆工作起始日期至2025-10-08须满 1 年'],
  ['age(birthDate, 基准日) <= 55', '截至2025-10-08须不超过 55 周岁'],
  ['workingSince <= date("2024-10-08")', '在疆工作起始日期须不晚于2024-10-08'],
  ['5 <= score', '评分须不少于 5'],
  ['recommendation.matchingFund > 0', '配套资金须超过 0 元'],
  ['onPost', '在职在岗须为“是”'],
  ['onPost = false and score > 1', '在职在岗须为“否”，且评分须超过 1'],
  ['onPost or (score > 1 and score < 9)', '在职在岗须为“是”，或（评分须超过 1，且评分须少于 9）'],
  ['not(onPost)', '不属于“在职在岗为“是””的情形'],
  ['count(apprentices[targetLevel >= "高级工"]) >= 5', '目标等级在高级工及以上的培养对象数须不少于 5'],
  [
    'share(count(apprentices[isStudent = false and targetLevel >= "技师"]), count(apprentices[isStudent = false]), 1) >= 0.3',
    '是否院校学生为“否”的培养对象中，目标等级在技师及以上的比例须不少于 30%',
  ],
  [
    'share(sum(apprentices[isStudent].fee), sum(apprentices.fee), 0) < 0.07',
    '是否院校学生为“是”的培养对象的培训费合计占培养对象的培训费合计的比例须少于 7%',
  ],
  ['every a in apprentices satisfies a.fee <= 5000', '每项培养对象的培训费须不超过 5000 元'],
  ['"带徒传技" in strengths', '专长方向须包含带徒传技'],
];

for (const [expression, said] of samples) {
  test(`${expression} is said`, () => {
    expect(words(expression)).toBe(said);
  });
}
