import type { AmountDefinition, RulesDefinition } from '@zhinan/model';
import type { CompiledPart, CompiledRulesSource, CompileRulesInput } from './compiled-source.ts';
import { Generator, comment } from './generate.ts';
import type { Names } from './scope.ts';
import { fieldsRead, parametersRead, tablesRead } from './typed.ts';
import type { Typed, TypedTable } from './typed.ts';
import { errorType } from './types.ts';
import { figureOf } from './figure.ts';
import { entriesCode } from './entries.ts';
import { WordsWriter } from './words-code.ts';

type ValueOf = (parameter: string, value: string | number | boolean) => string | number | boolean | undefined;
type Written = Pick<CompiledRulesSource, 'body' | 'program' | 'words'>;
interface Item {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly interpretation?: string;
}

const quote = (value: unknown): string => JSON.stringify(value);
const object = (entries: readonly (readonly [string, string | undefined])[], indent = ''): string => {
  const lines = entries.flatMap(([key, code]) => (code === undefined ? [] : [`${indent}  ${key}: ${code},`]));
  return `{\n${lines.join('\n')}\n${indent}}`;
};

const head = (item: Item): [string, string | undefined][] => [
  ['id', quote(item.id)],
  ['clauses', quote([item.clause].flat())],
  ['interpretation', item.interpretation === undefined ? undefined : quote(item.interpretation)],
];

const list = (items: readonly string[]): string | undefined =>
  items.length ? `[\n    ${items.join(',\n    ')},\n  ]` : undefined;

/** Writes the module: one named function per expression, then the table that ties them to clauses. */
export function writeModule(
  definition: RulesDefinition,
  parts: readonly CompiledPart[],
  names: Names,
  valueOf: ValueOf,
  {
    region,
    interpretations,
    tables,
  }: Pick<CompileRulesInput, 'region' | 'interpretations'> & {
    /** Tables that machines ask by name. */
    readonly tables: readonly TypedTable[];
  },
): Written {
  const generator = new Generator(region);
  const functions: string[] = [];
  const byId = new Map(parts.map((part) => [`${part.kind} ${part.id}`, part]));
  const words = new WordsWriter(parameterWords(definition, names));

  const declare = (
    item: Item,
    typed: Typed,
    written: string,
    suffix = '-rule',
    known?: readonly [Typed, string],
  ): string => {
    const code = generator.expression(typed, known);
    const name = generator.name(item.id + suffix);
    const uses = parametersRead(typed).size || tablesRead(typed).length ? 'f, p' : 'f';
    functions.push(
      `// 指南${[item.clause].flat().map(comment).join('、')}：${comment(written)}\nconst ${name} = (${uses}) =>\n  ${code};`,
    );
    return name;
  };
  const find = (kind: CompiledPart['kind'], id: string) => byId.get(`${kind} ${id}`);
  // Lowest priority first: a later one overrides an earlier.
  const relaxations = (definition.relax ?? []).toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
  const relaxNames = new Map(
    relaxations.map((relaxation) => {
      const part = find('relaxation', relaxation.id);
      const when = part ? declare(relaxation, part.main, relaxation.when, '-applies') : '';
      const name = generator.name(relaxation.id);
      const set = Object.entries(relaxation.set).map(
        ([parameter, value]) => [parameter, literal(parameter, value, valueOf)] as const,
      );
      const best = Object.keys(relaxation.set).flatMap((parameter) => {
        const way = definition.parameters?.[parameter]?.best;
        return way === undefined ? [] : [[parameter, way === 'lowest' ? '-1' : '1'] as const];
      });
      const code = object([
        ...head(relaxation),
        ['when', when],
        ['set', set.length ? object(set, '  ') : '{}'],
        ['best', best.length ? object(best, '  ') : undefined],
      ]);
      functions.push(`const ${name} = ${code};`);
      return [relaxation, name] as const;
    }),
  );
  const softeningOf = (id: string): string | undefined => {
    const relevant = relaxations.filter(({ soften }) => soften?.includes(id));
    return relevant.length ? `[${relevant.map((one) => relaxNames.get(one)).join(', ')}]` : undefined;
  };
  const relaxOf = (part: Pick<CompiledPart, 'parameters'>): string | undefined => {
    const relevant = relaxations.filter(({ set }) =>
      part.parameters.some((name) => Object.hasOwn(set, name)),
    );
    return relevant.length ? `[${relevant.map((one) => relaxNames.get(one)).join(', ')}]` : undefined;
  };

  const tablesOf = ({ main }: CompiledPart): string | undefined => {
    const tables = tablesRead(main);
    return tables.length
      ? `[${tables.map((table) => `(f, p) => z.hit(${generator.table(table)}, f, p)`).join(', ')}]`
      : undefined;
  };

  const rules = definition.rules.flatMap((rule) => {
    const part = find('rule', rule.id);
    if (!part) return [];
    const figure = figureOf(part.main);
    const figureName = figure && declare(rule, figure.value, figure.title, '-figure');
    words.rule(rule, part.main, figure?.title);
    const require = declare(
      rule,
      part.main,
      written(rule.require),
      '-rule',
      figure && [figure.value, `${figureName}(f)`],
    );
    const when =
      part.when && rule.when !== undefined ? declare(rule, part.when, rule.when, '-when') : undefined;
    const own = fieldsRead(part.main).filter(({ row }) => row === undefined);
    const figures = figure
      ? [
          `z.figure(${[quote(rule.id), generator.field(figure.list.field), figureName, ...(figure.percent ? ['true'] : [])].join(', ')})`,
        ]
      : [];
    return object(
      [
        ...head(rule),
        ['strength', quote(rule.strength)],
        ['when', when],
        ['require', require],
        ['own', `[${[...own.map(({ field }) => generator.field(field)), ...figures].join(', ')}]`],
        ['entries', entriesCode(part.main, generator)],
        ['relax', relaxOf(part)],
        ['soften', softeningOf(rule.id)],
        ['tables', tablesOf(part)],
      ],
      '    ',
    );
  });
  const instalments = (amount: AmountDefinition, part: CompiledPart): string | undefined => {
    const items = (amount.instalments ?? []).map((one, index) => {
      const when = part.more?.[`instalments/${index}`];
      return object(
        [
          ['title', quote(one.title)],
          ['clauses', quote([one.clause ?? amount.clause].flat())],
          ['share', one.share === undefined ? undefined : quote(one.share)],
          ['amount', one.amount === undefined ? undefined : quote(one.amount)],
          ['when', when && declare(amount, when, one.when ?? '', '-instalment')],
        ],
        '      ',
      );
    });
    return items.length ? `[${items.join(', ')}]` : undefined;
  };
  const amounts = (definition.amounts ?? []).flatMap((amount) => {
    const part = find('amount', amount.id);
    if (!part) return [];
    return object(
      [
        ...head(amount),
        ['unit', quote(amount.unit)],
        ['value', declare(amount, part.main, amount.value, '-amount')],
        ['cap', amount.cap === undefined ? undefined : quote(amount.cap)],
        ['floor', amount.floor === undefined ? undefined : quote(amount.floor)],
        ['round', amount.round && quote(amount.round)],
        [
          'against',
          amount.topUp && part.more?.['topUp']
            ? declare(amount, part.more['topUp'], amount.topUp.against, '-received')
            : undefined,
        ],
        ['exclusiveWith', amount.exclusiveWith && quote(amount.exclusiveWith)],
        ['instalments', instalments(amount, part)],
        ['relax', relaxOf(part)],
        ['tables', tablesOf(part)],
      ],
      '    ',
    );
  });
  const quotas = (definition.quotas ?? []).flatMap((quota) => {
    const part = find('quota', quota.id);
    if (!part) return [];
    const where = quota.where === undefined ? undefined : declare(quota, part.main, quota.where, '-members');
    return object(
      [
        ...head(quota),
        ['where', where],
        ['min', quota.min === undefined ? undefined : quote(quota.min)],
        ['max', quota.max === undefined ? undefined : quote(quota.max)],
        ['per', part.more?.['per'] && declare(quota, part.more['per'], quota.per ?? '', '-per')],
        ['of', quota.of === undefined ? undefined : quote(quota.of)],
        ['share', quota.share && quote(quota.share)],
        ['except', quota.except && quote(quota.except)],
      ],
      '    ',
    );
  });
  const asked = tables.map((table) => {
    const read = parametersRead({ is: 'table', table, output: 0, type: errorType });
    return object(
      [
        ['table', generator.table(table)],
        [
          'outputs',
          `[${table.outputs.map(({ name, type }) => `{ name: ${quote(name)}${type.is === 'rank' ? `, codes: ${quote(type.options.codes)}` : ''} }`).join(', ')}]`,
        ],
        ['relax', relaxOf({ parameters: [...read] })],
      ],
      '    ',
    );
  });
  const parameters = Object.entries(definition.parameters ?? {}).map(
    ([name, parameter]) => [name, literal(name, parameter.default, valueOf)] as const,
  );
  return {
    body: [generator.constants().join('\n'), ...functions].join('\n\n'),
    program: object([
      ['parameters', parameters.length ? object(parameters, '  ') : undefined],
      ['rules', list(rules) ?? '[]'],
      ['amounts', amounts.length ? `z.amounts(${list(amounts)})` : undefined],
      ['tables', asked.length ? `z.tables(${list(asked)})` : undefined],
      ['quotas', quotas.length ? `z.quotas(${list(quotas)})` : undefined],
    ]),
    words: words.write(definition, generator.fields(), interpretations),
  };
}

function literal(parameter: string, value: string | number | boolean, valueOf: ValueOf): string {
  const code = valueOf(parameter, value);
  return code === value ? quote(code) : `${quote(code ?? value)} /* ${comment(String(value))} */`;
}

function written(requirement: RulesDefinition['rules'][number]['require']): string {
  if (typeof requirement === 'string') return requirement;
  const [list, word] =
    'all' in requirement ? ([requirement.all, ' and '] as const) : ([requirement.any, ' or '] as const);
  return list.map((one) => (typeof one === 'string' ? one : `(${written(one)})`)).join(word);
}

function parameterWords({ parameters = {} }: RulesDefinition, names: Names): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parameters).map(([name, { default: value }]) => {
      const type = names.parameters.get(name);
      const options = type?.is === 'rank' || type?.is === 'text' ? type.options : undefined;
      const index = options?.codes.indexOf(String(value)) ?? -1;
      return [name, options?.titles?.[index] ?? String(value)];
    }),
  );
}
