import type { Json, Place } from '@zhinan/model';
import type { Citation, Guideline } from '../2-resolve/guideline.ts';
import { pointerOf, pointerSegments, valueAt } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';

export type PartKind =
  | 'field'
  | 'form'
  | 'rule'
  | 'relaxation'
  | 'amount'
  | 'quota'
  | 'table'
  | 'state'
  | 'event'
  | 'delay'
  | 'machine'
  | 'document'
  | 'instant'
  | 'supersession'
  | 'program'
  | 'role'
  | 'interpretation'
  | 'scenario';

/** A part of the definition that cites a clause. */
export interface Part {
  readonly kind: PartKind;
  /** Field name, rule id, state path, event, file name. */
  readonly name: string;
  readonly title: string;
  readonly place: Place;
}

/** What accounts for a clause; a role, an interpretation or a scenario only hangs on it. */
export function implementsClause({ kind }: Part): boolean {
  return kind !== 'role' && kind !== 'interpretation' && kind !== 'scenario';
}

/** Parts that cite each clause, in the order of the definition, each once. */
export function partsByClause(guideline: Guideline): ReadonlyMap<string, readonly Part[]> {
  const files = new Map(filesOf(guideline).map((file) => [file.path, file]));
  const parts = new Map<string, Part[]>();
  for (const citation of guideline.citations) {
    const file = files.get(citation.place.file);
    const part = partOf(citation, file);
    const known = parts.get(citation.clause) ?? [];
    const again = known.some(
      ({ kind, name, place }) => kind === part.kind && name === part.name && place.file === part.place.file,
    );
    if (!again) parts.set(citation.clause, [...known, part]);
  }
  return parts;
}

function filesOf({ source }: Guideline): readonly SourceFile[] {
  const programs = [...source.programs.values()].flatMap((program) => [
    program.program,
    program.rules,
    ...program.forms.values(),
    ...program.ui.values(),
    ...program.machines.values(),
    ...program.documents.values(),
  ]);
  return [source.guideline, ...source.sharedRules.values(), ...programs, ...source.scenarios.values()];
}

const collections: Readonly<Record<string, PartKind>> = {
  rules: 'rule',
  relax: 'relaxation',
  amounts: 'amount',
  quotas: 'quota',
  tables: 'table',
  instants: 'instant',
  interpretations: 'interpretation',
  roles: 'role',
};

function partOf({ by, place }: Citation, file: SourceFile | undefined): Part {
  const path = pointerSegments(place.pointer);
  const fileName = (place.file.split('/').at(-1) ?? place.file).replace(/(?:\.(?:schema|ui))?\.json$/, '');
  const text = (pointer: readonly string[], key: string) => {
    const value = file && valueAt(file.json, pointerOf([...pointer, key]));
    return typeof value === 'string' ? value : undefined;
  };
  const part = (kind: PartKind, name: string, at: readonly string[], title?: string): Part => ({
    kind,
    name,
    title: title ?? text(at, 'title') ?? text(at, 'question') ?? name,
    place,
  });
  const collection = collections[path[0] ?? ''];
  if (collection && (by === 'rule' || by === 'instant' || by === 'interpretation' || by === 'role')) {
    const at = path.slice(0, 2);
    return part(collection, text(at, 'id') ?? path[1] ?? '', at);
  }
  if (by === 'form') {
    const at = path.slice(
      0,
      path.findLastIndex((segment) => segment === 'x-clause' || segment === 'x-sensitive'),
    );
    // What a register may fill in stands in the form's `.ui.json`.
    if (path[0] === 'ui:options') return part('form', fileName, path.slice(0, 3));
    const name = fieldName(at);
    return name === '' ? part('form', fileName, []) : part('field', `${fileName}/${name}`, at);
  }
  if (by === 'machine')
    return machinePart(path, fileName, part, (at) => file && valueAt(file.json, pointerOf(at)));
  if (by === 'program') return part('program', fileName, []);
  if (by === 'supersession') return part('supersession', 'supersedes', [], '废止的文件');
  return part(by, fileName, []);
}

/** `/properties/team/items/properties/name` → `team/name`. */
function fieldName(path: readonly string[]): string {
  return path.filter((_, index) => path[index - 1] === 'properties').join('/');
}

function machinePart(
  path: readonly string[],
  machine: string,
  part: (kind: PartKind, name: string, at: readonly string[], title?: string) => Part,
  read: (at: readonly string[]) => Json | undefined,
): Part {
  if (path[0] === 'delays') return part('delay', `${machine}/${path[1] ?? ''}`, path.slice(0, 2));
  const states = path.filter((_, index) => path[index - 1] === 'states');
  const timer = path.findIndex((segment) => segment === 'on' || segment === 'after' || segment === 'always');
  const owner = path.lastIndexOf('meta');
  // A clause among a block's params is cited by the state that the block becomes.
  const block = path.findIndex((segment) => segment === 'with' || segment === 'use');
  const meta = owner === -1 && block !== -1 ? [...path.slice(0, block), 'meta'] : path.slice(0, owner + 1);
  const metaTitle = meta.length === 0 ? undefined : read([...meta, 'title']);
  const title = typeof metaTitle === 'string' ? metaTitle : undefined;
  const state = [machine, ...states].join('.');
  if (timer !== -1) return part('event', `${state} ${path[timer + 1] ?? ''}`, [], title ?? path[timer + 1]);
  if (states.length > 0) return part('state', state, [], title);
  return part('machine', machine, []);
}
