import type { Language } from '@zhinan/model';
import type { SectionState } from './section-state.ts';

interface WayStrings {
  readonly step: (position: number, count: number) => string;
  readonly allSteps: string;
  readonly back: string;
  readonly next: string;
  readonly skip: string;
  readonly check: string;
  readonly checkTitle: string;
  readonly checkNote: string;
  readonly submit: string;
  readonly states: Readonly<Record<SectionState, string>>;
  readonly sections: string;
  readonly done: (count: number, all: number) => string;
  readonly finish: string;
  readonly toList: string;
  readonly toForm: string;
  readonly change: string;
  readonly changeOf: (title: string) => string;
  readonly answered: (title: string) => string;
  readonly position: string;
  readonly requiredAndOpen: string;
  readonly notAttached: string;
  readonly missing: string;
  readonly missingNone: string;
  readonly missingOf: (title: string, count: number) => string;
  readonly wrongOf: (count: number) => string;
  readonly rulesNeed: string;
  readonly ruleNeeds: (rule: string, clauses: string) => string;
  readonly elsewhere: (titles: string) => string;
  readonly loading: string;
  readonly notLoaded: string;
  readonly retry: string;
}

export const wayStrings: Readonly<Record<Language, WayStrings>> = {
  'zh-CN': {
    step: (position, count) => `第 ${position} 步，共 ${count} 步`,
    allSteps: '全部步骤',
    back: '上一步',
    next: '下一步',
    skip: '先不改，继续',
    check: '核对填写内容',
    checkTitle: '核对填写内容',
    checkNote: '请逐项核对。需要改动的，点“修改”回到该项；全部无误后再提交。',
    submit: '确认无误，提交',
    states: { untouched: '未开始', started: '填写中', done: '已完成', faulty: '有问题' },
    sections: '填写清单',
    done: (count, all) => `已完成 ${count} 部分，共 ${all} 部分`,
    finish: '本部分填好了',
    toList: '返回清单',
    toForm: '返回填写',
    change: '修改',
    changeOf: (title) => `修改：${title}`,
    answered: (title) => `${title}的填写内容`,
    position: '序号',
    requiredAndOpen: '未填写（必填）',
    notAttached: '没有文件',
    missing: '还缺什么',
    missingNone: '必填项都已填写。',
    missingOf: (title, count) => `${title}：还有 ${count} 项`,
    wrongOf: (count) => `另有 ${count} 处需要修改`,
    rulesNeed: '判断申报条件还需要',
    ruleNeeds: (rule, clauses) => `${rule}（指南${clauses}）：`,
    elsewhere: (titles) => `由其他表单填写：${titles}`,
    loading: '正在准备…',
    notLoaded: '这一页没有载入成功，填写内容不受影响。',
    retry: '重试',
  },
  en: {
    step: (position, count) => `Step ${position} of ${count}`,
    allSteps: 'All steps',
    back: 'Back',
    next: 'Next',
    skip: 'Leave it for now and go on',
    check: 'Check your answers',
    checkTitle: 'Check your answers',
    checkNote: 'Please look through every answer. “Change” takes you back to it; submit once all is right.',
    submit: 'All is right, submit',
    states: {
      untouched: 'Not started',
      started: 'In progress',
      done: 'Completed',
      faulty: 'Needs attention',
    },
    sections: 'Sections to fill in',
    done: (count, all) => `${count} of ${all} sections completed`,
    finish: 'This section is done',
    toList: 'Back to the list',
    toForm: 'Back to the form',
    change: 'Change',
    changeOf: (title) => `Change: ${title}`,
    answered: (title) => `Answers: ${title}`,
    position: 'No.',
    requiredAndOpen: 'Not filled in (required)',
    notAttached: 'No file',
    missing: 'What is still missing',
    missingNone: 'All required fields are filled in.',
    missingOf: (title, count) => `${title}: ${count} to go`,
    wrongOf: (count) => (count === 1 ? '1 thing to correct besides' : `${count} things to correct besides`),
    rulesNeed: 'Needed to judge eligibility',
    ruleNeeds: (rule, clauses) => `${rule} (clause ${clauses}): `,
    elsewhere: (titles) => `filled in on other forms: ${titles}`,
    loading: 'One moment…',
    notLoaded: 'This page could not be loaded; your answers are not affected.',
    retry: 'Retry',
  },
};
