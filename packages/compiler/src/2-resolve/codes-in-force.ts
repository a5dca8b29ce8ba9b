import type { CodeList, CodeListFile, Validity } from '@zhinan/model';

/** A code list as one edition has it: items, groups and members that hold on its day. */
export function codesInForce(list: CodeListFile, day: string | undefined): CodeList {
  const { items, groups, ...rest } = list;
  const current = Object.entries(groups ?? {}).flatMap(([id, { codes, ...group }]) => {
    if (!holds(group, day)) return [];
    const members = codes.flatMap((member) => {
      if (typeof member === 'string') return [member];
      return holds(member, day) ? [member.code] : [];
    });
    return [[id, { ...group, codes: members }] as const];
  });
  return {
    ...rest,
    items: items.filter((item) => holds(item, day)),
    ...(groups ? { groups: Object.fromEntries(current) } : {}),
  };
}

/** Whether anything in a list holds for a time only: then an edition has to say its day. */
export function isDated({ items, groups = {} }: CodeListFile): boolean {
  const members = Object.values(groups).flatMap((group) => [
    group,
    ...group.codes.filter((member) => typeof member !== 'string'),
  ]);
  return [...items, ...members].some(({ from, until }) => from !== undefined || until !== undefined);
}

function holds({ from, until }: Validity, day: string | undefined): boolean {
  if (day === undefined) return until === undefined;
  return (from === undefined || from <= day) && (until === undefined || day < until);
}
