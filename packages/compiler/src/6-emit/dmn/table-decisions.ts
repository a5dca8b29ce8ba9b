import type { HitPolicy } from '@zhinan/model';
import type { Typed, TypedTable } from '../../rules/typed.ts';
import { fieldsRead } from '../../rules/typed.ts';
import type { Type } from '../../rules/types.ts';
import { literal } from './decision.ts';
import type { Frame } from './frame.ts';
import { element } from './xml.ts';
import type { Element } from './xml.ts';

const policies: Readonly<Record<HitPolicy, readonly [hitPolicy: string, aggregation?: string]>> = {
  U: ['UNIQUE'],
  F: ['FIRST'],
  A: ['ANY'],
  P: ['PRIORITY'],
  C: ['COLLECT'],
  'C+': ['COLLECT', 'SUM'],
  'C<': ['COLLECT', 'MIN'],
  'C>': ['COLLECT', 'MAX'],
  'C#': ['COLLECT', 'COUNT'],
};

/**
 * Decision tables as people know them, ranks by their words. An engine takes a missing answer for one that fits no
 * test: rules and amounts therefore do not call these decisions but hold the table's sense, in which it is unknown.
 */
export const tableDecisions = (tables: readonly TypedTable[], frame: Frame): readonly Element[] =>
  tables.map((table) => tableDecision(table, frame));

const typeRefOf = ({ is }: Type): string =>
  is === 'number' || is === 'boolean' || is === 'date' ? is : 'string';

/** A rank that is a plain field is compared as its words. */
const isWords = (typed: Typed): boolean => typed.is === 'field' && typed.type.is === 'rank';

function tableDecision(table: TypedTable, frame: Frame): Element {
  const { id, title, inputs, outputs, rows, hitPolicy, clauses } = table;
  const [policy, aggregation] = policies[hitPolicy];
  const [output] = outputs;
  const typeRef = outputs.length === 1 && output && hitPolicy !== 'C' ? typeRefOf(output.type) : 'Any';
  const cells = rows.flatMap(({ when, then }) => [...when.flatMap((test) => (test ? [test] : [])), ...then]);
  const read = [...inputs.map(({ value }) => value), ...cells].flatMap((typed) => fieldsRead(typed));
  const logic = element('decisionTable', { hitPolicy: policy, aggregation, typeRef, outputLabel: title }, [
    ...inputs.map(({ label, value }) =>
      element('input', { label }, [
        element('inputExpression', { typeRef: isWords(value) ? 'string' : typeRefOf(value.type) }, [
          element('text', {}, isWords(value) ? pathOf(value) : frame.standard(value)),
        ]),
      ]),
    ),
    ...outputs.map(({ name, type, values, default: otherwise }) =>
      element(
        'output',
        { name: outputs.length > 1 ? name : undefined, label: name, typeRef: typeRefOf(type) },
        [
          ...(values
            ? [element('outputValues', {}, [textOf(values.map((one) => valueOf(one, frame)).join(', '))])]
            : []),
          ...(otherwise ? [element('defaultOutputEntry', {}, [textOf(valueOf(otherwise, frame))])] : []),
        ],
      ),
    ),
    element('annotation', { name: '条款' }),
    ...rows.map(({ when, then, clauses: own }) =>
      element('rule', {}, [
        ...when.map((test, at) => element('inputEntry', {}, [textOf(entry(test, inputs[at]?.value, frame))])),
        ...then.map((value) => element('outputEntry', {}, [textOf(valueOf(value, frame))])),
        element('annotationEntry', {}, [textOf((own.length ? own : clauses).join('、'))]),
      ]),
    ),
  ]);
  return frame.decision(
    {
      name: frame.names.feel('table', id),
      title,
      typeRef,
      grounds: { clause: [...clauses, ...rows.flatMap((row) => row.clauses)] },
      origin: { kind: 'table', id },
      logic: rows.length ? logic : literal('null'),
    },
    { fields: read.filter(({ row }) => row === undefined).map(({ field }) => field.key) },
  );
}

const textOf = (text: string): Element => element('text', {}, text);

const pathOf = (typed: Typed): string => (typed.is === 'field' ? typed.field.path.replaceAll('/', '.') : '');

/** A value of an output: of a rank its word. */
function valueOf(typed: Typed, frame: Frame): string {
  const word =
    typed.is === 'literal' && typed.type.is === 'rank'
      ? typed.type.options.codes[Number(typed.value)]
      : undefined;
  return word === undefined ? frame.standard(typed) : JSON.stringify(word);
}

/** The unary test of a cell; one that has no such form is a condition of its own. */
function entry(test: Typed | undefined, input: Typed | undefined, frame: Frame): string {
  if (!test || !input) return '-';
  return unary(test, input, frame) ?? frame.standard(test);
}

const signs = { eq: '', ne: '', lt: '< ', le: '<= ', gt: '> ', ge: '>= ' } as const;
type Compare = Extract<Typed, { is: 'compare' }>;

function unary(test: Typed, input: Typed, frame: Frame): string | undefined {
  if (test === input) return 'true';
  if (test.is === 'not') {
    if (test.of === input) return 'false';
    const inner = unary(test.of, input, frame);
    return inner === undefined ? undefined : `not(${inner})`;
  }
  if (test.is === 'or') {
    const parts = test.parts.map((part) => unary(part, input, frame));
    return parts.includes(undefined) ? undefined : parts.join(', ');
  }
  if (test.is === 'one-of' && test.value === input) {
    return test.options.map((option) => valueOf(option, frame)).join(', ');
  }
  if (test.is === 'and') return range(test.parts, input, frame);
  return test.is === 'compare' && test.left === input ? comparison(test, frame) : undefined;
}

function comparison({ op, left, right }: Compare, frame: Frame): string | undefined {
  if (right.is !== 'literal') return undefined;
  const limit = Number(right.value);
  if (isWords(left) && left.type.is === 'rank' && op !== 'eq' && op !== 'ne') {
    const fits = {
      lt: (at: number) => at < limit,
      le: (at: number) => at <= limit,
      gt: (at: number) => at > limit,
      ge: (at: number) => at >= limit,
    };
    const words = left.type.options.codes.filter((_, at) => fits[op](at)).map((word) => JSON.stringify(word));
    return words.length ? words.join(', ') : undefined;
  }
  const value = isWords(left) ? valueOf(right, frame) : frame.standard(right);
  return op === 'ne' ? `not(${value})` : signs[op] + value;
}

/** `[a..b)` of two comparisons with numbers or dates. */
function range(parts: readonly Typed[], input: Typed, frame: Frame): string | undefined {
  const [low, high, ...more] = parts;
  if (low?.is !== 'compare' || high?.is !== 'compare' || more.length || isWords(input)) return undefined;
  if (low.left !== input || high.left !== input || low.right.is !== 'literal' || high.right.is !== 'literal')
    return undefined;
  const [open, close] = [{ gt: '(', ge: '[' }[low.op as string], { lt: ')', le: ']' }[high.op as string]];
  if (open === undefined || close === undefined) return undefined;
  return `${open}${frame.standard(low.right)}..${frame.standard(high.right)}${close}`;
}
