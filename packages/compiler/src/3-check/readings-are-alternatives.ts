import type { Diagnostic } from '@zhinan/model';
import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { pointerOf } from '../1-load/pointer.ts';
import type { Check } from './checking.ts';

const report = reporter(clauseMessages);

export const readingsAreAlternatives: Check = ({ file, source }) => {
  const found: Diagnostic[] = [];
  for (const [name, { chosen, readings }] of Object.entries(file.interpretations ?? {})) {
    const at = `/interpretations${pointerOf([name])}`;
    const options = Object.keys(readings);
    if (!options.includes(chosen)) {
      const near = nearest(chosen, options);
      found.push(
        report('interpretation/unknown-reading', source.guideline.place(`${at}/chosen`), {
          name,
          chosen,
          nearest: near,
        }),
      );
    }
    if (options.length < 2)
      found.push(report('interpretation/only-one-reading', source.guideline.keyPlace(at), { name }));
  }
  return found;
};
