import type { Bind } from './bind-compare.ts';
import { expect } from './expect.ts';
import { faulty } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { DateUnit, Typed } from './typed.ts';
import { date, number } from './types.ts';

const units: ReadonlySet<string> = new Set(['years', 'months', 'days'] satisfies DateUnit[]);

/** `day + years(1)` and `day - duration("P6M")`; undefined for arithmetic of numbers. */
export function bindShift(
  { op, left, right }: Extract<Syntax, { is: 'arithmetic' }>,
  scope: Scope,
  bind: Bind,
): Typed | undefined {
  if (op !== '+' && op !== '-') return undefined;
  const length = lengthOf(right, scope, bind);
  if (!length) return undefined;
  const from = expect(bind(left, scope), 'date', left, scope);
  if (from.type.is === 'error' || length.by.type.is === 'error') return faulty;
  return { is: 'shift', type: date, date: from, ...length, sign: op === '-' ? -1 : 1 };
}

function lengthOf(
  syntax: Syntax,
  scope: Scope,
  bind: Bind,
): { readonly by: Typed; readonly unit: DateUnit } | undefined {
  if (syntax.is === 'duration') {
    return { by: { is: 'literal', type: number, value: syntax.count }, unit: syntax.unit };
  }
  if (syntax.is !== 'call' || !units.has(syntax.name)) return undefined;
  const [count, another] = syntax.args;
  if (!count || another) return undefined;
  return { by: expect(bind(count, scope), 'number', count, scope), unit: syntax.name as DateUnit };
}
