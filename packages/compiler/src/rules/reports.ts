import type { Diagnostic, Place } from '@zhinan/model';
import { reporter } from '../diagnostics/message.ts';
import type { ParamsOf } from '../diagnostics/message.ts';
import { ruleMessages } from '../diagnostics/messages/rules.ts';
import { rangeWithin } from './place.ts';
import type { RuleCode } from './scope.ts';
import type { Span } from './syntax.ts';

const report = reporter(ruleMessages);

/** Reports at one value of `rules.json`, or at a span of the expression that stands there. */
export type Report = <C extends RuleCode>(
  code: C,
  span: Span | undefined,
  params: ParamsOf<(typeof ruleMessages)[C]>,
) => void;

/** Collects the findings about one `rules.json`. */
export class Reports {
  readonly found: Diagnostic[] = [];
  readonly #place: (pointer: string) => Place;

  constructor(place: (pointer: string) => Place) {
    this.#place = place;
  }

  at(pointer: string, expression?: string, clause?: string): Report {
    return (code, span, params) => {
      const whole = this.#place(pointer);
      const place = span && expression !== undefined ? rangeWithin(whole, expression, span) : whole;
      this.found.push(report(code, place, params, clause === undefined ? {} : { clause }));
    };
  }
}
