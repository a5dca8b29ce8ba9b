import type { ActionRef, GuardRef } from '@zhinan/model';
import { defineBlock, type StateConfig } from './block.ts';
import { choice, list, optional, record, text, whole } from './param.ts';
import { selecting, selectionShape } from './selection.ts';
import { act, actShape, deadlines, roles, stepShape, target, tell } from './shared-params.ts';
import { acting, metaOf, notify, oneOrList, timed } from './transitions.ts';

/**
 * Several persons decide one step, who they are being known only at run time: all (会签), a share of heads or of weights
 * (票签), any one (或签), or one after the other (依次). On the way a part may be handed on (转办), lent and given back (委派),
 * done by a standing deputy (代理), and people added (加签) or taken off (减签). Expected by every portal; the departments that
 * alar-talent-highland lets decide jointly and the party groups of xinjiang-craftsman are fixed roles: `joint-sign-off`.
 */
export const countersign = defineBlock({
  name: 'countersign',
  title: '多人办理',
  purpose:
    '由若干个人办理同一步：全部同意（会签）、按人数或权重的比例、一人同意即可（或签）、依次办理；可以转办、委派、代理、加签、减签。',
  neededBy: [],
  params: {
    ...stepShape,
    role: roles('办理人的角色'),
    form: optional(text('每人填的表')),
    select: selectionShape,
    policy: choice('怎样算通过', {
      all: '全部同意',
      any: '一人同意即可',
      percentage: '同意的人数达到比例',
      weighted: '同意的权重达到比例',
      sequence: '依次办理，全部同意',
    }),
    percent: optional(whole('百分之几', 1, '达到即可，含本数；按比例的必须写。')),
    agree: optional(act('同意', '缺省事件 AGREE。')),
    refuse: optional(act('不同意', '缺省事件 REFUSE，须写理由。')),
    abstain: optional(act('弃权', '写了才可以弃权，缺省事件 ABSTAIN。')),
    refused: target('不通过去往'),
    allow: optional(
      list(
        '允许',
        choice('一种做法', {
          transfer: '转办：改由别人办（TRANSFER）',
          delegate: '委派：别人提意见后交回（DELEGATE）',
          deputy: '代理：指定代理人（DEPUTISE）',
          'sign-before': '前加签（ADD_BEFORE）',
          'sign-after': '后加签（ADD_AFTER）',
          'sign-beside': '并加签（ADD_BESIDE）',
          'remove-signer': '减签：组织方去掉还没有办的人（REMOVE_SIGNER）',
          recuse: '回避（RECUSE）',
        }),
      ),
    ),
    recall: optional(
      record('撤回', { ...actShape, to: target('撤回到') }, '还没有人办过时可以撤回，缺省事件 RECALL。'),
    ),
    tell,
    deadline: deadlines,
  },
  needs: [{ param: 'percent', of: 'policy', among: ['percentage', 'weighted'] }],
  next: 'required',
  example: {
    use: 'countersign',
    with: {
      title: '处室会签',
      clause: '三(四)',
      role: 'officer',
      select: { by: 'office', event: 'ASSIGN' },
      policy: 'percentage',
      percent: 60,
      allow: ['transfer', 'deputy'],
      refused: 'refused',
    },
    next: 'signed',
  },
  expand(params, site, next) {
    const { clause, role, form, select, allow = [] } = params;
    const title = params.title ?? '多人办理';
    const tasks = `${site.key}Tasks`;
    const deputies = allow.includes('deputy') ? `${site.key}Deputies` : undefined;
    const held = { list: tasks, ...(deputies === undefined ? {} : { deputies }) };
    const inHand: GuardRef = { type: 'holdsTask', params: held };
    const someoneNew: GuardRef = { type: 'namesNewPerson', params: { list: tasks } };
    const sequence = params.policy === 'sequence';
    const verdict: GuardRef = {
      type: 'verdict',
      params: {
        list: tasks,
        policy: params.policy === 'sequence' ? 'all' : params.policy,
        ...(params.percent === undefined ? {} : { percent: params.percent }),
      },
    };
    const told = (params.tell ?? site.told).map((to) => notify(to, 'refused'));
    const counting = [{ target: site.here('counting') }];
    const saying = (
      own: Parameters<typeof acting>[1],
      event: string,
      word: string,
      as: 'agree' | 'refuse' | 'abstain',
    ) =>
      acting(
        site,
        own,
        {
          event,
          title: word,
          clause,
          ...(form === undefined ? {} : { form }),
          store: false,
          ...(as === 'refuse' ? { reason: 'required' as const } : {}),
          guard: inHand,
          otherwise: '不在名单内，或已办过，或还没轮到',
          after: [
            { type: 'vote', params: { list: tasks, as, ...(deputies === undefined ? {} : { deputies }) } },
          ],
        },
        counting,
      );
    const handing = (event: string, word: string, action: ActionRef, more: { readonly names?: false } = {}) =>
      acting(
        site,
        undefined,
        {
          event,
          title: word,
          clause,
          reason: 'optional',
          guard: more.names === false ? inHand : { type: 'all', params: { guards: [inHand, someoneNew] } },
          otherwise: '不在办理，或所指的人已在名单内',
          after: [action],
        },
        [{}],
      );
    const ways = {
      transfer: () => handing('TRANSFER', '转办', { type: 'transfer', params: held }),
      delegate: () => handing('DELEGATE', '委派', { type: 'delegate', params: held }),
      deputy: () =>
        acting(
          site,
          undefined,
          {
            event: 'DEPUTISE',
            title: '指定代理人',
            clause,
            after: [{ type: 'deputise', params: { list: `${site.key}Deputies` } }],
          },
          [{}],
        ),
      'sign-before': () =>
        handing('ADD_BEFORE', '前加签', { type: 'addSigner', params: { ...held, order: 'before' } }),
      'sign-after': () =>
        handing('ADD_AFTER', '后加签', { type: 'addSigner', params: { ...held, order: 'after' } }),
      'sign-beside': () =>
        handing('ADD_BESIDE', '并加签', { type: 'addSigner', params: { ...held, order: 'same' } }),
      'remove-signer': () =>
        acting(
          site,
          undefined,
          {
            event: 'REMOVE_SIGNER',
            title: '减签',
            clause,
            by: select.by,
            reason: 'required',
            guard: { type: 'namesOpenTask', params: { list: tasks } },
            otherwise: '此人不在名单内，或已经办过',
            after: [{ type: 'removeSigner', params: { list: tasks } }],
          },
          counting,
        ),
      recuse: () => ({
        ...acting(
          site,
          undefined,
          {
            event: 'RECUSE',
            title: '回避',
            clause,
            reason: 'required',
            guard: inHand,
            otherwise: '不在办理',
            after: [{ type: 'recuse', params: held }],
          },
          counting,
        ),
      }),
    };
    return {
      meta: metaOf(params, title),
      initial: 'selecting',
      ...timed(site, params.deadline, { title, clause, role }),
      states: {
        selecting: selecting(site, select, { list: tasks, clause, sequence, to: site.here('deciding') }),
        deciding: {
          meta: { title, clause, role, ...(form === undefined ? {} : { form }) },
          on: {
            ...saying(params.agree, 'AGREE', '同意', 'agree'),
            ...saying(params.refuse, 'REFUSE', '不同意', 'refuse'),
            ...(params.abstain ? saying(params.abstain, 'ABSTAIN', '弃权', 'abstain') : {}),
            ...Object.assign({}, ...allow.map((way) => ways[way]())),
            ...(params.recall
              ? acting(
                  site,
                  params.recall,
                  {
                    event: 'RECALL',
                    title: '撤回',
                    clause,
                    by: site.told,
                    escape: true,
                    guard: { type: 'untouched', params: { list: tasks } },
                    otherwise: '已有人办过，不能撤回',
                  },
                  [{ target: site.to(params.recall.to) }],
                )
              : {}),
          },
        },
        counting: {
          meta: { title: '汇总意见', clause },
          always: [
            { guard: verdict, target: site.here('passed'), meta: { title: '通过', clause } },
            {
              guard: { type: 'not', params: { guard: verdict } },
              target: site.to(params.refused),
              ...(told.length > 0 ? { actions: told } : {}),
              meta: { title: '不通过', clause },
            },
            { target: site.here('deciding'), meta: { title: '还有人没有办', clause } },
          ],
        },
        passed: { type: 'final', meta: { title: '通过', clause } },
      },
      onDone: oneOrList(site.ways(next)),
    } satisfies StateConfig;
  },
});
