import type { Shape } from '@zhinan/engine/validation';
import { Constants, ShapePrinter } from './constants.ts';
import { VerdictWriter } from './verdict.ts';

/**
 * JavaScript of a validator's two passes: `const shape`, which explains, and `const verdict`, which decides; `entries`
 * are the parts of the verdict that decide entries of lists. It uses the free names `accepts`, `codePoints`, `formats` and `samePair` of `@zhinan/engine/validation`.
 */
export function validatorCode(shape: Shape): string {
  const constants = new Constants();
  const printer = new ShapePrinter(constants, [shape]);
  const writer = new VerdictWriter(printer);
  const verdict = writer.expression(shape, 'data');
  const root = printer.nameOf(shape);
  const { entries } = writer;
  return [
    constants.code,
    `const shape = ${root};`,
    writer.code,
    `const verdict = (data) => ${verdict};`,
    `const entries = new Map([${entries.join(', ')}]);`,
  ].join('\n');
}
