import type { Requirement } from '@zhinan/model';
import type { CompiledPart } from '../../rules/compiled-source.ts';
import type { Typed } from '../../rules/typed.ts';
import type { Subject } from './subject.ts';

/** An expression as it is written in `rules.json`. */
export interface Written {
  readonly part: CompiledPart;
  readonly title: string;
  readonly clause: string;
  readonly pointer: string;
  readonly written: Requirement;
  readonly typed: Typed;
}

/** Every expression of the rules with its text; tables are looked at by themselves. */
export function expressionsOf({ definition, parts }: Subject): readonly Written[] {
  return parts.flatMap((part): readonly Written[] => {
    const at = Number(part.pointer.split('/').at(-1));
    const head = { part, clause: part.clauses[0] ?? '' };
    const one = (title: string, key: string, written: Requirement | undefined, typed: Typed | undefined) =>
      written === undefined || !typed
        ? []
        : [{ ...head, title, pointer: `${part.pointer}/${key}`, written, typed }];
    switch (part.kind) {
      case 'rule': {
        const rule = definition.rules[at];
        return rule
          ? [
              ...one(rule.title, 'require', rule.require, part.main),
              ...one(rule.title, 'when', rule.when, part.when),
            ]
          : [];
      }
      case 'relaxation': {
        const relaxation = definition.relax?.[at];
        return relaxation ? one(relaxation.title, 'when', relaxation.when, part.main) : [];
      }
      case 'amount': {
        const amount = definition.amounts?.[at];
        return amount ? one(amount.title, 'value', amount.value, part.main) : [];
      }
      case 'quota': {
        const quota = definition.quotas?.[at];
        return quota ? one(quota.title, 'where', quota.where, part.main) : [];
      }
      default:
        return [];
    }
  });
}
