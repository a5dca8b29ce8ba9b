import { shift } from '@zhinan/engine/rules';
import type { Typed } from './typed.ts';

/** The date an expression always is: a literal, the reference date, or one of these moved; undefined otherwise. */
export function fixedDay(typed: Typed): string | undefined {
  if (typed.is === 'reference') return typed.date;
  if (typed.is === 'literal') return typed.type.is === 'date' ? String(typed.value) : undefined;
  if (typed.is !== 'shift' || typed.by.is !== 'literal') return undefined;
  const day = fixedDay(typed.date);
  const moved = day === undefined ? undefined : shift(day, typed.sign * Number(typed.by.value), typed.unit);
  return typeof moved === 'string' ? moved : undefined;
}
