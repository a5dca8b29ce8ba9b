import type { Contract, RulesDefinition } from '@zhinan/model';
import { partsOf } from '../rules/typed.ts';
import type { Typed } from '../rules/typed.ts';
import { statement } from '../rules/words.ts';

/** What an expression is said and compared with: the sets and parameters of its own rules. */
export interface Setting {
  readonly definition: RulesDefinition;
  readonly instants: Contract['instants'];
}

const turned = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', eq: 'eq', ne: 'ne' } as const;

/**
 * What an expression means, as text: equal for expressions that differ only in spaces, in the order of `and`, `or` and
 * options, in the side a bound stands on, in the name of a set, or in the date the reference instant now has.
 */
export function meaning(typed: Typed, { definition }: Setting, withoutDates = false): string {
  const say = (one: Typed): string => {
    const inside = () => partsOf(one).map(say);
    switch (one.is) {
      case 'literal':
        if (one.type.is === 'rank')
          return `code ${String(one.type.options.codes[Number(one.value)] ?? one.value)}`;
        return withoutDates && one.type.is === 'date' ? 'date' : JSON.stringify(one.value);
      case 'reference':
        return 'reference';
      case 'unknown':
        return 'null';
      case 'parameter':
        return `parameter ${one.name}`;
      case 'field':
        return `field ${one.row ?? ''} ${one.field.key}`;
      case 'and':
      case 'or':
        return `${one.is}(${flat(one, one.is).map(say).toSorted().join()})`;
      case 'compare': {
        const flip = one.left.is === 'literal' && one.right.is !== 'literal';
        const [left, right] = flip ? [one.right, one.left] : [one.left, one.right];
        return `${flip ? turned[one.op] : one.op}(${say(left)},${say(right)})`;
      }
      case 'one-of': {
        const set = one.set === undefined ? undefined : definition.sets?.[one.set];
        const options = set ? [`${set.codeList}/${set.group}`] : one.options.map(say).toSorted();
        return `in(${say(one.value)},${options.join()})`;
      }
      case 'table':
        return `table ${one.table.id} ${one.output}`;
      case 'arithmetic':
      case 'measure':
      case 'extreme':
      case 'total':
      case 'quantified':
        return `${one.is} ${one.op}(${inside().join()})`;
      case 'shift':
        return `shift ${one.unit} ${one.sign}(${inside().join()})`;
      default:
        return `${one.is}(${inside().join()})`;
    }
  };
  return say(typed);
}

function flat(typed: Typed, is: 'and' | 'or'): readonly Typed[] {
  return typed.is === is ? typed.parts.flatMap((part) => flat(part, is)) : [typed];
}

/** Conditions that only the old and only the new expression has, as far down as they can be told apart. */
export function changedParts(
  before: Typed,
  after: Typed,
  settings: { readonly before: Setting; readonly after: Setting },
): { readonly before: readonly Typed[]; readonly after: readonly Typed[] } {
  const [old, now] = [flat(before, 'and'), flat(after, 'and')];
  const oldMeanings = new Set(old.map((part) => meaning(part, settings.before)));
  const nowMeanings = new Set(now.map((part) => meaning(part, settings.after)));
  const gone = old.filter((part) => !nowMeanings.has(meaning(part, settings.before)));
  const come = now.filter((part) => !oldMeanings.has(meaning(part, settings.after)));
  const [one, other] = [gone[0], come[0]];
  const single = gone.length === 1 && come.length === 1;
  if (single && one?.is === 'quantified' && other?.is === 'quantified' && one.op === other.op) {
    const lists = meaning(one.list, settings.before) === meaning(other.list, settings.after);
    if (lists) return changedParts(one.test, other.test, settings);
  }
  return { before: gone, after: come };
}

/** An expression in words; the reference date is named, not dated. */
export function inPlainWords(typed: Typed, { definition, instants }: Setting, reference?: string): string {
  const named = reference === undefined ? undefined : instants[reference]?.title;
  const parameters = Object.entries(definition.parameters ?? {}).map(
    ([name, { title }]) => [name, title ?? name] as const,
  );
  return statement(withReference(typed, `“${named ?? '基准日'}”当日`), {
    parameters: new Map(parameters),
    must: typed.type.is === 'boolean',
  });
}

/** The same expression with another text for the reference date. Types and tables are left as they are. */
function withReference<T>(value: T, date: string): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => withReference(one, date)) as T;
  const object = value as Readonly<Record<string, unknown>>;
  if (object['is'] === 'reference') return { ...object, date } as T;
  const kept = new Set(['type', 'field', 'table']);
  return Object.fromEntries(
    Object.entries(object).map(([key, one]) => [key, kept.has(key) ? one : withReference(one, date)]),
  ) as T;
}
