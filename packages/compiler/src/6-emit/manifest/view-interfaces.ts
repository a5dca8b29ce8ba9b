import type { ElementInterface, Event, Property } from './interface.ts';

const view = (type: string, description: string): Property => ({
  name: 'view',
  type: `${type} | undefined`,
  description,
});

/** Of every view that a host fetches for it. */
const fetched: readonly Property[] = [
  { name: 'loading', attribute: 'loading', reflects: true, type: 'boolean', description: '宿主正在读取' },
  {
    name: 'error',
    attribute: 'error',
    type: 'string | null | undefined',
    description: '未能读取的原因；显示重试按钮',
  },
];

/** Handed on to the forms that a view makes. */
const adapters: readonly Property[] = [
  { name: 'uploader', type: 'UploadAdapter | undefined', description: '宿主提供的文件上传' },
  { name: 'lookup', type: 'LookupAdapter | undefined', description: '宿主接入的登记库' },
  { name: 'clock', type: 'ClockAdapter | undefined', description: '宿主提供的时钟' },
];

const act: Event = {
  name: 'act',
  detail:
    '{ instances: readonly InstanceId[]; event: string; payload: { reason?: string; data?: JsonObject }; respond(results: Promise<readonly ActResult[]> | AsyncIterable<ActResult>): void }',
  description: '要对一件或几件办理一个操作，由宿主去办；可取消。respond 给出逐件结果',
};
const ask: Event = {
  name: 'ask',
  detail: '{ instances: readonly InstanceId[]; act: ActView }',
  description: '选了一个操作，还没有询问理由和表单；宿主要自己询问的，取消它',
};
const reload: Event = { name: 'reload', detail: 'Record<string, never>', description: '请宿主重新读取' };
const navigate: Event = {
  name: 'navigate',
  detail: '{ form: string; pointer?: string; instance?: InstanceId; event?: string }',
  description: '要到某张表单（的某一项）去填；可取消',
};

const dialogParts =
  'dialog dialog-title dialog-actions reason textarea progress result excluded confirm cancel close retry step-form form-missing';
const common = 'page title section-title status loading empty error button act due';

export const viewInterfaces: Readonly<Record<string, ElementInterface>> = {
  EligibilityElement: {
    base: 'EligibilityElement',
    properties: [
      { name: 'for', attribute: 'for', type: 'string', description: '跟随的表单元素的 id' },
      { name: 'form', type: 'HTMLElement | undefined', description: '跟随的表单元素' },
      { name: 'facts', type: 'Facts', description: '按表单 id 给出的填写内容' },
      { name: 'rules', type: 'CompiledRules | undefined', description: '规则；默认用本指南的规则' },
      {
        name: 'eligibility',
        type: 'Eligibility | undefined',
        readonly: true,
        description: '当前结论、规则与缺项',
      },
    ],
    methods: [],
    events: [
      {
        name: 'verdict',
        detail: "{ verdict: Eligibility['verdict']; missing: readonly FactView[] }",
        description: '结论变化',
      },
      { ...navigate, description: '要去填写一个缺项；不取消时，所跟随的表单里的那一项得到焦点' },
    ],
    parts: words('page title section-title verdict rules rule badge amounts amount missing navigate'),
  },
  CaseElement: {
    base: 'CaseElement',
    properties: [view('CaseView', '由引擎生成的办理进度（caseViewFor）'), ...fetched, ...adapters],
    methods: [],
    events: [ask, act, navigate, reload],
    parts: words(
      `${common} timeline step step-done step-current step-upcoming log entry acts returned navigate notices receipts ${dialogParts}`,
    ),
  },
  InboxElement: {
    base: 'InboxElement',
    properties: [
      view('InboxView', '由引擎生成的待办（inboxView）；几个项目的 entries 可以合在一起'),
      { name: 'filter', type: 'InboxFilter', description: '筛选、排序、分组' },
      { name: 'selection', type: 'readonly InboxEntry[]', readonly: true, description: '已选且列出的各件' },
      ...fetched,
      ...adapters,
    ],
    methods: [],
    events: [
      ask,
      act,
      {
        name: 'open',
        detail: '{ instance: InstanceId; program: string }',
        description: '要打开一件；可取消',
      },
      { name: 'filter', detail: '{ filter: InboxFilter }', description: '筛选、排序或分组变化' },
      { name: 'selection', detail: '{ instances: readonly InstanceId[] }', description: '所选变化' },
      reload,
    ],
    parts: words(
      `${common} filters input select reset list row checkbox open batch batch-act select-all ${dialogParts}`,
    ),
  },
  ReviewElement: {
    base: 'ReviewElement',
    properties: [
      view('ReviewView', '由引擎生成的审核视图（reviewView）'),
      {
        name: 'marks',
        type: 'readonly FieldMark[]',
        readonly: true,
        description: '已标记需修改的项',
      },
      ...fetched,
      ...adapters,
      { name: 'session', type: 'SessionAdapter | undefined', description: '办理人身份，交给表单显示' },
    ],
    methods: [],
    events: [
      ask,
      act,
      {
        name: 'attachment-open',
        detail: '{ name: string; mediaType: string; ref: string; sha256: string }',
        description: '要打开一个已存的文件；可取消',
      },
      reload,
    ],
    parts: words(
      `${common} tabs tab case desk form answers answer answer-changed row input mark returned attachments attachment declarations opinions opinion scores score-sum sealed own marks decisions ${dialogParts}`,
    ),
  },
};

function words(text: string): readonly string[] {
  return text.split(' ');
}
