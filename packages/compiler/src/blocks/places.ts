import type { Json, JsonObject, Place } from '@zhinan/model';
import { pointerOf, pointerSegments, valueAt } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';

/** The expanded machine, its places those of the file that the author wrote. */
export function placesOf(
  file: SourceFile,
  expanded: JsonObject,
  used: ReadonlyMap<string, string>,
  delayOwner: ReadonlyMap<string, string>,
): SourceFile {
  const blockAround = (pointer: string): { readonly pointer: string; readonly name: string } | undefined => {
    const [top, delay] = pointerSegments(pointer);
    const owner = top === 'delays' && delay !== undefined ? delayOwner.get(delay) : undefined;
    for (let at = owner ?? pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const name = used.get(at);
      // A block that another block brought along is not in the author's file.
      if (name !== undefined && valueAt(file.json, `${at}/use`) !== undefined) return { pointer: at, name };
      if (at === '') return undefined;
    }
  };

  const placeOf = (pointer: string, key: boolean): Place => {
    const block = valueAt(file.json, pointer) === undefined ? blockAround(pointer) : undefined;
    if (!block) return key ? file.keyPlace(pointer) : file.place(pointer);
    const said = key ? pointerSegments(pointer).at(-1) : valueAt(expanded, pointer);
    const written = said === undefined ? undefined : writtenAs(file.json, said, block.pointer);
    return { ...file.place(written ?? `${block.pointer}/use`), block: block.name };
  };

  return {
    path: file.path,
    text: file.text,
    json: expanded,
    place: (pointer) => placeOf(pointer, false),
    keyPlace: (pointer) => placeOf(pointer, true),
  };
}

/** Where in the block's params the very value stands that a finding is about. */
function writtenAs(root: Json, said: Json, block: string): string | undefined {
  if (typeof said === 'boolean' || said === null) return undefined;
  const wanted = JSON.stringify(said);
  const short = typeof said === 'string' && said.startsWith('#') ? said.split('.').at(-1) : undefined;
  for (const part of ['with', 'next']) {
    for (const { pointer, value } of valuesIn(valueAt(root, `${block}/${part}`), `${block}/${part}`)) {
      if (JSON.stringify(value) === wanted || (short !== undefined && value === short)) return pointer;
    }
  }
  return undefined;
}

function* valuesIn(value: Json | undefined, pointer: string): Generator<{ pointer: string; value: Json }> {
  if (value === undefined) return;
  yield { pointer, value };
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value))
    yield* valuesIn(child as Json, pointer + pointerOf([key]));
}
