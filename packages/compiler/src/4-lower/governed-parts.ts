import type { GovernedPart, Json, JsonObject } from '@zhinan/model';
import { pointerOf, pointerSegments, valueAt } from '../1-load/pointer.ts';
import type { Source, SourceFile, TakenReading } from '../1-load/source.ts';
import type { Guideline } from '../2-resolve/guideline.ts';

/** By interpretation: the parts that take a value from its chosen reading, in the order of the definition, each once. */
export function governedParts({ source }: Guideline): ReadonlyMap<string, readonly GovernedPart[]> {
  const found = new Map<string, Map<string, GovernedPart>>();
  for (const { file, home } of homes(source)) {
    for (const taken of source.takenReadings.filter((one) => one.file === file.path)) {
      const parts = found.get(taken.interpretation) ?? new Map<string, GovernedPart>();
      for (const part of partsAt(taken, file, home)) parts.set(part.about, part);
      found.set(taken.interpretation, parts);
    }
  }
  return new Map([...found].map(([name, parts]) => [name, [...parts.values()]]));
}

/** Files that take readings, each with what stands before the names of its parts: `training/`, `training/case/`. */
function homes(source: Source): readonly { readonly file: SourceFile; readonly home: string }[] {
  const programs = [...source.programs.values()].flatMap(({ id, rules, machines }) => {
    const shared = [...source.sharedRules.values()].filter((file) => includes(rules, file));
    return [
      ...[...shared, rules].map((file) => ({ file, home: `${id}/` })),
      ...[...machines].map(([machine, file]) => ({ file, home: `${id}/${machine}/` })),
    ];
  });
  return [{ file: source.guideline, home: '' }, ...programs];
}

/** Whether a programme's rules, shared ones merged in, have a part that stands in that file. */
function includes(rules: SourceFile, shared: SourceFile): boolean {
  return Object.entries(rules.json as JsonObject).some(
    ([key, parts]) =>
      typeof parts === 'object' &&
      parts !== null &&
      Object.keys(parts).some((name) => rules.place(`/${key}${pointerOf([name])}`).file === shared.path),
  );
}

const kinds: Readonly<Record<string, string>> = {
  instants: 'instant',
  delays: 'delay',
  rules: 'rule',
  relax: 'relaxation',
  amounts: 'amount',
  quotas: 'quota',
  tables: 'table',
  parameters: 'parameter',
  sets: 'set',
};

function partsAt({ pointer }: TakenReading, { json }: SourceFile, home: string): readonly GovernedPart[] {
  const [collection = '', key = ''] = pointerSegments(pointer);
  const kind = kinds[collection];
  if (kind === undefined) return [];
  const part = partNamed(kind, key, valueAt(json, pointerOf([collection, key])), home);
  return kind === 'set' || kind === 'parameter' ? [part, ...readersOf(key, json, home)] : [part];
}

function partNamed(kind: string, key: string, value: Json | undefined, home: string): GovernedPart {
  const { id, title } = (value ?? {}) as { readonly id?: string; readonly title?: string };
  const name = id ?? key;
  return { about: `${kind}:${home}${name}`, title: title ?? name };
}

/** A set or a parameter matters where an expression reads it. */
function readersOf(name: string, json: Json, home: string): readonly GovernedPart[] {
  return (['tables', 'relax', 'rules', 'amounts', 'quotas'] as const).flatMap((collection) => {
    const list = ((json as JsonObject)[collection] ?? []) as readonly JsonObject[];
    return list.flatMap((item, index) =>
      JSON.stringify(item).includes(name)
        ? [partNamed(kinds[collection] ?? collection, String(index), item, home)]
        : [],
    );
  });
}
