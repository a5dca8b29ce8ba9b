import type { GuardRef } from '@zhinan/model';
import { defineBlock, type StateConfig } from './block.ts';
import { flag, list, optional, record, text } from './param.ts';
import { act, actShape, deadlines, roles, stepShape, target, tell } from './shared-params.ts';
import { firstActs, firstDone, otherActs } from './side-acts.ts';
import { acting, all, metaOf, notify, timed, type Words } from './transitions.ts';

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
          to: optional(target('退回到', '退回到前面的一步；写了 correct 时不用写。')),
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
    const names = [role].flat().map((each) => site.role(each));
    const title = params.title ?? `${names.join('、')}审核`;
    const first = params.first ?? [];
    const back = params.return;
    const correcting = back?.correct;
    const away = (told: readonly string[] | undefined, template: string) =>
      (told ?? site.told).map((to) => notify(to, template));

    const before: GuardRef | undefined =
      back?.before === undefined ? undefined : { type: 'before', params: { instant: back.before } };
    const returning: Words = {
      event: 'RETURN',
      title: '退回修改',
      clause,
      reason: 'required',
      guard: before,
      otherwise: '已过可以退回修改的时限',
      after: away(back?.tell, 'returned'),
    };
    const backTo = correcting
      ? site.here('correcting')
      : back?.to === undefined
        ? undefined
        : site.to(back.to);
    const done = firstDone(site, first);
    const on = {
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
      ...(back && backTo !== undefined ? acting(site, back, returning, [{ target: backTo }]) : {}),
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
    const shown = form ?? shows;
    const meta = metaOf(params, title, { role, ...(shown === undefined ? {} : { form: shown }) });
    const waits = timed(site, params.deadline, { title, clause, role });
    if (!correcting) return { meta, on, ...waits } satisfies StateConfig;
    const corrector = correcting.role ?? 'applicant';
    const { role: _, ...around } = meta;
    return {
      meta: around,
      initial: 'reviewing',
      states: {
        reviewing: { meta, on },
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
