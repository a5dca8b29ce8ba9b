import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { FileTree, Json } from '@zhinan/model';
import { pointerSegments } from '../1-load/pointer.ts';
import { parseJson } from '../1-load/parse-json.ts';
import { isRules, lineAt, valuesIn } from './new-edition.ts';
import type { Edit, NewEdition } from './new-edition.ts';

/** What there is to confirm, in the order in which an officer reads the new guideline. */
export const headings = {
  name: '名称、发文单位和依据',
  instant: '时点',
  date: '其他日期和年份',
  prose: '文字里写着的日期（没有改，请对照新文件改写）',
  amount: '金额',
  number: '条件和名额里的数',
  delay: '期限',
  limit: '表单里的限制',
  codes: '代码表',
  interpretation: '解释口径',
} as const;
export type Heading = keyof typeof headings;

/** One thing somebody must hold against the new guideline's text. */
export interface ChecklistItem {
  readonly heading: Heading;
  readonly file: string;
  readonly line: number;
  readonly clause: string;
  readonly title: string;
  readonly before: string;
  /** Absent = carried over unchanged. */
  readonly after?: string;
}

/** Everything in a new edition that only the new guideline can confirm. `files` holds the shared code lists as well. */
export function checklistOf({ files, edits }: NewEdition, shared: FileTree): readonly ChecklistItem[] {
  const changed = new Map(edits.map((edit) => [`${edit.file}#${edit.pointer}`, edit]));
  const items: ChecklistItem[] = [];
  for (const [file, text] of Object.entries(files)) {
    const inside = file.split('/').slice(2).join('/');
    if (inside.startsWith('scenarios/')) continue;
    const [tree, json] = [parseTree(text), parseJson(file, text).value?.json];
    if (!tree || json === undefined) continue;
    for (const { node, pointer, key } of valuesIn(tree)) {
      const edit = changed.get(`${file}#${pointer}`);
      const heading = headingOf(node, pointer, key, inside, edit);
      if (!heading) continue;
      const { clause, title } = standingAt(json, pointer);
      const value = String(node.value);
      const label = [title, labels[key]].filter(Boolean).join(' · ') || key;
      const values = edit
        ? { before: edit.before, after: edit.after }
        : { before: said(value, json, pointer, key) };
      items.push({ heading, file, line: lineAt(text, node.offset), clause, title: label, ...values });
    }
  }
  return [...items, ...codeListItems(files, shared)];
}

const labels: Readonly<Record<string, string>> = {
  summary: '条文概括',
  shortTitle: '简称',
  issuer: '发文单位',
  basis: '依据',
  number: '文号',
  cap: '最高额',
  floor: '最低额',
  min: '最少',
  max: '最多',
  minItems: '最少几项',
  maxItems: '最多几项',
  minimum: '最小',
  maximum: '最大',
  exclusiveMinimum: '大于',
  exclusiveMaximum: '小于',
  workdays: '工作日',
  days: '天',
  months: '月',
  years: '年',
  share: '占比',
  default: '默认',
  codesAsOf: '代码表取用日期',
  value: '读法的取值',
};

const proseKeys = new Set([
  'summary',
  'description',
  'effect',
  'message',
  'note',
  'title',
  'text',
  'question',
  'reason',
  'heading',
]);
// That something must be there at all (1) or cannot be negative (0) is no figure of the guideline's.
const trivial = (node: Node, key: string) => /^min|^exclusiveMin/.test(key) && Number(node.value) <= 1;
const limitKeys = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
]);

function headingOf(
  node: Node,
  pointer: string,
  key: string,
  inside: string,
  edit: Edit | undefined,
): Heading | undefined {
  const isText = node.type === 'string';
  if (inside === 'guideline.json') {
    if (/^\/(?:title|shortTitle|issuer\/|number|basis\/|supersedes\/documents\/)/.test(pointer))
      return 'name';
    if (/^\/instants\/[^/]+\/at$/.test(pointer)) return 'instant';
    if (/^\/interpretations\/[^/]+\/chosen$/.test(pointer)) return 'interpretation';
  }
  if (edit) return edit.kind === 'title' ? 'name' : 'date';
  if (isText && proseKeys.has(key) && /\d+月\d+日|(?<![〔\d])(?:19|20)\d{2}年/.test(String(node.value)))
    return 'prose';
  if (isRules(inside)) {
    const amount = pointer.startsWith('/amounts/');
    const numeric = isText ? /(?<![\p{L}\p{N}_"])\d/u.test(unquoted(String(node.value))) : true;
    if (['require', 'all', 'any', 'when', 'value', 'where', 'then'].includes(key))
      return numeric ? (amount ? 'amount' : 'number') : undefined;
    if (['cap', 'floor', 'amount', 'share'].includes(key)) return amount ? 'amount' : 'number';
    if (['min', 'max'].includes(key)) return 'number';
    return /^\/parameters\/[^/]+\/default$|^\/relax\/\d+\/set\//.test(pointer) ? 'number' : undefined;
  }
  if (inside.includes('/workflow/') && /^\/delays\/[^/]+\/(?:workdays|days|months|years)$/.test(pointer))
    return 'delay';
  if (inside.endsWith('.schema.json') && limitKeys.has(key) && !trivial(node, key)) return 'limit';
  return undefined;
}

/** An expression without its quoted codes. */
const unquoted = (expression: string): string => expression.replaceAll(/"[^"]*"/g, '""');

/** The nearest clause and title above a value. */
function standingAt(json: Json, pointer: string): { readonly clause: string; readonly title: string } {
  let [clause, title] = ['', ''];
  let value: Json | undefined = json;
  for (const segment of ['', ...pointerSegments(pointer)]) {
    if (segment !== '') value = (value as Readonly<Record<string, Json>>)[segment];
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue;
    const object = value as Readonly<Record<string, Json | undefined>>;
    const own =
      object['clause'] ?? object['x-clause'] ?? (object['summary'] === undefined ? undefined : object['id']);
    if (own !== undefined) clause = [own].flat().join('、');
    const named = object['title'] ?? object['question'];
    if (typeof named === 'string') title = named;
  }
  return { clause, title };
}

/** A value as it is to be read: the chosen reading by its title. */
function said(value: string, json: Json, pointer: string, key: string): string {
  if (key !== 'chosen') return value;
  const [, id = ''] = pointerSegments(pointer);
  const file = json as unknown as {
    interpretations?: Record<string, { readings?: Record<string, { title?: string }> }>;
  };
  return file.interpretations?.[id]?.readings?.[value]?.title ?? value;
}

/** The dated lists an edition reads: they are shared, and hold as of a day. */
function codeListItems(files: FileTree, shared: FileTree): readonly ChecklistItem[] {
  const used = new Set<string>();
  for (const text of Object.values(files))
    for (const [, name] of text.matchAll(/"(?:x-code-list|codeList)"\s*:\s*"([^"]+)"/g))
      if (name !== undefined) used.add(name);
  return [...used].toSorted().flatMap((name): ChecklistItem[] => {
    const file = `shared/codes/${name}.json`;
    const text = shared[file];
    const source = text === undefined ? undefined : parseJson(file, text).value;
    if (!source) return [];
    const { title, source: origin, asOf } = source.json as { title?: string; source?: string; asOf?: string };
    const line = source.place('/asOf').range?.start.line ?? 1;
    return [
      {
        heading: 'codes',
        file,
        line,
        clause: '',
        title: title ?? name,
        before: `截至 ${asOf ?? '未注明'}，来源：${origin ?? '未注明'}`,
      },
    ];
  });
}
