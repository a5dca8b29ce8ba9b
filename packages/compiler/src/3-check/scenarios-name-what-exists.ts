import type { Diagnostic, ScenarioFile } from '@zhinan/model';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Check } from './checking.ts';

const report = reporter(resolveMessages);

export const scenariosNameWhatExists: Check = ({ scenarios, programs, file }) => {
  const found: Diagnostic[] = [];
  for (const { scenario, source } of scenarios) {
    const forms = Object.keys(programs[scenario.program]?.forms ?? {});
    const others = Object.entries((source.json as { cases?: ScenarioFile['cases'] }).cases ?? {});
    const named = [
      ...Object.keys(scenario.facts).map((name) => ({ name, pointer: `/facts/${name}` })),
      ...others.flatMap(([id, { facts = {} }]) =>
        Object.keys(facts).map((name) => ({ name, pointer: `/cases/${id}/facts/${name}` })),
      ),
    ];
    for (const { name, pointer } of named) {
      if (forms.includes(name)) continue;
      found.push(
        report('reference/unknown-form', source.keyPlace(pointer), {
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
