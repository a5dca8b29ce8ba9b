import type { Expression, Requirement } from '@zhinan/model';
import { bind } from './bind.ts';
import { expect } from './expect.ts';
import { parse } from './parse.ts';
import type { Reports } from './reports.ts';
import { faulty } from './scope.ts';
import type { Names } from './scope.ts';
import type { Typed } from './typed.ts';
import { boolean } from './types.ts';
import type { Type } from './types.ts';

/** Lists within lists; deeper than anybody reads, and far from exhausting a stack. */
const maxDepth = 40;

/** Reads the expressions of one definition; what cannot be read is reported and counts as faulty. */
export class ExpressionReader {
  readonly #names: Names;
  readonly #reports: Reports;

  constructor(names: Names, reports: Reports) {
    this.#names = names;
    this.#reports = reports;
  }

  /** `wanted`: the kind its value must have; undefined for any. */
  read(
    text: Expression,
    pointer: string,
    wanted: Type['is'] | undefined,
    clause: string | undefined,
    reference?: string,
  ): Typed {
    const report = this.#reports.at(pointer, text, clause);
    const parsed = parse(text);
    if ('fault' in parsed) {
      const { code, span, params } = parsed.fault;
      report(code, span, params as never);
      return faulty;
    }
    const scope = {
      names: this.#names,
      rows: [],
      tell: report,
      text,
      ...(reference === undefined ? {} : { reference }),
    };
    const typed = bind(parsed.syntax, scope);
    return wanted === undefined ? typed : expect(typed, wanted, parsed.syntax, scope);
  }

  requirement(
    requirement: Requirement,
    pointer: string,
    clause: string | undefined,
    reference: string | undefined,
    depth = 0,
  ): Typed {
    if (depth > maxDepth) {
      this.#reports.at(pointer, undefined, clause)('rules/too-complex', undefined, { limit: `${maxDepth}` });
      return faulty;
    }
    if (typeof requirement === 'string') return this.read(requirement, pointer, 'boolean', clause, reference);
    const [key, list] =
      'all' in requirement ? (['all', requirement.all] as const) : (['any', requirement.any] as const);
    const parts = list.map((one, index) =>
      this.requirement(one, `${pointer}/${key}/${index}`, clause, reference, depth + 1),
    );
    return { is: key === 'all' ? 'and' : 'or', type: boolean, parts };
  }
}
