import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import type { FieldUse, Typed } from '../../rules/typed.ts';
import { fieldsRead } from '../../rules/typed.ts';
import { statement } from '../../rules/words.ts';
import { acknowledged } from './acknowledged.ts';
import { evaluators, scopeOf } from './evaluator.ts';
import { HintReader, shift } from './hints.ts';
import { placeWithin } from './source-of.ts';
import { inside, withValue } from './space.ts';
import type { Subject } from './subject.ts';
import { expressionsOf } from './written.ts';
import type { Written } from './written.ts';

const report = reporter(analysisMessages);

/** A limit on one date field: holds on one side of a turning day. */
export interface Limit {
  readonly in: Written;
  readonly typed: Typed;
  readonly field: FieldUse;
  /** `age`, `years` … or `date` when the date itself is compared. */
  readonly wording: string;
  /** First day on the other side. */
  readonly turn: string;
  readonly holdsBefore: boolean;
}

function limitOf(typed: Typed, written: Written, subject: Subject): Limit | undefined {
  if (typed.is !== 'compare') return undefined;
  const read = fieldsRead(typed);
  const [one] = read;
  if (!one || read.length > 1 || one.type.is !== 'date' || one.row !== undefined) return undefined;
  const measures = [typed.left, typed.right].filter(({ is }) => is === 'measure');
  const [measure] = measures;
  if (typed.op === 'eq' || typed.op === 'ne') return undefined;
  const hints = new HintReader(subject.ground.settings.slice(0, 1), subject.ground.region);
  hints.read(typed);
  const days = [...(hints.values.get(one.field.key) ?? [])]
    .filter((value) => typeof value === 'string')
    .toSorted();
  const [ask] = evaluators([typed], subject.ground.region);
  const [params = {}] = subject.ground.settings;
  const holds = (day: string) =>
    ask?.(scopeOf(withValue({}, one.field.key.split('/'), day)), params) === true;
  const turn = days.find((day) => holds(day) !== holds(shift(day, 'days', -1)));
  if (turn === undefined) return undefined;
  const wording = measure?.is === 'measure' ? measure.op : 'date';
  return {
    in: written,
    typed,
    field: { ...one.field, type: one.type },
    wording,
    turn,
    holdsBefore: holds(shift(turn, 'days', -1)),
  };
}

/** Two limits on one field that mean to be one and turn on different days: `from` to `until`, both in dispute. */
export interface Dispute {
  readonly first: Limit;
  readonly second: Limit;
  readonly from: string;
  readonly until: string;
}

/** Pairs of limits, one by completed years and one by the date itself, that turn less than a year apart. */
export function disputesOf(subject: Subject): readonly Dispute[] {
  const limits = expressionsOf(subject).flatMap((written) =>
    [...inside(written.typed)].flatMap((typed) => limitOf(typed, written, subject) ?? []),
  );
  return limits.flatMap((second, at) =>
    limits.slice(0, at).flatMap((first): readonly Dispute[] => {
      const alike = first.field.key === second.field.key && first.holdsBefore === second.holdsBefore;
      if (!alike || first.wording === second.wording || first.turn === second.turn) return [];
      const [from, until] = [first.turn, second.turn].toSorted();
      // Limits a year apart and more are two limits, not two wordings of one.
      if (from === undefined || until === undefined || until >= shift(from, 'years', 1)) return [];
      return [{ first, second, from, until: shift(until, 'days', -1) }];
    }),
  );
}

const say = ({ typed }: Limit) => statement(typed, { parameters: new Map() });

/** A limit in completed years and one by the date itself (周岁 against a birth date) turn on the same day. */
export function wordingsAgree(subject: Subject): readonly Diagnostic[] {
  return disputesOf(subject).map(({ first, second, from, until }) => {
    const interpretation = [first, second]
      .map(
        ({ in: { part } }) =>
          subject.definition.rules.find(({ id }) => part.kind === 'rule' && id === part.id)?.interpretation,
      )
      .find((one) => one !== undefined);
    const params = { field: second.field.title, one: say(first), other: say(second), from, until };
    const related = [
      { place: placeWithin(subject.place, first.in, first.typed), code: 'analysis/wordings-differ' },
    ];
    const place = placeWithin(subject.place, second.in, second.typed);
    return acknowledged(
      report('analysis/wordings-differ', place, params, { clause: second.in.clause, related }),
      interpretation,
    );
  });
}
