import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { objectsIn } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import type { Check } from './checking.ts';

const report = reporter(resolveMessages);
const keys = ['interpretation', 'x-interpretation', 'postingDayCounts'];

export const interpretationsExist: Check = ({ file, source }) => {
  const known = Object.keys(file.interpretations ?? {});
  const look = (definition: SourceFile) =>
    [...objectsIn(definition.json)].flatMap(({ pointer, object }) =>
      keys.flatMap((key) => {
        const names = [object[key] ?? []].flat().filter((name) => typeof name === 'string');
        return names
          .filter((name) => !known.includes(name))
          .map((name) =>
            report('reference/unknown-interpretation', definition.place(`${pointer}/${key}`), {
              name,
              nearest: nearest(name, known),
            }),
          );
      }),
    );
  const parts = [...source.programs.values()].flatMap(({ rules, forms, machines, documents }) => [
    rules,
    ...forms.values(),
    ...machines.values(),
    ...documents.values(),
  ]);
  return [source.guideline, ...parts].flatMap(look);
};
