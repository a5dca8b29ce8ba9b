import { bindCall } from './bind-call.ts';
import { bindCompare, bindIn } from './bind-compare.ts';
import { bindShift } from './bind-shift.ts';
import { expect } from './expect.ts';
import { bindName, faulty, member, nearestField, outputOf } from './scope.ts';
import type { RowScope, Scope } from './scope.ts';
import type { Span, Syntax } from './syntax.ts';
import type { Arithmetic, Typed } from './typed.ts';
import { boolean, date, errorType, number } from './types.ts';
import type { Type } from './types.ts';

const arithmetic: Readonly<Record<string, Arithmetic>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' };

/** Binds names and types of one expression, telling every fault it finds; never throws. */
export function bind(syntax: Syntax, scope: Scope): Typed {
  const inner = (part: Syntax) => bind(part, scope);
  switch (syntax.is) {
    case 'number':
      return { is: 'literal', type: number, value: syntax.value };
    case 'string':
      return { is: 'literal', type: { is: 'text' }, value: syntax.value };
    case 'boolean':
      return { is: 'literal', type: boolean, value: syntax.value };
    case 'null':
      return { is: 'unknown', type: { is: 'null' } };
    case 'date':
      return bindDate(syntax.value, syntax, scope);
    case 'name':
      return bindName(syntax.name, syntax, scope);
    case 'path': {
      const table = syntax.of.is === 'name' ? scope.names.tables.get(syntax.of.name) : undefined;
      if (table && !inRows(syntax.of, scope)) return outputOf(table, syntax.name, syntax.at, scope);
      return bindPath(inner(syntax.of), syntax.name, syntax.at, scope);
    }
    case 'filter': {
      const list = inner(syntax.of);
      const within = enter(list, scope, syntax.of);
      if (!within) return faulty;
      const keep = expect(bind(syntax.condition, within.scope), 'boolean', syntax.condition, within.scope);
      return { is: 'filter', type: list.type, list, row: within.row, keep };
    }
    case 'call':
      return bindCall(syntax, scope, bind);
    case 'negative': {
      const of = expect(inner(syntax.of), 'number', syntax.of, scope);
      return {
        is: 'arithmetic',
        op: 'sub',
        type: number,
        left: { is: 'literal', type: number, value: 0 },
        right: of,
      };
    }
    case 'arithmetic': {
      const shifted = bindShift(syntax, scope, bind);
      if (shifted) return shifted;
      const left = expect(inner(syntax.left), 'number', syntax.left, scope);
      const right = expect(inner(syntax.right), 'number', syntax.right, scope);
      if (syntax.op === '/' && !(right.is === 'literal' && right.value !== 0) && right.type.is !== 'error') {
        scope.tell('rules/division-by-zero-possible', syntax.right, {
          whole: wordOf(syntax.right),
          example: `share(${wordOf(syntax.left)}, ${wordOf(syntax.right)}, 0)`,
        });
        return faulty;
      }
      return { is: 'arithmetic', op: arithmetic[syntax.op] ?? 'add', type: number, left, right };
    }
    case 'compare':
      return bindCompare(syntax, inner(syntax.left), inner(syntax.right), scope);
    case 'and':
    case 'or':
      return {
        is: syntax.is,
        type: boolean,
        parts: syntax.parts.map((part) => expect(inner(part), 'boolean', part, scope)),
      };
    case 'in':
      return bindIn(syntax, inner(syntax.value), scope, bind);
    case 'if': {
      const condition = expect(inner(syntax.condition), 'boolean', syntax.condition, scope);
      const yes = inner(syntax.yes);
      const no = inner(syntax.no);
      if (yes.type.is === 'null') return { is: 'choose', type: no.type, condition, yes, no };
      const agreed = no.type.is === 'null' ? no : expect(no, yes.type.is, syntax.no, scope);
      return { is: 'choose', type: yes.type, condition, yes, no: agreed };
    }
    case 'some':
    case 'every': {
      const list = inner(syntax.source);
      const within = enter(list, scope, syntax.source, syntax.variable);
      if (!within) return faulty;
      const test = expect(bind(syntax.test, within.scope), 'boolean', syntax.test, within.scope);
      return { is: 'quantified', op: syntax.is, type: boolean, list, row: within.row, test };
    }
    case 'duration':
    case 'range':
    case 'unary':
    case 'list':
      scope.tell('rules/outside-profile', syntax, {
        what: { duration: 'duration(…)', range: '[ .. ]', unary: '>= …', list: '[ … ]' }[syntax.is],
        instead: {
          duration: '基准日 + duration("P1Y")',
          range: 'x in [1..3]',
          unary: 'x in (>= 3)',
          list: 'x in ["…", "…"]',
        }[syntax.is],
      });
      return faulty;
  }
}

/** Whether a name is one of the rows around it, which go first. */
const inRows = (of: Syntax, { rows }: Scope): boolean =>
  of.is === 'name' &&
  rows.some(
    ({ variable, item }) => variable === of.name || (item.is === 'record' && item.fields.has(of.name)),
  );

function bindDate(value: string, span: Span, scope: Scope): Typed {
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === value) {
    return { is: 'literal', type: date, value };
  }
  scope.tell('rules/bad-date', span, { value });
  return faulty;
}

/** Steps into a list: one row of it in scope, bare or behind a variable. */
function enter(
  list: Typed,
  scope: Scope,
  span: Syntax,
  variable?: string,
): { readonly scope: Scope; readonly row: number } | undefined {
  const { type } = expect(list, 'list', span, scope);
  if (type.is !== 'list') return undefined;
  if (list.is === 'project') {
    scope.tell('rules/outside-profile', span, {
      what: wordOf(span),
      instead: 'some x in xs satisfies x.y = …',
    });
    return undefined;
  }
  const row = scope.rows.length;
  const opened: RowScope = {
    row,
    item: type.item,
    listKey: listKey(list),
    ...(variable === undefined ? {} : { variable }),
  };
  return { row, scope: { ...scope, rows: [...scope.rows, opened] } };
}

function listKey(list: Typed): string {
  if (list.is === 'field') return list.field.key;
  return list.is === 'filter' ? listKey(list.list) : list.is === 'project' ? listKey(list.value) : '';
}

function bindPath(of: Typed, name: string, span: Span, scope: Scope): Typed {
  const step = (record: Typed): Typed => {
    if (record.type.is === 'error') return faulty;
    const fields = record.type.is === 'record' ? record.type.fields : new Map();
    const field = fields.get(name);
    if (field && record.is === 'field') return member(record, name, field);
    scope.tell('rules/unknown-field', span, { name, ...nearestField(name, fields) });
    return faulty;
  };
  if (of.is === 'project') {
    const value = step(of.value);
    return { ...of, value, type: listOf(value.type) };
  }
  if (of.type.is !== 'list') return step(of);
  const row = scope.rows.length;
  const { item } = of.type;
  const key = `${listKey(of)}[]`;
  const value = step({ is: 'field', type: item, row, field: { key, path: '', title: '', type: item } });
  return { is: 'project', type: listOf(value.type), list: of, row, value };
}

const listOf = (item: Type): Type => (item.is === 'error' ? errorType : { is: 'list', item });

/** How a part of an expression is named in an example. */
function wordOf(syntax: Syntax): string {
  if (syntax.is === 'name') return syntax.name;
  if (syntax.is === 'path') return `${wordOf(syntax.of)}.${syntax.name}`;
  return syntax.is === 'call' ? `${syntax.name}(${syntax.args.map(wordOf).join(', ')})` : '…';
}
