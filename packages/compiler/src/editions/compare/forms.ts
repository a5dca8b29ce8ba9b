import type { FormContract, FormSchema, ProgramContract } from '@zhinan/model';
import { lookupsOf } from '../../forms/form-options.ts';
import type { Finding } from '../change.ts';
import { changed, finder } from './finding.ts';
import { flatForm, type FlatForm, type FormField } from './form-fields.ts';
import { members, pairs, same } from './pairs.ts';

const limits = {
  minimum: '最小',
  maximum: '最大',
  exclusiveMinimum: '大于',
  exclusiveMaximum: '小于',
  minLength: '最少字数',
  maxLength: '最多字数',
  minItems: '最少几项',
  maxItems: '最多几项',
  pattern: '格式',
  uniqueItems: '不得重复',
} as const;

/** Forms and their fields. How a form is laid out is no policy. */
export function compareForms(before: ProgramContract, after: ProgramContract): readonly Finding[] {
  const find = finder('form', [after.title]);
  const found: Finding[] = [];
  const forms = pairs(before.forms, after.forms);
  for (const { id, after: form } of forms.added)
    found.push(
      find({
        kind: 'form-added',
        subject: `《${form.title}》`,
        what: '新增表单',
        about: `form:${after.id}/${id}`,
        clauses: form.clauses,
      }),
    );
  for (const { id, before: form } of forms.removed)
    found.push(
      find({
        kind: 'form-removed',
        subject: `《${form.title}》`,
        what: '不再填这张表',
        about: `form:${after.id}/${id}`,
        clauses: form.clauses,
      }),
    );
  for (const { id, before: one, after: other } of forms.both)
    found.push(...compareForm(one, other, `${after.id}/${id}`, after));
  return found;
}

function compareForm(
  before: FormContract,
  after: FormContract,
  id: string,
  program: ProgramContract,
): readonly Finding[] {
  const find = finder('form', [`${program.title}《${after.title}》`]);
  const found: Finding[] = [];
  const [old, now] = [flatForm(before.schema), flatForm(after.schema)];
  const ofForm = [
    ['form-changed', '由谁填', changed(before.by, after.by)],
    ['reworded', '表名', changed(before.title, after.title)],
    ['form-changed', '从登记信息带出', changed(lookupsIn(before, old), lookupsIn(after, now))],
  ] as const;
  for (const [kind, what, difference] of ofForm)
    if (difference)
      found.push(
        find({
          kind,
          subject: `《${after.title}》`,
          what,
          about: `form:${id}`,
          clauses: after.clauses,
          ...difference,
        }),
      );
  const fields = pairs(old.fields, now.fields);
  const about = (path: string) => `field:${id}/${path}`;
  // A list that is new brings its columns with it.
  const inside = (path: string, others: readonly { readonly id: string }[]) =>
    others.some((other) => path.startsWith(`${other.id}/`) || path.startsWith(`${other.id}[]/`));
  for (const { id: path, after: field } of fields.added) {
    if (inside(path, fields.added)) continue;
    const must = { always: '必填', sometimes: '有条件必填', never: '选填' }[field.required];
    found.push(
      find({
        kind: 'field-added',
        subject: `“${field.title}”`,
        what: `新增字段（${must}）`,
        about: about(path),
        clauses: field.clauses,
      }),
    );
  }
  for (const { id: path, before: field } of fields.removed) {
    if (inside(path, fields.removed)) continue;
    found.push(
      find({
        kind: 'field-removed',
        subject: `“${field.title}”`,
        what: '不再填写',
        about: about(path),
        clauses: field.clauses,
      }),
    );
  }
  for (const { id: path, before: one, after: other } of fields.both)
    for (const part of compareField(one, other))
      found.push(find({ subject: `“${other.title}”`, about: about(path), clauses: other.clauses, ...part }));

  // A demand that comes and goes with a field is that field's.
  const moved = [...fields.added, ...fields.removed].map(({ id: path }) => path);
  const demands = members(old.demands, now.demands);
  const own = (demand: string) =>
    !moved.some((path) => demand.includes(`"${path}"`) || demand.endsWith(`: ${path}`));
  const shown = new Set(
    fields.both.flatMap(({ before: one, after: other }) => (one.shown === other.shown ? [] : [other.path])),
  );
  if ([...demands.added, ...demands.removed].some(own) && shown.size === 0)
    found.push(
      find({
        kind: 'form-condition-changed',
        subject: `《${after.title}》`,
        what: '字段之间的要求改动',
        about: `form:${id}`,
        clauses: after.clauses,
      }),
    );
  return found;
}

/** Which registers fill in what, and on what ground: data go there, and come from there. */
function lookupsIn({ ui }: FormContract, { fields }: FlatForm): string {
  const titles = (names: readonly string[]): string =>
    names.map((name) => fields[name.replaceAll('.', '/')]?.title ?? name).join('、');
  const texts = lookupsOf(ui).map(({ title, register, by, fills, clause }) => {
    const ground = clause === undefined ? '' : `，依据 ${[clause].flat().join('、')}`;
    return `${title}（${register}）：按${titles(by)}带出${titles(fills)}${ground}`;
  });
  return texts.toSorted().join('；') || '无';
}

type Part = Pick<Finding, 'kind' | 'what'> & { readonly before?: string; readonly after?: string };

function compareField(before: FormField, after: FormField): readonly Part[] {
  const parts: Part[] = [];
  const [one, other] = [before.schema, after.schema];
  if (before.required !== after.required) {
    const words = { always: '必填', sometimes: '有条件必填', never: '选填' };
    const harder = ['never', 'sometimes', 'always'];
    const kind =
      harder.indexOf(after.required) > harder.indexOf(before.required) ? 'field-required' : 'field-optional';
    parts.push({ kind, what: '是否必填', before: words[before.required], after: words[after.required] });
  }
  const said = (schema: FormSchema) =>
    (Object.keys(limits) as (keyof typeof limits)[])
      .filter((key) => one[key] !== other[key])
      .map((key) => `${limits[key]} ${schema[key] === undefined ? '不限' : String(schema[key])}`)
      .join('，');
  if (said(one) !== said(other))
    parts.push({ kind: 'field-limits', what: '限制', before: said(one), after: said(other) });
  const [was, is] = [optionsOf(one), optionsOf(other)];
  if (!same(was, is))
    parts.push({ kind: 'field-options', what: '选项', before: was.join('、'), after: is.join('、') });
  if (before.shown !== after.shown) parts.push({ kind: 'field-changed', what: '什么情况下出现' });
  const rest: Readonly<Record<string, (schema: FormSchema) => string>> = {
    填写方式: ({ type, format }) => [type ?? '', format ?? ''].join(' ').trim(),
    固定值: ({ const: value }) => (value === undefined ? '无' : String(value)),
    计量单位: (schema) => schema['x-unit'] ?? '无',
    由谁填: (schema) => schema['x-by'] ?? '申报人',
    是否敏感: (schema) => (schema['x-sensitive'] ? `敏感（${schema['x-sensitive'].purpose}）` : '否'),
    是否他人信息: (schema) => schema['x-third-person'] ?? '否',
    是否声明: (schema) => (schema['x-declaration'] ? '是' : '否'),
    能否修改: ({ readOnly }) => (readOnly ? '只读' : '可以'),
    附件: ({ 'x-attachment': rule }) =>
      rule
        ? `${rule.accept.join('、')}，每个不超过 ${rule.maxBytes / 1_048_576} MB，最多 ${rule.maxCount} 个`
        : '否',
  };
  for (const [what, say] of Object.entries(rest)) {
    const difference = changed(say(one), say(other));
    if (difference) parts.push({ kind: 'field-changed', what, ...difference });
  }
  const [items, otherItems] = [one.items, other.items];
  if (items && otherItems && !same(plain(items), plain(otherItems)))
    parts.push({
      kind: 'field-options',
      what: '每项的取值',
      before: optionsOf(items).join('、'),
      after: optionsOf(otherItems).join('、'),
    });
  const title = changed(one.title, other.title);
  if (title) parts.push({ kind: 'reworded', what: '字段改称', ...title });
  const help = changed(one.description ?? '无', other.description ?? '无');
  if (help) parts.push({ kind: 'reworded', what: '填写说明', ...help });
  return parts;
}

/** Own options; those of a code list are compared once, with the list. */
function optionsOf(schema: FormSchema): readonly string[] {
  const list = schema['x-code-list'];
  if (list !== undefined) return [`代码表 ${list}`];
  return (schema.enum ?? []).map((code, index) => schema['x-titles']?.[index] ?? String(code));
}

/** Of a list's items without fields of their own: what a single value may be. */
function plain({
  type,
  format,
  minimum,
  maximum,
  maxLength,
  pattern,
  properties,
  ...rest
}: FormSchema): unknown {
  return properties || rest.$ref
    ? {}
    : { type, format, minimum, maximum, maxLength, pattern, options: optionsOf(rest) };
}
