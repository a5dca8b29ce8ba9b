export { catalogue } from '../diagnostics/catalogue.ts';
export { printFindings } from '../diagnostics/print.ts';
