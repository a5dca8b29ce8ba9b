import type { Json, JsonObject } from '@zhinan/model';
import { blocks } from './catalogue.ts';
import type { Block } from './block.ts';
import type { Params } from './param.ts';
import { actShape, deadlineShape, stepShape } from './shared-params.ts';

/** The catalogue as a page for officers, in Markdown: what each block is for, its params, an example. */
export function cataloguePage(): string {
  const all = Object.values(blocks);
  const index = all.map(({ name, title, purpose }) => `| [\`${name}\`](#${name}) | ${title} | ${purpose} |`);
  return [
    '# 流程模块',
    '',
    '流程文件里，一个状态可以写成模块：`"状态名": { "use": "模块名", "with": { 参数 }, "next": "去往" }`。编译时展开成普通的状态图，检查、绘图、办理看到的都是状态图。',
    '',
    '- 去往写状态名就可以，从近到远找；`next` 有几种去向时写成列表，依次看 `guard`，最后一条不写条件。',
    '- 模块旁边可以另写 `on`、`meta`、`after`、`entry`、`states`，盖在展开的结果上；`entry`、`exit` 是另加。',
    '- 名称写错、少写、多写参数都不能生成，并提示最接近的名称。',
    '- 没有到期自动通过；条文明确规定的，在期限里写 `autoPass` 并引条款。',
    '',
    '本页由 `catalogue.ts` 生成：`npm run vitest -- -u --project unit packages/compiler/src/blocks`。',
    '',
    '| 模块 | 名称 | 用处 |',
    '| --- | --- | --- |',
    ...index,
    '',
    '## 各模块共有',
    '',
    '每个模块都可以写：',
    '',
    ...paramTable(stepShape),
    '',
    '参数里写“办理”的，可以写下面各项，都可以不写：',
    '',
    ...paramTable(actShape),
    '',
    '`deadline` 写一个或几个：',
    '',
    ...paramTable(deadlineShape),
    '',
    ...all.flatMap((block) => section(block)),
  ].join('\n');
}

function section({ name, title, purpose, neededBy, params, example, next }: Block): readonly string[] {
  const own = Object.fromEntries(Object.entries(params).filter(([key]) => !Object.hasOwn(stepShape, key)));
  const users = neededBy.length > 0 ? neededBy.join('、') : '各门户都用得到';
  return [
    `## ${name}`,
    '',
    `**${title}**　${purpose}`,
    '',
    `需要的指南：${users}。${next === 'none' ? '不写 `next`。' : '须写 `next`。'}`,
    '',
    ...paramTable(own),
    '',
    '```json',
    JSON.stringify(example, null, 2),
    '```',
    '',
  ];
}

function paramTable(params: Params): readonly string[] {
  const rows = Object.entries(params).map(([name, { schema, required }]) => {
    const said = [text(schema, 'title'), text(schema, 'description'), options(schema)].filter(Boolean);
    return `| \`${name}\` | ${required ? '必写' : ''} | ${said.join('。').replaceAll('。。', '。')} |`;
  });
  return ['| 参数 | | 说明 |', '| --- | --- | --- |', ...rows];
}

function options(schema: JsonObject): string {
  const inner = (schema['items'] ?? {}) as JsonObject;
  const of = schema['enum'] ? schema : inner;
  const words = (of['enumDescriptions'] ?? []) as readonly string[];
  return ((of['enum'] ?? []) as readonly Json[])
    .map((word, index) => `\`${String(word)}\` ${words[index] ?? ''}`)
    .join('；');
}

function text(schema: JsonObject, key: string): string {
  const value = schema[key];
  if (typeof value !== 'string') return '';
  const parts = Object.keys((schema['properties'] ?? {}) as object).filter(
    (name) => !Object.hasOwn(actShape, name),
  );
  const isAct = schema['$ref'] === '#/$defs/act' || 'event' in ((schema['properties'] ?? {}) as object);
  if (key !== 'title') return value.replace(/。$/, '');
  return [
    value,
    ...(isAct ? ['（办理）'] : []),
    ...(parts.length > 0 ? [`（其中 ${parts.map((name) => `\`${name}\``).join('、')}）`] : []),
  ].join('');
}
