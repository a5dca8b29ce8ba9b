import type { Fact } from './fact.ts';

const byWords: readonly (readonly [kind: string, words: RegExp])[] = [
  ['exclusion', /(?:不得|不允许|不能)(?:重复|多头)?申报|不参加|不予推荐|多头申报/u],
  ['routing', /(?:统一)?(?:报|提交至)[^,。;]{0,16}(?:局|厅|委|部门|总公司)(?:审核|$)/u],
];
const byHeading: readonly (readonly [kind: string, words: RegExp])[] = [
  ['eligibility', /条件|范围|对象|资格|要求条件/u],
  ['quota', /数量|名额/u],
  ['material', /材料/u],
  ['workflow-step', /程序|流程|申报|推荐|审核|初审|复审|评审|审定|确定|公示|报送|步骤|方式/u],
  ['funding', /支持|资助|经费|补助|奖励|激励|保障|待遇/u],
  ['classification', /类别|分类/u],
  ['service', /服务/u],
  ['management', /管理|要求|纪律|监督|考核/u],
];

/** What kind of clause a sentence probably is: its own words first, then the innermost heading that tells. */
export function kindOf(text: string, headings: readonly string[], facts: readonly Fact[]): string {
  const own = byWords.find(([, words]) => words.test(text))?.[0];
  if (own !== undefined) return own;
  const due = facts.some(
    (fact) => fact.kind === 'date' && fact.edge === 'until' && !fact.doubts.includes('relative'),
  );
  if (due) return 'deadline';
  if (facts.some((fact) => fact.kind === 'count') && /控制在|共选拔|名额/u.test(text)) return 'quota';
  if (facts.some((fact) => fact.kind === 'amount')) return 'funding';
  for (const heading of headings.toReversed()) {
    const kind = byHeading.find(([, words]) => words.test(heading))?.[0];
    if (kind !== undefined) return kind;
  }
  return 'management';
}
