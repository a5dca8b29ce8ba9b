import { nearest } from '../diagnostics/nearest.ts';
import { expect, nameOf, pathOf } from './expect.ts';
import { faulty } from './scope.ts';
import type { Scope } from './scope.ts';
import type { CompareOp, Syntax } from './syntax.ts';
import type { Comparison, Typed } from './typed.ts';
import { boolean } from './types.ts';
import type { OptionSet, Type } from './types.ts';

export type Bind = (syntax: Syntax, scope: Scope) => Typed;

const comparisons: Readonly<Record<CompareOp, Comparison>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

const optionsOf = (type: Type): OptionSet | undefined =>
  type.is === 'rank' || type.is === 'text' ? type.options : undefined;

/** `left op right`: the types must agree, options must exist, and only numbers, dates and ranks have an order. */
export function bindCompare(
  syntax: Extract<Syntax, { is: 'compare' }>,
  left: Typed,
  right: Typed,
  scope: Scope,
): Typed {
  const op = comparisons[syntax.op];
  const pair = agree({ typed: left, syntax: syntax.left }, { typed: right, syntax: syntax.right }, scope);
  if (!pair) return faulty;
  const ordered = ['number', 'date', 'rank'].includes(pair.left.type.is);
  if (!ordered && op !== 'eq' && op !== 'ne') {
    const field = pair.left.is === 'literal' ? syntax.right : syntax.left;
    scope.tell('rules/not-ordered', syntax, { field: pathOf(field) });
    return faulty;
  }
  return { is: 'compare', op, type: boolean, ...pair };
}

interface Side {
  readonly typed: Typed;
  readonly syntax: Syntax;
}

/** Both sides with a text turned into the option it names; undefined when a fault has been told. */
function agree(
  left: Side,
  right: Side,
  scope: Scope,
): { readonly left: Typed; readonly right: Typed } | undefined {
  const nothing = [left, right].find((side) => side.typed.type.is === 'null');
  if (nothing) {
    scope.tell('rules/outside-profile', nothing.syntax, { what: '= null', instead: '"when": "…"' });
    return undefined;
  }
  if (left.typed.type.is === 'error' || right.typed.type.is === 'error') return undefined;
  const first = asOption(left, right, scope);
  const second = asOption(right, left, scope);
  if (first.type.is === 'error' || second.type.is === 'error') return undefined;
  const same =
    first.type.is === second.type.is &&
    first.type.is !== 'list' &&
    first.type.is !== 'record' &&
    (first.type.is !== 'rank' || first.type.options.codes.join() === optionsOf(second.type)?.codes.join());
  if (same) return { left: first, right: second };
  mismatch(left, right, scope);
  return undefined;
}

function mismatch(left: Side, right: Side, scope: Scope): void {
  const literal = left.typed.is === 'literal' && right.typed.is !== 'literal';
  const [known, other] = literal ? [right, left] : [left, right];
  const { is } = known.typed.type;
  const path = pathOf(known.syntax);
  if (is === 'list' || is === 'record') {
    expect(known.typed, other.typed.type.is, known.syntax, scope);
    return;
  }
  // A date held against a number means an age or a duration.
  const option = optionsOf(known.typed.type)?.codes[0];
  const examples: Readonly<Record<string, string>> = {
    date: other.typed.type.is === 'number' ? `age(${path}, 基准日) <= 55` : `${path} <= date("2025-10-08")`,
    rank: `${path} >= "${option ?? '…'}"`,
    boolean: `${path} = true`,
    number: `${path} >= 5`,
    text: `${path} = "${option ?? '…'}"`,
  };
  scope.tell('rules/type-mismatch', other.syntax, {
    what: nameOf(other.typed, other.syntax, scope),
    is: other.typed.type.is,
    wanted: is,
    example: examples[is] ?? '',
  });
}

/** A text literal beside an enum is one of its options. */
function asOption({ typed, syntax }: Side, beside: Side, scope: Scope): Typed {
  const options = optionsOf(beside.typed.type);
  if (!options || typed.is !== 'literal' || typed.type.is !== 'text') return typed;
  const option = optionIn(options, String(typed.value), beside.typed.type);
  if (option) return option;
  const titles = options.titles ?? options.codes.map(String);
  const title = nearest(String(typed.value), [...options.codes.map(String), ...titles]);
  const index = titles.indexOf(title);
  scope.tell('rules/unknown-option', syntax, {
    value: String(typed.value),
    field: nameOf(beside.typed, beside.syntax, scope),
    nearest: index < 0 ? title : String(options.codes[index]),
    options: options.codes.slice(0, 12).map(String),
  });
  return faulty;
}

/** A literal for one option: its position in a rank, its code otherwise. */
export function optionIn(options: OptionSet, code: string, type: Type): Typed | undefined {
  const index = options.codes.indexOf(code);
  if (index < 0) return undefined;
  const title = options.titles?.[index] ?? code;
  return { is: 'literal', type, value: type.is === 'rank' ? index : code, title };
}

/** `value in …`: listed values, a range, a named set, or the members of a list field. */
export function bindIn(syntax: Extract<Syntax, { is: 'in' }>, value: Typed, scope: Scope, bind: Bind): Typed {
  const side = { typed: value, syntax: syntax.value };
  const listed: Typed[] = [];
  const tests: Typed[] = [];
  for (const option of syntax.options.flatMap((one) => (one.is === 'list' ? one.items : [one]))) {
    if (option.is === 'range') tests.push(inRange(side, option, scope, bind));
    else if (option.is === 'unary') {
      const { op, right, from, to } = option;
      const whole: Extract<Syntax, { is: 'compare' }> = {
        is: 'compare',
        op,
        left: syntax.value,
        right,
        from,
        to,
      };
      tests.push(bindCompare(whole, value, bind(right, scope), scope));
    } else if (option.is === 'name' && scope.names.sets.has(option.name))
      tests.push(inSet(side, option, scope));
    else {
      const set = option.is === 'name' ? unknownSet(option, scope) : undefined;
      const typed = set ?? bind(option, scope);
      if (typed.type.is === 'list') tests.push(inList(side, { typed, syntax: option }, scope));
      else {
        const pair = agree(side, { typed, syntax: option }, scope);
        if (pair) listed.push(pair.right);
        else tests.push(faulty);
      }
    }
  }
  if (listed.length) tests.push({ is: 'one-of', type: boolean, value, options: listed });
  if (tests.some((test) => test.type.is === 'error')) return faulty;
  const [only, another] = tests;
  return only && !another ? only : { is: 'or', type: boolean, parts: tests };
}

function inRange(value: Side, range: Extract<Syntax, { is: 'range' }>, scope: Scope, bind: Bind): Typed {
  const end = (bound: Syntax, op: CompareOp): Typed =>
    bindCompare(
      { is: 'compare', op, left: value.syntax, right: bound, from: bound.from, to: bound.to },
      value.typed,
      bind(bound, scope),
      scope,
    );
  const parts = [end(range.low, range.withLow ? '>=' : '>'), end(range.high, range.withHigh ? '<=' : '<')];
  return parts.some((part) => part.type.is === 'error') ? faulty : { is: 'and', type: boolean, parts };
}

function inSet(value: Side, name: Extract<Syntax, { is: 'name' }>, scope: Scope): Typed {
  const codes = scope.names.sets.get(name.name) ?? [];
  const { type } = value.typed;
  if (type.is === 'error') return faulty;
  if (type.is !== 'text' && type.is !== 'rank') return expect(value.typed, 'text', value.syntax, scope);
  const options = optionsOf(type);
  const members = codes.flatMap((code): Typed[] =>
    options ? [optionIn(options, code, type) ?? []].flat() : [{ is: 'literal', type, value: code }],
  );
  if (members.length)
    return { is: 'one-of', type: boolean, value: value.typed, options: members, set: name.name };
  scope.tell('rules/unknown-option', name, {
    value: codes[0] ?? name.name,
    field: nameOf(value.typed, value.syntax, scope),
    nearest: '',
    options: (options?.codes ?? []).slice(0, 12).map(String),
  });
  return faulty;
}

/** A bare name after `in` that leads nowhere was meant as a set. */
function unknownSet(name: Extract<Syntax, { is: 'name' }>, scope: Scope): Typed | undefined {
  const { forms, parameters, sets, tables } = scope.names;
  const bound =
    forms.values().next().value?.has(name.name) ||
    forms.has(name.name) ||
    parameters.has(name.name) ||
    tables.has(name.name) ||
    scope.rows.some(
      ({ item, variable }) => variable === name.name || (item.is === 'record' && item.fields.has(name.name)),
    );
  if (bound) return undefined;
  scope.tell('rules/unknown-set', name, { name: name.name, nearest: nearest(name.name, sets.keys()) });
  return faulty;
}

function inList(value: Side, list: Side, scope: Scope): Typed {
  const { type } = list.typed;
  if (type.is !== 'list') return faulty;
  const projected = list.typed.is === 'project' ? list.typed : undefined;
  const row = projected?.row ?? scope.rows.length;
  const item: Typed = projected?.value ?? {
    is: 'field',
    type: type.item,
    row,
    field: {
      key: list.typed.is === 'field' ? `${list.typed.field.key}[]` : '[]',
      path: '',
      title: '',
      type: type.item,
    },
  };
  const pair = agree({ typed: item, syntax: list.syntax }, value, scope);
  if (!pair) return faulty;
  const test: Typed = { is: 'compare', op: 'eq', type: boolean, left: pair.left, right: pair.right };
  return { is: 'quantified', op: 'some', type: boolean, list: projected?.list ?? list.typed, row, test };
}
