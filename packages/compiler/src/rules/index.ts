/**
 * The rule checker for editors: the same one the build uses. Pure: runs in a browser as well.
 * Only `evaluateSource` needs leave to make functions from text.
 */
export { render } from '../diagnostics/render.ts';
export { functions } from './bind-call.ts';
export { compileRules } from './compile-rules.ts';
export type { CompiledPart, CompiledRulesSource, CompileRulesInput } from './compiled-source.ts';
export { evaluateSource } from './evaluate-source.ts';
export { referenceName } from './scope.ts';
export { fieldsOf } from './types.ts';
export type { FieldType, OptionSet, Type } from './types.ts';
export { statement } from './words.ts';
