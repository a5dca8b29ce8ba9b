import pc from 'picocolors';
import type { Paint } from '../diagnostics/print.ts';

/** Colours on a terminal, plain text in a pipe. */
export const paint: Paint = (colour, text) => pc[colour](text);
