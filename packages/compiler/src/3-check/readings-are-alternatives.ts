import type { Diagnostic, Interpretation } from '@zhinan/model';
import { interpretationMessages } from '../diagnostics/messages/interpretations.ts';
import { reporter } from '../diagnostics/message.ts';
import { partOf } from '../1-load/chosen-readings.ts';
import { pointerOf } from '../1-load/pointer.ts';
import type { Check } from './checking.ts';

const report = reporter(interpretationMessages);

/** There is something to choose between, and a value of another reading could take the chosen one's place. */
export const readingsAreAlternatives: Check = ({ file, source }) => {
  const found: Diagnostic[] = [];
  for (const [name, { readings }] of Object.entries(file.interpretations ?? {})) {
    if (Object.keys(readings).length > 1) continue;
    const place = source.guideline.keyPlace(`/interpretations${pointerOf([name])}`);
    found.push(report('interpretation/only-one-reading', place, { name }));
  }
  const told = new Set<string>();
  for (const { interpretation: name, part, value: chosen } of source.takenReadings) {
    const interpretation = file.interpretations?.[name];
    for (const [id, { title, value }] of others(interpretation)) {
      const pointer = `/interpretations${pointerOf([name, 'readings', id])}`;
      // A reading without any value asks for more than a value; one that gives some must give all that is taken.
      if (value === undefined || typeof partOf(value, part) === typeof chosen) continue;
      if (told.has(pointer + (part ?? ''))) continue;
      told.add(pointer + (part ?? ''));
      const params = { name, reading: title, part: part ?? '' };
      found.push(report('interpretation/readings-differ-in-kind', source.guideline.place(pointer), params));
    }
  }
  return found;
};

const others = (interpretation: Interpretation | undefined) =>
  Object.entries(interpretation?.readings ?? {}).filter(([id]) => id !== interpretation?.chosen);
