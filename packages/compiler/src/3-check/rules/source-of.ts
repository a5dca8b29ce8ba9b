import type { Place, Requirement } from '@zhinan/model';
import { parse } from '../../rules/parse.ts';
import { rangeWithin } from '../../rules/place.ts';
import type { Span, Syntax } from '../../rules/syntax.ts';
import type { Typed } from '../../rules/typed.ts';
import { inside } from './space.ts';

const pairs = (syntax: readonly (Syntax | undefined)[], typed: readonly (Typed | undefined)[]) =>
  syntax.length === typed.length
    ? syntax.flatMap((one, at) => {
        const other = typed[at];
        return one && other ? [[one, other] as const] : [];
      })
    : [];

/** Parts of a text and of its meaning that correspond; none where the meaning was built another way. */
function corresponding(syntax: Syntax, typed: Typed): readonly (readonly [Syntax, Typed])[] {
  switch (syntax.is) {
    case 'and':
    case 'or':
      return typed.is === syntax.is ? pairs(syntax.parts, typed.parts) : [];
    case 'compare':
    case 'arithmetic':
      return typed.is === syntax.is ? pairs([syntax.left, syntax.right], [typed.left, typed.right]) : [];
    case 'if':
      return typed.is === 'choose'
        ? pairs([syntax.condition, syntax.yes, syntax.no], [typed.condition, typed.yes, typed.no])
        : [];
    case 'filter':
      return typed.is === 'filter' ? pairs([syntax.of, syntax.condition], [typed.list, typed.keep]) : [];
    case 'some':
    case 'every':
      return typed.is === 'quantified' ? pairs([syntax.source, syntax.test], [typed.list, typed.test]) : [];
    case 'path':
      return typed.is === 'project' ? pairs([syntax.of], [typed.list]) : [];
    case 'call':
      return ofCall(syntax.args, typed);
    default:
      return [];
  }
}

function ofCall(args: readonly Syntax[], typed: Typed): readonly (readonly [Syntax, Typed])[] {
  const [first] = args;
  switch (typed.is) {
    case 'not':
      return pairs(args, [typed.of]);
    case 'count':
      return pairs(args, [typed.list]);
    case 'total':
      return first?.is === 'path' ? pairs([first.of], [typed.list]) : [];
    case 'extreme':
      return pairs(args, typed.of);
    case 'share':
      return pairs(args.slice(0, 2), [typed.part, typed.whole]);
    case 'measure':
      return pairs(args, [typed.start, typed.end]);
    default:
      return [];
  }
}

function find(syntax: Syntax, typed: Typed, wanted: Typed): Span | undefined {
  if (typed === wanted) return syntax;
  for (const [part, meaning] of corresponding(syntax, typed)) {
    const found = find(part, meaning, wanted);
    if (found) return found;
  }
  return undefined;
}

/** Where a part of an expression is written: its characters, or the whole expression where that cannot be told. */
export function placeWithin(
  place: (pointer: string) => Place,
  {
    written,
    pointer,
    typed,
  }: { readonly written: Requirement; readonly pointer: string; readonly typed: Typed },
  wanted: Typed,
): Place {
  if (typeof written === 'string') {
    const parsed = parse(written);
    const span = 'syntax' in parsed ? find(parsed.syntax, typed, wanted) : undefined;
    return span ? rangeWithin(place(pointer), written, span) : place(pointer);
  }
  const [key, list] = 'all' in written ? (['all', written.all] as const) : (['any', written.any] as const);
  const parts = typed.is === 'and' || typed.is === 'or' ? typed.parts : [];
  for (const [at, part] of parts.entries()) {
    const inner = list[at];
    if (inner !== undefined && contains(part, wanted)) {
      return placeWithin(place, { written: inner, pointer: `${pointer}/${key}/${at}`, typed: part }, wanted);
    }
  }
  return place(pointer);
}

const contains = (typed: Typed, wanted: Typed): boolean => [...inside(typed)].includes(wanted);
