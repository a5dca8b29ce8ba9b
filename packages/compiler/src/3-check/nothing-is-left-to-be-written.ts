import type { Diagnostic, Json, JsonObject } from '@zhinan/model';
import { clauseMessages } from '../diagnostics/messages/clauses.ts';
import { reporter } from '../diagnostics/message.ts';
import { pointerOf } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import type { Guideline } from '../2-resolve/guideline.ts';
import type { Check } from './checking.ts';

const report = reporter(clauseMessages);

/** What stands in a text until an officer has written it; `zhinan import` and `zhinan init` leave it behind. */
export const toBeWritten = '（待写）';

/** A place holder is no summary, title or name. */
export const nothingIsLeftToBeWritten: Check = (guideline) =>
  filesOf(guideline).flatMap((file) => [...placeHolders(file, file.json, [])]);

function filesOf({ source }: Guideline): readonly SourceFile[] {
  const programs = [...source.programs.values()].flatMap((program) => [
    program.program,
    program.rules,
    ...program.forms.values(),
    ...program.ui.values(),
    ...program.machines.values(),
    ...program.documents.values(),
  ]);
  return [source.guideline, source.clauses, ...programs];
}

function* placeHolders(
  file: SourceFile,
  json: Json,
  path: readonly (string | number)[],
  clause?: string,
): Generator<Diagnostic> {
  if (typeof json === 'string' && json.startsWith(toBeWritten)) {
    const what = json.slice(toBeWritten.length);
    const place = file.place(pointerOf(path));
    yield clause === undefined
      ? report('definition/to-be-written', place, { what })
      : report('clause/to-be-written', place, { clause, what }, { clause });
  } else if (Array.isArray(json)) {
    for (const [index, item] of json.entries()) yield* placeHolders(file, item, [...path, index], clause);
  } else if (json !== null && typeof json === 'object') {
    const object = json as JsonObject;
    const id = path[0] === 'clauses' && typeof object['id'] === 'string' ? object['id'] : clause;
    for (const [key, value] of Object.entries(object)) yield* placeHolders(file, value, [...path, key], id);
  }
}
