import { formatFunctions, type Shape } from '@zhinan/engine/validation';
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
  const entries = entryPairs(writer, printer);
  return [
    constants.code,
    `const shape = ${root};`,
    writer.code,
    `const verdict = (data) => ${verdict};`,
    `const entries = new Map([${entries.join(', ')}]);`,
  ].join('\n');
}

/**
 * The two passes as two modules, for a page that needs the verdict at once and the explanation only when something is
 * wrong. The first defines `fits`, for plain JSON only, and the functions named in `exported`; the second `shape` and
 * `entries`, and imports those functions. Imports are left to the caller, names of `@zhinan/engine/validation` in `used`.
 */
export function splitValidatorCode(shape: Shape): {
  readonly verdict: string;
  readonly used: readonly string[];
  readonly exported: readonly string[];
  readonly explanation: string;
} {
  const constants = new Constants();
  const printer = new ShapePrinter(constants, [shape]);
  const writer = new VerdictWriter(printer, true);
  const expression = writer.expression(shape, 'data');
  const exported = [...new Set(writer.entries.values())];
  const code = [
    ...needed([...constants.statements, ...writer.statements], `${expression} ${exported.join(' ')}`),
    `const fits = (data) => ${expression};`,
  ].join('\n');

  const words = new Constants();
  const explainer = new ShapePrinter(words, [shape]);
  const root = explainer.nameOf(shape);
  const entries = entryPairs(writer, explainer);
  return {
    verdict: code,
    used: runtime.filter((name) => new RegExp(`\\b${name}\\(`).test(code)),
    exported,
    explanation: [
      words.code,
      `const shape = ${root};`,
      `const entries = new Map([${entries.join(', ')}]);`,
    ].join('\n'),
  };
}

/** What the code of a verdict may call. */
const runtime: readonly string[] = ['accepts', 'codePoints', 'samePair', ...Object.values(formatFunctions)];

function entryPairs(writer: VerdictWriter, printer: ShapePrinter): readonly string[] {
  return [...new Map([...writer.entries].map(([shape, name]) => [printer.nameOf(shape), name]))].map(
    ([shape, name]) => `[${shape}, ${name}]`,
  );
}

/** Statements that the rest needs; each refers only to earlier ones. */
function needed(all: readonly string[], rest: string): readonly string[] {
  const names = new Set(rest.match(/\b[a-z]+\d+\b/g));
  return all
    .toReversed()
    .filter((statement) => {
      const [, name = ''] = /^const (\w+) =/.exec(statement) ?? [];
      if (!names.has(name)) return false;
      for (const each of statement.match(/\b[a-z]+\d+\b/g) ?? []) names.add(each);
      return true;
    })
    .toReversed();
}
