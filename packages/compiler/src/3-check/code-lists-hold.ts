import type { CodeListFile, CodeListItem, Diagnostic } from '@zhinan/model';
import { codeListMessages } from '../diagnostics/messages/code-lists.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { isDated } from '../2-resolve/codes-in-force.ts';
import type { Check } from './checking.ts';

const report = reporter(codeListMessages);

/** Of the code lists an edition uses: every code stands once on its day, and groups have members that exist. */
export const codeListsHold: Check = ({ file, source, codeLists }) => {
  const found: Diagnostic[] = [];
  for (const [id, list] of Object.entries(codeLists)) {
    const written = source.codeLists.get(id);
    if (!written) continue;
    if (file.codesAsOf === undefined && isDated(written.json as unknown as CodeListFile))
      found.push(report('codes/day-missing', source.guideline.place(''), { list: list.title, id }));
    const known = list.items.map(({ code }) => code);
    const twice = new Set(known.filter((code, index) => known.indexOf(code) !== index));
    for (const code of twice)
      found.push(report('codes/code-stands-twice', written.place('/items'), { code, list: list.title }));
    for (const { code, parent } of list.items) {
      if (parent !== undefined && (!known.includes(parent) || isUnder(parent, code, list.items)))
        found.push(
          report('codes/unknown-parent', written.place('/items'), {
            code,
            parent,
            list: list.title,
            nearest: nearest(parent, known),
          }),
        );
    }
    for (const [group, { codes, title }] of Object.entries(list.groups ?? {})) {
      for (const code of codes.filter((member) => !known.includes(member))) {
        const place = written.place(`/groups/${group}/codes`);
        found.push(
          report('codes/unknown-member', place, { code, group: title, nearest: nearest(code, known) }),
        );
      }
    }
  }
  return found;
};

/** Whether an item stands under another one, at whatever depth: then the other one cannot stand under it. */
function isUnder(code: string, ancestor: string, items: readonly CodeListItem[]): boolean {
  const seen = new Set<string>();
  let current: string | undefined = code;
  while (current !== undefined && !seen.has(current)) {
    if (current === ancestor) return true;
    seen.add(current);
    const at: string = current;
    current = items.find((item) => item.code === at)?.parent;
  }
  return false;
}
