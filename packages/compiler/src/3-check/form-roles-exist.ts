import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(resolveMessages);

export const formRolesExist: Check = (guideline) => {
  const roles = Object.keys(guideline.file.roles);
  return [...schemaNodes(guideline)].flatMap(({ schema, pointer, place }) => {
    const name = schema['x-by'];
    if (typeof name !== 'string' || roles.includes(name)) return [];
    return [
      report('reference/unknown-role', place(`${pointer}/x-by`), {
        name,
        nearest: nearest(name, roles),
      }),
    ];
  });
};
