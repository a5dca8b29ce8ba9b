import type { GuardRef } from '@zhinan/model';
import { defineBlock, type Site, type StateConfig } from './block.ts';
import { flag, list, optional, record, text, texts } from './param.ts';
import {
  act,
  actShape,
  deadlines,
  roles,
  stepShape,
  target,
  tell,
  type Act,
  type Way,
} from './shared-params.ts';
import { firstActs, firstDone, otherActs } from './side-acts.ts';
import {
  acting,
  all,
  is,
  listed,
  metaOf,
  namesOf,
  notify,
  set,
  timed,
  withSuperior,
  type Words,
} from './transitions.ts';

/**
 * One body or person examines a case: passes it, returns it for correction, refuses it with a reason; a deadline expires
 * or reminds. Chains of it are the level-by-level review of talent-aid-xinjiang, xinjiang-craftsman,
 * inner-mongolia-professionals and minority-scitech-training; alar-talent-highland has one per lead body.
 */
export const review = defineBlock({
  name: 'review',
  title: '审核',
  purpose: '一方审核：通过、退回修改、不予通过（须写理由）；逾期终止或者催办。逐级审核就是几个连着写。',
  neededBy: [
    'talent-aid-xinjiang',
    'alar-talent-highland',
    'xinjiang-craftsman',
    'inner-mongolia-professionals',
    'minority-scitech-training',
  ],
  params: {
    ...stepShape,
    role: roles('由谁审核'),
    form: optional(text('审核时填的表', '通过时带它的答案并保存。')),
    shows: optional(text('看哪张表', '只看不填时写。')),
    first: optional(list('先要办的', act('先要办的', '须写 form；没有办完不能通过。'))),
    also: optional(list('还可以办的', act('还可以办的', '办了仍留在这一步。'))),
    approve: optional(act('通过', '缺省事件 APPROVE。')),
    eligible: optional(
      flag(
        '按规则把关',
        '硬性条件不符合的不能通过；尚不能判断的，写明理由才能通过。须是读得到申报表的流程。',
      ),
    ),
    return: optional(
      record(
        '退回修改',
        {
          ...actShape,
          to: optional(
            texts(
              '退回到',
              '退回到前面的一步；列出几步的，事件答案里的 to 写明是哪一步。写了 correct 时不用写。',
            ),
          ),
          straightBack: optional(flag('改后直达', '退回的那一步办完，直接回到这一步，不必重走中间各步。')),
          correct: optional(
            record(
              '退回后直接回来',
              {
                role: optional(roles('由谁改', '不写时为 applicant。')),
                form: text('改哪张表'),
                event: optional(text('事件名', '缺省 RESUBMIT。')),
                title: optional(text('名称')),
              },
              '由对方就地改好，再交直接回到这一步，不必重走前面各步。',
            ),
          ),
          before: optional(text('只在此前可退回', 'guideline.json 里的时点名；过后只提示，不改变状态。')),
          tell,
        },
        '缺省事件 RETURN，须写理由。',
      ),
    ),
    reject: optional(
      record('不予通过', { ...actShape, to: target('去往'), tell }, '缺省事件 REJECT，须写理由。'),
    ),
    recall: optional(
      record(
        '撤回',
        { ...actShape, to: target('撤回到') },
        '对方受理（OPEN）以前可以撤回，缺省事件 RECALL，由 applicant 办。',
      ),
    ),
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'review',
    with: {
      clause: '三(二)',
      role: 'unit',
      form: 'opinion',
      approve: { title: '同意推荐' },
      return: { to: 'drafting', before: 'personalDeadline' },
      reject: { to: 'refused' },
      deadline: { delay: 'unitDeadline', to: 'expired' },
    },
    next: 'publicNotice',
  },
  expand(params, site, next) {
    const { role, clause, form, shows } = params;
    const title = params.title ?? `${namesOf(site, role)}审核`;
    const first = params.first ?? [];
    const back = params.return;
    const correcting = back?.correct;
    const away = (told: readonly string[] | undefined, template: string) =>
      (told ?? site.told).map((to) => notify(to, template));

    const before: GuardRef | undefined =
      back?.before === undefined ? undefined : { type: 'before', params: { instant: back.before } };
    const several = listed(back?.to).length > 1 && !correcting;
    const named: GuardRef | undefined = several
      ? { type: 'answer', params: { form: 'event', field: 'to', in: listed(back?.to) } }
      : undefined;
    const returning: Words = {
      event: 'RETURN',
      title: '退回修改',
      clause,
      reason: 'required',
      guard: all(before, named),
      otherwise: [
        ...(before ? ['已过可以退回修改的时限'] : []),
        ...(named ? ['没有写明退回到哪一步'] : []),
      ].join('，或'),
      after: away(back?.tell, 'returned'),
    };
    const backTo: readonly Way[] = correcting
      ? [{ target: site.here('correcting') }]
      : listed(back?.to).map((name, _, names) => ({
          target: site.to(name),
          ...(names.length > 1
            ? { guard: { type: 'answer', params: { form: 'event', field: 'to', in: [name] } } }
            : {}),
          ...(back?.straightBack ? { actions: [site.comesBack(name)] } : {}),
        }));
    const opened = `${site.key}Opened`;
    const done = firstDone(site, first);
    const acts = {
      ...acting(
        site,
        params.approve,
        {
          event: 'APPROVE',
          title: '审核通过',
          clause,
          form,
          ...done,
          ...(params.eligible ? byTheRules(done) : {}),
        },
        site.ways(next),
      ),
      ...firstActs(site, first, clause),
      ...otherActs(site, params.also ?? [], clause),
      ...(back && backTo.length > 0 ? acting(site, back, returning, backTo) : {}),
      ...(params.recall ? recalling(site, params.recall, opened, clause) : {}),
      ...(params.reject
        ? acting(
            site,
            params.reject,
            {
              event: 'REJECT',
              title: '不予通过',
              clause,
              reason: 'required',
              after: away(params.reject.tell, 'refused'),
            },
            [{ target: site.to(params.reject.to) }],
          )
        : {}),
    };
    const on = withSuperior(site, acts, params.deadline);
    const entry = params.recall ? { entry: [set(opened, false)] } : {};
    const shown = form ?? shows;
    const meta = metaOf(params, title, { role, ...(shown === undefined ? {} : { form: shown }) });
    const waits = timed(site, params.deadline, { title, clause, role, passes: site.ways(next) });
    if (!correcting) return { meta, ...entry, on, ...waits } satisfies StateConfig;
    const corrector = correcting.role ?? 'applicant';
    const { role: _, ...around } = meta;
    return {
      meta: around,
      initial: 'reviewing',
      states: {
        reviewing: { meta, ...entry, on },
        correcting: {
          meta: {
            title: correcting.title ?? `退回修改${site.form(correcting.form)}`,
            clause,
            role: corrector,
            form: correcting.form,
          },
          on: acting(
            site,
            undefined,
            {
              event: correcting.event ?? 'RESUBMIT',
              title: '改好再交',
              clause,
              by: corrector,
              form: correcting.form,
              after: [role]
                .flat()
                .flatMap((to) => (typeof to === 'string' ? [notify(to, 'resubmitted')] : [])),
            },
            [{ target: site.here('reviewing') }],
          ),
        },
      },
      ...waits,
    };
  },
});

/** Hard conditions that fail block; what cannot be decided, and what soft clauses ask to be explained, needs a reason. */
function byTheRules({ guard, otherwise }: Pick<Words, 'guard' | 'otherwise'>): Partial<Words> {
  const decided: GuardRef = {
    type: 'any',
    params: { guards: [{ type: 'eligible' }, { type: 'hasReason' }] },
  };
  const both = all(guard, decided);
  const reason = '有尚不能判断的条件，请写明理由';
  return {
    reason: 'optional',
    unless: [{ guard: { type: 'ineligible' }, note: '有硬性条件不符合，不能通过' }],
    ...(both ? { guard: both } : {}),
    otherwise: otherwise === undefined ? reason : `${otherwise}；${reason}`,
  };
}

/** 撤回 goes as long as the other side has not opened the case. */
function recalling(
  site: Site,
  recall: Act & { readonly to: string },
  opened: string,
  clause: Words['clause'],
) {
  return {
    ...acting(site, undefined, { event: 'OPEN', title: '受理', clause, before: [set(opened, true)] }, [{}]),
    ...acting(
      site,
      recall,
      {
        event: 'RECALL',
        title: '撤回',
        clause,
        by: 'applicant',
        escape: true,
        guard: is(opened, false),
        otherwise: '对方已经受理，不能撤回',
      },
      [{ target: site.to(recall.to) }],
    ),
  };
}
