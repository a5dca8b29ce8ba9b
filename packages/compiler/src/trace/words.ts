import type { Modality } from '@zhinan/model';
import type { Part, PartKind } from './parts.ts';
import type { ClauseStatus } from './report.ts';

export const kindWords: Readonly<Record<PartKind, string>> = {
  field: '字段',
  form: '表单',
  rule: '规则',
  relaxation: '放宽',
  amount: '金额',
  quota: '名额',
  table: '决策表',
  state: '状态',
  event: '事件',
  delay: '时限',
  machine: '流程',
  document: '文书',
  instant: '时间点',
  supersession: '废止',
  program: '项目说明',
  role: '角色',
  interpretation: '解释口径',
  scenario: '情景',
};

export const statusWords: Readonly<Record<ClauseStatus, string>> = {
  implemented: '已实现',
  judgement: '由人判断',
  narrative: '叙述',
  open: '没有着落',
};

export const modalityWords: Readonly<Record<Modality, string>> = {
  must: '必须',
  soft: '原则上',
  prefer: '优先',
  may: '可以',
  info: '告知',
};

/** `xinjiang-craftsman/2025/craftsman/rules.json:12`, relative to `definitions/`. */
export function whereOf({ place }: Part): string {
  return place.range ? `${place.file}:${place.range.start.line}` : place.file;
}

/** Parts of one kind together, kinds in the order of the table above. */
export function byKind(parts: readonly Part[]): readonly (readonly [PartKind, readonly Part[]])[] {
  return (Object.keys(kindWords) as PartKind[])
    .map((kind) => [kind, parts.filter((part) => part.kind === kind)] as const)
    .filter(([, some]) => some.length > 0);
}
