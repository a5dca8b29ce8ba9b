import type { Diagnostic } from '@zhinan/model';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Check } from './checking.ts';

const report = reporter(resolveMessages);

export const scenariosNameWhatExists: Check = ({ scenarios, programs, file }) => {
  const found: Diagnostic[] = [];
  for (const { scenario, source } of scenarios) {
    const forms = Object.keys(programs[scenario.program]?.forms ?? {});
    for (const name of Object.keys(scenario.facts)) {
      if (forms.includes(name)) continue;
      found.push(
        report('reference/unknown-form', source.keyPlace(`/facts/${name}`), {
          name,
          nearest: nearest(name, forms),
        }),
      );
    }
    const roles = Object.keys(file.roles);
    const own = (source.json as { steps?: readonly { as?: string }[] }).steps ?? [];
    own.forEach(({ as: name }, index) => {
      if (name === undefined || roles.includes(name)) return;
      found.push(
        report('reference/unknown-role', source.place(`/steps/${index}/as`), {
          name,
          nearest: nearest(name, roles),
        }),
      );
    });
  }
  return found;
};
