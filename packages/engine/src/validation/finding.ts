import { isKnown, labelAt, type FieldLabel, type Path } from './label.ts';
import { parsePointer, toPointer, valueAt } from './pointer.ts';

/** An error as a validator compiled by Ajv reports it; `try` stands for one inside a `contains`. */
export interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An error brought home to the field that a person must touch. */
export interface Finding {
  readonly path: Path;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

/** What is wrong at the root of the matter comes first; of several findings on one answer the first is told. */
const rank = [
  'required',
  'dependentRequired',
  'type',
  'const',
  'enum',
  'format',
  'minLength',
  'pattern',
  'maxLength',
];

const extraKeywords = new Set(['additionalProperties', 'unevaluatedProperties', 'propertyNames']);

/** Errors that only repeat what another error says: the outcome of an `if`, entries tried for a `contains`. */
const isNoise = ({ keyword }: AjvError): boolean => keyword === 'if' || keyword === 'try';

/** Keeps one more error; compiled validators call it wherever something is wrong. */
export function fail(
  errors: AjvError[] | null,
  instancePath: string,
  keyword: string,
  params: AjvError['params'],
): AjvError[] {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

function toFinding(error: AjvError, data: unknown): Finding {
  const at = parsePointer(error.instancePath, data);
  const { params, keyword } = error;
  const named =
    params['missingProperty'] ??
    params['additionalProperty'] ??
    params['unevaluatedProperty'] ??
    (keyword === 'propertyNames' ? params['propertyName'] : undefined);
  const path = typeof named === 'string' ? [...at, named] : at;
  const value = valueAt(data, path);
  // An empty text in a field that must not be empty is an unanswered field.
  const empty = value === '' && ['minLength', 'format', 'pattern', 'enum', 'const'].includes(keyword);
  return { path, keyword: empty ? 'required' : keyword, params: empty ? {} : params, value };
}

function isDropped(finding: Finding, all: readonly Finding[], root: FieldLabel): boolean {
  if (finding.keyword !== 'unevaluatedProperties' || !isKnown(root, finding.path)) return false;
  // A branch that fails for another reason leaves its own fields unevaluated: they are not at fault.
  const parent = toPointer(finding.path.slice(0, -1));
  return all.some(
    (other) => !extraKeywords.has(other.keyword) && toPointer(other.path).startsWith(`${parent}/`),
  );
}

const rankOf = (keyword: string): number => {
  const index = rank.indexOf(keyword);
  return index === -1 ? rank.length : index;
};

/** Findings of one run: noise dropped, one per answer (lists may have several, of different kinds). */
export function findings(errors: readonly AjvError[], data: unknown, root: FieldLabel): readonly Finding[] {
  const all = errors.filter((error) => !isNoise(error)).map((error) => toFinding(error, data));
  const kept = new Map<string, Finding>();
  for (const finding of all) {
    if (isDropped(finding, all, root)) continue;
    const label = finding.path.reduce<FieldLabel>((at, step) => labelAt(at, step), root);
    const several = label.i !== undefined && Array.isArray(finding.value);
    const key = `${toPointer(finding.path)}${several ? ` ${finding.keyword}` : ''}`;
    const known = kept.get(key);
    if (known === undefined || rankOf(finding.keyword) < rankOf(known.keyword)) kept.set(key, finding);
  }
  return [...kept.values()];
}
