import type { FormSchema } from '@zhinan/model';
import { literal, member } from './literal.ts';

/** Keywords that may stand on a property inside `if`; another one would be dropped silently, so it is refused. */
const known = new Set([
  'const',
  'enum',
  'not',
  'contains',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'type',
  'title',
]);

/**
 * An `if` schema as a JavaScript expression over `answers`, with JSON Schema's own meaning: a property that is
 * absent and not in `required` fulfils whatever is said of it.
 */
export function condition(schema: FormSchema): string {
  const required = new Set(schema.required);
  const parts = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const answer = member('answers', key);
    const holds = test(property, answer);
    if (holds.length === 0) return [];
    return required.delete(key)
      ? [`${answer} !== undefined`, ...holds].slice(isDefinite(property) ? 1 : 0)
      : [`(${answer} === undefined || ${conjunction(holds)})`];
  });
  for (const key of required) parts.unshift(`${member('answers', key)} !== undefined`);
  for (const part of schema.allOf ?? []) parts.push(condition(part));
  if (schema.not) parts.push(`!(${condition(schema.not)})`);
  return parts.length === 0 ? 'true' : conjunction(parts);
}

/** Names of the answers a condition looks at. */
export function watchedKeys(schema: FormSchema): readonly string[] {
  return [
    ...Object.keys(schema.properties ?? {}),
    ...(schema.required ?? []),
    ...(schema.allOf ?? []).flatMap(watchedKeys),
    ...(schema.not ? watchedKeys(schema.not) : []),
  ];
}

export function conjunction(parts: readonly string[]): string {
  const distinct = [...new Set(parts)].filter((part) => part !== 'true');
  if (distinct.length === 0) return 'true';
  return distinct.length === 1 ? distinct.join('') : distinct.map(bracketed).join(' && ');
}

export function disjunction(parts: readonly string[]): string {
  const distinct = [...new Set(parts)];
  if (distinct.includes('true')) return 'true';
  return distinct.length === 1 ? distinct.join('') : distinct.map((part) => `(${part})`).join(' || ');
}

function bracketed(part: string): string {
  return part.includes('||') ? `(${part})` : part;
}

/** `const` and `enum` already fail for an absent answer. */
function isDefinite(schema: FormSchema): boolean {
  return schema.const !== undefined || schema.enum !== undefined;
}

function test(schema: FormSchema, answer: string): readonly string[] {
  for (const keyword of Object.keys(schema)) {
    if (!known.has(keyword) && !keyword.startsWith('x-'))
      throw new Error(`condition on ${answer}: keyword "${keyword}" has no translation`);
  }
  const parts: string[] = [];
  if (schema.const !== undefined) parts.push(`${answer} === ${literal(schema.const)}`);
  if (schema.enum) parts.push(`${literal(schema.enum)}.includes(${answer})`);
  if (schema.minimum !== undefined) parts.push(`${answer} >= ${schema.minimum}`);
  if (schema.maximum !== undefined) parts.push(`${answer} <= ${schema.maximum}`);
  if (schema.exclusiveMinimum !== undefined) parts.push(`${answer} > ${schema.exclusiveMinimum}`);
  if (schema.exclusiveMaximum !== undefined) parts.push(`${answer} < ${schema.exclusiveMaximum}`);
  if (schema.contains)
    parts.push(`${answer}?.some((item) => ${conjunction(test(schema.contains, 'item')) || 'true'})`);
  if (schema.not) parts.push(`!(${conjunction(test(schema.not, answer))})`);
  return parts;
}
