import type { FactView } from '@zhinan/model';

/** What a change is about, in the order a report is read. */
export const topics = {
  general: '指南',
  time: '时间',
  condition: '申报条件',
  amount: '金额',
  quota: '名额',
  form: '表单',
  codes: '代码表',
  procedure: '办理流程',
  interpretation: '解释口径',
  document: '文书',
  clause: '条文',
} as const;
export type Topic = keyof typeof topics;

export type ChangeKind =
  | `${'role' | 'program' | 'rule' | 'relaxation' | 'parameter' | 'support' | 'table' | 'amount' | 'quota'}-${'added' | 'removed' | 'changed'}`
  | `${'form' | 'field' | 'form-condition' | 'machine' | 'step' | 'transition' | 'delay' | 'interpretation' | 'document' | 'clause'}-${'added' | 'removed' | 'changed'}`
  | 'guideline-changed'
  | 'instant-moved'
  | 'instant-added'
  | 'instant-removed'
  | 'instant-changed'
  | 'rule-hardened'
  | 'rule-softened'
  | 'rule-date-moved'
  | 'amount-raised'
  | 'amount-lowered'
  | 'quota-raised'
  | 'quota-lowered'
  | 'field-required'
  | 'field-optional'
  | 'field-limits'
  | 'field-options'
  | 'codes-added'
  | 'codes-removed'
  | 'codes-changed'
  | 'code-group-changed'
  | 'actor-changed'
  | 'interpretation-chosen'
  | 'modality-changed'
  | 'reworded';

/** One change of policy between two editions, ready to be read. */
export interface Change {
  readonly topic: Topic;
  readonly kind: ChangeKind;
  /** What is changed, by its title. */
  readonly subject: string;
  /** The sentence's verb: 推后 5 天, 改为必填 …. */
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
  /** What follows from it in other places, each a sentence. */
  readonly details: readonly string[];
  readonly clauses: readonly string[];
  /** Programmes and forms it holds for; empty = the whole guideline. */
  readonly where: readonly string[];
  /** Stable name of the thing changed: `rule:craftsman/skill-level`. */
  readonly about: string;
}

/** A change as found, before what merely follows from another change is put under that one. */
export interface Finding extends Change {
  /** Things whose change explains this one wholly. */
  readonly because?: readonly string[];
}

export type Verdict = 'eligible' | 'needs-reason' | 'ineligible' | 'undecided';

/** Somebody whom the two editions judge differently. */
export interface Applicant {
  readonly program: string;
  /** The scenario he or she is made from. */
  readonly scenario: string;
  /** Answers that differ from the scenario, in words; empty = the scenario itself. */
  readonly differs: readonly string[];
  readonly before: Verdict;
  readonly after: Verdict;
  /** Conditions that came out differently. */
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Answers these conditions looked at. */
  readonly facts: readonly FactView[];
}

export interface EditionName {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
}

/** What an officer must know of the difference between two editions. Plain data. */
export interface EditionDiff {
  readonly from: EditionName;
  readonly to: EditionName;
  readonly changes: readonly Change[];
  readonly applicants: readonly Applicant[];
  /** How applicants of the old edition were re-dated before the new one judged them; absent = as they are. */
  readonly redated?: string;
  /** Applicants tried. */
  readonly tried: number;
}
