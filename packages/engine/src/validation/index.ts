export { computedFailures } from './computed.ts';
export { ajvFunction, type AjvError, type AjvFunction } from './ajv-function.ts';
export { accepts, explain, type Failure } from './explain.ts';
export { formats } from './formats.ts';
export { formValidator } from './form-validator.ts';
export { codePoints, samePair } from './primitives.ts';
export type { Shape } from './shape.ts';
