import { faulty } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Typed } from './typed.ts';
import type { Type } from './types.ts';

/** Passes a value on when it has the kind wanted; otherwise tells what it is, what is needed, and an example. */
export function expect(typed: Typed, wanted: Type['is'], syntax: Syntax, scope: Scope): Typed {
  const { is } = typed.type;
  if (is === wanted || is === 'error' || wanted === 'error' || (is === 'null' && wanted !== 'list'))
    return typed;
  scope.tell('rules/type-mismatch', syntax, {
    what: nameOf(typed, syntax, scope),
    is,
    wanted,
    example: exampleOf(typed, wanted, syntax),
  });
  return faulty;
}

/** What to call a value in a message: the field's title or the literal itself. */
export function nameOf(typed: Typed, syntax: Syntax, { text }: Scope): string {
  if (typed.is === 'field') return typed.field.title || typed.field.path;
  if (typed.is === 'literal') return String(typed.title ?? typed.value);
  if (typed.is === 'parameter') return typed.name;
  const quoted = text.slice(syntax.from, syntax.to);
  return quoted.length > 40 ? `${quoted.slice(0, 39)}…` : quoted;
}

export function pathOf(syntax: Syntax): string {
  if (syntax.is === 'name') return syntax.name;
  if (syntax.is === 'path') return `${pathOf(syntax.of)}.${syntax.name}`;
  return syntax.is === 'filter' ? `${pathOf(syntax.of)}[…]` : '…';
}

function exampleOf(typed: Typed, wanted: Type['is'], syntax: Syntax): string {
  const path = pathOf(syntax);
  const { type } = typed;
  if (type.is === 'date' && wanted === 'number') return `years(${path}, 基准日) >= 1`;
  if (type.is === 'list' && wanted === 'number') return `count(${path})`;
  if (type.is === 'list' && wanted === 'boolean') return `count(${path}) >= 1`;
  if (wanted === 'date') return 'date("2025-10-08")';
  if (typed.is === 'literal' && wanted === 'number' && Number.isFinite(Number(typed.value)))
    return `${typed.value}`;
  if (wanted === 'number') return '5';
  if (wanted === 'boolean') {
    const option =
      type.is === 'rank' || (type.is === 'text' && type.options) ? type.options?.codes[0] : undefined;
    if (type.is === 'number') return `${path} >= 1`;
    if (type.is === 'date') return `${path} <= 基准日`;
    return type.is === 'boolean' ? path : `${path} = "${option ?? '…'}"`;
  }
  if (wanted === 'list') return 'count(apprentices)';
  return '"…"';
}
