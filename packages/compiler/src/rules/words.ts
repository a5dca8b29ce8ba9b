import { fixedDay } from './shift.ts';
import type { Comparison, Typed } from './typed.ts';

/** What is said of sets and parameters. */
export interface Said {
  /** A parameter's default in words. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Says what must be (须), not what is. */
  readonly must?: boolean;
}

const symbols: Readonly<Record<Comparison, string>> = {
  eq: '为',
  ne: '不为',
  lt: '少于',
  le: '不超过',
  gt: '超过',
  ge: '不少于',
};
const dateSymbols: Readonly<Partial<Record<Comparison, string>>> = {
  lt: '早于',
  le: '不晚于',
  gt: '晚于',
  ge: '不早于',
};
const ranks: Readonly<Partial<Record<Comparison, (bound: string) => string>>> = {
  lt: (bound) => `在${bound}以下（不含）`,
  le: (bound) => `在${bound}及以下`,
  gt: (bound) => `在${bound}以上（不含）`,
  ge: (bound) => `在${bound}及以上`,
};
const signs = { add: ' + ', sub: ' - ', mul: ' × ', div: ' ÷ ' } as const;

/** A requirement in plain Chinese, from the expression and the titles of its fields. */
export function inWords(typed: Typed, said: Said): string {
  const plainly: Said = { parameters: said.parameters };
  const words = (part: Typed) => inWords(part, plainly);
  switch (typed.is) {
    case 'literal':
      if (typeof typed.value === 'boolean') return typed.value ? '是' : '否';
      return String(typed.title ?? typed.value);
    case 'unknown':
      return '未定';
    case 'reference':
      return typed.date;
    case 'parameter':
      return said.parameters.get(typed.name) ?? typed.name;
    case 'field':
      return typed.field.title || '该项';
    case 'and':
      return typed.parts
        .map((part) => (part.is === 'or' ? `（${statement(part, said)}）` : statement(part, said)))
        .join('，且');
    case 'or':
      return typed.parts
        .map((part) => (part.is === 'and' ? `（${statement(part, said)}）` : statement(part, said)))
        .join('，或');
    case 'not':
      return `不属于“${statement(typed.of, plainly)}”的情形`;
    case 'compare':
      return compareWords(typed, said);
    case 'one-of': {
      const subject = words(typed.value) + (said.must ? '须' : '');
      if (typed.set !== undefined) return `${subject}属于${typed.set}`;
      const options = typed.options.map(words);
      return options.length === 1 ? `${subject}为${options[0]}` : `${subject}为${options.join('、')}之一`;
    }
    case 'arithmetic':
      return [typed.left, typed.right]
        .map((part) => (part.is === 'arithmetic' ? `（${words(part)}）` : words(part)))
        .join(signs[typed.op]);
    case 'measure': {
      if (typed.op === 'age') return `${words(typed.end)}时的周岁`;
      const unit = { years: '周年数', months: '整月数', days: '天数' }[typed.op];
      return `${words(typed.start)}至${words(typed.end)}的${unit}`;
    }
    case 'share':
      return shareWords(typed, plainly);
    case 'extreme':
      return `${typed.of.map(words).join('、')}中最${typed.op === 'min' ? '小' : '大'}的`;
    case 'choose':
      return `${statement(typed.condition, plainly)}的为${words(typed.yes)}，否则为${words(typed.no)}`;
    case 'table':
      return tableWords(typed);
    case 'shift':
      return shiftWords(typed, plainly);
    case 'workdays':
      return `${words(typed.start)}至${words(typed.end)}的工作日数`;
    case 'filter':
      return `${statement(typed.keep, plainly)}的${words(typed.list)}`;
    case 'project':
      return `${words(typed.list)}的${words(typed.value)}`;
    case 'count':
      return `${words(typed.list)}数`;
    case 'total': {
      const name = { sum: '合计', min: '最小值', max: '最大值' }[typed.op];
      return `${words(typed.list)}的${words(typed.value)}${name}`;
    }
    case 'quantified':
      if (
        typed.op === 'some' &&
        typed.test.is === 'compare' &&
        typed.test.op === 'eq' &&
        isItem(typed.test.left)
      ) {
        return `${words(typed.list)}${said.must ? '须' : ''}包含${words(typed.test.right)}`;
      }
      return `${typed.op === 'every' ? '每项' : '至少有一项'}${words(typed.list)}的${statement(typed.test, said)}`;
  }
}

function tableWords({ table, output }: Extract<Typed, { is: 'table' }>): string {
  const name = table.outputs[output]?.name ?? '';
  return table.outputs.length > 1 ? `“${table.title}”表的${name}` : `“${table.title}”表的结果`;
}

function shiftWords(typed: Extract<Typed, { is: 'shift' }>, said: Said): string {
  const day = fixedDay(typed);
  if (day !== undefined) return day;
  const unit = { years: '年', months: '个月', days: '天' }[typed.unit];
  return `${inWords(typed.date, said)}${typed.sign < 0 ? '前' : '起满'} ${inWords(typed.by, said)} ${unit}之日`;
}

const isItem = (typed: Typed): boolean => typed.is === 'field' && typed.field.path === '';

/** The conditions a list is filtered by. */
function filters(list: Typed): { readonly list: Typed; readonly by: readonly Typed[] } {
  if (list.is !== 'filter') return { list, by: [] };
  const inner = filters(list.list);
  return { list: inner.list, by: [...inner.by, ...(list.keep.is === 'and' ? list.keep.parts : [list.keep])] };
}

/** Where part and whole count the same list: “whole 中，what distinguishes the part 的比例”. */
function shareWords({ part, whole }: Extract<Typed, { is: 'share' }>, said: Said): string {
  const plain = `${inWords(part, said)}占${inWords(whole, said)}的比例`;
  if (part.is !== 'count' || whole.is !== 'count') return plain;
  const [some, all] = [filters(part.list), filters(whole.list)];
  const say = (conditions: readonly Typed[]) => conditions.map((one) => statement(one, said));
  const common = new Set(say(all.by));
  const special = say(some.by).filter((one) => !common.has(one));
  const within = say(some.by).filter((one) => common.has(one)).length === common.size;
  if (!within || !special.length || inWords(some.list, said) !== inWords(all.list, said)) return plain;
  return `${inWords(whole.list, said)}中，${special.join('，且')}的比例`;
}

/** A condition in plain Chinese: a bare yes/no field says that it is yes. */
export function statement(typed: Typed, said: Said): string {
  const plain = (typed.is === 'field' || typed.is === 'parameter') && typed.type.is === 'boolean';
  return plain ? `${inWords(typed, said)}${said.must ? '须' : ''}为“是”` : inWords(typed, said);
}

function compareWords(typed: Extract<Typed, { is: 'compare' }>, said: Said): string {
  const { op, left, right } = typed;
  // `5 <= x` is said as `x >= 5`.
  if (left.is === 'literal' && right.is !== 'literal') {
    const turned = ({ lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', eq: 'eq', ne: 'ne' } as const)[op];
    return compareWords({ ...typed, op: turned, left: right, right: left }, said);
  }
  const must = said.must ? '须' : '';
  const plainly: Said = { parameters: said.parameters };
  const bound = inWords(right, plainly);
  if (left.is === 'measure') return measureWords(left, op, bound, plainly, must);
  const subject = inWords(left, plainly) + (op === 'ne' ? '' : must);
  const differs = must && op === 'ne' ? '不得为' : symbols[op];
  if (left.type.is === 'boolean') return `${subject}${differs}“${bound}”`;
  if (left.type.is === 'rank') return subject + (ranks[op]?.(bound) ?? differs + bound);
  if (left.type.is === 'date') return `${subject}${dateSymbols[op] ?? differs}${bound}`;
  if (left.is === 'share' && right.is === 'literal' && typeof right.value === 'number') {
    return `${subject}${symbols[op]} ${Number((right.value * 100).toPrecision(12))}%`;
  }
  const unit = left.is === 'field' && left.field.unit ? ` ${left.field.unit}` : '';
  return `${subject}${differs}${right.type.is === 'number' ? ` ${bound}` : bound}${unit}`;
}

function measureWords(
  { op, start, end }: Extract<Typed, { is: 'measure' }>,
  comparison: Comparison,
  bound: string,
  said: Said,
  must: string,
): string {
  const unit = { age: '周岁', years: '年', months: '个月', days: '天' }[op];
  if (op === 'age') return `截至${inWords(end, said)}${must}${symbols[comparison]} ${bound} ${unit}`;
  const span = `自${inWords(start, said)}至${inWords(end, said)}${must}`;
  return comparison === 'ge'
    ? `${span}满 ${bound} ${unit}`
    : `${span}${symbols[comparison]} ${bound} ${unit}`;
}
