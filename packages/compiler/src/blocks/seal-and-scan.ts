import { defineBlock } from './block.ts';
import { list, optional, record, text } from './param.ts';
import { act, actShape, deadlines, roles, stepShape, target, tell } from './shared-params.ts';
import { firstActs, firstDone } from './side-acts.ts';
import { acting, metaOf, notify, timed } from './transitions.ts';

/**
 * Print, sign and seal on paper, upload the scan. The upload is a file field of `form`; the printed document's hash is kept
 * by the host that renders it. Needed by xinjiang-craftsman (two sealed scans), inner-mongolia-professionals and
 * minority-scitech-training (sealed forms).
 */
export const sealAndScan = defineBlock({
  name: 'seal-and-scan',
  title: '签字盖章上传',
  purpose: '打印文书，签字盖章，上传扫描件。打印件与系统内容的一致由文书的校验值核对。',
  neededBy: ['xinjiang-craftsman', 'inner-mongolia-professionals', 'minority-scitech-training'],
  params: {
    ...stepShape,
    role: roles('由谁盖章上传'),
    form: text('带扫描件的表', '表里要有附件字段。'),
    document: optional(text('打印哪份文书', 'documents/ 里的文书名。')),
    print: optional(act('先打印', '写了就分两步：先打印（缺省事件 PRINT），再盖章上传。')),
    hash: optional(
      record(
        '核对打印件',
        {
          by: roles('由谁回报校验值', '生成文书的系统的角色。'),
          field: text('校验值字段', '带扫描件的表里的字段。'),
        },
        '写了就要先打印：系统以事件 RENDERED 回报打印件的 hash，盖章上传时所填的须与之相同。',
      ),
    ),
    first: optional(list('先要办的', act('先要办的', '须写 form；没有办完不能上传。'))),
    seal: optional(act('盖章上传', '缺省事件 SEAL。')),
    reject: optional(record('不予通过', { ...actShape, to: target('去往'), tell })),
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'seal-and-scan',
    with: {
      title: '推荐意见与签字盖章',
      clause: '三(二)',
      role: 'unit',
      form: 'recommendation',
      document: 'application-form',
      deadline: { delay: 'unitDeadline', to: 'expired' },
    },
    next: 'departmentReview',
  },
  expand(params, site, next) {
    const { role, clause, form, document } = params;
    const title = params.title ?? '签字盖章并上传扫描件';
    const first = params.first ?? [];
    const render = document === undefined ? [] : [{ type: 'render' as const, params: { document } }];
    const reject = params.reject
      ? acting(
          site,
          params.reject,
          {
            event: 'REJECT',
            title: '不予通过',
            clause,
            reason: 'required',
            after: (params.reject.tell ?? site.told).map((to) => notify(to, 'refused')),
          },
          [{ target: site.to(params.reject.to) }],
        )
      : {};
    const hashKey = `${site.key}Hash`;
    const twoSteps = params.print !== undefined || params.hash !== undefined;
    const sameHash = (field: string) => ({
      guard: { type: 'matches' as const, params: { field, key: hashKey } },
      otherwise: '所传不是系统打印的那一份',
    });
    const sealing = {
      ...acting(
        site,
        params.seal,
        {
          event: 'SEAL',
          title: '上传签字盖章页',
          clause,
          form,
          after: twoSteps ? [] : render,
          ...(params.hash ? sameHash(params.hash.field) : {}),
          ...(first.length > 0 ? firstDone(site, first) : {}),
        },
        site.ways(next),
      ),
      ...firstActs(site, first, clause),
      ...reject,
    };
    const waits = timed(site, params.deadline, { title, clause, role });
    const meta = metaOf(params, title, { role, form });
    if (!twoSteps) return { meta, on: sealing, ...waits };
    const { form: _, ...around } = meta;
    return {
      meta: around,
      initial: 'printing',
      states: {
        printing: {
          meta: { title: '打印', clause, role: params.print?.by ?? role },
          on: {
            ...acting(site, params.print, { event: 'PRINT', title: '打印', clause, after: render }, [
              { target: site.here(params.hash ? 'rendering' : 'sealing') },
            ]),
            ...reject,
          },
        },
        ...(params.hash
          ? {
              rendering: {
                meta: { title: '生成文书', clause, role: params.hash.by },
                on: acting(
                  site,
                  undefined,
                  {
                    event: 'RENDERED',
                    title: '文书已生成',
                    clause,
                    after: [{ type: 'keep', params: { key: hashKey, field: 'hash' } }],
                  },
                  [{ target: site.here('sealing') }],
                ),
              },
            }
          : {}),
        sealing: { meta: { title: '签字盖章并上传', clause, role, form }, on: sealing },
      },
      ...waits,
    };
  },
});
