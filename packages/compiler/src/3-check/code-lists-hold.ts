import type { CodeListFile, Diagnostic } from '@zhinan/model';
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
