import { compareInstants, parseInstant } from '@zhinan/engine';
import type { Contract, Interpretation, Reading } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { quoted } from '../quoted.ts';
import { changed, finder } from './finding.ts';
import { pairs, same } from './pairs.ts';

const readingOf = ({ readings, chosen }: Interpretation): string => readings[chosen]?.title ?? chosen;
const valueWords = (value: Reading['value']): string =>
  typeof value === 'object'
    ? Object.entries(value)
        .map(([part, one]) => `${part} ${String(one)}`)
        .join('，')
    : String(value ?? '无');

/** Which reading holds, who decides, and what the readings say. */
export function compareInterpretations(before: Contract, after: Contract): readonly Finding[] {
  const find = finder('interpretation');
  const found: Finding[] = [];
  const { both, added, removed } = pairs(
    before.interpretations,
    after.interpretations,
    (one, other) => one.question === other.question,
  );
  for (const { id, before: one, after: other } of both) {
    const base = { subject: quoted(other.question), about: `interpretation:${id}`, clauses: [other.clause] };
    if (readingOf(one) !== readingOf(other) && one.chosen !== other.chosen)
      found.push(
        find({
          ...base,
          kind: 'interpretation-chosen',
          what: '改选',
          before: readingOf(one),
          after: readingOf(other),
        }),
      );
    for (const reading of Object.keys(other.readings)) {
      const [old, now] = [one.readings[reading]?.value, other.readings[reading]?.value];
      if (one.readings[reading] === undefined || same(old, now)) continue;
      const title = other.readings[reading]?.title ?? reading;
      found.push(
        find({
          ...base,
          kind: 'interpretation-changed',
          what: `读法“${title}”的取值`,
          because:
            one.chosen === other.chosen
              ? movedWith(before, after, { id, clause: other.clause, old, now })
              : [],
          before: valueWords(old),
          after: valueWords(now),
        }),
      );
    }
    const decides = changed(one.decidedBy, other.decidedBy);
    if (decides)
      found.push(find({ ...base, kind: 'interpretation-changed', what: '有权解释的单位', ...decides }));
    const [old, now] = [Object.keys(one.readings), Object.keys(other.readings)];
    if (!same(old.toSorted(), now.toSorted()))
      found.push(
        find({
          ...base,
          kind: 'interpretation-changed',
          what: '可选的读法',
          before: Object.values(one.readings)
            .map(({ title }) => title)
            .join('；'),
          after: Object.values(other.readings)
            .map(({ title }) => title)
            .join('；'),
        }),
      );
    const asked = changed(wordsOf(one), wordsOf(other));
    if (asked) found.push(find({ ...base, kind: 'reworded', what: '口径的措辞', ...asked }));
  }
  for (const { id, after: one } of added)
    found.push(
      find({
        kind: 'interpretation-added',
        subject: quoted(one.question),
        what: '新增口径',
        about: `interpretation:${id}`,
        clauses: [one.clause],
        after: readingOf(one),
      }),
    );
  for (const { id, before: one } of removed)
    found.push(
      find({
        kind: 'interpretation-removed',
        subject: quoted(one.question),
        what: '不再有这一口径',
        about: `interpretation:${id}`,
        clauses: [one.clause],
        before: readingOf(one),
      }),
    );
  return found;
}

/** What changed only because another reading was chosen goes under that choice. */
export function underChoices(
  findings: readonly Finding[],
  before: Contract,
  after: Contract,
): readonly Finding[] {
  const cause = new Map<string, string>();
  for (const { id, before: one, after: other } of pairs(before.interpretations, after.interpretations).both) {
    if (one.chosen === other.chosen) continue;
    for (const { about } of [...(one.governs ?? []), ...(other.governs ?? [])])
      cause.set(about, `interpretation:${id}`);
  }
  return findings.map((one) => {
    const chosen = cause.get(one.about);
    return chosen === undefined || one.kind === 'reworded' || (one.because ?? []).length > 0
      ? one
      : { ...one, because: [chosen] };
  });
}

/** Question and readings in words. Why a reading was chosen is the office's own record and no policy. */
function wordsOf({ question, readings }: Interpretation): string {
  const said = Object.values(readings).map(({ title, effect }) =>
    effect === undefined ? title : `${title}（${effect}）`,
  );
  return [question, ...said.toSorted()].join(' ');
}

/** The moved moment that a reading's own moment goes with: that of the same clause, or one that names the interpretation. */
function movedWith(
  before: Contract,
  after: Contract,
  reading: { readonly id: string; readonly clause: string; readonly old: unknown; readonly now: unknown },
): readonly string[] {
  const [from, to] = [parseInstant(reading.old), parseInstant(reading.now)];
  if (from === null || to === null) return [];
  const moved = pairs(before.instants, after.instants).both.filter(
    ({ before: one, after: other }) => compareInstants(other.at, one.at) === to - from,
  );
  const home =
    moved.find(({ after: other }) => other.interpretation === reading.id) ??
    moved.find(({ after: other }) => other.clause === reading.clause);
  return home ? [`instant:${home.id}`] : [];
}
