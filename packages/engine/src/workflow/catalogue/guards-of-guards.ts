import type { Truth } from '@zhinan/model';
import { holds, judged, type GuardKind, type Judgement } from './guard.ts';
import { required } from './parameter.ts';

// Kleene: a false part decides `all`, a true part decides `any`, else an unknown part keeps it open.

export const all: GuardKind<'all'> = {
  title: '各条件都成立',
  params: { guards: required('guards', undefined) },
  judge({ guards }, _, evaluate) {
    const parts = guards.map((guard) => evaluate(guard));
    if (parts.some((part) => part.truth === false)) return collected(false, parts);
    return parts.some((part) => part.truth === null) ? collected(null, parts) : holds;
  },
};

export const any: GuardKind<'any'> = {
  title: '任一条件成立',
  params: { guards: required('guards', undefined) },
  judge({ guards }, _, evaluate) {
    const parts = guards.map((guard) => evaluate(guard));
    if (parts.some((part) => part.truth === true)) return holds;
    return parts.some((part) => part.truth === null) ? collected(null, parts) : collected(false, parts);
  },
};

export const not: GuardKind<'not'> = {
  title: '条件不成立',
  params: { guard: required('guard') },
  judge({ guard }, _, evaluate) {
    const part = evaluate(guard);
    if (part.truth === null) return part;
    return judged('not', !part.truth, part.says ?? `“${guard.type}”成立`);
  },
};

function collected(truth: Truth, parts: readonly Judgement[]): Judgement {
  return { truth, notes: parts.filter((part) => part.truth === truth).flatMap((part) => part.notes) };
}
