import type { Diagnostic } from '@zhinan/model';
import { isWithheld, plannedField } from '@zhinan/documents';
import type { ParsedItem } from '@zhinan/documents';
import { documentMessages } from '../diagnostics/messages/documents.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Guideline, ResolvedProgram } from '../2-resolve/guideline.ts';
import type { Check } from './checking.ts';
import { itemsOf } from './document-items.ts';
import type { PrintedItem } from './document-items.ts';

const report = reporter(documentMessages);

/** A title that says of itself that everybody may read it. */
const notice = /(?:公示|公告)(?:名单|书|表|稿)?(?:（.*）)?$/;

/**
 * Every place of a document can be filled, in the form asked for, and a public one shows nobody's private data.
 * That a field exists is told by `documentFieldsExist`.
 */
export const documentsCanBePrinted: Check = (guideline) =>
  Object.values(guideline.programs).flatMap((program) =>
    Object.values(program.documents).flatMap((document) => {
      const file = program.source.documents.get(document.id);
      if (!file) return [];
      const found: Diagnostic[] = [];
      if (document.public === undefined && notice.test(document.title))
        found.push(report('document/notice-not-marked', file.place('/title'), { title: document.title }));
      document.blocks.forEach((block, index) => {
        for (const printed of itemsOf(block)) {
          const place = file.place(`/blocks/${index}${printed.at}`);
          found.push(
            ...problems(guideline, program, printed, document.public === true).map((tell) => tell(place)),
          );
        }
      });
      return found;
    }),
  );

type Tell = (place: Diagnostic['place']) => Diagnostic;

function problems(
  { file }: Guideline,
  { forms }: ResolvedProgram,
  { written, at, item }: PrintedItem,
  isPublic: boolean,
): readonly Tell[] {
  if (!item) return [(place) => report('document/unclear-item', place, { written })];
  const { source, as } = item;
  if (source.from === 'instant' && !Object.hasOwn(file.instants, source.name)) {
    const near = nearest(source.name, Object.keys(file.instants));
    return [(place) => report('document/unknown-instant', place, { name: source.name, nearest: near })];
  }
  if (!('path' in source)) return [];
  const [formId = '', ...path] = source.path;
  const form = Object.hasOwn(forms, formId) ? forms[formId] : undefined;
  const field = form && plannedField(form, path);
  if (!field) return [];
  const wanted = wantedOf(item, at);
  const { secret, title } = field;
  return [
    ...(wanted !== undefined && !fits(field.kind, wanted)
      ? ([(place) => report('document/not-countable', place, { field: title, wanted })] satisfies Tell[])
      : []),
    ...(isPublic && secret !== undefined && source.from !== 'count' && isWithheld(field, as)
      ? ([
          (place) => report('document/private-in-notice', place, { field: title, why: secret }),
        ] satisfies Tell[])
      : []),
  ];
}

type Wanted = 'list' | 'number' | 'money' | 'date';

function wantedOf({ source, as }: ParsedItem, at: string): Wanted | undefined {
  if (at.endsWith('/date')) return 'date';
  if (source.from === 'count') return 'list';
  if (as === 'yuan' || as === 'wan' || as === 'capital') return 'money';
  return source.from === 'sum' ? 'number' : undefined;
}

function fits(kind: string, wanted: Wanted): boolean {
  if (wanted === 'list') return kind === 'list' || kind === 'files';
  return kind === wanted || (wanted === 'number' && kind === 'money');
}
