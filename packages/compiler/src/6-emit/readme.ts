import type { Contract, FileTree, ProgramContract } from '@zhinan/model';
import { editionElementsOf, elementsOf } from './elements/elements.ts';
import { lookupsOf } from '../forms/form-options.ts';
import { tagName } from '@zhinan/engine';
import { camelCase, packageName } from './names.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const code = (language: string, lines: readonly string[]): string =>
  ['```' + language, ...lines, '```'].join('\n');

const tag = (contract: Contract, program: ProgramContract): string =>
  tagName(contract, program, program.applicationForm);

/** What a host's `lookup` is asked for by the application form, as one text; none where it asks for nothing. */
function registersOf({ forms, applicationForm }: ProgramContract): readonly string[] {
  const form = forms[applicationForm];
  const names = new Set(form ? lookupsOf(form.ui).map(({ register }) => register) : []);
  return names.size === 0 ? [] : [[...names].join('、')];
}

function elementRows(contract: Contract): readonly (readonly string[])[] {
  const overall = editionElementsOf(contract).map(({ tag: name, title }) => [
    `\`<${name}>\``,
    title,
    '—',
    '—',
  ]);
  const single = Object.values(contract.programs).flatMap((program) =>
    elementsOf(contract, program).map(({ tag: name, title, file }) => {
      const form = program.forms[file];
      const role = form ? (contract.roles[form.by]?.title ?? form.by) : '—';
      return [`\`<${name}>\``, title, role, form?.clauses.join('、') || '—'];
    }),
  );
  return [...overall, ...single];
}

function instants(contract: Contract): string {
  const rows = Object.values(contract.instants).map(({ title, at, clause }) => [
    title,
    at.slice(0, 16).replace('T', ' '),
    clause,
  ]);
  return rows.length === 0 ? '' : `## 时间节点（北京时间）\n\n${table(['事项', '时间', '条款'], rows)}\n`;
}

function chinese(contract: Contract, program: ProgramContract): string {
  const name = packageName(contract);
  const application = tag(contract, program);
  const validator = camelCase(program.applicationForm);
  const registers = registersOf(program);
  return `# ${contract.title}

发布单位：${contract.issuer.join('、')}。本目录由指南定义 \`${contract.id}\` 自动生成，请勿手工修改；契约 \`${contract.hash.slice(0, 12)}\`。

## 嵌入网页

把本目录原样放到网站上（脚本按需载入旁边 \`chunks/\` 里的文件），页面里写两行即可，无需其他脚本；在 \`default-src 'none'; script-src 'self'; style-src 'self'\` 下可用。

${code('html', [
  `<script type="module" src="/${name}/elements.bundle.js"></script>`,
  `<${application} name="application" draft-key="my-draft"></${application}>`,
])}

${code('js', [
  `const form = document.querySelector('${application}');`,
  `form.uploader = myUploader; // 文件由网站自己保存，元素不发任何请求`,
  ...registers.map(
    (names) => `form.lookup = myLookup; // 可选：网站接入的登记库（${names}），填了号码可带出其他内容`,
  ),
  `form.addEventListener('submit', (event) => save(event.detail.value));`,
])}

## 元素

${table(['标签', '用途', '填写人', '条款'], elementRows(contract))}

只用其中一张表时，改用更小的 \`${program.id}/${program.applicationForm}.bundle.js\`（每个标签各有一个，\`${program.id}/<表>.bundle.js\`，可同时使用，共用部分只载入一次）。属性、事件、样式部件（\`::part\`）和样式变量（\`--zn-*\`）见 \`custom-elements.json\`。

## 在服务器上校验

${code('js', [
  `import { ${validator} } from '${name}/${program.id}/validators';`,
  '',
  `if (!${validator}(data)) {`,
  `  for (const { pointer, message } of ${validator}.issues(data)) console.log(pointer, message);`,
  `}`,
])}

校验模块不依赖任何其他模块，也不使用 \`eval\`；同时实现 Standard Schema（\`${validator}['~standard']\`）。

${instants(contract)}
## 目录

${table(
  ['文件', '内容'],
  [
    ['`elements.bundle.js`、`<项目>/<表>.bundle.js`', '全部元素；单个元素。一个脚本即可用'],
    [
      '`chunks/`',
      '上述脚本共用、按需载入的部分；文件名随内容而变，可长期缓存，更新网站时请把上一版多留一段时间',
    ],
    ['`<项目>/define.js`、`elements.js`', '元素：注册标签；只要类'],
    ['`<项目>/validators.js`', '每张表的校验与类型守卫'],
    ['`<项目>/rules.js`', '申报条件、金额、名额及说明'],
    ['`<项目>/decide.js`', '同上，只判断，不带文字'],
    ['`<项目>/rules.dmn`', '同样的条件、金额、名额（DMN 1.5，FEEL），供 Java 等系统的决策引擎使用'],
    ['`<项目>/machines.js`', '办理流程（XState 5）'],
    [
      '`<项目>/documents.js`',
      '申报表、承诺书、汇总表、公示等文书，由 `@zhinan/documents` 填写，印成网页（可打印）、docx、xlsx',
    ],
    ['`<项目>/rjsf.js`', '供 React（RJSF 6）使用的同一张表'],
    ['`<项目>/types.d.ts`', '每张表的类型'],
    ['`<项目>/diagram-*.json`、`scenarios.json`', '流程图；情景'],
    ['`contract.json`', '以上全部的来源'],
  ],
)}
`;
}

function english(contract: Contract, program: ProgramContract): string {
  const name = packageName(contract);
  return `## In English

Generated from the guideline definition \`${contract.id}\` (${contract.shortTitle}). One \`<script type="module">\` with \`elements.bundle.js\` defines all elements above, one with \`${program.id}/<form>.bundle.js\` that element alone; both load what they share from \`chunks/\` beside them, so serve the folder as it is (names of chunks change with their content: cache them, and keep those of the last version for a while); they work under a strict content security policy and fetch nothing themselves. \`${name}/${program.id}/validators\` exports type guards with Chinese and English messages (\`issues(data, 'en')\`), free of imports and eval. Hosts on the JVM: \`${program.id}/rules.dmn\` (DMN 1.5 with FEEL; a missing answer gives \`unknown\` or \`null\`). React hosts: \`import { ${camelCase(program.applicationForm)} } from '${name}/${program.id}/rjsf'\` and \`<Form {...${camelCase(program.applicationForm)}} />\`.
`;
}

/** `README.md` of the package: Chinese first, how to embed with one script tag, what is inside. */
export function readme(contract: Contract): FileTree {
  const [program] = Object.values(contract.programs);
  if (!program) return { 'README.md': `# ${contract.title}\n` };
  return { 'README.md': `${chinese(contract, program)}\n${english(contract, program)}` };
}
