// oxlint-disable no-underscore-dangle -- the library's name for an element's kind
import { getMarshaller } from '@kie-tools/dmn-marshaller';
import { evaluate, unaryTest } from 'feelin';

/**
 * Evaluates a DMN file read with Apache KIE's library by a FEEL engine that knows nothing of us: decisions in the
 * order in which they require each other, seeing only what they say they require.
 */
type Definitions = ReturnType<ReturnType<typeof getMarshaller<'1.5'>>['parser']['parse']>['definitions'];
type DrgElement = NonNullable<Definitions['drgElement']>[number];
type Decision = Extract<DrgElement, { __$$element: 'decision' }>;
type Expression = NonNullable<Decision['expression']>;
type Context = Readonly<Record<string, unknown>>;

const target = (href: string | undefined): string => (href ?? '').replace(/^#/, '');

export class Model {
  readonly #elements: ReadonlyMap<string, DrgElement>;

  constructor(xml: string) {
    const { definitions } = getMarshaller(xml, { upgradeTo: '1.5' }).parser.parse();
    this.#elements = new Map((definitions.drgElement ?? []).map((one) => [one['@_id'] ?? '', one]));
  }

  #decisions(): readonly Decision[] {
    return [...this.#elements.values()].filter((one) => one.__$$element === 'decision');
  }

  #required(decision: Decision): readonly string[] {
    return (decision.informationRequirement ?? []).map(({ requiredInput, requiredDecision }) =>
      target((requiredInput ?? requiredDecision)?.['@_href']),
    );
  }

  /** References that lead nowhere, and names used that are not required. */
  faults(): readonly string[] {
    return this.#decisions().flatMap((decision) => {
      const sources = (decision.authorityRequirement ?? []).map(({ requiredAuthority }) =>
        target(requiredAuthority?.['@_href']),
      );
      const lost = [...this.#required(decision), ...sources].filter((id) => !this.#elements.has(id));
      const logic = JSON.stringify(decision.expression);
      const required = new Set(this.#required(decision));
      const strange = [...this.#elements.values()]
        .filter((one) => one.__$$element === 'decision' || one.__$$element === 'inputData')
        .filter(({ '@_id': id, '@_name': name }) => !required.has(id ?? '') && mentions(logic, name))
        .filter((one) => one !== decision);
      return [
        ...lost.map((id) => `${decision['@_name']} refers to ${id}`),
        ...strange.map((one) => `${decision['@_name']} uses ${one['@_name']}`),
      ];
    });
  }

  /** The decisions for these inputs by name, each worked out when it is asked for. */
  evaluate(inputs: Context): Answers {
    const values = new Map<string, unknown>();
    const value = (id: string): unknown => {
      const one = this.#elements.get(id);
      if (one?.__$$element === 'inputData') return inputs[one['@_name']] ?? null;
      if (one?.__$$element !== 'decision') throw new Error(`nothing under ${id}`);
      if (!values.has(id)) {
        const seen = this.#required(one).map((other): [string, unknown] => [
          this.#elements.get(other)?.['@_name'] ?? '',
          value(other),
        ]);
        values.set(id, valueOf(one.expression, Object.fromEntries(seen)));
      }
      return values.get(id);
    };
    return new Answers(
      new Map(this.#decisions().map((one) => [one['@_name'], () => value(one['@_id'] ?? '')])),
      new Map(this.#decisions().flatMap((one) => origin(one).map((key) => [key, one['@_name']] as const))),
    );
  }
}

/** Whether FEEL text has a name as a word of its own, outside quotes and not behind a dot. */
function mentions(logic: string, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const text = logic.replaceAll(/\\"(?:[^"\\]|\\[^"])*\\"/g, '');
  return new RegExp(String.raw`(?<![\p{L}\p{N}_.])${escaped}(?![\p{L}\p{N}_])`, 'u').test(text);
}

/** Our kind and id of a decision, from its extension element. */
function origin(decision: Decision): readonly string[] {
  const extensions: Context = { ...decision.extensionElements };
  return Object.entries(extensions).flatMap(([tag, own]) => {
    const id = [own].flat().map((one) => (one as Context)['@_id'])[0];
    return tag.startsWith('zn:') && id !== undefined ? [`${tag.slice(3)} ${String(id)}`] : [];
  });
}

export class Answers {
  readonly #values: ReadonlyMap<string, () => unknown>;
  readonly #names: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, () => unknown>, names: ReadonlyMap<string, string>) {
    this.#values = values;
    this.#names = names;
  }

  decision(name: string): unknown {
    const value = this.#values.get(name);
    if (!value) throw new Error(`no decision ${name}`);
    return value();
  }

  rule = (id: string): unknown => this.decision(this.#names.get(`rule ${id}`) ?? id);
  amount = (id: string): unknown => this.decision(this.#names.get(`amount ${id}`) ?? id);
  table = (id: string): unknown => this.decision(this.#names.get(`table ${id}`) ?? id);
  quota = (id: string): unknown => this.decision(this.#names.get(`quota ${id}`) ?? id);
}

function valueOf(expression: Expression | undefined, seen: Context): unknown {
  switch (expression?.__$$element) {
    case 'literalExpression':
      return feel(String(expression.text?.__$$text ?? ''), seen);
    case 'context': {
      let within = seen;
      for (const { variable, expression: inner } of expression.contextEntry ?? []) {
        const value = valueOf(inner, within);
        if (!variable) return value;
        within = { ...within, [variable['@_name']]: value };
      }
      return within;
    }
    case 'decisionTable':
      return tableValue(expression, seen);
    default:
      throw new Error(`cannot evaluate a ${String(expression?.__$$element)}`);
  }
}

type Table = Extract<Expression, { __$$element: 'decisionTable' }>;
const textOf = (part: { readonly text?: { readonly __$$text?: unknown } } | undefined): string =>
  String(part?.text?.__$$text ?? '');

/** A table with one output by its hit policy; nothing where rows contradict it. */
function tableValue(table: Table, seen: Context): unknown {
  const inputs = (table.input ?? []).map(({ inputExpression }) => feel(textOf(inputExpression), seen));
  const fitting = (table.rule ?? []).filter(({ inputEntry = [] }) =>
    inputEntry.every((test, at) => unaryTest(textOf(test), { ...seen, '?': inputs[at] }).value === true),
  );
  const hits = fitting.map(({ outputEntry }) => feel(textOf(outputEntry[0]), seen));
  const policy = [table['@_hitPolicy'] ?? 'UNIQUE', table['@_aggregation']].filter(Boolean).join(' ');
  if (policy === 'COLLECT SUM') return hits.reduce<number>((all, one) => all + Number(one), 0);
  if (policy === 'COLLECT COUNT') return hits.length;
  if (policy === 'COLLECT') return hits;
  if (hits.length === 0) return feel(textOf(table.output[0]?.defaultOutputEntry) || 'null', seen);
  if (policy === 'COLLECT MIN') return Math.min(...hits.map(Number));
  if (policy === 'COLLECT MAX') return Math.max(...hits.map(Number));
  if (policy === 'FIRST') return hits[0];
  const one = policy === 'UNIQUE' ? hits.length === 1 : new Set(hits).size === 1;
  if (policy === 'UNIQUE' || policy === 'ANY') return one ? hits[0] : null;
  throw new Error(`no evaluation of ${policy}`);
}

/** What an engine that is strict would fail at; an answer that is not there, or compared with something, is none. */
const severe = new Set([
  'NO_VARIABLE_FOUND',
  'NO_FUNCTION_FOUND',
  'INVALID_ARGUMENTS',
  'FUNCTION_INVOCATION_FAILURE',
]);

function feel(text: string, context: Context): unknown {
  const { value, warnings } = evaluate(text, context);
  const faults = warnings.filter(({ type }) => severe.has(type)).map(({ message }) => message);
  if (faults.length) throw new Error(`${text}: ${faults.join('; ')}`);
  return value;
}
