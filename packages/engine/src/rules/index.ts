/** The three-valued runtime that generated `rules.js` modules import; small, pure and total. */
export { add, div, max, min, mul, share, sub } from './number.ts';
export { calendar, workdays } from './calendar.ts';
export { days, months, shift, years } from './dates.ts';
export { and, choose, not, or, unknown } from './gap.ts';
export { count, every, failing, filter, greatest, least, list, some, sum } from './rows.ts';
export { date, figure, flag, number, rank, text } from './fields.ts';
export { eq, ge, gt, inRange, le, lt, ne, oneOf } from './compare.ts';
export { titlesOf } from './explain.ts';
export { type ComputedField, computedPlaces } from './computed.ts';
export { amounts } from './amounts.ts';
export { quotas } from './quotas.ts';
export { tables } from './asked-tables.ts';
export { decide } from './decide.ts';
export { hit, hits, read } from './table.ts';
export { program } from './program.ts';
export type { Expr, Params, ProgramSpec, Words } from './specs.ts';
