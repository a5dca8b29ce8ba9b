import type { Diagnostic, Json, JsonObject } from '@zhinan/model';
import { objectsIn, pointerOf } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import { mergePatch } from '../2-resolve/resolve-scenario.ts';
import { blockMessages } from '../diagnostics/messages/blocks.ts';
import { reporter } from '../diagnostics/message.ts';
import { json, type Block } from './block.ts';
import { blocks } from './catalogue.ts';
import { placesOf } from './places.ts';
import type { Next } from './shared-params.ts';
import { Grounds, type Names } from './site.ts';

const report = reporter(blockMessages);

/** The file as plain XState, and what was asked of a block that it cannot do. */
export interface Expanded {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A machine file with every `use` expanded to plain XState. The shape of the file has been checked before, so blocks and
 * params are known. Places still lead to what the author wrote: into his own keys, to the param a value came from, or to
 * the `use` of the block.
 */
export function expandBlocks(file: SourceFile, names: Names): Expanded {
  if (![...objectsIn(file.json)].some(({ object }) => typeof object['use'] === 'string'))
    return { file, diagnostics: [] };
  const root = file.json as JsonObject;
  const grounds = new Grounds(root, names);
  const diagnostics: Diagnostic[] = grounds.noWayBack.map(({ pointer, state }) =>
    report('block/no-way-back', file.place(pointer), { state }),
  );
  /** Pointer of an expanded state → the block's name. */
  const used = new Map<string, string>();

  const expandState = (node: JsonObject, pointer: string, path: readonly string[]): JsonObject => {
    grounds.stands(path, node);
    let state = node;
    const block = typeof node['use'] === 'string' ? blocks[node['use']] : undefined;
    if (block) {
      used.set(pointer, block.name);
      const { use: _use, with: params = {}, next, ...own } = node;
      diagnostics.push(...missing(file, block, params as JsonObject, pointer));
      const site = grounds.site(path, pointer, block.around === true);
      const made = json(block.expand(params as never, site, next as Next | undefined));
      state = merged(copied(made, params as JsonObject), own);
      grounds.stands(path, state);
    }
    if (!state['states']) return state;
    return {
      ...state,
      states: Object.fromEntries(
        Object.entries(state['states'] as JsonObject).map(([key, child]) => [
          key,
          expandState(child as JsonObject, `${pointer}/states${pointerOf([key])}`, [...path, key]),
        ]),
      ),
    };
  };

  const { states, ...rest } = expandState(root, '', []);
  const expanded: JsonObject = {
    ...rest,
    delays: { ...(rest['delays'] as JsonObject | undefined), ...grounds.delays },
    ...(states === undefined ? {} : { states }),
  };
  return { file: placesOf(file, expanded, used, grounds.delayOwner), diagnostics };
}

/** Params that only some values of another one make necessary. */
function missing(
  file: SourceFile,
  { needs = [] }: Block,
  params: JsonObject,
  pointer: string,
): readonly Diagnostic[] {
  return needs.flatMap(({ param, of, among }) => {
    const value = params[of];
    const concerned = value !== undefined && (among === undefined || among.includes(String(value)));
    if (!concerned || params[param] !== undefined) return [];
    const place = file.place(`${pointer}/with${pointerOf([of])}`);
    return [
      report('block/param-needed', place, { param, of, value: typeof value === 'string' ? value : '' }),
    ];
  });
}

/** 抄送 is the same for every block: told on entry, and let in to read. */
function copied(made: JsonObject, { cc }: JsonObject): JsonObject {
  if (!Array.isArray(cc)) return made;
  const entry = cc.map((to: Json) => ({ type: 'cc', params: { to, template: 'copy' } }));
  return { ...made, entry: [...((made['entry'] ?? []) as readonly Json[]), ...entry] };
}

/** The author's own keys go over what the block made; what is to be done on entry and exit is done besides. */
function merged(made: JsonObject, own: JsonObject): JsonObject {
  const both: Record<string, Json> = { ...(mergePatch(made, own) as JsonObject) };
  for (const key of ['entry', 'exit']) {
    if (made[key] !== undefined && own[key] !== undefined)
      both[key] = [...(made[key] as readonly Json[]), ...(own[key] as readonly Json[])];
  }
  return both;
}
