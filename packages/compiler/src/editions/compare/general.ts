import type { Contract } from '@zhinan/model';
import type { Finding } from '../change.ts';
import { titledAs } from '../edition-name.ts';
import { changed, finder } from './finding.ts';
import { members, pairs, same } from './pairs.ts';

const kinds = {
  person: '个人',
  body: '单位',
  panel: '会议或专家组',
  public: '公众',
  system: '系统',
} as const;

/** Title, issuers, roles and programmes. The edition's own name in titles is no change. */
export function compareGeneral(before: Contract, after: Contract): readonly Finding[] {
  const find = finder('general');
  const found: Finding[] = [];
  const add = (about: string, subject: string, one: string, other: string) => {
    const difference = changed(titledAs(one, before.edition, after.edition), other);
    if (difference)
      found.push(find({ kind: 'guideline-changed', subject, what: '改动', about, ...difference }));
  };
  add('guideline:title', '指南名称', before.title, after.title);
  add('guideline:issuer', '发布机关', before.issuer.join('、'), after.issuer.join('、'));
  add('guideline:calendar', '放假日历', before.calendarRegion ?? '全国', after.calendarRegion ?? '全国');

  const roles = pairs(before.roles, after.roles);
  for (const { id, after: role } of roles.added)
    found.push(find({ kind: 'role-added', subject: role.title, what: '新增角色', about: `role:${id}` }));
  for (const { id, before: role } of roles.removed)
    found.push(
      find({ kind: 'role-removed', subject: role.title, what: '不再有这个角色', about: `role:${id}` }),
    );
  for (const { id, before: one, after: other } of roles.both) {
    const about = `role:${id}`;
    const clauses = other.clause === undefined ? [] : [other.clause];
    if (one.kind !== other.kind) {
      const difference = { before: kinds[one.kind], after: kinds[other.kind] };
      found.push(
        find({
          kind: 'role-changed',
          subject: other.title,
          what: '角色的性质',
          about,
          clauses,
          ...difference,
        }),
      );
    }
    const difference = changed(one.title, other.title);
    if (difference)
      found.push(
        find({ kind: 'reworded', subject: other.title, what: '角色改称', about, clauses, ...difference }),
      );
  }

  const programs = pairs(before.programs, after.programs);
  for (const { id, after: program } of programs.added)
    found.push(
      find({ kind: 'program-added', subject: program.title, what: '新增项目', about: `program:${id}` }),
    );
  for (const { id, before: program } of programs.removed)
    found.push(
      find({
        kind: 'program-removed',
        subject: program.title,
        what: '不再设这个项目',
        about: `program:${id}`,
      }),
    );
  for (const { id, before: one, after: other } of programs.both) {
    const about = `program:${id}`;
    const title = changed(titledAs(one.title, before.edition, after.edition), other.title);
    if (title)
      found.push(find({ kind: 'reworded', subject: other.title, what: '项目改称', about, ...title }));
    const subject = changed(one.subject, other.subject);
    if (subject)
      found.push(
        find({ kind: 'program-changed', subject: other.title, what: '申报主体', about, ...subject }),
      );
    const parts = members(one.rules.facts, other.rules.facts);
    if (one.applicationForm !== other.applicationForm && !same(parts.added, []))
      found.push(find({ kind: 'program-changed', subject: other.title, what: '换了申报表', about }));
  }
  return found;
}
