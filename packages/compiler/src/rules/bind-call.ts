import { nearest } from '../diagnostics/nearest.ts';
import type { Bind } from './bind-compare.ts';
import { expect } from './expect.ts';
import { faulty } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Measure, Typed } from './typed.ts';
import { boolean, number } from './types.ts';

type Call = Extract<Syntax, { is: 'call' }>;

/** The profile's functions: how many arguments, and how each is written. */
export const functions: Readonly<
  Record<string, { readonly args: readonly [number, number]; readonly usage: string }>
> = {
  not: { args: [1, 1], usage: 'not(ftzUnit)' },
  count: { args: [1, 1], usage: 'count(apprentices[targetLevel = "高级工"])' },
  sum: { args: [1, 1], usage: 'sum(budget.amount)' },
  min: { args: [1, 20], usage: 'min(a, b)、min(list.field)' },
  max: { args: [1, 20], usage: 'max(a, b)、max(list.field)' },
  age: { args: [2, 2], usage: 'age(birthDate, 基准日)' },
  years: { args: [2, 2], usage: 'years(workingSince, 基准日)、基准日 + years(1)' },
  months: { args: [2, 2], usage: 'months(workingSince, 基准日)' },
  days: { args: [2, 2], usage: 'days(workingSince, 基准日)' },
  workdays: { args: [2, 2], usage: 'workdays(from, to) <= 5' },
  inSupport: { args: [2, 2], usage: 'inSupport(otherPlans, 基准日)' },
  share: { args: [3, 3], usage: 'share(count(a[…]), count(a), 0) >= 0.3' },
};

/** Binds a call of one of the profile's functions. */
export function bindCall(call: Call, scope: Scope, bind: Bind): Typed {
  const known = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (!known) {
    const names = Object.keys(functions);
    scope.tell('rules/unknown-function', call.at, {
      name: call.name,
      nearest: nearest(call.name, names),
      known: names,
    });
    return faulty;
  }
  const [fewest, most] = known.args;
  if (call.args.length < fewest || call.args.length > most) {
    // age(born) alone forgets the day it is counted on.
    const forgotten = call.args.length === 1 && fewest === 2 && scope.reference === undefined;
    if (forgotten) scope.tell('rules/missing-reference', call, { what: call.name });
    else scope.tell('rules/wrong-arguments', call, { name: call.name, usage: known.usage });
    return faulty;
  }
  if (call.name === 'inSupport') return bindSupport(call, scope, bind);
  const args = call.args.map((arg) => ({ typed: bind(arg, scope), syntax: arg }));
  const [first, second, third] = args;
  if (!first) return faulty;
  const wanted = (arg: typeof first | undefined, is: 'number' | 'date' | 'boolean' | 'list'): Typed =>
    arg ? expect(arg.typed, is, arg.syntax, scope) : faulty;
  switch (call.name) {
    case 'not':
      return { is: 'not', type: boolean, of: wanted(first, 'boolean') };
    case 'count':
      return { is: 'count', type: number, list: wanted(first, 'list') };
    case 'workdays':
      return { is: 'workdays', type: number, start: wanted(first, 'date'), end: wanted(second, 'date') };
    case 'share':
      return {
        is: 'share',
        type: number,
        part: wanted(first, 'number'),
        whole: wanted(second, 'number'),
        whenEmpty: wanted(third, 'number'),
      };
    case 'age':
    case 'years':
    case 'months':
    case 'days':
      return {
        is: 'measure',
        op: call.name satisfies Measure,
        type: number,
        start: wanted(first, 'date'),
        end: wanted(second, 'date'),
      };
    case 'min':
    case 'max':
      if (first.typed.type.is !== 'list') {
        return { is: 'extreme', op: call.name, type: number, of: args.map((arg) => wanted(arg, 'number')) };
      }
      if (second) {
        scope.tell('rules/wrong-arguments', call, { name: call.name, usage: known.usage });
        return faulty;
      }
      return total(call.name, wanted(first, 'list'), first.syntax, scope);
    default:
      return total('sum', wanted(first, 'list'), first.syntax, scope);
  }
}

/** `inSupport(list, day)`: some entry's support lasts on that day, by the fields `support` names. */
function bindSupport(call: Call, scope: Scope, bind: Bind): Typed {
  const { support } = scope.names;
  const [source, day] = call.args;
  if (!support || !source || !day) {
    scope.tell('rules/outside-profile', call.at, {
      what: 'inSupport',
      instead: '"support": { "until": "supportUntil" }',
    });
    return faulty;
  }
  const { from, to } = call;
  // No field can be named so: the rows' fields stand behind it, the day keeps its own names.
  const variable = '\u0000entry';
  const compare = (op: '<=' | '>=', name: string): Syntax => {
    const entry: Syntax = { is: 'name', name: variable, from, to };
    return {
      is: 'compare',
      op,
      left: { is: 'path', of: entry, name, at: call.at, from, to },
      right: day,
      from,
      to,
    };
  };
  const until = compare('>=', support.until);
  const test: Syntax =
    support.from === undefined ? until : { is: 'and', parts: [compare('<=', support.from), until], from, to };
  return bind({ is: 'some', variable, source, test, from, to }, scope);
}

function total(op: 'sum' | 'min' | 'max', list: Typed, syntax: Syntax, scope: Scope): Typed {
  if (list.type.is !== 'list') return faulty;
  const { item } = list.type;
  if (item.is !== 'number') {
    if (item.is === 'error') return faulty;
    const usage = functions[op]?.usage ?? op;
    scope.tell('rules/wrong-arguments', syntax, { name: op, usage });
    return faulty;
  }
  if (list.is === 'project')
    return { is: 'total', op, type: number, list: list.list, row: list.row, value: list.value };
  const row = scope.rows.length;
  const key = list.is === 'field' ? `${list.field.key}[]` : '[]';
  const value: Typed = { is: 'field', type: item, row, field: { key, path: '', title: '', type: item } };
  return { is: 'total', op, type: number, list, row, value };
}
