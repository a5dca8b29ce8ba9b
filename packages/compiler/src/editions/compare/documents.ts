import type { DocumentContract, Json, ProgramContract } from '@zhinan/model';
import { itemsOf } from '../../3-check/document-items.ts';
import { canonical } from '../../4-lower/canonical.ts';
import type { Finding } from '../change.ts';
import { titledAs } from '../edition-name.ts';
import { changed, finder } from './finding.ts';
import { clausesOf, members, pairs } from './pairs.ts';

/** Papers the procedure produces: which, by whom, showing what. */
export function compareDocuments(
  before: ProgramContract,
  after: ProgramContract,
  editions: readonly [string, string],
): readonly Finding[] {
  const find = finder('document', [after.title]);
  const found: Finding[] = [];
  const documents = pairs(before.documents, after.documents);
  const about = (id: string) => `document:${after.id}/${id}`;
  for (const { id, before: one, after: other } of documents.both) {
    const base = { subject: `《${other.title}》`, about: about(id), clauses: clausesOf(other.clause) };
    const title = changed(titledAs(one.title, ...editions), other.title);
    if (title) found.push(find({ ...base, kind: 'reworded', what: '文书名称', ...title }));
    const by = changed(one.by, other.by);
    if (by) found.push(find({ ...base, kind: 'document-changed', what: '由谁出具', ...by }));
    const open = changed(publicity(one), publicity(other));
    if (open) found.push(find({ ...base, kind: 'document-changed', what: '是否公开', ...open }));
    const { added, removed } = members(fieldsOf(one), fieldsOf(other));
    const shown = { 增加: added, 不再列: removed };
    for (const [verb, fields] of Object.entries(shown)) {
      if (fields.length === 0) continue;
      found.push(
        find({
          ...base,
          kind: 'document-changed',
          what: `${verb} ${fields.map((field) => titleOf(field, verb === '增加' ? after : before)).join('、')}`,
          because: fields.map((field) => `field:${after.id}/${pathOf(field)}`),
        }),
      );
    }
    const words = changed(wordsOf(one, editions), wordsOf(other));
    if (words) found.push(find({ ...base, kind: 'document-changed', what: '文字', ...words }));
  }
  for (const { id, after: one } of documents.added)
    found.push(
      find({
        kind: 'document-added',
        subject: `《${one.title}》`,
        what: '新增文书',
        about: about(id),
        clauses: clausesOf(one.clause),
      }),
    );
  for (const { id, before: one } of documents.removed)
    found.push(
      find({
        kind: 'document-removed',
        subject: `《${one.title}》`,
        what: '不再有这份文书',
        about: about(id),
        clauses: clausesOf(one.clause),
      }),
    );
  return found;
}

/** Fields a document shows, `application.name`, columns of tables and places in texts included. */
function fieldsOf({ blocks }: DocumentContract): readonly string[] {
  return blocks.flatMap((block) =>
    itemsOf(block).flatMap(({ item }) => (item && 'path' in item.source ? [named(item.source.path)] : [])),
  );
}

/** As changes of fields name them: `application.results[].year`. */
const named = ([form = '', list = '', entry]: readonly string[]): string =>
  entry === undefined ? `${form}.${list}` : `${form}.${list}[].${entry}`;

const publicity = ({ public: open }: DocumentContract): string => (open === true ? '公开' : '不公开');

const pathOf = (field: string) => field.replaceAll('.', '/');

function titleOf(field: string, program: ProgramContract): string {
  const [form = '', ...path] = field.replaceAll('[]', '').split('.');
  const last = path.at(-1) ?? '';
  const root = program.forms[form]?.schema;
  const inner = path.length > 1 ? root?.properties?.[path[0] ?? '']?.items?.properties : root?.properties;
  return inner?.[last]?.title ?? last;
}

/** Everything else a document says. */
function wordsOf({ blocks }: DocumentContract, editions?: readonly [string, string]): string {
  const rest = blocks.flatMap((block) => {
    const { fields: _, table: __, ...own } = block;
    return Object.keys(own).length > 0 ? [canonical(own as Json)] : [];
  });
  const text = rest.join(' ');
  return editions ? titledAs(text, ...editions) : text;
}
