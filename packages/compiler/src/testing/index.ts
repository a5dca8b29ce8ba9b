export { catalogue } from '../diagnostics/catalogue.ts';
export { printFindings } from '../diagnostics/print.ts';
export { playable, type Playable } from './playable.ts';
