export { compile, editionsIn, filesOf } from './compile.ts';
export type { Compilation, CompileOptions, Stage } from './compile.ts';
export { printFindings, summary } from './diagnostics/print.ts';
export { render } from './diagnostics/render.ts';
