export { formats } from './formats.ts';
export { formValidator, toIssues, type CompiledValidator } from './form-validator.ts';
export { fail, type AjvError } from './finding.ts';
export type { FieldLabel } from './label.ts';
export { codePoints, sameJson } from './primitives.ts';
export { rjsfFunction } from './rjsf-function.ts';
