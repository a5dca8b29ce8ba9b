/** Public surface of one kind of generated element, as the custom elements manifest names it. */
export interface ElementInterface {
  /** Base class in `@zhinan/elements`. */
  readonly base: string;
  readonly properties: readonly Property[];
  readonly methods: readonly Described[];
  readonly events: readonly Event[];
  readonly parts: readonly string[];
}

export interface Described {
  readonly name: string;
  readonly description: string;
}

export interface Property extends Described {
  readonly type: string;
  /** Attribute that sets it, where there is one. */
  readonly attribute?: string;
  readonly reflects?: boolean;
  readonly readonly?: boolean;
}

export interface Event extends Described {
  /** Type of `detail`. */
  readonly detail: string;
}

const adapter = (name: string, type: string, description: string): Property => ({
  name,
  type: `${type} | undefined`,
  description,
});

export const formInterface: ElementInterface = {
  base: 'FormElement',
  properties: [
    { name: 'value', type: 'JsonObject', description: '全部填写内容，含当前不需要填的项' },
    {
      name: 'provenance',
      type: 'Record<string, Provenance>',
      description: '由宿主核验过的项及其来源（只读显示）',
    },
    {
      name: 'permissions',
      type: 'FieldPermissions | undefined',
      description: '本步骤的字段权限：可改、只读、不显示、必填',
    },
    { name: 'name', attribute: 'name', reflects: true, type: 'string', description: '在外层表单中的名称' },
    { name: 'disabled', attribute: 'disabled', reflects: true, type: 'boolean', description: '停用' },
    { name: 'readonly', attribute: 'readonly', reflects: true, type: 'boolean', description: '只读' },
    { name: 'draftKey', attribute: 'draft-key', type: 'string', description: '草稿的存储键；默认为标签名' },
    { name: 'submitLabel', attribute: 'submit-label', type: 'string', description: '提交按钮的文字' },
    { name: 'noSubmit', attribute: 'no-submit', type: 'boolean', description: '不显示提交按钮' },
    {
      name: 'way',
      attribute: 'way',
      type: "'' | 'page' | 'wizard' | 'task-list'",
      description: '填写方式：一页、向导、清单；默认按定义',
    },
    {
      name: 'section',
      attribute: 'section',
      reflects: true,
      type: 'string',
      description: '当前所在部分的名称，或 check-answers（核对页）',
    },
    { name: 'review', attribute: 'review', type: 'boolean', description: '一页时，提交前先核对全部填写内容' },
    { name: 'missing', attribute: 'missing', type: 'boolean', description: '一页时，列出还缺什么' },
    adapter('storage', 'StorageAdapter', '宿主提供的草稿存储'),
    adapter('uploader', 'UploadAdapter', '宿主提供的文件上传'),
    adapter('lookup', 'LookupAdapter', '宿主接入的登记库，填了号码可带出其他内容'),
    { name: 'clock', type: 'ClockAdapter', description: '宿主提供的时钟' },
    adapter('session', 'SessionAdapter', '填报人身份，仅供显示'),
    { name: 'openLists', type: 'readonly string[]', readonly: true, description: '仍在填写的列表' },
    { name: 'form', type: 'HTMLFormElement | null', readonly: true, description: '外层表单' },
    { name: 'validity', type: 'ValidityState', readonly: true, description: '与原生控件相同' },
    { name: 'validationMessage', type: 'string', readonly: true, description: '第一条错误' },
  ],
  methods: [
    { name: 'getValue', description: '有效的填写内容：不含当前不需要填的项' },
    { name: 'setValue', description: '填入内容' },
    { name: 'validate', description: '列出全部错误，不显示' },
    { name: 'checkValidity', description: '是否完整无误，不显示' },
    { name: 'reportValidity', description: '显示全部错误并把焦点移到错误摘要' },
    { name: 'focusField', description: '显示某项并把焦点移到该项' },
    { name: 'saveDraft', description: '立即存草稿' },
    { name: 'clearDraft', description: '删除草稿；提交成功后由宿主调用' },
    { name: 'submit', description: '检查后交出填写内容' },
  ],
  events: [
    { name: 'ready', detail: 'Record<string, never>', description: '表单已显示' },
    { name: 'restore', detail: '{ key: string; savedAt: string }', description: '已恢复草稿' },
    { name: 'change', detail: '{ pointer: string; value: Json | undefined }', description: '某项已修改' },
    { name: 'step', detail: '{ section: string; title: string }', description: '进入另一部分' },
    {
      name: 'validity',
      detail: '{ valid: boolean; issues: readonly Issue[] }',
      description: '整份表单的校验结果变化',
    },
    { name: 'save', detail: '{ key: string; savedAt: string }', description: '草稿已保存' },
    {
      name: 'export',
      detail: '{ name: string; draft: Draft }',
      description: '填报人要把所填内容存成文件；取消后由宿主给出',
    },
    { name: 'localechange', detail: '{ language: string }', description: '页面语言变化，表单已跟随' },
    { name: 'submit', detail: '{ value: JsonObject }', description: '交出完整无误的内容；可取消' },
    {
      name: 'error',
      detail: "{ source: 'storage' | 'uploader' | 'lookup' | 'module'; cause: unknown }",
      description: '宿主提供的某项服务出错，填写内容不丢失',
    },
    {
      name: 'lookup',
      detail: '{ register: string; found: boolean }',
      description: '查过一个登记库，查到或没有查到',
    },
    {
      name: 'attachment-request',
      detail:
        '{ pointer: string; file: File; rule: AttachmentRule; respond(stored: Promise<Attachment>): void }',
      description: '已选择文件；取消并调用 respond 可自行存储',
    },
  ],
  parts: [
    'answer',
    'page title note actions status button submit cancel add remove up down duplicate paste grip undo retry choose pick drop ranks rank choices dialog confirm section section-title',
    'section-note field label hint sensitive input textarea select option radio checkbox unit group rows row row-head',
    'draft-notice save-state steps step-count step state tasks task-list task task-open check-answers check-section',
    'check-title answers answer-line answer-table change missing missing-title back next skip finish check',
    'grip paste pick rank ranks lookup lookup-said',
    'row-title removed identity files file error-summary error-summary-title',
  ].flatMap((line) => line.split(' ')),
};

/** Attributes that only the style sheet of every element reads. */
export const styleAttributes: Readonly<Record<string, readonly string[]>> = {
  density: ['comfortable', 'dense'],
};

/** Tokens every element reads; given on the element or anywhere above it. */
export const tokens: Readonly<Record<string, string>> = {
  '--zn-accent': '主色',
  '--zn-accent-strong': '主色加深',
  '--zn-on-accent': '主色上的文字',
  '--zn-text': '文字',
  '--zn-muted': '次要文字',
  '--zn-surface': '底色',
  '--zn-sunken': '凹陷处底色',
  '--zn-line': '分隔线',
  '--zn-edge': '控件边线',
  '--zn-danger': '错误',
  '--zn-danger-surface': '错误底色',
  '--zn-good': '通过',
  '--zn-good-surface': '通过底色',
  '--zn-warn': '提醒',
  '--zn-warn-surface': '提醒底色',
  '--zn-focus': '焦点框',
  '--zn-radius': '圆角',
  '--zn-gap': '各部分间距',
  '--zn-font': '字体',
  '--zn-font-size': '字号',
  '--zn-padding': '内边距',
  '--zn-line-length': '竖排时的行长',
  '--zn-density': '疏密：1 宽松（默认），0 紧凑；也可用属性 density',
  '--zn-measure': '内容的最大宽度',
};
