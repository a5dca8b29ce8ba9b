import type { QuotaDefinition } from '@zhinan/model';
import { boxedContext } from './decision.ts';
import type { Entry, Frame } from './frame.ts';
import type { Element } from './xml.ts';

/** A limit that is not published with the text: the host gives it, until then the quota is unknown. */
export interface OpenLimit {
  readonly name: string;
  readonly title: string;
}

/** Each quota as true, false or null over `members`, and the limits the host has to give. */
export function quotaDecisions(frame: Frame): {
  readonly elements: readonly Element[];
  readonly limits: readonly OpenLimit[];
} {
  const limits: OpenLimit[] = [];
  const elements = (frame.program.rules.quotas ?? []).map((quota) => quotaDecision(quota, frame, limits));
  return { elements, limits };
}

/** Whether `_member` counts: among those of `of`, in no channel of its own, and as `where` says. */
function inside(quota: QuotaDefinition, frame: Frame): string {
  const { quotas = [] } = frame.program.rules;
  const named = (id: string): string[] => {
    const other = quotas.find((one) => one.id === id);
    return other ? [inside(other, frame)] : [];
  };
  const where =
    quota.where === undefined ? [] : [frame.standard(frame.part('quota', quota.id).main, '_member.')];
  const except = (quota.except ?? []).flatMap(named).map((other) => `not(${other})`);
  const all = [...(quota.of === undefined ? [] : named(quota.of)), ...except, ...where];
  return all.length === 0 ? 'true' : all.length === 1 ? (all[0] ?? 'true') : `(${all.join(' and ')})`;
}

/** Something of each member that counts; `null` for one of whom that is not known. */
const ofMembers = (condition: string, value: string): string =>
  `if members = null then null else flatten(for _member in members return {_in: ${condition}, _is: if _in then [${value}] else if _in = false then [] else [null]}._is)`;

const counted = (list: string): string =>
  `if ${list} = null or list contains(${list}, null) then null else count(${list})`;

type Limits = { readonly min?: number | null; readonly max?: number | null };

function quotaDecision(quota: QuotaDefinition, frame: Frame, limits: OpenLimit[]): Element {
  const name = frame.names.feel('quota', quota.id);
  const part = frame.part('quota', quota.id);
  const own: OpenLimit[] = [];
  const within = (of: string, { min, max }: Limits, kind = ''): string[] =>
    [[min, 'min', '>=', '下限'] as const, [max, 'max', '<=', '上限'] as const].flatMap(
      ([limit, end, sign, word]) => {
        if (limit === undefined) return [];
        if (limit !== null) return [`(${of} ${sign} ${limit})`];
        const open = {
          name: `${name}_${kind}${end}`,
          title: `${quota.title}${kind ? '占比' : ''}${word}（另行公布）`,
        };
        own.push(open);
        return [`(${of} ${sign} ${open.name})`];
      },
    );
  const counts = inside(quota, frame);
  const entries: Entry[] = [
    ['_counted', 'Any', ofMembers(counts, '1')],
    ['_count', 'number', counted('_counted')],
  ];
  const { per } = part.more ?? {};
  const tests: string[] = [];
  if (per) {
    entries.push(['_keys', 'Any', ofMembers(counts, frame.standard(per, '_member.'))]);
    const each = within('count(_keys[item = _key])', quota);
    tests.push(
      `(if _keys = null or list contains(_keys, null) then null else all(for _key in distinct values(_keys) return ${each.join(' and ') || 'true'}))`,
    );
  } else tests.push(...within('_count', quota));
  if (quota.share) {
    const { quotas = [] } = frame.program.rules;
    const among = quotas.find(({ id }) => id === quota.of);
    entries.push(
      ['_all', 'Any', ofMembers(among ? inside(among, frame) : 'true', '1')],
      ['_whole', 'number', counted('_all')],
    );
    const share = within('_count / _whole', quota.share, 'share_').join(' and ') || 'true';
    tests.push(`(if _count = null or _whole = null then null else if _whole = 0 then true else ${share})`);
  }
  limits.push(...own);
  return frame.decision(
    {
      name,
      title: quota.title,
      typeRef: 'boolean',
      grounds: quota,
      origin: { kind: 'quota', id: quota.id },
      ...(quota.where === undefined ? {} : { written: quota.where }),
      logic: boxedContext(entries, tests.length ? tests.join(' and ') : 'true', 'boolean'),
    },
    { fields: ['members', ...own.map((limit) => limit.name)] },
  );
}
