import { parser } from 'lezer-feel';
import { precedence } from './precedence.ts';
import type { Operand } from './precedence.ts';
import type { ArithmeticOp, CompareOp, Fault, Span, Syntax } from './syntax.ts';

// Far above any clause; below what could exhaust a stack or a reader.
const maxLength = 4000;
const maxDepth = 200;
const maxBrackets = 40;

const feel = parser.configure({ top: 'Expression' });
type Tree = ReturnType<typeof feel.parse>;
type CstNode = Tree['topNode'];

class Stop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

const outside = ({ from, to }: Span, what: string, instead: string): Stop =>
  new Stop({ span: { from, to }, code: 'rules/outside-profile', params: { what, instead } });

/** Parses one expression. Never throws; bounded in time and depth whatever the text. */
export function parse(text: string): { readonly syntax: Syntax } | { readonly fault: Fault } {
  const tooComplex = complexity(text);
  if (tooComplex) return { fault: tooComplex };
  const tree = feel.parse(text);
  const fault = firstError(tree, text);
  if (fault) return { fault };
  try {
    const [root, second] = children(tree.topNode);
    if (!root || second) return { fault: syntaxFault(text, second?.from ?? 0, second?.to ?? text.length) };
    return { syntax: new Reader(text).read(root) };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

function complexity(text: string): Fault | undefined {
  const span = { from: 0, to: Math.min(text.length, maxLength) };
  if (text.length > maxLength) {
    return { span, code: 'rules/too-complex', params: { limit: `${maxLength}` } };
  }
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if ('(['.includes(character)) depth += 1;
    if (')]'.includes(character)) depth -= 1;
    if (depth > maxBrackets) {
      return {
        span: { from: index, to: index + 1 },
        code: 'rules/too-complex',
        params: { limit: `${maxBrackets}` },
      };
    }
  }
  return undefined;
}

function syntaxFault(text: string, from: number, to: number): Fault {
  const start = Math.min(from, Math.max(0, text.length - 1));
  const end = Math.max(start + 1, Math.min(to, text.length));
  return {
    span: { from: start, to: end },
    code: 'rules/syntax',
    params: { found: from >= text.length ? '' : text.slice(start, end).trim().slice(0, 20) },
  };
}

function firstError(tree: Tree, text: string): Fault | undefined {
  let fault: Fault | undefined;
  let depth = 0;
  tree.iterate({
    enter(node) {
      depth += 1;
      if (fault) return false;
      if (node.type.isError) fault = syntaxFault(text, node.from, node.to);
      else if (depth > maxDepth) {
        fault = {
          span: { from: node.from, to: node.to },
          code: 'rules/too-complex',
          params: { limit: `${maxDepth}` },
        };
      }
      return !fault;
    },
    leave() {
      depth -= 1;
    },
  });
  return fault;
}

function children(node: CstNode): CstNode[] {
  const found: CstNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) found.push(child);
  }
  return found;
}

const wrappers = new Set([
  'PositiveUnaryTest',
  'SimplePositiveUnaryTest',
  'IterationContext',
  'PositionalParameters',
]);

/** Turns lezer's concrete tree into our syntax; everything of FEEL that is not ours stops with a remedy. */
class Reader {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #slice({ from, to }: Span): string {
    return this.#text.slice(from, to);
  }

  read(node: CstNode): Syntax {
    const { from, to, name } = node;
    const span = { from, to };
    const parts = children(node);
    const [first, second, third] = parts;
    if (wrappers.has(name) && first && parts.length === 1) return this.read(first);
    switch (name) {
      case 'NumericLiteral': {
        const value = Number(this.#slice(node));
        if (!Number.isFinite(value)) throw outside(node, this.#slice(node), '1000000');
        return { ...span, is: 'number', value };
      }
      case 'StringLiteral':
        return { ...span, is: 'string', value: this.#string(node) };
      case 'BooleanLiteral':
        return { ...span, is: 'boolean', value: this.#slice(node) === 'true' };
      case 'null':
      case 'NullLiteral':
        return { ...span, is: 'null' };
      case 'DateTimeLiteral':
        return this.#date(node);
      case 'VariableName':
        return { ...span, is: 'name', name: this.#slice(node).replaceAll(/\s+/g, ' ') };
      case 'SimplePositiveUnaryTest':
        if (first?.name === 'CompareOp' && second && !third) {
          return { ...span, is: 'unary', op: this.#slice(first) as CompareOp, right: this.read(second) };
        }
        break;
      case 'ParenthesizedExpression': {
        const inner = parts.find((part) => part.name !== '(' && part.name !== ')');
        if (inner) return { ...this.read(inner), ...span };
        break;
      }
      case 'PathExpression':
        if (first && third)
          return { ...span, is: 'path', of: this.read(first), name: this.#slice(third), at: spanOf(third) };
        break;
      case 'FilterExpression':
        if (first && third)
          return { ...span, is: 'filter', of: this.read(first), condition: this.read(third) };
        break;
      case 'FunctionInvocation':
        return this.#call(node, parts);
      case 'ArithmeticExpression':
        return this.#arithmetic(node, parts);
      case 'Conjunction':
      case 'Disjunction':
      case 'Comparison':
        return precedence(this.#flatten(node));
      case 'List':
        return {
          ...span,
          is: 'list',
          items: parts.filter((part) => !'[],'.includes(part.name)).map((part) => this.read(part)),
        };
      case 'Interval':
        if (parts.length === 5 && second && parts[3]) {
          return {
            ...span,
            is: 'range',
            low: this.read(second),
            high: this.read(parts[3]),
            withLow: first?.name === '[',
            withHigh: parts[4]?.name === ']',
          };
        }
        break;
      case 'IfExpression':
        if (second && parts[3] && parts[5]) {
          return {
            ...span,
            is: 'if',
            condition: this.read(second),
            yes: this.read(parts[3]),
            no: this.read(parts[5]),
          };
        }
        break;
      case 'QuantifiedExpression':
        return this.#quantified(node, parts);
      case 'ForExpression':
        throw outside(node, 'for … return', 'sum(xs[…].y)、count(xs[…])');
      case 'InstanceOfExpression':
        throw outside(node, 'instance of', 'x = "…"');
      case 'FunctionDefinition':
        throw outside(node, 'function', 'parameters');
      case 'Context':
        throw outside(node, '{ … }', 'x.y');
    }
    throw outside(node, this.#slice(node).slice(0, 40), 'x >= 1');
  }

  #string(node: CstNode): string {
    try {
      return String(JSON.parse(this.#slice(node)));
    } catch {
      throw outside(node, this.#slice(node).slice(0, 40), '"…"');
    }
  }

  #date(node: CstNode): Syntax {
    const [kind, , params] = children(node);
    const literal = params && children(params)[0];
    const constructor = kind ? this.#slice(kind) : '';
    const written = /^@"(.*)"$/.exec(this.#slice(node))?.[1];
    const value =
      written ??
      (constructor === 'date' && literal?.name === 'StringLiteral' ? this.#string(literal) : undefined);
    if (constructor === 'duration' && literal?.name === 'StringLiteral') {
      const duration = durationOf(this.#string(literal));
      if (duration) return { ...spanOf(node), is: 'duration', ...duration };
      throw outside(node, this.#slice(node).slice(0, 40), 'duration("P1Y")');
    }
    if (value === undefined) throw outside(node, this.#slice(node).slice(0, 40), 'date("2025-01-01")');
    return { ...spanOf(node), is: 'date', value };
  }

  #call(node: CstNode, parts: readonly CstNode[]): Syntax {
    const [callee] = parts;
    const list = parts.find((part) => part.name === 'PositionalParameters');
    if (!callee || callee.name !== 'VariableName' || parts.some((part) => part.name === 'NamedParameters')) {
      throw outside(node, this.#slice(node).slice(0, 40), 'age(birthDate, 基准日)');
    }
    const args = list ? children(list).filter((part) => part.name !== ',') : [];
    return {
      ...spanOf(node),
      is: 'call',
      name: this.#slice(callee),
      at: spanOf(callee),
      args: args.map((part) => this.read(part)),
    };
  }

  #arithmetic(node: CstNode, parts: readonly CstNode[]): Syntax {
    const [first, second, third] = parts;
    if (first && second && !third) return { ...spanOf(node), is: 'negative', of: this.read(second) };
    const op = second ? this.#slice(second) : '';
    if (!first || !third || !'+-*/'.includes(op) || op.length !== 1) throw outside(node, op, 'x * x');
    return {
      ...spanOf(node),
      is: 'arithmetic',
      op: op as ArithmeticOp,
      left: this.read(first),
      right: this.read(third),
    };
  }

  #quantified(node: CstNode, parts: readonly CstNode[]): Syntax {
    const kind = parts[0]?.name === 'every' ? 'every' : 'some';
    const loops = parts[1] ? children(parts[1]).filter((part) => part.name === 'InExpression') : [];
    const [loop, another] = loops;
    const [variable, , source] = loop ? children(loop) : [];
    if (!variable || !source || another || !parts[3]) {
      throw outside(node, `${kind} x in xs, y in ys`, `${kind} x in xs satisfies …`);
    }
    return {
      ...spanOf(node),
      is: kind,
      variable: this.#slice(variable),
      source: this.read(source),
      test: this.read(parts[3]),
    };
  }

  /**
   * FEEL's grammar lets what follows `in` swallow a whole `… and …`: `a in s and b` reads as `a in (s and b)`.
   * Nobody means that, so operators are laid out flat here and grouped again by the usual precedence.
   */
  #flatten(node: CstNode): Operand[] {
    const parts = children(node);
    const [left, op, right] = parts;
    if (wrappers.has(node.name) && left && parts.length === 1) return this.#flatten(left);
    if (node.name === 'Conjunction' || node.name === 'Disjunction') {
      if (!left || !right) throw outside(node, this.#slice(node).slice(0, 40), 'a and b');
      return [
        ...this.#flatten(left),
        { op: node.name === 'Conjunction' ? 'and' : 'or' },
        ...this.#flatten(right),
      ];
    }
    if (node.name !== 'Comparison' || !left || !op) return [{ syntax: this.read(node) }];
    if (op.name === 'in')
      return [...this.#flatten(left), { op: 'in', span: spanOf(op) }, ...this.#options(parts.slice(2))];
    const low = parts[2];
    const high = parts[4];
    if (op.name === 'between' && low && high) {
      const range = { from: low.from, to: high.to, withLow: true, withHigh: true };
      return [
        ...this.#flatten(left),
        { op: 'in', span: spanOf(op) },
        { options: [{ ...range, is: 'range', low: this.read(low), high: this.read(high) }] },
      ];
    }
    if (!right) throw outside(node, this.#slice(node).slice(0, 40), 'a >= b');
    return [
      ...this.#flatten(left),
      { op: this.#slice(op) as CompareOp, span: spanOf(op) },
      ...this.#flatten(right),
    ];
  }

  #options(parts: readonly CstNode[]): Operand[] {
    const tests = parts.find((part) => part.name === 'PositiveUnaryTests');
    if (tests) {
      return [
        {
          options: children(tests)
            .filter((part) => part.name !== ',')
            .map((part) => this.read(part)),
        },
      ];
    }
    const inner = parts[0];
    if (!inner) return [];
    return this.#flatten(inner);
  }
}

/** `P1Y`, `P1Y6M`, `P10D`: whole years and months, or days; hours have no place beside dates. */
function durationOf(text: string): { count: number; unit: 'years' | 'months' | 'days' } | undefined {
  const [, sign, years, months, days] =
    /^(-?)P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/.exec(text) ?? [];
  const turn = sign === '-' ? -1 : 1;
  const calendar = years !== undefined || months !== undefined;
  if (days !== undefined) return calendar ? undefined : { count: turn * Number(days), unit: 'days' };
  if (!calendar) return undefined;
  if (months === undefined) return { count: turn * Number(years), unit: 'years' };
  return { count: turn * (Number(years ?? 0) * 12 + Number(months)), unit: 'months' };
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
