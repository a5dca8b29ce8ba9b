import type { Contract, FormContract } from '@zhinan/model';
import { compileComputed } from '../../forms/computed.ts';
import type { Field } from './field.ts';
import { literal } from './literal.ts';

/** What of a form's answers follows by itself: computed ones, those cleared when not asked, those nobody types. */
export interface Follow {
  /** Functions of `@zhinan/elements` that the statics call. */
  readonly imports: readonly string[];
  /** The module of the validator also has the computed fields. */
  readonly computed: boolean;
  /** Paths of answers that others are worked out from. */
  readonly reads: readonly string[];
  /** Members of the form's class. */
  readonly statics: string;
}

export function followOf(contract: Contract, form: FormContract, fields: readonly Field[]): Follow {
  const { paths, reads } = compileComputed(form, contract.codeLists);
  const all = flat(fields);
  const cleared = all.filter(({ asked, clears }) => asked !== undefined && clears === true);
  const locked = all.filter(({ readOnly }) => readOnly).map(({ path }) => path);
  const steps = [
    ...(cleared.length === 0
      ? []
      : [`clearUnasked(answers, asked, ${literal(cleared.map(({ path }) => path))});`]),
    ...(paths.length === 0 ? [] : [`fillComputed(${literal(form.id)}, computed, answers, asked);`]),
  ];
  return {
    imports: [
      ...(cleared.length === 0 ? [] : ['clearUnasked']),
      ...(paths.length === 0 ? [] : ['fillComputed']),
    ],
    computed: paths.length > 0,
    reads,
    statics: [
      ...(locked.length === 0 ? [] : [`  static locked = ${literal(locked)};\n`]),
      ...(steps.length === 0 ? [] : [`  static follow(answers) {\n    ${steps.join('\n    ')}\n  }\n`]),
    ].join(''),
  };
}

function flat(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => ('fields' in field ? [field, ...flat(field.fields)] : [field]));
}
