import type { JsonObject } from '@zhinan/model';
import { valueAt } from '../json.ts';
import type { ChangeKind } from './action.ts';
import { oneOf, required } from './parameter.ts';

const ways: Readonly<Record<'mean' | 'trimmed' | 'rank', (numbers: readonly number[]) => number>> = {
  mean,
  // Below three scores nothing would be left between the highest and the lowest.
  trimmed: (numbers) => mean(numbers.length < 3 ? numbers : [...numbers].sort((a, b) => a - b).slice(1, -1)),
  rank: sum,
};

/** Rounded to a hundredth, so that every host shows and compares the same number. A row without a number leaves it open. */
export const aggregate: ChangeKind<'aggregate'> = {
  title: '汇总清单里的数',
  params: {
    list: required('text', 'list'),
    field: required('text', 'field'),
    by: oneOf('mean', 'trimmed', 'rank'),
    key: required('text', 'key'),
  },
  change({ list = '', field = '', by = 'mean', key = '' }, { context }) {
    const rows: readonly JsonObject[] = Object.hasOwn(context.lists, list) ? (context.lists[list] ?? []) : [];
    // Of tasks only those that are done have a say.
    const counted = rows.filter(({ state }) => state === undefined || state === 'done');
    const numbers = counted.map((row) => valueAt(row, field)).filter((value) => typeof value === 'number');
    const { [key]: _, ...others } = context.values;
    const whole = counted.length > 0 && numbers.length === counted.length;
    const value = whole ? Math.round(ways[by](numbers) * 100) / 100 : undefined;
    return { ...context, values: value === undefined ? others : { ...others, [key]: value } };
  },
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
