import type { JsonObject } from '@zhinan/model';
import type { FieldOptions } from '../controls/control.ts';
import { visible } from '../strings/visible.ts';
import { type Answers, below, isObject } from './answers.ts';
import type { Scope } from './scope.ts';

export interface RowsOptions extends FieldOptions {
  /** What one row is, e.g. 徒弟. */
  readonly noun: string;
  /** Measure word, e.g. 名. */
  readonly measure: string;
  readonly max?: number;
  /** Answers a new row begins with. */
  readonly fresh?: JsonObject;
  /** The row's own name for its heading, from its answers. */
  readonly name?: (row: JsonObject) => unknown;
  /** Answers a copy of a row does not take along: what is declared of one row holds for no other. */
  readonly once?: readonly string[];
  /** What a spreadsheet may bring, for a list that takes rows from one. */
  readonly columns?: () => Promise<readonly Column[]>;
}

/** A column of a list as a spreadsheet may hold it. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'code' | 'number' | 'money' | 'date' | 'choice' | 'choices' | 'flag';
  /** Codes with their titles, of a choice. */
  readonly options?: readonly (readonly [code: string | number, title: string])[];
  readonly unit?: string;
}

/** A list of rows in a form: where it stands, its name there, and what it is. */
export interface RowList {
  readonly at: Scope;
  readonly key: string;
  readonly options: RowsOptions;
}

/** The last change of a list that can be taken back with one press, until the next one. */
export interface Undoable {
  readonly container: Answers;
  readonly key: string;
  /** What was done, e.g. 已删除徒弟 1. */
  readonly said: string;
  undo(): void;
}

export function pointerOf({ at, key }: RowList): string {
  return below(at.pointer, key);
}

export function rowsOf({ at, key }: RowList): Answers[] {
  const list = at.own[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

export function rowTitle({ at, options }: RowList, row: Answers, index: number): string {
  const name = options.name?.(row as JsonObject);
  return at.form.strings.rowTitle(options.noun, index + 1, typeof name === 'string' ? visible(name) : '');
}
