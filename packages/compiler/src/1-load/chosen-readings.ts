import type {
  Diagnostic,
  GuidelineFile,
  Interpretation,
  Json,
  JsonObject,
  ReadingReference,
} from '@zhinan/model';
import { interpretationMessages } from '../diagnostics/messages/interpretations.ts';
import { reporter } from '../diagnostics/message.ts';
import { resolveMessages } from '../diagnostics/messages/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { parseJson } from './parse-json.ts';
import { objectsIn, pointerOf, pointerSegments, valueAt } from './pointer.ts';
import type { SourceFile, TakenReading } from './source.ts';

const report = reporter({ ...interpretationMessages, ...resolveMessages });

export type Interpretations = Readonly<Record<string, Interpretation>>;

/** A file with the values of the chosen readings in the places that ask for them. */
export interface ChosenReadings {
  readonly file: SourceFile;
  readonly taken: readonly TakenReading[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The interpretations of a guideline file, each of which must choose one of its readings. */
export function interpretationsOf(guideline: SourceFile): {
  readonly interpretations: Interpretations;
  readonly diagnostics: readonly Diagnostic[];
} {
  const interpretations = (guideline.json as unknown as GuidelineFile).interpretations ?? {};
  const diagnostics = Object.entries(interpretations).flatMap(([name, { chosen, readings }]) => {
    if (Object.hasOwn(readings, chosen)) return [];
    const place = guideline.place(`/interpretations${pointerOf([name])}/chosen`);
    const near = nearest(chosen, Object.keys(readings));
    return [report('interpretation/unknown-reading', place, { name, chosen, nearest: near })];
  });
  return { interpretations, diagnostics };
}

/**
 * Puts the chosen reading's value where a definition says `{ "interpretation": "…" }` instead of a value, so that everything
 * after it reads plain values and choosing another reading is one change in one place.
 */
export function withChosenReadings(file: SourceFile, interpretations: Interpretations): ChosenReadings {
  const diagnostics: Diagnostic[] = [];
  const taken: TakenReading[] = [];
  for (const { pointer, object } of objectsIn(file.json)) {
    const reference = referenceIn(object);
    if (!reference || pointer.startsWith('/interpretations/')) continue;
    const found = chosenValue(reference, pointer, file, interpretations);
    if ('diagnostic' in found) diagnostics.push(found.diagnostic);
    else taken.push({ ...reference, file: file.path, pointer, value: found.value });
  }
  if (taken.length === 0) return { file, taken, diagnostics };
  return { file: { ...file, json: replaced(file.json, taken) }, taken, diagnostics };
}

/** A guideline file on its own, with the chosen readings in it; undefined when it is no JSON. */
export function settledGuideline(path: string, text: string): GuidelineFile | undefined {
  const { value } = parseJson(path, text);
  if (!value) return undefined;
  const { file } = withChosenReadings(value, interpretationsOf(value).interpretations);
  return file.json as unknown as GuidelineFile;
}

/** `{ "interpretation": "…", "part"?: "…" }` and nothing else: beside other keys an interpretation is only cited. */
function referenceIn(object: JsonObject): ReadingReference | undefined {
  const { interpretation, part, ...other } = object;
  if (typeof interpretation !== 'string' || Object.keys(other).length > 0) return undefined;
  if (part === undefined) return { interpretation };
  return typeof part === 'string' ? { interpretation, part } : undefined;
}

function chosenValue(
  { interpretation: name, part }: ReadingReference,
  pointer: string,
  file: SourceFile,
  interpretations: Interpretations,
): { readonly value: string | number | boolean } | { readonly diagnostic: Diagnostic } {
  const interpretation = Object.hasOwn(interpretations, name) ? interpretations[name] : undefined;
  if (!interpretation) {
    const near = nearest(name, Object.keys(interpretations));
    const place = file.place(`${pointer}/interpretation`);
    return { diagnostic: report('reference/unknown-interpretation', place, { name, nearest: near }) };
  }
  const { chosen, readings } = interpretation;
  const reading = Object.hasOwn(readings, chosen) ? readings[chosen] : undefined;
  const value = partOf(reading?.value, part);
  if (value !== undefined) return { value };
  const others = Object.values(readings).flatMap(({ title, value: other }) =>
    partOf(other, part) === undefined ? [] : [title],
  );
  return {
    diagnostic: report('interpretation/reading-without-value', file.place(pointer), {
      name,
      reading: reading?.title ?? chosen,
      part: part ?? '',
      others,
    }),
  };
}

/** A reading's value, or the part of it that is asked for. */
export function partOf(
  value: Interpretation['readings'][string]['value'],
  part: string | undefined,
): string | number | boolean | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return part === undefined ? value : undefined;
  return part !== undefined && Object.hasOwn(value, part) ? value[part] : undefined;
}

function replaced(json: Json, taken: readonly TakenReading[]): Json {
  const copy = structuredClone(json);
  for (const { pointer, value } of taken) {
    const path = pointerSegments(pointer);
    const parent = valueAt(copy, pointerOf(path.slice(0, -1))) as Record<string, Json>;
    parent[path.at(-1) ?? ''] = value;
  }
  return copy;
}

/** What is wrong with a value once it stands in its place is the reading's fault: it is said so. */
export function misfits(
  found: readonly Diagnostic[],
  taken: readonly TakenReading[],
  file: SourceFile,
  interpretations: Interpretations,
): readonly Diagnostic[] {
  return found.map((diagnostic) => {
    const culprit = taken.find(({ pointer }) => diagnostic.place.pointer === pointer);
    const interpretation = culprit && interpretations[culprit.interpretation];
    if (!culprit || !interpretation) return diagnostic;
    return report('interpretation/value-does-not-fit', file.place(culprit.pointer), {
      name: culprit.interpretation,
      reading: interpretation.readings[interpretation.chosen]?.title ?? interpretation.chosen,
      value: String(culprit.value),
    });
  });
}
